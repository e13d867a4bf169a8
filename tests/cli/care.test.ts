/** Care of a data folder at the command line: doctor, backup, restore, export, password. */
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { openHouse } from '../../src/server/house/house.ts';
import { checkPassword } from '../../src/server/house/passwords.ts';
import type { Output } from '../../src/server/operations/operation.ts';
import { invented } from './invented.ts';
import { openShell, shellOn, type Shell } from './shell.ts';

type Export = Output<'export'>;
type Doctor = Output<'doctor'>;

const shell = openShell();
const root = path.dirname(shell.folder);
const backup = path.join(root, 'backup');
let n = 0;
/** Another data folder, empty. */
const elsewhere = (): Shell => shellOn(path.join(root, `data-${++n}`), root);
const sumOf = async (of: Shell): Promise<string> => (await of.get<Export>('export', '--company', 'acme')).sha256;
const facts = (of: string): string => path.join(of, 'companies/acme/facts.duckdb');

before(async () => {
  const { files } = invented('care');
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text);
  const imported = await shell.run('import', 'leads.csv', 'deals.csv', '--company', 'acme', '--currency', 'EUR', '--yes');
  equal(imported.code, 0, imported.err);
  writeFileSync(
    path.join(root, 'batch.json'),
    JSON.stringify([{ type: 'objective/set', id: 'o_grow', statement: 'Grow', due: '2027-12-31', owner: null }]),
  );
  equal((await shell.run('decide', 'batch.json')).code, 0);
  const made = await shell.run('backup', 'backup');
  equal(made.code, 0, made.err);
});
after(shell.end);

test('export is the same whenever it is made, whole on stdout and in a file', async () => {
  const { sha256, lines } = await shell.get<Export>('export', '--company', 'acme');
  equal(await sumOf(shell), sha256);
  const { out } = await shell.run('export', '--company', 'acme');
  equal(out.trimEnd().split('\n').length, lines);
  equal((await shell.run('export', '--company', 'acme', '--to', 'acme.jsonl')).code, 0);
  equal(readFileSync(path.join(root, 'acme.jsonl'), 'utf8'), out);
  deepEqual(JSON.parse(out.split('\n')[0]!).type, 'company/founded');
});

test('a backup restored elsewhere is the same company, to the last line', async () => {
  const other = elsewhere();
  const restored = await other.run('restore', backup);
  equal(restored.code, 0, restored.err);
  equal(await sumOf(other), await sumOf(shell));
  deepEqual(await other.get('loads'), await shell.get('loads'));
  deepEqual(await other.get('history'), await shell.get('history'));
  ok((await other.get<Doctor>('doctor')).ok);
});

test('a backup is never made over something, and what is no backup is not restored', async () => {
  equal((await shell.run('backup', 'backup', '--json')).problem().code, 'there-already');
  equal((await elsewhere().run('restore', root, '--json')).problem().code, 'no-backup');
});

test('restore replaces nothing unless told to, and then keeps what stood there', async () => {
  const other = elsewhere();
  equal((await other.run('restore', backup)).code, 0);
  equal((await other.run('company', 'add', 'Later')).code, 0);
  const refused = await other.run('restore', backup, '--json');
  equal(refused.problem().code, 'there-already');
  const { replaced } = await other.get<Output<'restore'>>('restore', backup, '--replace');
  ok(replaced !== null && existsSync(path.join(replaced, 'lockstep.db')) && existsSync(path.join(replaced, 'companies/acme/company.db')));
  equal(await sumOf(other), await sumOf(shell));
});

test('one company is restored by itself', async () => {
  const other = elsewhere();
  equal((await other.run('restore', backup, '--company', 'acme')).code, 0);
  equal(await sumOf(other), await sumOf(shell));
  equal((await elsewhere().run('restore', backup, '--company', 'acne', '--json')).problem().code, 'no-such-company');
});

