import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answer, Row } from '../../src/kernel/answer.ts';
import type { Money } from '../../src/kernel/money.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';

const minor = (row: Row, figure: string): number => (row[figure] as Money).minor;
const node = (answer: Answer, level: string, id: string | undefined): Row =>
  answer.rows.find((row) => row['level'] === level && row['id'] === id)!;

/** One objective with two outcomes; c_a on the whole thread, c_b without a work item, W-2 without a priority, r_2 without work. */
const company: Rows = {
  account: [{ id: 'A' }, { id: 'B' }],
  contact: [
    { id: 'c1', account_id: 'A' },
    { id: 'c2', account_id: 'B' },
  ],
  opportunity: [
    { id: 'won', account_id: 'A', status: 'won', amount_minor: 1000, currency: 'EUR', opened_on: '2026-04-10', closed_on: '2026-05-10' },
    { id: 'open', account_id: 'B', status: 'open', amount_minor: 500, currency: 'EUR', opened_on: '2026-04-20' },
    { id: 'dark', status: 'won', amount_minor: 70, currency: 'EUR', opened_on: '2026-04-01', closed_on: '2026-05-11' },
  ],
  opportunity_contact: [
    { opportunity_id: 'won', contact_id: 'c1' },
    { opportunity_id: 'open', contact_id: 'c2' },
  ],
  touch: [
    { id: 't1', contact_id: 'c1', touched_on: '2026-04-01', campaign: 'A' },
    { id: 't2', contact_id: 'c1', touched_on: '2026-04-02', campaign: 'b' },
    { id: 't3', contact_id: 'c1', touched_on: '2026-04-03', campaign: 'who?' },
    { id: 't4', contact_id: 'c2', touched_on: '2026-04-15', campaign: 'a' },
    { id: 't5', contact_id: 'c2', touched_on: '2026-01-15', campaign: 'a' },
  ],
  spend: [
    { id: 's1', spent_on: '2026-04-05', campaign: 'a', amount_minor: 301, currency: 'EUR' },
    { id: 's2', spent_on: '2026-04-05', campaign: 'zzz', amount_minor: 9, currency: 'EUR' },
  ],
  work_done: [
    { id: 'x1', item: 'w-1', days: 3, done_on: '2026-04-06' },
    { id: 'x2', item: 'w_2', days: 1, done_on: '2026-04-07' },
  ],
  thread_campaign: [
    { campaign_id: 'c_a', name: 'Campaign A', item_id: 'w_1', guidepoint: '2026-Q2', foundational: false },
    { campaign_id: 'c_b', name: 'Campaign B', foundational: false },
  ],
  thread_item: [
    { item_id: 'w_1', ref: 'W-1', title: 'One', priority_id: 'r_1', foundational: false },
    { item_id: 'w_2', ref: 'W-2', title: 'Two', foundational: false },
  ],
  thread_outcome: [
    { priority_id: 'r_1', outcome_id: 'u_1', objective_id: 'o_1' },
    { priority_id: 'r_1', outcome_id: 'u_2', objective_id: 'o_1' },
    { priority_id: 'r_2', outcome_id: 'u_3', objective_id: 'o_1' },
  ],
  campaign_name: [
    { found: 'a', campaign_id: 'c_a' },
    { found: 'b', campaign_id: 'c_b' },
  ],
};
const quarter = { since: '2026-04-01', until: '2026-07-01' };

test('down the thread every link carries its touches, deals, money, spend and effort', async () => {
  const engine = await companyWith(company);
  const answer = await answerTo(engine, 'thread-down', quarter);
  const told = (level: string, id: string | undefined): unknown[] => {
    const row = node(answer, level, id);
    return [
      row.n,
      row['accounts'],
      row['opened'],
      row['won'],
      minor(row, 'linear'),
      minor(row, 'influenced'),
      minor(row, 'sourced'),
      minor(row, 'spend'),
      row['days'],
    ];
  };
  deepEqual(told('campaign', 'c_a'), [2, 2, 2, 1, 334, 1000, 1000, 301, undefined]);
  deepEqual(told('campaign', 'c_b'), [1, 1, 1, 1, 333, 1000, 0, 0, undefined]);
  deepEqual(told('campaign', undefined), [1, 1, 1, 1, 333, 1000, 0, 9, undefined]);
  deepEqual(told('item', 'w_1'), [2, 2, 2, 1, 334, 1000, 1000, 301, 3]);
  deepEqual(told('priority', 'r_1'), [2, 2, 2, 1, 334, 1000, 1000, 301, 3]);
  deepEqual(told('outcome', 'u_1'), [2, 2, 2, 1, 167, 1000, 1000, 151, 1.5]);
  deepEqual(told('outcome', 'u_2'), [2, 2, 2, 1, 167, 1000, 1000, 150, 1.5]);
  deepEqual(told('outcome', 'u_3'), [0, 0, 0, 0, 0, 0, 0, 0, 0]);
  deepEqual(told('objective', 'o_1'), [2, 2, 2, 1, 334, 1000, 1000, 301, 3]);
  deepEqual(told('guidepoint', '2026-Q2').slice(0, 8), [2, 2, 2, 1, 334, 1000, 1000, 301]);
  await engine.close();
});

