/** Every schema ever released opens with today's Lockstep, and ends up like one that was made today. */
import { deepEqual, equal } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { openCompanyStore } from './company-store.ts';
import { verifyCompany, verifyHouse } from './copy.ts';
import { openHouseStore } from './house-store.ts';
import { COMPANY, HOUSE } from './schemas.ts';
import { openFile } from './sqlite.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-schemas-'));
after(() => rmSync(folder, { recursive: true }));

const frozen = (kind: string, version: number): string =>
  readFileSync(path.join(import.meta.dirname, `frozen/${kind}.${version}.sql`), 'utf8');
const made = (name: string, sql: string): string => {
  const file = path.join(folder, name);
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
  return file;
};
/** Every table, index and trigger, whatever the order they were made in. */
const shapeOf = (db: DatabaseSync): string[] =>
  (db.prepare('select sql from sqlite_schema where sql is not null').all() as { sql: string }[])
    .map(({ sql }) => sql.replaceAll(/\s+/g, ' '))
    .toSorted();
const shapeIn = (file: string): string[] => {
  const db = new DatabaseSync(file, { readOnly: true });
  const shape = shapeOf(db);
  db.close();
  return shape;
};

for (const [kind, schema] of [
  ['company', COMPANY],
  ['house', HOUSE],
] as const) {
  for (let version = 1; version <= schema.steps.length; version++) {
    test(`the steps that lead to version ${version} of the ${kind} schema are the ones that were released`, () => {
      const db = new DatabaseSync(':memory:');
      for (const step of schema.steps.slice(0, version)) db.exec(step);
      deepEqual(shapeOf(db), shapeIn(made(`released-${kind}.${version}`, frozen(kind, version))));
    });

    test(`version ${version} of the ${kind} schema is brought up to today's`, () => {
      const old = made(`old-${kind}.${version}`, frozen(kind, version));
      for (const file of [old, path.join(folder, `new-${kind}.${version}`)]) {
        const db = openFile(file, schema);
        equal(db.ok, true);
        if (db.ok) db.value.close();
      }
      deepEqual(shapeIn(old), shapeIn(path.join(folder, `new-${kind}.${version}`)));
    });
  }
}

test('what version 1 of a company held is still there', () => {
  const file = made('company', frozen('company', 1));
  const store = openCompanyStore(file, { 'company/founded': 1, 'objective/retired': 1 });
  if (!store.ok) throw new Error(store.refusal.text);
  deepEqual(
    store.value.since(0).map(({ seq, type, batch }) => [seq, type, batch]),
    [
      [1, 'company/founded', 'batch-01'],
      [2, 'objective/retired', 'batch-02'],
    ],
  );
  deepEqual(store.value.people(), [{ id: 'p_ana', name: 'Ana', email: 'ana@example.com' }]);
  deepEqual(store.value.notes(), [{ id: 'n_why', text: 'The fair was called off', by: 'p_ana', at: '2026-02-03T08:00:00.000Z' }]);
  equal(store.value.mapping('CRM')?.headers[1], 'Won on');
  store.value.close();
  deepEqual(verifyCompany(file), { ok: true, value: { schema: COMPANY.steps.length, head: 2, notes: 2 } });
});

test('what version 2 of a company held is still there', () => {
  const store = openCompanyStore(made('company-2', frozen('company', 2)));
  if (!store.ok) throw new Error(store.refusal.text);
  deepEqual(
    store.value.dueLetters('2026-02-03T08:04:00.000Z', 9).map(({ news, address, tries }) => [news, address, tries]),
    [['q_one:3', 'sanne@example.com', 1]],
  );
  deepEqual([store.value.secretFor('links'), store.value.toldDay('q_one')], ['c2VjcmV0', '2026-06-30']);
  store.value.close();
});

test('what version 3 of a company held is still there', () => {
  const store = openCompanyStore(made('company-3', frozen('company', 3)));
  if (!store.ok) throw new Error(store.refusal.text);
  deepEqual(
    store.value.comments().map(({ thing, text }) => [thing, text]),
    [['o_fair', 'Shall we tell the fair?']],
  );
  store.value.close();
});

test('what version 4 of a company held is still there', () => {
  const file = made('company-4', frozen('company', 4));
  const store = openCompanyStore(file);
  if (!store.ok) throw new Error(store.refusal.text);
  deepEqual(
    store.value.packs().map((sha256) => store.value.pack(sha256)),
    ['{"period":"2026-Q1"}'],
  );
  store.value.close();
  equal(verifyCompany(file).ok, true);
});

test('what version 5 of a company held is still there', () => {
  const store = openCompanyStore(made('company-5', frozen('company', 5)));
  if (!store.ok) throw new Error(store.refusal.text);
  deepEqual(
    store.value.waiting(9).map(({ source, message }) => [source, message]),
    [['k_web', 'm-1']],
  );
  deepEqual([store.value.sources()[0]?.touches, store.value.loadOfDay('k_web', '2026-05-02')], [['Quote Opened'], 7]);
  store.value.close();
});

test('what version 7 of a company held is still there', () => {
  const store = openCompanyStore(made('company-7', frozen('company', 7)));
  if (!store.ok) throw new Error(store.refusal.text);
  deepEqual(
    store.value.refusedArrivals('k_web', 9).map(({ event, reason }) => [event, reason]),
    [['Lead', 'neither userId nor anonymousId']],
  );
  equal(store.value.sources()[0]?.beforeUntil, '2026-05-04T08:00:00.000Z');
  store.value.close();
});

test('what version 8 of a company held is still there', () => {
  const store = openCompanyStore(made('company-8', frozen('company', 8)));
  if (!store.ok) throw new Error(store.refusal.text);
  deepEqual(
    store.value.roomChanges('h_spring', 0).map(({ id, words, json }) => [id, words, json]),
    [['c-1', 'A fair of our own', { do: 'write', card: 'j_a', topic: 'ideas', lane: '' }]],
  );
  store.value.close();
});

test('what version 1 of a house held is still there', () => {
  const file = made('house', frozen('house', 1));
  const store = openHouseStore(file);
  if (!store.ok) throw new Error(store.refusal.text);
  const { signIns, members, invitations, sessions, audit, companies, attempts } = store.value;
  equal(signIns.byEmail('ANA@example.com')?.ownsHouse, true);
  equal(members.personIn('havel', 's_ana'), 'p_ana');
  deepEqual(
    invitations.open('havel', '2026-02-04T00:00:00.000Z').map(({ name, seats }) => [name, ...seats]),
    [['Ben', 'marketing']],
  );
  deepEqual(
    sessions.tokensOf('havel').map(({ name }) => name),
    ['nightly'],
  );
  equal(attempts.count('email:ana@example.com', '2026-01-01'), 1);
  deepEqual([audit.latest(9).length, companies.all().length], [1, 1]);
  store.value.close();
  equal(verifyHouse(file).ok, true);
});
