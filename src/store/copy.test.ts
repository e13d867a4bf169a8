import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { COMPANY } from './schemas.ts';
import { openCompanyStore, type CompanyStore } from './company-store.ts';
import { copyStore, verifyCompany, verifyHouse } from './copy.ts';
import { openHouseStore } from './house-store.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-copy-'));
after(() => rmSync(folder, { recursive: true }));
let names = 0;
const place = (name = 'company.db'): string => path.join(mkdtempSync(path.join(folder, `${++names}-`)), name);
const at = '2026-02-03T08:00:00.000Z';
const filled = (file: string, batches: number): CompanyStore => {
  const store = openCompanyStore(file);
  if (!store.ok) throw new Error(store.refusal.text);
  for (let n = 0; n < batches; n++) add(store.value, n);
  return store.value;
};
const add = (store: CompanyStore, n: number) =>
  store.append(
    store.head(),
    [{ type: 'a/b', v: 1, data: { n, text: 'x'.repeat(300) }, notes: [`n_${n}`] }],
    { batch: `batch-${n}`, by: 'p_ana', at },
    { notes: [{ id: `n_${n}`, text: `Because of ${n}` }] },
  );
const textOf = (file: string): string => {
  const sound = verifyCompany(file);
  return sound.ok ? 'sound' : `${sound.refusal.code}: ${sound.refusal.text.replace(file, 'it')}`;
};
const edited = (file: string, sql: string): string => {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
  return file;
};

test('a copy of a store in use is one file that holds all that was answered before', async () => {
  const store = filled(place(), 200);
  const copy = place('copy.db');
  await copyStore(store.path, copy);
  deepEqual(readdirSync(path.dirname(copy)), ['copy.db']);
  deepEqual(verifyCompany(copy), { ok: true, value: { schema: COMPANY.steps.length, head: 200, notes: 200 } });
  deepEqual(readdirSync(path.dirname(copy)), ['copy.db'], 'and checking it leaves nothing beside it');
  const opened = openCompanyStore(copy);
  deepEqual(opened.ok && opened.value.since(0), store.since(0));
  if (opened.ok) opened.value.close();
  store.close();
});

test('while copies are made the store goes on taking decisions, and every copy is whole', async () => {
  const store = filled(place(), 300);
  let n = 300;
  const going = { on: true };
  const heads: number[] = [];
  const writing = (async () => {
    while (going.on) {
      add(store, n++);
      await new Promise((done) => setImmediate(done));
    }
  })();
  for (let i = 0; i < 5; i++) {
    const before = store.head();
    const copy = place();
    await copyStore(store.path, copy);
    const sound = verifyCompany(copy);
    if (!sound.ok) throw new Error(sound.refusal.text);
    ok(sound.value.head >= before && sound.value.head === sound.value.notes);
    heads.push(sound.value.head);
  }
  going.on = false;
  await writing;
  ok(heads[4]! > heads[0]!, 'decisions landed meanwhile');
  store.close();
});

test('a copy replaces what stood at its place', async () => {
  const store = filled(place(), 1);
  const copy = place();
  writeFileSync(copy, 'something else');
  await copyStore(store.path, copy);
  equal(textOf(copy), 'sound');
  store.close();
});

test('a store in use may be checked as well', () => {
  const store = filled(place(), 3);
  equal(textOf(store.path), 'sound');
  store.close();
});

test('a house is copied and checked in the same way', async () => {
  const house = openHouseStore(place('lockstep.db'));
  if (!house.ok) throw new Error(house.refusal.text);
  house.value.companies.add({ id: 'havel', name: 'Havel', demo: false, addedAt: at });
  const copy = place('lockstep.db');
  await copyStore(house.value.path, copy);
  house.value.close();
  equal(verifyHouse(copy).ok, true);
  equal(textOf(copy), "not-a-store: it is a database, but not a company's journal; nothing was changed in it.");
});

test('a gap, an altered note, a torn page and a file that is none are found', () => {
  const file = place();
  filled(file, 50).close();
  const db = readFileSync(file);
  const again = (): string => {
    const other = place();
    writeFileSync(other, db);
    return other;
  };
  equal(textOf(again()), 'sound');
  equal(
    textOf(edited(again(), 'drop trigger journal_is_never_shortened; delete from journal where seq = 7')),
    'damaged: it is damaged: its journal ends at 50 but holds 49 events.',
  );
  equal(
    textOf(edited(again(), "drop trigger note_is_only_erased; update note set words = 'Because of 8' where id = 'n_7'")),
    'damaged: it is damaged: note n_7 does not read as it did when it was decided on.',
  );
  const short = again();
  truncateSync(short, db.length - 8192);
  match(textOf(short), /^damaged: it is damaged: /);
  const torn = Buffer.from(db);
  torn.fill(0x41, 4096 * 3, 4096 * 4);
  const tornFile = place();
  writeFileSync(tornFile, torn);
  match(textOf(tornFile), /^damaged: it is damaged: /);
  const csv = place();
  writeFileSync(csv, 'a,b\n1,2\n');
  match(textOf(csv), /^damaged: it is damaged: file is not a database/);
  const empty = place();
  writeFileSync(empty, '');
  equal(textOf(empty), 'damaged: it is damaged: it is empty.');
  const none = place();
  match(textOf(none), /^damaged: it is damaged: unable to open/);
  equal(existsSync(none), false);
});

test('an erased note is no damage', () => {
  const store = filled(place(), 3);
  store.eraseNote('n_1', at);
  equal(textOf(store.path), 'sound');
  store.close();
});
