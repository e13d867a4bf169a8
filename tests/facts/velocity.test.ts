/** Velocity, win rates, coverage and ageing, counted by hand. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';

const EUR = { name: 'T', zone: 'UTC', currency: 'EUR' };
const eur = (minor: number): { minor: number; currency: string } => ({ minor, currency: 'EUR' });

/** 50 open deals; 10 won of 10,000.00 after 30 days and 40 lost: the published example. */
const EXAMPLE: Rows = {
  opportunity: [
    ...Array.from({ length: 50 }, (_, i) => ({
      id: `o${i}`,
      status: 'open',
      opened_on: '2026-06-01',
      amount_minor: 1_000_000,
      currency: 'EUR',
    })),
    ...Array.from({ length: 10 }, (_, i) => ({
      id: `w${i}`,
      status: 'won',
      opened_on: '2026-04-01',
      closed_on: '2026-05-01',
      amount_minor: 1_000_000,
      currency: 'EUR',
    })),
    ...Array.from({ length: 40 }, (_, i) => ({
      id: `l${i}`,
      status: 'lost',
      opened_on: '2026-03-01',
      closed_on: '2026-05-02',
      amount_minor: 0,
      currency: 'EUR',
    })),
  ],
};

test('the published example: 50 × 10,000 × 20 % ÷ 30 days are 3,333.33 a day, each part opened', async () => {
  const engine = await companyWith(EXAMPLE, EUR);
  const { total } = await answerTo(engine, 'velocity', { since: '2026-04-01' });
  deepEqual([total['velocity'], total['opportunities'], total['value'], total['cycle']], [eur(333_333), 50, eur(1_000_000), 30]);
  equal((total['winRate'] as { value: number }).value, 0.2);
  ok((total['velocityLow'] as { minor: number }).minor < 333_333 && (total['velocityHigh'] as { minor: number }).minor > 333_333);
  const thin = await answerTo(engine, 'velocity', { since: '2026-06-01' });
  deepEqual([thin.total['velocity'], thin.findings[0]!.code], [null, 'too-thin']);
  await engine.close();
});

test('two readings of a win rate are named; lost deals without an amount are not in the one by value', async () => {
  const engine = await companyWith(EXAMPLE, EUR);
  const { total, findings, coverage } = await answerTo(engine, 'win-rate', { since: '2026-04-01' });
  const [closed, began] = [total['closed'], total['began']] as unknown as {
    won: number;
    lost: number;
    byValue: number | null;
    open: number;
    immature: boolean;
  }[];
  deepEqual([closed!.won, closed!.lost, closed!.byValue], [10, 40, null]);
  deepEqual([began!.won, began!.open, began!.immature], [10, 50, true]);
  equal(findings.find(({ code }) => code === 'immature')?.n, 50);
  equal(coverage.missing[0]?.n, 40);
  await engine.close();
});

test('coverage is what is open and expected ÷ what is missing; what nobody dated is not counted, and said', async () => {
  const engine = await companyWith(
    {
      opportunity: [
        { id: 'w', status: 'won', opened_on: '2026-03-01', closed_on: '2026-04-10', amount_minor: 20_000, currency: 'EUR' },
        { id: 'l', status: 'lost', opened_on: '2026-03-01', closed_on: '2026-04-11' },
        { id: 'a', status: 'open', opened_on: '2026-03-01', expected_on: '2026-06-01', amount_minor: 120_000, currency: 'EUR' },
        { id: 'b', status: 'open', opened_on: '2026-03-01', expected_on: '2026-02-01', amount_minor: 7000, currency: 'EUR' },
        { id: 'c', status: 'open', opened_on: '2026-03-01', amount_minor: 5000, currency: 'EUR' },
      ],
    },
    EUR,
  );
  const period = { since: '2026-04-01', until: '2026-07-01', asOf: '2026-05-01' };
  const { total, findings } = await answerTo(engine, 'pipeline-coverage', { ...period, target: 80_000 });
  deepEqual([total['coverage'], total['missing'], total['pipeline']], [2, eur(60_000), eur(120_000)]);
  equal((total['needed'] as { value: number }).value, 2);
  deepEqual(
    findings.map(({ code, minor }) => [code, minor]),
    [
      ['overdue-deals', 7000],
      ['undated', 5000],
    ],
  );
  const open = await answerTo(engine, 'pipeline-coverage', period);
  deepEqual([open.total['coverage'], open.findings[0]!.code], [null, 'no-target']);
  const done = await answerTo(engine, 'pipeline-coverage', { ...period, target: 20_000 });
  deepEqual([done.total['coverage'], done.findings[0]!.code], [null, 'target-reached']);
  await engine.close();
});

test('deals are at risk where they stand longer in their stage than nine in ten won ones did; thin stages say nothing', async () => {
  const won = Array.from({ length: 10 }, (_, i) => ({
    id: `w${i}`,
    status: 'won',
    stage: 'Won',
    opened_on: '2026-01-01',
    closed_on: `2026-02-${10 + i}`,
  }));
  const engine = await companyWith(
    {
      opportunity: [
        ...won,
        { id: 'slow', status: 'open', stage: 'Offer', opened_on: '2026-01-01', amount_minor: 500, currency: 'EUR' },
        { id: 'fresh', status: 'open', stage: 'Offer', opened_on: '2026-03-01', amount_minor: 900, currency: 'EUR' },
        { id: 'rare', status: 'open', stage: 'Legal', opened_on: '2026-01-01', amount_minor: 70, currency: 'EUR' },
      ],
      stage_entry: [
        ...won.map(({ id }, i) => ({ opportunity_id: id, stage: 'Offer', seq: 10, entered_on: `2026-02-0${(i % 5) + 1}` })),
        { opportunity_id: 'slow', stage: 'Offer', seq: 10, entered_on: '2026-02-01' },
        { opportunity_id: 'fresh', stage: 'Offer', seq: 10, entered_on: '2026-03-05' },
        { opportunity_id: 'rare', stage: 'Legal', seq: 10, entered_on: '2026-01-02' },
      ],
    },
    EUR,
  );
  const { rows, total, findings } = await answerTo(engine, 'at-risk', { asOf: '2026-03-10' });
  const [offer, legal] = [rows.find(({ key }) => key === 'Offer')!, rows.find(({ key }) => key === 'Legal')!];
  deepEqual(
    [offer['atRisk'], offer['atRiskMoney'], offer['wonDeals'], legal['atRisk'], legal['typicalDays']],
    [1, eur(500), 10, null, null],
  );
  deepEqual(
    (offer['deals'] as { id: string; days: number }[]).map(({ id, days }) => [id, days]),
    [['slow', 37]],
  );
  deepEqual([total['atRisk'], total['atRiskMoney']], [1, eur(500)]);
  match(findings[0]!.text, /longer in its stage than nine in ten/);
  await engine.close();
});
