/** Erased: nobody is named any more, and no number moves. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { DOING, factsFolder, good, type Folder } from '../../../tests/support/facts-folder.ts';
import { ask } from '../questions/registry.ts';

const WORDS = ['ann jones', 'ann@acme.com', 'ann.jones@gmail.com', 'browser-77'];

const filled = async (folder: Folder): Promise<void> => {
  const { facts } = folder;
  const give = async (
    entity: 'account' | 'touch' | 'visitor_link' | 'opportunity' | 'opportunity_contact' | 'lead',
    src: string,
    rows: readonly { [field: string]: string | number | null }[],
  ): Promise<void> => void good(await facts.importRows({ entity, rows, file: entity, src }, DOING));
  await give('account', 'crm', [{ id: 'A', name: 'Acme', domain: 'acme.com' }]);
  await folder.load(
    'contacts.csv',
    'Contact ID,Account ID,Full name,Email,Title\n1,A,Ann Jones,Ann@Acme.com,Buyer\n2,A,Bob Ray,bob@acme.com,Chief\n',
    { src: 'crm' },
  );
  await folder.load('again.csv', 'Contact ID,Account ID,Full name,Email,Title\n1,A,Ann Jones ,Ann@Acme.com,Head buyer\n', { src: 'crm' });
  await give('lead', 'crm', [
    { id: 'L1', contact_id: '1', email: 'ann.jones@gmail.com', created_on: '2026-01-02', self_reported: 'Ann Jones told me' },
  ]);
  await give('opportunity', 'crm', [
    {
      id: 'd1',
      name: 'Acme for Ann Jones',
      account_id: 'A',
      lead_id: 'L1',
      stage: 'won',
      amount: 1000,
      currency: 'EUR',
      opened_on: '2026-01-05',
      closed_on: '2026-03-01',
    },
    {
      id: 'd2',
      name: 'Acme',
      account_id: 'A',
      stage: 'won',
      amount: 500,
      currency: 'EUR',
      opened_on: '2026-01-05',
      closed_on: '2026-03-01',
    },
  ]);
  await give('opportunity_contact', 'crm', [{ opportunity_id: 'd1', contact_id: '1' }]);
  await give('visitor_link', 'web', [{ id: 'v', visitor: 'browser-77', email: 'ann@acme.com', since_on: '2026-01-01' }]);
  await give('touch', 'web', [
    { id: 't1', visitor: 'browser-77', touched_on: '2026-01-03', channel: 'Web' },
    { id: 't2', email: 'ANN@acme.com', touched_on: '2026-01-04', channel: 'Mail', what: 'Letter to Ann Jones' },
    { id: 't3', email: 'bob@acme.com', touched_on: '2026-01-04', channel: 'Mail' },
    { id: 't4', email: 'ann.jones@gmail.com', touched_on: '2026-02-04', channel: 'Fair' },
  ]);
  // One id with two values: both rows are held.
  const held = await folder.load(
    'held.csv',
    'Contact ID,Account ID,Full name,Email,Title\n5,A,Ann Jones,ann@acme.com,x\n5,A,Ann X,ann@acme.com,y\n6,A,Cy Low,cy@acme.com,z\n',
    { src: 'crm' },
  );
  assert.equal(held.held, 2);
  good(
    await facts.decideIdentity(
      {
        of: 'person',
        a: { kind: 'email', src: null, id: 'ann.jones@gmail.com' },
        b: { kind: 'contact', src: 'crm', id: '1' },
        same: true,
        why: 'Ann Jones said so',
      },
      DOING,
    ),
  );
};

const numbers = async ({ facts }: Folder): Promise<readonly unknown[]> => {
  const tables: unknown[] = [];
  for (const [question, params] of [
    ['credit', { by: ['channel'] }],
    ['coverage', {}],
    ['measures', {}],
    ['funnel', {}],
    ['thread-down', {}],
  ] as const) {
    const answer = await ask(facts.engine, question, params);
    assert.ok(answer.ok);
    // How many cells of a column are filled is told as it is: names that are gone are not there.
    const { columns: _, ...counted } = answer.value.tables;
    tables.push(counted);
  }
  tables.push(await facts.engine.read('select count(*) as n, count(distinct person) as people from person_of'));
  tables.push(await facts.engine.read('select rule, confidence, count(*) as n from account_of group by all order by all'));
  return tables;
};

test('whoever is erased is named nowhere any more, and no number moves', async (t) => {
  const folder = await factsFolder(t);
  await filled(folder);
  const before = await numbers(folder);
  const erased = good(await folder.facts.erasePerson({ kind: 'contact', src: 'crm', id: '1' }, DOING));
  for (const [i, table] of (await numbers(folder)).entries())
    assert.equal(JSON.stringify(table), JSON.stringify(before[i]).replace('Ann Jones told me', '(erased)'));
  assert.deepEqual(erased.emails.toSorted(), ['ann.jones@gmail.com', 'ann@acme.com']);
  assert.ok(erased.files.includes('contacts.csv') && erased.files.includes('again.csv'), erased.files.join());
  const tables = await folder.facts.engine.read<{ name: string }>(`select table_name as name from duckdb_tables() where not temporary`);
  for (const { name } of tables)
    for (const word of WORDS)
      assert.deepEqual(
        await folder.facts.engine.read(`select * from (select lower(x::varchar) as line from ${name} x) where contains(line, $word)`, {
          word,
        }),
        [],
        `${word} in ${name}`,
      );
  for (const dir of ['imports', 'rejects'])
    for (const file of readdirSync(path.join(folder.folder, dir)))
      for (const word of WORDS)
        assert.ok(
          !readFileSync(path.join(folder.folder, dir, file), 'utf8')
            .toLowerCase()
            .includes(word),
          `${word} in ${dir}`,
        );
  assert.deepEqual(
    await folder.facts.engine.read(`select name, email from contact where id = '2'`),
    [{ name: 'Bob Ray', email: 'bob@acme.com' }],
    'others stay who they are',
  );
  assert.equal(
    (await folder.facts.erasePerson({ kind: 'email', src: null, id: 'ann@acme.com' }, DOING)).ok,
    false,
    'nobody is called that now',
  );
});
