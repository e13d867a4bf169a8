import { deepEqual, equal, match, ok, throws } from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { companyStoreContract } from './company-store.contract.ts';
import { openCompanyStore, type CompanyStore } from './company-store.ts';
import { verifyCompany } from './copy.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-company-'));
after(() => rmSync(folder, { recursive: true }));
let places = 0;
const fresh = (): string => path.join(mkdtempSync(path.join(folder, `${++places}-`)), 'company.db');
const opened = (file: string): CompanyStore => {
  const store = openCompanyStore(file);
  if (!store.ok) throw new Error(store.refusal.text);
  return store.value;
};
const at = '2026-02-03T08:00:00.000Z';
const refusalOf = (file: string) => {
  const store = openCompanyStore(file);
  return store.ok ? null : store.refusal;
};

companyStoreContract('SQLite', () => {
  const file = fresh();
  return { open: (known) => openCompanyStore(file, known) };
});

test('nothing written in the journal is changed, deleted, replaced or slipped in, whoever asks SQLite for it', () => {
  const file = fresh();
  const store = opened(file);
  store.append(0, [{ type: 'a/b', v: 1, data: {} }], { batch: 'b1', by: 'p_ana', at });
  const db = new DatabaseSync(file);
  const row = `'a/b', 1, '{}', 'p_eve', '', 'b', '{}'`;
  throws(() => db.exec("update journal set written_by = 'p_eve'"), /append-only/);
  throws(() => db.exec('delete from journal'), /append-only/);
  throws(() => db.exec(`insert or replace into journal values (1, ${row})`), /no gaps/);
  throws(() => db.exec(`insert into journal values (3, ${row})`), /no gaps/);
  throws(() => db.exec(`insert into journal values (2, 'a/b', 1, '{', 'p_eve', '', 'b', '{}')`), /constraint/);
  throws(() => db.exec("insert into journal values (2, 'a/b', 'one', '{}', 'p_eve', '', 'b', '{}')"), /cannot store TEXT/);
  db.close();
  equal(store.since(0)[0]?.by, 'p_ana');
  store.close();
});

test('the words of an erased note are in none of the files any more', () => {
  const file = fresh();
  const store = opened(file);
  const words = 'Sigrid complained about the delay';
  // Of every length, so that they lie in the middle of a page, across pages and on pages of their own.
  const notes = Array.from({ length: 60 }, (_, n) => ({ id: `n_${n}`, text: `${words} ${'and again '.repeat(n * n)} ${words}` }));
  const people = [{ id: 'p_s', name: 'Sigrid Olofsdotter', email: null }];
  store.append(0, [{ type: 'a/b', v: 1, data: {}, notes: ['n_7'] }], { batch: 'b1', by: 'p_ana', at }, { notes, people });
  const found = (text: string): string[] =>
    readdirSync(path.dirname(file)).filter((name) => readFileSync(path.join(path.dirname(file), name)).includes(text));
  ok(found(words).length > 0 && found('Olofsdotter').length > 0);
  for (const { id } of notes) equal(store.eraseNote(id, at), true);
  store.erasePerson('p_s', at);
  deepEqual([found(words), found('Olofsdotter')], [[], []]);
  store.close();
  deepEqual([found(words), found('Olofsdotter')], [[], []]);
});

test(
  'the file and what SQLite keeps beside it are for their owner alone',
  { skip: process.platform === 'win32' && 'Windows has no such bits' },
  () => {
    const file = fresh();
    const store = opened(file);
    store.addPeople([{ id: 'p_a', name: 'A', email: null }]);
    for (const name of readdirSync(path.dirname(file))) equal(statSync(path.join(path.dirname(file), name)).mode & 0o077, 0, name);
    store.close();
  },
);

test('a store with the schema of a newer Lockstep is refused and left as it is', () => {
  const file = fresh();
  opened(file).close();
  const db = new DatabaseSync(file);
  db.exec('pragma user_version = 99');
  db.close();
  const refusal = refusalOf(file);
  equal(refusal?.code, 'newer-lockstep');
  match(refusal?.text ?? '', /was written by a newer Lockstep \(schema 99; this one reads up to \d+\): start that version/);
});

test('a database of something else is refused and left as it is', () => {
  const file = fresh();
  const db = new DatabaseSync(file);
  db.exec('create table invoice (id integer)');
  db.close();
  const before = readFileSync(file);
  equal(refusalOf(file)?.code, 'not-a-store');
  deepEqual(readFileSync(file), before);
});

test('a file that is no database, or cannot be, gets one clear sentence', () => {
  const file = fresh();
  writeFileSync(file, 'Deal,Won on\n'.repeat(100));
  const refusal = refusalOf(file);
  equal(refusal?.code, 'cannot-open');
  match(refusal?.text ?? '', /could not be opened: file is not a database\.$/);
  const nowhere = path.join(folder, 'none', 'company.db');
  equal(refusalOf(nowhere)?.code, 'cannot-open');
  equal(existsSync(nowhere), false);
});

test('a write-ahead log that breaks off anywhere, as when the power fails, opens at the end of a whole batch', () => {
  const file = fresh();
  const store = opened(file);
  const ends = [0];
  for (let n = 0; n < 12; n++) {
    const entries = Array.from({ length: 1 + (n % 5) }, (_, i) => ({ type: 'a/b', v: 1, data: { n, i, text: 'x'.repeat(n * 90) } }));
    store.append(
      store.head(),
      entries,
      { batch: `batch-${n}`, by: 'p_ana', at },
      { people: [{ id: `p_${n}`, name: `${n}`, email: null }] },
    );
    ends.push(store.head());
  }
  const [main, log] = [readFileSync(file), readFileSync(`${file}-wal`)];
  store.close();
  const heads = new Set<number>();
  for (let length = 0; length <= log.length; length += Math.ceil(log.length / 47)) {
    const torn = fresh();
    writeFileSync(torn, main);
    writeFileSync(`${torn}-wal`, log.subarray(0, length));
    const again = openCompanyStore(torn);
    if (!again.ok) throw new Error(`${length} bytes of the log: ${again.refusal.text}`);
    const head = again.value.head();
    ok(ends.includes(head), `${head} is the end of a batch`);
    equal(again.value.people().length, ends.indexOf(head), 'and its people are there, and no other');
    heads.add(head);
    again.value.close();
    equal(verifyCompany(torn).ok, true);
  }
  ok(heads.size > 8, 'the log was torn between many batches');
});

test('a commit is in the file before it is answered', () => {
  const file = fresh();
  const store = opened(file);
  const db = new DatabaseSync(file);
  deepEqual({ ...db.prepare('pragma journal_mode').get() }, { journal_mode: 'wal' });
  db.close();
  store.append(0, [{ type: 'a/b', v: 1, data: { mark: 'in-the-log-already' } }], { batch: 'b1', by: 'p_ana', at });
  ok(readFileSync(`${file}-wal`).includes('in-the-log-already'));
  store.close();
});