const DAMAGES: readonly (readonly [what: string, damage: (copy: string) => void])[] = [
  ['a changed byte in the journal', (copy) => flip(path.join(copy, 'companies/acme/company.db'))],
  ['a changed byte in the facts', (copy) => flip(facts(copy))],
  ['a missing file as received', (copy) => rmSync(globSync(path.join(copy, 'companies/acme/imports/*'))[0]!)],
  ['a missing manifest', (copy) => rmSync(path.join(copy, 'manifest.json'))],
  [
    'a manifest that leads out of the folder',
    (copy) =>
      writeFileSync(
        path.join(copy, 'manifest.json'),
        readFileSync(path.join(copy, 'manifest.json'), 'utf8').replace('companies/acme/company.db', '../../etc/passwd'),
      ),
  ],
  [
    'a gap in the journal that the manifest does not show',
    (copy) => {
      cutJournal(path.join(copy, 'companies/acme/company.db'));
      reseal(copy, 'companies/acme/company.db');
    },
  ],
  [
    'facts that are no database though the manifest says so',
    (copy) => {
      writeFileSync(facts(copy), 'no database');
      reseal(copy, 'companies/acme/facts.duckdb');
    },
  ],
];
for (const [what, damage] of DAMAGES) {
  test(`restore refuses ${what}, and changes nothing`, async () => {
    const [copy, other] = [path.join(root, `damaged-${++n}`), elsewhere()];
    equal((await shell.run('backup', copy)).code, 0);
    equal((await other.run('restore', backup)).code, 0);
    const sum = await sumOf(other);
    damage(copy);
    const refused = await other.run('restore', copy, '--replace', '--json');
    ok(['backup-damaged', 'no-backup'].includes(refused.problem().code), refused.err);
    notEqual(refused.code, 0);
    equal(await sumOf(other), sum);
    deepEqual(globSync(path.join(other.folder, '{.restore-*,replaced-*}')), []);
  });
}

const flip = (file: string): void => {
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)]! ^= 0xff;
  writeFileSync(file, bytes);
};

/** Takes an event out of the middle, past the trigger that forbids it. */
const cutJournal = (file: string): void => {
  const db = new DatabaseSync(file);
  db.exec('drop trigger journal_is_never_shortened; delete from journal where seq = (select max(seq) - 1 from journal)');
  db.close();
};

/** Writes the file's new SHA-256 into the manifest, as somebody would who wants to pass. */
const reseal = (copy: string, name: string): void => {
  const manifest = path.join(copy, 'manifest.json');
  const read = JSON.parse(readFileSync(manifest, 'utf8')) as { files: { path: string; sha256: string }[] };
  const sha256 = createHash('sha256')
    .update(readFileSync(path.join(copy, name)))
    .digest('hex');
  writeFileSync(manifest, JSON.stringify({ ...read, files: read.files.map((file) => (file.path === name ? { ...file, sha256 } : file)) }));
};

test('doctor finds a healthy folder good and ends with 0', async () => {
  const { code, out } = await shell.run('doctor');
  equal(code, 0);
  match(out, /All is well/);
});

test('doctor says which received file is missing, and ends with 9', async () => {
  const other = elsewhere();
  await other.run('restore', backup);
  rmSync(globSync(path.join(other.folder, 'companies/acme/imports/*'))[0]!);
  const { code, out } = await other.run('doctor');
  equal(code, 9);
  match(out, /✖ acme, files: .*\.csv of load \d is missing/);
});

test('doctor says that facts cannot be opened, and that a journal has a gap', async () => {
  const other = elsewhere();
  await other.run('restore', backup);
  writeFileSync(facts(other.folder), 'no database');
  cutJournal(path.join(other.folder, 'companies/acme/company.db'));
  const { checks, ok: well } = await other.run('doctor', '--json').then(({ json }) => json<Doctor>());
  ok(!well);
  const bad = checks.filter(({ state }) => state === 'bad').map(({ what }) => what);
  ok(bad.includes('facts') && bad.includes('journal'), bad.join());
});

test('password makes one up and prints it, and ends the sessions of the old one', async () => {
  const other = elsewhere();
  const house = openHouse(other.folder, () => '2026-01-01T00:00:00.000Z');
  if (!house.ok) throw new Error(house.refusal.text);
  house.value.store.signIns.claim({
    id: 's_ada',
    email: 'ada@example.com',
    name: 'Ada',
    passwordHash: null,
    madeAt: '2026-01-01T00:00:00.000Z',
  });
  await house.value.close();
  const { password } = await other.get<Output<'password'>>('password', 'Ada@Example.com');
  ok(password !== null && password.length >= 20);
  equal((await other.get<Output<'password'>>('password', 'ada@example.com', '--password', 'my own long one')).password, null);
  const again = openHouse(other.folder, () => '2026-01-01T00:00:00.000Z');
  if (!again.ok) throw new Error(again.refusal.text);
  ok(await checkPassword('my own long one', again.value.store.signIns.byEmail('ada@example.com')!.passwordHash));
  await again.value.close();
  const unknown = await other.run('password', 'eda@example.com');
  equal(unknown.code, 5);
  match(unknown.err, /Did you mean ada@example.com/);
  equal((await other.run('password', 'ada@example.com', '--password', 'short')).code, 2);
});

test('what a backup holds is for its owner alone', () => equal(statSync(backup).mode & 0o077, 0));
