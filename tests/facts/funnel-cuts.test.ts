/** The funnel cut by links of the thread and by segments: through the lead's campaign, each row true of itself. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/kernel/answer.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';

const EUR = { name: 'T', zone: 'UTC', currency: 'EUR' };
const lead = (id: string, campaign: string | null, account = `a-${id}`) => ({
  id,
  campaign,
  account_id: account,
  created_on: '2026-01-05',
});
const deal = (id: string, from: string, status: string) => ({
  id,
  lead_id: from,
  account_id: `a-${from}`,
  status,
  opened_on: '2026-01-20',
  amount_minor: 100,
  currency: 'EUR',
  ...(status !== 'open' && { closed_on: '2026-02-20' }),
});
/** Fair serves priority r_1 with two outcomes, mail r_2 with one; ads has no work; "lost name" is nobody's; one lead names none. */
const ROWS: Rows = {
  account: ['1', '2', '3', '4', '5', '6'].map((n) => ({ id: `a-${n}`, attrs: { size: Number(n) > 3 ? 'large' : 'small' } })),
  lead: [lead('1', 'Fair'), lead('2', ' fair '), lead('3', 'mail'), lead('4', 'ads'), lead('5', 'lost name'), lead('6', null)],
  opportunity: [deal('d1', '1', 'won'), deal('d2', '2', 'lost'), deal('d3', '3', 'won'), deal('d4', '4', 'open'), deal('d5', '5', 'won')],
  campaign_name: ['fair', 'mail', 'ads'].map((found) => ({ found, campaign_id: `c_${found}` })),
  thread_campaign: [
    { campaign_id: 'c_fair', name: 'The fair', item_id: 'w_1', priority_id: 'r_1', foundational: false },
    { campaign_id: 'c_mail', name: 'The mail', item_id: 'w_2', priority_id: 'r_2', foundational: false },
    { campaign_id: 'c_ads', name: 'The ads', foundational: false },
  ],
  thread_item: [
    { item_id: 'w_1', ref: 'W-1', title: 'Fair', priority_id: 'r_1', foundational: false },
    { item_id: 'w_2', ref: 'W-2', title: 'Mail', priority_id: 'r_2', foundational: false },
  ],
  thread_outcome: [
    { priority_id: 'r_1', outcome_id: 'u_1', objective_id: 'o_1' },
    { priority_id: 'r_1', outcome_id: 'u_2', objective_id: 'o_1' },
    { priority_id: 'r_2', outcome_id: 'u_2', objective_id: 'o_1' },
  ],
};
/** Of each key: how many entered, and how many of them are won. */
const ends = ({ rows }: Answer): { readonly [key: string]: readonly [number, number] } =>
  Object.fromEntries(
    [...Map.groupBy(rows, (row) => (typeof row['cut'] === 'string' ? row['cut'] : row.key))].map(([key, steps]) => [
      key,
      [steps[0]!.n, steps.at(-1)!.n] as const,
    ]),
  );
test('by campaign, priority and outcome the funnel goes through the campaign that the lead names; breaks say where', async () => {
  const engine = await companyWith(ROWS, EUR);
  const by = async (cut: string, from = 'lead') => await answerTo(engine, 'funnel-steps', { by: [cut], from });
  const campaigns = await by('campaign');
  equal(ends(campaigns)['c_fair']?.join() ?? ends(campaigns)['The fair']?.join(), '2,1');
  const priorities = ends(await by('priority'));
  deepEqual(
    [priorities['r_1'], priorities['r_2']],
    [
      [2, 1],
      [1, 1],
    ],
  );
  equal(
    Object.values(priorities).reduce((sum, [n]) => sum + n, 0),
    6,
    'a priority splits nobody',
  );
  // u_2 is served by both priorities: its leads are those of both, and the rows count more than the total.
  const outcomes = await by('outcome');
  deepEqual([ends(outcomes)['u_1'], ends(outcomes)['u_2'], outcomes.total.n], [[2, 1], [3, 2], 6]);
  match(outcomes.definition, /A lead belongs to the campaign it names, a deal to that of its lead/);
  match(outcomes.definition, /rows can count more than the total/);
  // An objective is reached by several ways, and a lead stands under it once.
  deepEqual(ends(await by('objective'))['o_1'], [3, 2]);
  // Deals go through their lead.
  deepEqual(ends(await by('priority', 'opened'))['r_1'], [2, 1]);
  const velocity = await answerTo(engine, 'win-rate', { by: ['outcome'] });
  deepEqual(
    velocity.rows
      .filter(({ key }) => key.startsWith('u_'))
      .map(({ key, closed }) => [key, (closed as { won: number; lost: number }).won])
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    [
      ['u_1', 1],
      ['u_2', 2],
    ],
  );
  // An objective that two outcomes serve still counts each deal once.
  const ofObjective = async (question: string): Promise<unknown> =>
    (await answerTo(engine, question, { by: ['objective'] })).rows.find(({ key }) => key === 'o_1')?.n;
  for (const question of ['win-rate', 'velocity', 'deals', 'funnel', 'ageing'])
    equal(await ofObjective(question), question === 'ageing' ? undefined : 3, question);
  const filtered = await answerTo(engine, 'win-rate', { where: ['objective=o_1'] });
  equal(filtered.total.n, 3);
  const both = await answerTo(engine, 'deals', { by: ['objective', 'outcome'] });
  deepEqual(
    both.rows
      .filter(({ key }) => key.startsWith('o_1'))
      .map(({ key, n }) => [key, n])
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    [
      ['o_1 · u_1', 2],
      ['o_1 · u_2', 3],
    ],
  );
  await engine.close();
});

const segment = (id: string, name: string, values: readonly string[]) => ({
  segment_id: id,
  name,
  definition: JSON.stringify({ of: 'account', where: { join: 'all', parts: [{ on: 'account', field: 'size', test: 'one-of', values }] } }),
});

test('by segment a row is true of its segment; segments overlap, and the answer says by how much', async () => {
  const engine = await companyWith(
    {
      ...ROWS,
      attribute: [{ entity: 'account', name: 'size', kind: 'text' }],
      segment: [segment('s_large', 'Large', ['large']), segment('s_all', 'Any size', ['large', 'small'])],
    },
    EUR,
  );
  const answer = await answerTo(engine, 'funnel-steps', { by: ['segment'], from: 'lead' });
  deepEqual([ends(answer)['Large'], ends(answer)['Any size'], answer.total.n], [[3, 1], [6, 3], 6]);
  match(answer.definition, /Segments may overlap/);
  await engine.close();
});
