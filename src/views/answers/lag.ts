/** Lag: counted days between two milestones as quantiles, with those still waiting spoken of. */
import type { Answer, Row } from '../../kernel/answer.ts';
import { summary } from '../../models/summary.ts';
import { followedWords, negativeLag, unlinkedDeals } from './followed.ts';
import { coverageOf, frame, inOrder, keyed, keyFindings, type Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';

type Lag = Keyed & { readonly days: number; readonly n: number };
type Count = Keyed & {
  readonly n: number;
  readonly reached: number;
  readonly undated: number;
  readonly waiting: number;
  readonly never: number;
};

export const dressLag = (raw: Raw): Answer => {
  const lags = table<Lag>(raw, 'all');
  const [count] = table<Count>(raw, 'count');
  const byKey = Map.groupBy(table<Lag>(raw, 'rows'), nameOf);
  const counts = table<Count>(raw, 'countCut').filter((c) => c.reached > 0 || !dealCut(raw));
  const rows = counts.map((c) => rowOf(c, byKey.get(nameOf(c)) ?? []));
  const total = { ...rowOf(count ?? { keys: [], ids: [], n: 0, reached: 0, undated: 0, waiting: 0, never: 0 }, lags), key: 'total' };
  const words = followedWords(raw);
  const negative = lags.filter((l) => l.days < 0).reduce((sum, l) => sum + l.n, 0);
  return frame(raw, {
    means: [
      `Days from "${words.from}"${words.period} to "${words.to}" for each ${words.unit} that reached both: the difference of the two local dates, negative where "${words.to}" came first.`,
      'Quantiles by linear interpolation (type 7, as R and numpy).',
      `A plain summary ignores ${words.unit}s that have not reached "${words.to}": they are not yet, or never, and leaving them out makes the rest look faster than it is.`,
    ],
    rows: raw.cuts.length > 0 ? inOrder(raw, rows) : [{ ...total, key: 'all' }],
    total,
    coverage: coverageOf(count?.n ?? 0, [
      { why: `not yet "${words.to}" by ${raw.asOf}`, n: (count?.waiting ?? 0) - (count?.never ?? 0) },
      { why: `ended otherwise, so never "${words.to}"`, n: count?.never ?? 0 },
      { why: 'one of the two days is not known', n: count?.undated ?? 0 },
    ]),
    findings: [
      negativeLag(raw, negative),
      unlinkedDeals(raw),
      ...keyFindings(
        raw,
        counts.map((c) => ({ ...c, n: c.reached })),
      ),
    ],
  });
};

/** A lead cut by a column of its deal: without a deal it has no such column, and waits under (blank). */
const dealCut = (raw: Raw): boolean => raw.params['from'] === 'lead' && raw.cuts.some((c) => c.means.includes('opportunity.'));

const nameOf = ({ keys, ids }: Keyed): string => [...keys, ...ids].join('\u0000');

/** n counts lags that are known; figures are absent where there is none. Days to a millionth: what lies beyond is the computer's. */
const rowOf = (c: Count, lags: readonly Lag[]): Row => {
  const s = summary(lags.map(({ days, n }) => ({ value: days, n })));
  const { n, ...figures } = s ?? { n: 0 };
  return {
    ...keyed(c),
    n,
    ...Object.fromEntries(Object.entries(figures).map(([name, days]) => [name, Math.round(days * 1e6) / 1e6])),
    waiting: c.waiting - c.never,
    ...(c.never > 0 && { never: c.never }),
    ...(c.undated > 0 && { undated: c.undated }),
  };
};
