/** A segment counts whom it reaches once, however many sources wrote him down; a merge taken back counts them apart again. */
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Handle } from '../../src/facts/identity/handle.ts';
import { readAudience } from '../../src/facts/segments/audience.ts';
import type { Segment } from '../../src/facts/segments/definition.ts';
import { readMembers } from '../../src/facts/segments/members.ts';
import { DOING, factsFolder, good } from '../support/facts-folder.ts';

const engineers: Segment = {
  id: 'g_1',
  name: 'Engineers',
  of: 'contact',
  where: { join: 'all', parts: [{ on: 'contact', field: 'title', test: 'contains', values: ['engineer'] }] },
};
const known: Segment = {
  id: 'g_2',
  name: 'Known by name',
  of: 'account',
  where: { join: 'all', parts: [{ on: 'account', field: 'name', test: 'filled', values: [] }] },
};
const named: Segment = {
  ...known,
  id: 'g_3',
  name: 'A',
  where: { join: 'all', parts: [{ on: 'account', field: 'name', test: 'contains', values: ['a'] }] },
};

test('two contacts who are one person, and two records of one organisation, are one member each', async (t) => {
  const { facts } = await factsFolder(t);
  const give = async (entity: 'contact' | 'account', src: string, rows: readonly { [field: string]: string }[]): Promise<void> =>
    void good(await facts.importRows({ entity, rows, file: `${src}-${entity}`, src }, DOING));
  await give('account', 'crm', [
    { id: 'A', name: 'Acme' },
    { id: 'B', name: 'Bolt' },
  ]);
  await give('account', 'hub', [{ id: 'C', name: 'Acme GmbH' }]);
  await give('contact', 'crm', [
    { id: '1', name: 'Ada', title: 'Engineer', account_id: 'A' },
    { id: '2', name: 'Bo', title: 'Engineer', account_id: 'B' },
  ]);
  await give('contact', 'hub', [{ id: '9', name: 'Ada Lovelace', title: 'Chief engineer', account_id: 'C' }]);
  const counted = async () => {
    const people = await readMembers(facts.engine, engineers, 10);
    const { accounts, contacts, segments, inSeveral, inNone } = await readAudience(facts.engine, [engineers, known, named]);
    return {
      people: people.ok && [people.value.size, people.value.of, people.value.rows.length],
      all: [accounts, contacts],
      sizes: segments.map(({ size }) => size),
      inSeveral,
      inNone,
    };
  };
  const apart = { people: [3, 3, 3], all: [3, 3], sizes: [3, 3, 2], inSeveral: 3, inNone: 0 };
  deepEqual(await counted(), apart);

  const say = async (of: 'person' | 'account', a: Handle, b: Handle): Promise<string> =>
    good(await facts.decideIdentity({ of, a, b, same: true, why: null }, DOING)).id;
  const person = await say('person', { kind: 'contact', src: 'crm', id: '1' }, { kind: 'contact', src: 'hub', id: '9' });
  const account = await say('account', { kind: 'account', src: 'crm', id: 'A' }, { kind: 'account', src: 'hub', id: 'C' });
  deepEqual(await counted(), { people: [2, 2, 2], all: [2, 2], sizes: [2, 2, 1], inSeveral: 2, inNone: 0 });

  good(await facts.revokeIdentity(person, DOING));
  good(await facts.revokeIdentity(account, DOING));
  deepEqual(await counted(), apart);
});
