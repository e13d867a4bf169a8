/** Who reached which stage when is one answer, whether signs and first touches stand worked out or not, on any as-of. */
import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { journeysKept, keepJourneys } from '../../src/facts/journey/store.ts';
import type { Engine } from '../../src/facts/engine.ts';
import { projectStages } from '../../src/facts/loads/stage-rules.ts';
import type { Params } from '../../src/facts/questions/question.ts';
import { ask } from '../../src/facts/questions/registry.ts';
import { headOf } from '../../src/facts/questions/head.ts';
import { stageEntered } from '../../src/facts/questions/stage-entered.ts';
import { addDays } from '../../src/kernel/day.ts';
import { companyWith, LOAD, type Rows } from './company.ts';
import { journeyRows } from './random-journeys.ts';
import { at } from './signed.ts';

const STAGES = [
  at('Met', 'touch', 'marketing'),
  at('Known', 'lead', 'marketing'),
  at('Talking', ['Intro', 'Demo']),
  at('Offer', ['Offer']),
  at('Over', ['Closed Won', 'Closed Lost']),
  at('Closed', 'closed'),
];
const stage = fc.constantFrom('Intro', 'demo ', 'Offer', 'Legal', 'Closed Won', 'Closed Lost');
const day = fc.integer({ min: 0, max: 420 }).map((n) => addDays('2025-01-01', n));
const staged = fc.record({
  entries: fc.array(fc.record({ deal: fc.nat({ max: 8 }), stage, on: fc.option(day, { nil: null, freq: 6 }) }), { maxLength: 24 }),
  stands: fc.array(fc.option(stage, { nil: null }), { minLength: 9, maxLength: 9 }),
  /** What a later load said of where deals stand. */
  seen: fc.array(fc.option(stage, { nil: null }), { minLength: 9, maxLength: 9 }),
  skipped: fc.constantFrom('passed', 'left-out'),
});

const withStages = (rows: Rows, { entries, stands, seen }: Stage): Rows => {
  const deals = rows['opportunity']!;
  const nth = new Map<string, number>();
  return {
    ...rows,
    load: [{ ...LOAD, n: 2, loaded_at: '2025-07-01 09:00:00' }],
    load_field: [1, 2].map((load) => ({ load, entity: 'opportunity', field: 'stage' })),
    opportunity: deals.map((deal, i) => ({ ...deal, stage: seen[i]! })),
    opportunity_row: deals.flatMap(({ id }, i) => [
      { id: id as string, stage: stands[i]!, load: 1 },
      { id: id as string, stage: seen[i]!, load: 2 },
    ]),
    stage_entry: entries
      .filter(({ deal }) => deal < deals.length)
      .map(({ deal, stage: name, on }) => {
        const n = (nth.get(`${deal} ${name}`) ?? 0) + 1;
        nth.set(`${deal} ${name}`, n);
        return { opportunity_id: `d${deal}`, stage: name, seq: n * 10 + (name.startsWith('Closed') ? 9 : 0), entered_on: on };
      }),
  };
};
type Stage = {
  readonly entries: readonly { readonly deal: number; readonly stage: string; readonly on: string | null }[];
  readonly stands: readonly (string | null)[];
  readonly seen: readonly (string | null)[];
};

const ASKED: readonly (readonly [string, Params])[] = [
  ['funnel', { from: 'Talking' }],
  ['funnel', { from: 'Talking', to: 'Over', by: ['opened:quarter'] }],
  ['funnel', { from: 'touch', to: 'Offer' }],
  ['funnel', { from: 'Met', to: 'won', by: ['channel'] }],
  ['funnel', { from: 'lead', to: 'Closed' }],
  ['lag-curve', { from: 'Known', to: 'Offer' }],
  ['lag', { from: 'Offer', to: 'Over' }],
  ['velocity', {}],
  ['funnel-steps', { from: 'touched' }],
  ['funnel-steps', { from: 'lead' }],
  ['funnel-steps', { from: 'opened' }],
  ['funnel-steps', { from: 'opened', view: 'calendar', since: '2025-04-01', until: '2025-10-01' }],
  ['funnel-steps', { from: 'touched', view: 'calendar', since: '2025-04-01', until: '2025-10-01' }],
];
const DAYS = ['2025-06-30', '2025-07-01', '2026-12-31'];

const answers = async (engine: Engine): Promise<unknown[]> => {
  const found: unknown[] = [];
  for (const asOf of DAYS) {
    for (const [question, params] of ASKED) {
      const answer = await ask(engine, question, { ...params, asOf });
      ok(answer.ok, JSON.stringify(answer));
      found.push([question, params, asOf, answer.value.tables]);
    }
    found.push(await stageEntered(engine, await headOf(engine, 'stages', { asOf }), STAGES));
  }
  return found;
};

test('every question about stages has one answer on every day, kept or not', async () => {
  await fc.assert(
    fc.asyncProperty(journeyRows, staged, async (rows, { skipped, ...stages }) => {
      const engine = await companyWith(withStages(rows, stages));
      try {
        await engine.write((tx) =>
          projectStages(tx, [{ version: 1, since: '2025-01-01', until: null, signedOn: '2025-01-01', skipped, stages: STAGES }]),
        );
        const slowly = await answers(engine);
        await keepJourneys(engine);
        ok(await journeysKept(engine));
        const kept = await answers(engine);
        for (const [i, answer] of slowly.entries()) deepEqual(kept[i], answer);
      } finally {
        await engine.close();
      }
    }),
    { numRuns: 3 },
  );
});