test('breaks of the thread are findings with what to do', async () => {
  const engine = await companyWith(company);
  const answer = await answerTo(engine, 'thread-down', quarter);
  deepEqual(
    answer.findings.filter((f) => f.code !== 'zone-assumed').map((f) => [f.code, f.n, f.ids]),
    [
      ['dark-deals', 1, ['dark']],
      ['untracked-touches', 1, []],
      ['unlinked-campaign', 1, ['c_b']],
      ['orphan', 1, ['w_2']],
      ['starved', 1, ['u_3']],
    ],
  );
  equal(
    answer.findings.every((f) => (f.todo ?? '') !== ''),
    true,
  );
  await engine.close();
});

test('up the thread the money of a deal flows to its objective, and what breaks off stands at a node without an id', async () => {
  const engine = await companyWith(company);
  const answer = await answerTo(engine, 'thread-up', quarter);
  const links = (row: Row): unknown =>
    (row['up'] as unknown as { readonly level: string; readonly id: string | null; readonly linear: Money }[]).map((l) => [
      l.level,
      l.id,
      l.linear.minor,
    ]);
  deepEqual(links(node(answer, 'deal', 'won')), [
    ['campaign', null, 333],
    ['campaign', 'c_a', 334],
    ['campaign', 'c_b', 333],
  ]);
  deepEqual(links(node(answer, 'campaign', 'c_a')), [['item', 'w_1', 334]]);
  deepEqual(links(node(answer, 'guidepoint', '2026-Q2')), [
    ['outcome', 'u_1', 167],
    ['outcome', 'u_2', 167],
  ]);
  deepEqual(links(node(answer, 'outcome', 'u_2')), [['objective', 'o_1', 167]]);
  deepEqual(
    [node(answer, 'objective', 'o_1').n, node(answer, 'objective', 'o_1')['touches'], minor(node(answer, 'objective', 'o_1'), 'linear')],
    [1, 1, 334],
  );
  deepEqual([node(answer, 'deal', 'dark')['touches'], links(node(answer, 'deal', 'dark'))], [0, []]);
  deepEqual([minor(answer.total, 'linear'), minor(answer.total, 'reached')], [1070, 334]);
  deepEqual(answer.coverage, { have: 1, of: 2, missing: [{ why: 'won, without a counted touch', n: 1, minor: 70 }] });
  await engine.close();
});

const campaigns = ['a', 'b', 'c', 'nobody', null];

test('for random threads the levels agree with each other and with credit, to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ minor: fc.integer({ min: -9999, max: 99_999 }), touches: fc.array(fc.constantFrom(...campaigns), { maxLength: 7 }) }),
        { minLength: 1, maxLength: 25, size: 'max' },
      ),
      async (journeys) => {
        const engine = await companyWith({
          contact: journeys.map((_, i) => ({ id: `c${i}` })),
          opportunity: journeys.map((j, i) => ({
            id: `d${i}`,
            status: 'won',
            amount_minor: j.minor,
            currency: 'EUR',
            closed_on: '2026-05-01',
          })),
          opportunity_contact: journeys.map((_, i) => ({ opportunity_id: `d${i}`, contact_id: `c${i}` })),
          touch: journeys.flatMap((j, i) =>
            j.touches.map((campaign, k) => ({ id: `t${i}-${k}`, contact_id: `c${i}`, touched_on: '2026-04-01', campaign })),
          ),
          thread_campaign: [
            { campaign_id: 'c_a', name: 'A', priority_id: 'r_1' },
            { campaign_id: 'c_b', name: 'B', priority_id: 'r_2' },
            { campaign_id: 'c_c', name: 'C' },
          ],
          thread_outcome: [
            ['r_1', 'u_1', 'o_1'],
            ['r_1', 'u_2', 'o_2'],
            ['r_1', 'u_3', 'o_1'],
            ['r_2', 'u_1', 'o_1'],
          ].map(([priority_id, outcome_id, objective_id]) => ({
            priority_id: priority_id!,
            outcome_id: outcome_id!,
            objective_id: objective_id!,
          })),
          campaign_name: ['a', 'b', 'c'].map((found) => ({ found, campaign_id: `c_${found}` })),
        });
        const [down, up] = [await answerTo(engine, 'thread-down'), await answerTo(engine, 'thread-up')];
        const closed = journeys.reduce((sum, j) => sum + j.minor, 0);
        const dark = journeys.filter((j) => j.touches.length === 0).reduce((sum, j) => sum + j.minor, 0);
        const sumOf = (answer: Answer, level: string, figure: string): number =>
          answer.rows.filter((row) => row['level'] === level).reduce((sum, row) => sum + minor(row, figure), 0);
        for (const model of ['first', 'last', 'linear']) equal(sumOf(down, 'campaign', model) + dark, closed);
        for (const level of ['campaign', 'item', 'priority', 'outcome', 'objective'])
          equal(sumOf(up, level, 'linear') + dark, closed, level);
        equal(sumOf(up, 'deal', 'linear'), closed);
        for (const level of ['priority', 'outcome', 'objective']) {
          const credit = await answerTo(engine, 'credit', { by: [level] });
          for (const row of credit.rows.filter((r) => r['id'] !== undefined)) {
            const same = node(down, level, row['id'] as string);
            for (const figure of ['first', 'last', 'linear', 'influenced', 'sourced'])
              deepEqual(same[figure], row[figure], `${level} ${figure}`);
            deepEqual(node(up, level, row['id'] as string)['linear'], row['linear']);
          }
        }
        await engine.close();
      },
    ),
    { numRuns: 10 },
  );
});
