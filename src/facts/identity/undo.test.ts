/** Merge and un-merge: every number comes back, whatever came between. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DOING, good, inFolder, type Folder } from '../../../tests/support/facts-folder.ts';
import type { GivenRow, GivenRows } from '../loads/given-rows.ts';
import { headOf } from '../questions/head.ts';
import { ask } from '../questions/registry.ts';
import type { Handle, Of } from './handle.ts';
import { whatMoves } from './what-moves.ts';

const contact = (src: string, id: string): Handle => ({ kind: 'contact', src, id });
const account = (src: string, id: string): Handle => ({ kind: 'account', src, id });
const email = (id: string): Handle => ({ kind: 'email', src: null, id });
const visitor = (id: string): Handle => ({ kind: 'visitor', src: 'web', id });

type Word = { readonly of: Of; readonly a: Handle; readonly b: Handle; readonly same: boolean };
const people = ['1', '2', '3', '4'].flatMap((id) => [contact('crm', id), contact('hub', id)]);
const someone = fc.constantFrom(...people, email('p1@acme.com'), email('p1+x@acme.com'), visitor('v1'), visitor('v2'));
const somewhere = fc.constantFrom(account('crm', 'A'), account('crm', 'B'), account('hub', 'C'));
const word: fc.Arbitrary<Word> = fc
  .oneof(
    fc.record({ of: fc.constant<Of>('person'), a: someone, b: someone, same: fc.boolean() }),
    fc.record({ of: fc.constant<Of>('account'), a: somewhere, b: somewhere, same: fc.boolean() }),
    fc.record({
      of: fc.constant<Of>('member'),
      a: fc.oneof(someone, fc.constant<Handle>({ kind: 'domain', src: null, id: 'acme.com' })),
      b: somewhere,
      same: fc.boolean(),
    }),
  )
  .filter(({ a, b }) => JSON.stringify(a) !== JSON.stringify(b));

const give = async ({ facts }: Folder, entity: GivenRows['entity'], src: string, rows: readonly GivenRow[]): Promise<number> =>
  good(await facts.importRows({ entity, rows, file: `${src}-${entity}`, src }, DOING)).n;

const filled = async (folder: Folder): Promise<void> => {
  await give(folder, 'account', 'crm', [
    { id: 'A', name: 'Acme', domain: 'acme.com' },
    { id: 'B', name: 'Bolt', domain: 'bolt.com' },
  ]);
  await give(folder, 'account', 'hub', [{ id: 'C', name: 'Acme GmbH', domain: 'acme.com' }]);
  await give(folder, 'contact', 'crm', [
    { id: '1', account_id: 'A', email: 'p1@acme.com' },
    { id: '2', account_id: 'A', email: 'p2@acme.com' },
    { id: '3', account_id: 'B', email: 'office@bolt.com' },
    { id: '4', account_id: 'B', email: 'office@bolt.com' },
  ]);
  await give(folder, 'contact', 'hub', [
    { id: '1', email: 'P1@acme.com' },
    { id: '2', account_id: 'C', email: 'someone@gmail.com' },
    { id: '3', email: 'office@bolt.com' },
    { id: '4', email: 'p4@acme.com' },
  ]);
  const deal = (id: string, account_id: string, amount: number): GivenRow => ({
    id,
    account_id,
    stage: 'won',
    amount,
    currency: 'EUR',
    opened_on: '2026-01-01',
    closed_on: '2026-06-01',
  });
  await give(folder, 'opportunity', 'crm', [deal('D1', 'A', 10_001), deal('D2', 'B', 5_000)]);
  await give(folder, 'opportunity', 'hub', [deal('D3', 'C', 7_777)]);
  await give(folder, 'opportunity_contact', 'crm', [{ opportunity_id: 'D1', contact_id: '1' }]);
  const touch = (id: string, who: GivenRow, day: number): GivenRow => ({
    id,
    ...who,
    touched_on: `2026-03-${10 + day}`,
    channel: ['mail', 'web', 'fair'][day % 3]!,
    campaign: `camp ${day % 2}`,
  });
  await give(
    folder,
    'touch',
    'crm',
    ['1', '2', '3', '4'].map((contact_id, i) => touch(`t${i}`, { contact_id }, i)),
  );
  await give(
    folder,
    'touch',
    'hub',
    ['1', '2', '3', '4'].map((contact_id, i) => touch(`h${i}`, { contact_id }, i + 4)),
  );
  await give(folder, 'touch', 'web', [
    touch('w1', { visitor: 'v1' }, 8),
    touch('w2', { visitor: 'v2' }, 9),
    touch('w3', { email: 'p1+x@acme.com' }, 1),
    touch('w4', { email: 'office@bolt.com' }, 2),
  ]);
  await give(folder, 'visitor_link', 'web', [
    { id: 'l1', visitor: 'v1', email: 'p2@acme.com', since_on: '2026-05-01' },
    { id: 'l2', visitor: 'v2', email: 'p1@acme.com' },
    { id: 'l3', visitor: 'v2', email: 'p2@acme.com' },
  ]);
};

const ASKED = [
  ['credit', {}],
  ['credit', { by: ['channel'] }],
  ['credit', { by: ['account'] }],
  ['thread-down', {}],
  ['thread-up', {}],
  ['funnel', {}],
  ['lag', {}],
  ['deals', { by: ['account'] }],
  ['coverage', {}],
  ['touches', { id: 'crm:D1' }],
  ['touches', { id: 'crm:D2' }],
  ['touches', { id: 'hub:D3' }],
  ['credit', { asOf: '2026-07-01' }],
] as const;

/** Everything one can ask, and the facts themselves; numbers of loads left out, since a load made and taken back leaves its number. */
const everything = async ({ facts, dump }: Folder): Promise<string> => {
  const answers: unknown[] = [];
  for (const [question, params] of ASKED) {
    const raw = await ask(facts.engine, question, params);
    answers.push(raw.ok ? { ...raw.value, loads: [] } : raw.refusal);
  }
  return `${await dump()}${JSON.stringify(answers, null, 1)}`;
};

