/** The written rule of docs/stages.md, case by case: what the funnel counts, what velocity counts, what the conversion says. */
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/kernel/answer.ts';
import { answerTo } from './answer-to.ts';
import type { Rows } from './company.ts';
import { at, signedCompany } from './signed.ts';

const STAGES = [at('Qualified', ['Discovery', 'Intro']), at('Demo', ['Demo']), at('Offer', ['Offer', 'Quote']), at('Closed', 'won')];

type Entry = readonly [stage: string, day: string | null, nth?: number];
type Case = {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly deal?: { readonly [column: string]: string | number | null };
  /** Steps reached after the opening (Qualified, Demo, Offer, Closed), skips passed; `out`: where they are left out, if otherwise. */
  readonly reached: string;
  readonly out?: string;
  /** Days from Demo to the close of the deal, as the lag counts them; null: no such lag. */
  readonly lag: number | null;
  readonly lagOut?: number | null;
  /** Days in Demo that the median of the funnel's next step rests on. */
  readonly demoToOffer: number | null;
  readonly demoToOfferOut?: number | null;
  readonly finding?: string;
};
const WON = { status: 'won', closed_on: '2026-03-31' };
const CASES: readonly Case[] = [
  {
    name: 'in order',
    entries: [
      ['Discovery', '2026-02-01'],
      ['Demo', '2026-02-10'],
      ['Offer', '2026-03-01'],
    ],
    deal: WON,
    reached: 'QDOC',
    lag: 49,
    demoToOffer: 19,
  },
  {
    name: 'a stage is skipped',
    entries: [
      ['Discovery', '2026-02-01'],
      ['Offer', '2026-03-01'],
    ],
    deal: WON,
    reached: 'QDOC',
    out: 'QOC',
    lag: 30,
    lagOut: null,
    demoToOffer: null,
  },
  {
    name: 'it falls back',
    entries: [
      ['Discovery', '2026-02-01'],
      ['Demo', '2026-02-10'],
      ['Offer', '2026-03-01'],
      ['Demo', '2026-03-05', 2],
    ],
    reached: 'QDO',
    lag: null,
    demoToOffer: 19,
  },
  {
    name: 'out of order',
    entries: [
      ['Offer', '2026-02-20'],
      ['Demo', '2026-03-01'],
    ],
    deal: WON,
    reached: 'QDOC',
    out: 'DOC',
    lag: 39,
    lagOut: 30,
    demoToOffer: null,
  },
  {
    name: 'opened again after it was won',
    entries: [
      ['Demo', '2026-02-10'],
      ['Closed Won', '2026-02-20'],
      ['Offer', '2026-03-01'],
    ],
    reached: 'QDO',
    out: 'DO',
    lag: null,
    demoToOffer: 19,
    finding: 'reopened',
  },
  {
    name: 'opened again and won at last',
    entries: [
      ['Demo', '2026-02-10'],
      ['Closed Lost', '2026-02-20'],
      ['Offer', '2026-03-01'],
      ['Closed Won', '2026-03-31'],
    ],
    deal: WON,
    reached: 'QDOC',
    out: 'DOC',
    lag: 49,
    demoToOffer: 19,
  },
  {
    name: 'two stages on one day, the later one named first',
    entries: [
      ['Offer', '2026-02-10'],
      ['Demo', '2026-02-10'],
    ],
    deal: WON,
    reached: 'QDOC',
    out: 'DOC',
    lag: 49,
    demoToOffer: 0,
  },
  {
    name: 'a stage that no definition names',
    entries: [
      ['Demo', '2026-02-10'],
      ['Legal review', '2026-02-20'],
      ['Offer', '2026-03-01'],
    ],
    deal: WON,
    reached: 'QDOC',
    out: 'DOC',
    lag: 49,
    demoToOffer: 19,
    finding: 'unknown-stages',
  },
  {
    name: 'two stages of the CRM that mean one',
    entries: [
      ['Intro', '2026-02-01'],
      ['Discovery', '2026-02-05'],
      ['Demo', '2026-02-10'],
      ['Offer', '2026-03-01'],
      ['Quote', '2026-03-02'],
    ],
    deal: WON,
    reached: 'QDOC',
    lag: 49,
    demoToOffer: 19,
  },
  {
    name: 'a stage dated after the close',
    entries: [
      ['Discovery', '2026-02-01'],
      ['Demo', '2026-02-10'],
      ['Offer', '2026-04-05'],
    ],
    deal: WON,
    reached: 'QDOC',
    lag: 49,
    demoToOffer: 49,
    finding: 'entry-after-close',
  },
  {
    name: 'it stands in a stage and nobody knows since when',
    entries: [],
    deal: { stage: 'Demo' },
    reached: 'QD',
    out: 'D',
    lag: null,
    demoToOffer: null,
  },
  {
    name: 'lost: nothing is passed by losing, whatever the CRM calls it',
    entries: [
      ['Discovery', '2026-02-01'],
      ['Closed Lost', '2026-03-01'],
    ],
    deal: { status: 'lost', closed_on: '2026-03-01' },
    reached: 'Q',
    lag: null,
    demoToOffer: null,
  },
  {
    name: 'after the as-of',
    entries: [
      ['Discovery', '2026-02-01'],
      ['Demo', '2026-07-01'],
    ],
    reached: 'Q',
    lag: null,
    demoToOffer: null,
  },
];
const rowsOf = ({ entries, deal }: Case): Rows => ({
  opportunity: [{ id: 'd', account_id: 'a', status: 'open', opened_on: '2026-01-20', amount_minor: 100, currency: 'EUR', ...deal }],
  stage_entry: entries.map(([stage, day, nth = 1]) => ({
    opportunity_id: 'd',
    stage,
    seq: nth * 10 + (stage.startsWith('Closed') ? 9 : 0),
    entered_on: day,
  })),
});
const ASOF = { asOf: '2026-06-30' };
const reachedIn = ({ rows }: Answer): string =>
  rows
    .slice(1)
    .map(({ key, n }) => (n > 0 ? key[0] : ''))
    .join('');
