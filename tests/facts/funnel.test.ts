import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Estimate, Row } from '../../src/kernel/answer.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';

const asked = async (rows: Rows, question: string, params: Parameters<typeof answerTo>[2]): Promise<Answer> => {
  const engine = await companyWith(rows);
  const answer = await answerTo(engine, question, params);
  await engine.close();
  return answer;
};
const codes = (answer: Answer): string[] => answer.findings.map((f) => f.code);
const figures = (row: Row, ...names: string[]): unknown[] => names.map((name) => row[name]);

const deals: Rows = {
  opportunity: [
    { id: 'a', status: 'won', stage: 'Won', opened_on: '2026-01-01', closed_on: '2026-02-10' },
    { id: 'b', status: 'lost', stage: 'Lost', opened_on: '2026-01-05', closed_on: '2026-01-25' },
    { id: 'c', status: 'open', stage: 'Demo', opened_on: '2026-01-10' },
    { id: 'd', status: 'open', stage: 'Demo' },
    { id: 'e', status: 'won', stage: 'Won', opened_on: '2026-03-01', closed_on: '2026-02-20' },
  ],
  stage_entry: [
    { opportunity_id: 'a', stage: 'Demo', seq: 1, entered_on: '2026-01-11' },
    { opportunity_id: 'a', stage: 'Offer', seq: 2, entered_on: '2026-01-31' },
    { opportunity_id: 'a', stage: 'Demo', seq: 3, entered_on: '2026-02-05' },
    { opportunity_id: 'b', stage: 'demo', seq: 1, entered_on: '2026-01-15' },
  ],
};

test('stages are milestones whatever their case, by the first day they were entered; one without a recorded entry counts, undated', async () => {
  const answer = await asked(deals, 'funnel', { from: 'DEMO', to: 'offer' });
  deepEqual(figures(answer.total, 'n', 'converted'), [4, 1]);
  deepEqual(answer.coverage, { have: 2, of: 4, missing: [{ why: 'no day for "DEMO"', n: 2 }] });
  const lag = await asked(deals, 'lag', { from: 'opened', to: 'demo' });
  deepEqual(figures(lag.total, 'n', 'min', 'max', 'undated'), [2, 10, 10, 2]);
});

test('an opened deal is followed to closed, won and lost, and each keeps its own count', async () => {
  for (const [to, converted] of [
    ['closed', 3],
    ['won', 2],
    ['lost', 1],
  ] as const)
    deepEqual(figures((await asked(deals, 'funnel', { to })).total, 'n', 'converted'), [5, converted]);
});

test('a lag tells those not yet there from those who ended otherwise', async () => {
  const answer = await asked(deals, 'lag', { to: 'won' });
  deepEqual(figures(answer.total, 'n', 'min', 'median', 'max', 'waiting', 'never'), [2, -9, 15.5, 40, 2, 1]);
  deepEqual(answer.coverage.missing, [
    { why: 'not yet "won" by 2026-03-01', n: 2 },
    { why: 'ended otherwise, so never "won"', n: 1 },
  ]);
  deepEqual(answer.findings.find((f) => f.code === 'negative-lag')?.ids, ['e']);
});

test('nothing dated after the as-of is used: what closed later was open then, what opened later was not there', async () => {
  const { total, asOf } = await asked(deals, 'deals', { asOf: '2026-02-15' });
  deepEqual([asOf, ...figures(total, 'n', 'open', 'won', 'lost')], ['2026-02-15', 4, 2, 1, 1]);
  deepEqual(figures((await asked(deals, 'funnel', { asOf: '2026-02-15' })).total, 'n', 'converted'), [4, 1]);
});

test('the as-of is the last day the data speak of, and never after today', async () => {
  const typo: Rows = {
    opportunity: [
      { id: 'a', status: 'won', closed_on: '2026-02-10' },
      { id: 'b', status: 'won', closed_on: '2108-02-10' },
    ],
  };
  equal((await asked(typo, 'deals', {})).asOf, '2108-02-10');
  equal((await asked(typo, 'deals', { today: '2026-05-12' })).asOf, '2026-02-10');
  equal((await asked({}, 'deals', { today: '2026-05-12' })).asOf, '2026-05-12');
  deepEqual(figures((await asked(typo, 'deals', { today: '2026-05-12' })).total, 'won', 'open'), [1, 1]);
});