test('words said and taken back in any order, with loads and reverts between, leave every number and every byte as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ word, place: fc.nat() }), { minLength: 1, maxLength: 4 }), fc.boolean(), async (words, between) =>
      inFolder(async (folder) => {
        await filled(folder);
        const before = await everything(folder);
        const said: string[] = [];
        for (const one of words) {
          const id = await folder.facts.decideIdentity({ ...one.word, why: null }, DOING);
          if (id.ok) said.push(id.value.id);
        }
        if (between) {
          const n = await give(folder, 'contact', 'new', [{ id: 'x', email: 'p1@acme.com', account_id: 'A' }]);
          await give(folder, 'contact', 'crm', [{ id: '1', account_id: 'A', email: 'p1@acme.com' }]);
          good(await folder.facts.revert(n, DOING));
          good(await folder.facts.revert(n + 1, DOING));
        }
        const order = new Map(said.map((id, i) => [id, words[i % words.length]!.place]));
        for (const id of said.toSorted((a, b) => order.get(a)! - order.get(b)!)) await folder.facts.revokeIdentity(id, DOING);
        assert.equal(await everything(folder), before);
      }),
    ),
    { numRuns: 4 },
  );
});

test('two merges come to the same in either order, and a merge of merged ones is one person', async () => {
  const after = (words: readonly Word[]): Promise<string> =>
    inFolder(async (folder) => {
      await filled(folder);
      for (const one of words) good(await folder.facts.decideIdentity({ ...one, why: null }, DOING));
      return everything(folder);
    });
  const merge = (a: Handle, b: Handle): Word => ({ of: 'person', a, b, same: true });
  const [one, two] = [merge(contact('crm', '1'), contact('crm', '2')), merge(contact('crm', '2'), contact('hub', '2'))];
  assert.equal(await after([one, two]), await after([two, one]));
});

test('what would move is what moves', async () => {
  await inFolder(async (folder) => {
    await filled(folder);
    const head = await headOf(folder.facts.engine, 'touches', {});
    const counts = async (): Promise<unknown> =>
      Promise.all(
        ['crm:D1', 'crm:D2', 'hub:D3'].map(async (id) => {
          const raw = await ask(folder.facts.engine, 'touches', { id });
          return raw.ok ? raw.value.tables['rows']!.filter((row) => row['why_not'] === null).length : null;
        }),
      );
    const also = { of: 'person', a: contact('crm', '1'), b: contact('hub', '2'), same: true } as const;
    assert.deepEqual(await counts(), [2, 3, 1]);
    const { moved } = await whatMoves(folder.facts.engine, head, { also });
    assert.deepEqual(
      moved.map(({ src, id, touchesNow, touchesThen }) => [`${src}:${id}`, touchesNow, touchesThen]),
      [
        ['crm:D1', 2, 3],
        ['hub:D3', 1, 3],
      ],
    );
    assert.deepEqual(await counts(), [2, 3, 1], 'nothing was written');
    const { id } = good(await folder.facts.decideIdentity({ ...also, why: null }, DOING));
    assert.deepEqual(await counts(), [3, 3, 3]);
    const back = await whatMoves(folder.facts.engine, await headOf(folder.facts.engine, 'touches', {}), { without: id });
    assert.deepEqual(
      back.moved.map(({ touchesNow, touchesThen }) => [touchesNow, touchesThen]),
      [
        [3, 2],
        [3, 1],
      ],
    );
  });
});

test('a visitor who was identified on a day is nobody before it', async () => {
  await inFolder(async (folder) => {
    await filled(folder);
    const counted = async (asOf: string): Promise<number> => {
      const raw = await ask(folder.facts.engine, 'touches', { id: 'hub:D3', asOf });
      return raw.ok ? raw.value.tables['rows']!.filter((row) => row['id'] === 'w1').length : -1;
    };
    // v1 is p2, who belongs to account A only; merged with C he stands behind D3.
    good(
      await folder.facts.decideIdentity({ of: 'account', a: account('crm', 'A'), b: account('hub', 'C'), same: true, why: null }, DOING),
    );
    assert.deepEqual([await counted('2026-04-30'), await counted('2026-05-01')], [0, 1]);
  });
});