const medianAt = ({ rows }: Answer, step: string): unknown =>
  (rows.find(({ key }) => key === step)!['days'] as { median: number } | null)?.median ?? null;

for (const one of CASES)
  for (const skipped of ['passed', 'left-out'] as const)
    test(`${one.name}, skips ${skipped}`, async () => {
      const engine = await signedCompany(rowsOf(one), { stages: STAGES, skipped });
      const out = skipped === 'left-out';
      const steps = await answerTo(engine, 'funnel-steps', { from: 'opened', ...ASOF });
      const reached = out ? (one.out ?? one.reached) : one.reached;
      equal(reachedIn(steps), reached);
      equal(medianAt(steps, 'Offer'), out && one.demoToOfferOut !== undefined ? one.demoToOfferOut : one.demoToOffer);
      equal(one.finding === undefined || steps.findings.some(({ code }) => code === one.finding), true);
      const won = await answerTo(engine, 'funnel', { from: 'Qualified', to: 'won', ...ASOF });
      deepEqual(
        [won.total.n, won.total['converted']],
        [reached.includes('Q') ? 1 : 0, reached.includes('Q') && reached.includes('C') ? 1 : 0],
      );
      // Velocity counts as qualified what reached the first stage that sales owns.
      const velocity = await answerTo(engine, 'velocity', ASOF);
      equal(velocity.total.n, reached.includes('Q') ? 1 : 0);
      const lag = await answerTo(engine, 'lag', { from: 'Demo', to: 'won', ...ASOF });
      equal((lag.total['median'] as number | undefined) ?? null, out && one.lagOut !== undefined ? one.lagOut : one.lag);
      await engine.close();
    });

test('times in a stage are added up, a move within one defined stage is no new entry, and the last entry counts for the age', async () => {
  const won = Array.from({ length: 10 }, (_, i) => ({ id: `w${i}`, status: 'won', opened_on: '2026-01-01', closed_on: '2026-03-01' }));
  const entry = (id: string, stage: string, on: string, nth = 1) => ({ opportunity_id: id, stage, seq: nth * 10, entered_on: on });
  const engine = await signedCompany(
    {
      opportunity: [...won, { id: 'o', status: 'open', opened_on: '2026-01-01' }],
      stage_entry: [
        // Ten days in Demo, back to Qualified for five, ten more days in Demo.
        ...won.flatMap(({ id }) => [
          entry(id, 'Demo', '2026-01-10'),
          entry(id, 'Discovery', '2026-01-20'),
          entry(id, 'Legal review', '2026-01-22'),
          entry(id, 'Demo', '2026-01-25', 2),
          entry(id, 'Offer', '2026-02-04'),
        ]),
        entry('o', 'Intro', '2026-01-02'),
        entry('o', 'Demo', '2026-01-05'),
        entry('o', 'Intro', '2026-02-01', 2),
        entry('o', 'Discovery', '2026-02-15'),
      ],
    },
    { stages: STAGES },
  );
  const { rows } = await answerTo(engine, 'at-risk', { asOf: '2026-03-10' });
  deepEqual(
    rows.map(({ key, n, typicalDays, medianDays }) => [key, n, typicalDays, medianDays]),
    // Since 1 February it stands in Qualified again, whatever the CRM calls it; won deals stood there five days.
    [['Qualified', 1, 5, 37]],
  );
  await engine.close();
});