const leads: Rows = {
  lead: [
    { id: 'l1', created_on: '2026-01-01' },
    { id: 'l2', created_on: '2026-01-15' },
    { id: 'l3', created_on: '2026-02-01' },
    { id: 'l4', created_on: '2026-03-20' },
    { id: 'l5' },
  ],
  opportunity: [
    { id: 'first', lead_id: 'l2', status: 'won', closed_on: '2026-02-14', product: 'P' },
    { id: 'second', lead_id: 'l2', status: 'won', closed_on: '2026-03-30', product: 'Q' },
    { id: 'd3', lead_id: 'l3', status: 'won', closed_on: '2026-03-30', product: 'P' },
    { id: 'stray', lead_id: 'nobody', status: 'won', closed_on: '2026-03-01' },
    { id: 'd5', lead_id: 'l5', status: 'won', closed_on: '2026-03-01' },
  ],
};

test('a lead with several won deals converts once, on the day of the first', async () => {
  const answer = await asked(leads, 'funnel', {});
  deepEqual(figures(answer.total, 'n', 'converted'), [5, 3]);
  const lag = await asked(leads, 'lag', { by: ['product'] });
  deepEqual(
    lag.rows.map((row) => figures(row, 'key', 'n', 'median', 'undated')),
    [
      ['P', 2, 43.5, undefined],
      ['(blank)', 0, undefined, 1],
    ],
  );
});

test('a deal that names no lead is in no row and is spoken of', async () => {
  const answer = await asked(leads, 'funnel', {});
  deepEqual(answer.findings.find((f) => f.code === 'unlinked-deals')?.ids, ['stray']);
});

test('a window counts those watched to its end, the day itself included', async () => {
  const within = async (asOf: string): Promise<unknown> =>
    (await asked(leads, 'funnel', { within: [30], since: '2026-01-01', until: '2026-02-02', asOf })).total['within'];
  const share = (hits: number, n: number, rest: object): unknown => ({ 30: { n, converted: hits, ...rest } });
  const strip = (w: unknown): unknown =>
    Object.fromEntries(
      Object.entries(w as { [d: string]: { [f: string]: unknown } }).map(([d, own]) => [
        d,
        Object.fromEntries(Object.entries(own).filter(([f]) => f !== 'rate')),
      ]),
    );
  deepEqual(strip(await within('2026-03-31')), share(1, 3, { immature: false }));
  deepEqual(strip(await within('2026-02-14')), share(1, 2, { immature: true, notYet: 1 }));
  deepEqual(strip(await within('2026-02-13')), share(0, 1, { immature: true, notYet: 2 }));
});

test('a cohort before the first recorded conversion is marked, and how much is missing is judged', async () => {
  const answer = await asked(leads, 'funnel', { by: ['created:month'] });
  deepEqual(
    answer.rows.map((row) => figures(row, 'key', 'leftTruncated')),
    [
      ['(blank)', false],
      ['2026-01', true],
      ['2026-02', true],
      ['2026-03', false],
    ],
  );
  ok(answer.findings.find((f) => f.code === 'left-truncated')!.text.includes('little is missing'));
});

test('a group in which nobody converted has a rate of 0 with an interval, and one without anybody has none', async () => {
  const answer = await asked(leads, 'funnel', { by: ['created:month'] });
  const march = answer.rows.find((row) => row.key === '2026-03')!['rate'] as Estimate;
  deepEqual([march.value, march.low], [0, 0]);
  ok(march.high > 0.7);
  equal((await asked({}, 'funnel', {})).total['rate'], null);
});

test('a company without a zone or a currency is told so, and one with both is not', async () => {
  const money: Rows = { opportunity: [{ id: 'a', status: 'won', closed_on: '2026-02-10', amount_minor: 5 }] };
  const engine = await companyWith(money, { name: 'Bare' });
  deepEqual(codes(await answerTo(engine, 'deals')).toSorted(), ['no-currency', 'no-lost-deals', 'zone-assumed']);
  await engine.close();
  const full = await companyWith(
    { opportunity: [{ ...money['opportunity']![0], currency: 'EUR' }] },
    { name: 'Full', zone: 'Europe/Berlin', currency: 'EUR' },
  );
  const answer = await answerTo(full, 'deals');
  deepEqual(
    [codes(answer), answer.total['wonSum'], answer.company, answer.loads],
    [['no-lost-deals'], { minor: 5, currency: 'EUR' }, 'Full', [1]],
  );
  await full.close();
});
