/**
 * Credit is one set of numbers, however it is counted: row by row by an oracle, by the passes over numbers made of rows, by those over
 * kept journeys, here and in a worker; to the minor unit, under touch rules with repeats, with visitors, late and likely touches.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import type { Engine } from '../../src/facts/engine.ts';
import { keepJourneys } from '../../src/facts/journey/store.ts';
import { resolveCuts } from '../../src/facts/questions/cut.ts';
import { headOf } from '../../src/facts/questions/head.ts';
import { creditParts, periodBound } from '../../src/facts/questions/journeys.ts';
import type { Params } from '../../src/facts/questions/question.ts';
import { ask } from '../../src/facts/questions/registry.ts';
import { fill, rowsOf, sqlOf } from '../../src/facts/questions/statement.ts';
import { FIRST_RULES } from '../../src/facts/questions/touch-rules.ts';
import { openOffLoop } from '../../src/server/house/off-loop.ts';
import { modelled } from '../../src/server/operations/ask/modelled.ts';
import { modelsOf } from '../../src/server/operations/ask/models-of.ts';
import { SOURCES } from '../../src/models/attribution/sourced.ts';
import { creditIn, creditHalfLife, type Credit } from '../../src/views/answers/credit.ts';
import { dress } from '../../src/views/answers/registry.ts';
import { companyWith } from './company.ts';
import { creditSums, type Sourced, type Walked } from './credit-oracle.ts';
import { journeyRows } from './random-journeys.ts';

const offLoop = openOffLoop();
after(() => offLoop.close());
const inWorkers = modelsOf({ offLoop } as Parameters<typeof modelsOf>[0]);

const rules = (more: object): string => JSON.stringify({ ...FIRST_RULES, ...more });
const WISHES: readonly Params[] = [
  { by: ['channel'] },
  { by: ['campaign'], since: '2025-04-01', until: '2025-12-01', asOf: '2025-10-15' },
  { by: ['outcome'] },
  { by: ['priority'], where: ['channel=Web'] },
  { by: ['channel', 'kind'], rules: rules({ repeats: { keep: 'first', minutes: 60 * 24 * 30 }, lookBackDays: 200 }) },
  { by: ['objective'], rules: rules({ repeats: { keep: 'last', minutes: 60 * 24 * 9 }, leaveOut: { channels: ['web'], kinds: [] } }) },
  { by: ['channel'], rules: rules({ sales: { channels: ['web'], kinds: ['click'] }, sourced: 'before-sales' }) },
  { by: ['touched:quarter'] },
];

const asked = async (engine: Engine, params: Params) => {
  const raw = await ask(engine, 'credit', { ...params, model: ['all'] });
  if (!raw.ok) throw new Error(raw.refusal.text);
  return raw.value;
};

/** What the oracle makes of the rows themselves. */
const byRows = async (engine: Engine, params: Params) => {
  const head = await headOf(engine, 'credit', params);
  const cuts = await resolveCuts(engine, 'touch', head, params, { by: ['campaign'] });
  if (!cuts.ok) throw new Error(cuts.refusal.text);
  const { cut } = cuts.value;
  const bound = { ...periodBound(head, params), ...cut.bound, zone: head.zone };
  const [walk, sources] = await Promise.all(
    ['credit-walk', 'credit-sources'].map((statement) => rowsOf(engine, fill(sqlOf(statement), creditParts(head, cut)), bound)),
  );
  const { days } = creditHalfLife(await asked(engine, params));
  return { sums: creditSums(walk as unknown as Walked[], sources as unknown as Sourced[], days), walk: walk as unknown as Walked[] };
};

type Oracle = Awaited<ReturnType<typeof byRows>>;
const named = <T extends { keys: readonly string[]; ids: readonly (string | null)[] }>(keys: readonly T[]) =>
  keys.toSorted((a, b) => (JSON.stringify([a.keys, a.ids]) < JSON.stringify([b.keys, b.ids]) ? -1 : 1));

const compare = ({ sums, won }: Credit, { sums: wanted }: Oracle): void => {
  deepEqual(
    named(sums.keys).map((key) => Object.fromEntries(Object.entries(key).filter(([of]) => of !== 'likely' && of !== 'interval'))),
    named(wanted.keys).map(({ moved, ...key }) => ({ ...key, moved: moved.linear })),
  );
  const { whole } = sums;
  const money = (deals: typeof wanted.deals): number => deals.reduce((sum, { minor }) => sum + (minor ?? 0), 0);
  const influenced = wanted.deals.filter((deal) => deal.influenced);
  deepEqual([whole.influenced.deals, whole.influenced.minor], [influenced.length, money(influenced)]);
  for (const source of SOURCES) {
    const those = wanted.deals.filter((deal) => deal.sourced[source] === true);
    const { deals, minor, unknown, darkMinor } = whole.sourced[source];
    deepEqual(
      [deals, minor, unknown, darkMinor],
      [
        those.length,
        money(those),
        wanted.deals.filter((deal) => deal.sourced[source] === null).length,
        money(those.filter((d) => d.touches === 0)),
      ],
      source,
    );
  }
  const late = wanted.deals.filter((deal) => deal.late > 0);
  deepEqual([whole.late.deals, whole.late.touches], [late.length, late.reduce((sum, deal) => sum + deal.late, 0)]);
  deepEqual(
    [won.n, won.minor, won.touches, won.dark_any],
    [
      wanted.deals.length,
      money(wanted.deals),
      wanted.deals.reduce((sum, d) => sum + d.touches, 0),
      wanted.deals.filter((d) => d.touches === 0).length,
    ],
  );
};

test('rows, kept journeys, here and in a worker give one credit, and it is the oracle’s', async () => {
  await fc.assert(
    fc.asyncProperty(journeyRows, async (rows) => {
      const engine = await companyWith(rows);
      try {
        const before = await Promise.all(WISHES.map((wish) => asked(engine, wish)));
        const wanted: Oracle[] = [];
        for (const wish of WISHES) wanted.push(await byRows(engine, wish));
        before.forEach((raw, i) => compare(creditIn(raw), wanted[i]!));
        ok(before.every(({ tables }) => tables['credited']![0]!['company'] === false));
        await keepJourneys(engine);
        for (const [i, wish] of WISHES.entries()) {
          const raw = await asked(engine, wish);
          equal(raw.tables['credited']![0]!['company'], !wish['by']!.toString().startsWith('touched'));
          compare(creditIn(raw), wanted[i]!);
          const slowly = dress('credit', before[i]!);
          deepEqual(dress('credit', raw), slowly);
          deepEqual(dress('credit', await modelled(inWorkers, 'credit', raw)), slowly);
        }
      } finally {
        await engine.close();
      }
    }),
    { numRuns: 6 },
  );
});
