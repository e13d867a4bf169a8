/** Pipeline coverage: the open pipeline of a period against what is missing to its target, and what coverage is needed. */
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import { wilson } from '../../models/wilson.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { NO_DEALS, type Velocity } from './velocity.ts';
import { many, percent } from './words.ts';

type Due = {
  readonly state: 'in' | 'before' | 'after' | 'unknown';
  readonly n: number;
  readonly priced: number;
  readonly minor: number | null;
  readonly ids: readonly string[];
};

const CALLED: { readonly [S in Due['state']]: string } = {
  in: 'expected in the period',
  before: 'expected before it, still open',
  after: 'expected later',
  unknown: 'nobody said when',
};

export const dressPipelineCoverage = (raw: Raw): Answer => {
  const due = table<Due>(raw, 'due');
  const won = table<Velocity>(raw, 'won')[0] ?? NO_DEALS;
  const ever = table<Velocity>(raw, 'ever')[0] ?? NO_DEALS;
  const target = raw.params['target'] === undefined ? null : Number(raw.params['target']);
  const wonMinor = won.won > 0 && won.won_priced === 0 ? null : (won.won_minor ?? 0);
  const missing = target === null || wonMinor === null ? null : target - wonMinor;
  const inPeriod = due.find(({ state }) => state === 'in');
  const pipeline = inPeriod === undefined ? 0 : inPeriod.priced === 0 ? null : inPeriod.minor;
  const rate = wilson(ever.won, ever.won + ever.lost);
  const needed: Figure =
    rate && rate.value > 0 ? { value: 1 / rate.value, low: 1 / rate.high, high: rate.low > 0 ? 1 / rate.low : null } : null;
  const coverage = missing === null || pipeline === null || missing <= 0 ? null : pipeline / missing;
  const rows: Row[] = (Object.keys(CALLED) as Due['state'][]).flatMap((state) => {
    const row = due.find((d) => d.state === state);
    return row
      ? [
          {
            key: CALLED[state],
            state,
            n: row.n,
            pipeline: moneyIn(raw, row.priced === 0 ? null : row.minor),
            withAmount: row.priced,
            ids: row.ids,
          },
        ]
      : [];
  });
  const n = due.reduce((sum, d) => sum + d.n, 0);
  return frame(raw, {
    means: [
      `Pipeline coverage: amounts of deals open on ${raw.asOf} and expected to close on or after ${String(raw.params['since'])} and before ${String(raw.params['until'])}, ÷ what is missing to the target after deals won in it.`,
      `What is needed is 1 ÷ win rate of all deals ever closed${rate ? ` (${percent(rate.value)})` : ''}; the 3× that many use is the same for a win rate of 33 %.`,
    ],
    rows,
    total: {
      key: 'total',
      n,
      coverage,
      needed,
      heuristic: 3,
      pipeline: moneyIn(raw, pipeline),
      target: target === null ? null : moneyIn(raw, target),
      won: moneyIn(raw, wonMinor),
      missing: missing === null ? null : moneyIn(raw, missing),
      winRate: rate,
    },
    coverage: coverageOf(n, [{ why: 'open, without an amount that can be summed', n: due.reduce((sum, d) => sum + d.n - d.priced, 0) }]),
    findings: [
      target === null
        ? finding('no-target', 0, 'No outcome measures won revenue in this period, so nothing says what is to be covered.')
        : null,
      missing !== null && missing <= 0
        ? finding('target-reached', 0, 'The target is won already: nothing is missing that a pipeline could cover.')
        : null,
      ...(['before', 'unknown'] as const).map((state) => {
        const row = due.find((d) => d.state === state);
        return row
          ? finding(
              state === 'before' ? 'overdue-deals' : 'undated',
              row.n,
              state === 'before'
                ? `${many(row.n, 'open deal was', 'open deals were')} expected to close before this period and ${row.n === 1 ? 'is' : 'are'} not counted in it.`
                : `Of ${many(row.n, 'open deal')} nobody said when ${row.n === 1 ? 'it is' : 'they are'} expected to close; ${row.n === 1 ? 'it is' : 'they are'} not counted.`,
              { ids: row.ids, minor: row.minor },
            )
          : null;
      }),
    ],
    money: true,
  });
};
