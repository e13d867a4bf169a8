/** Ageing: open deals by age as medians, and those older than anything that ever closed. */
import type { Answer, Row } from '../../kernel/answer.ts';
import { quantile } from '../../models/quantile.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, inOrder, keyed, keyFindings, moneyIn, type Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { many } from './words.ts';

type Age = Keyed & { readonly age: number | null; readonly n: number; readonly priced: number; readonly minor: number | null };
type Longest = { readonly days: number | null; readonly n: number };
type Stale = { readonly id: string; readonly age: number };

export const dressAgeing = (raw: Raw): Answer => {
  const all = table<Age>(raw, 'all');
  const longest = table<Longest>(raw, 'longest')[0] ?? { days: null, n: 0 };
  const groups = [...Map.groupBy(table<Age>(raw, 'rows'), ({ keys, ids }) => [...keys, ...ids].join('\u0000')).values()];
  const total: Row = { ...rowOf(raw, all, longest.days), key: 'total' };
  const rows = groups.map((ages) => rowOf(raw, ages, longest.days));
  const stale = table<Stale>(raw, 'stale');
  const older = Number(total['olderThanLongest'] ?? 0);
  const from = String(raw.params['from']);
  return frame(raw, {
    means: [
      `Deals open on ${raw.asOf} and their age: days since "${from}".`,
      longest.days === null
        ? 'No deal has closed with both days known, so no age is too old yet.'
        : `The longest any of ${many(longest.n, 'closed deal')} took from "${from}" to its close, won or lost, is ${many(longest.days, 'day')}; "older than the longest" counts open deals beyond that.`,
    ],
    rows: raw.cuts.length > 0 ? inOrder(raw, rows) : [{ ...total, key: 'all' }],
    total: { ...total, ...(longest.days !== null && { longestCycle: longest.days }) },
    coverage: coverageOf(total.n, [{ why: `the day of "${from}" is not known`, n: Number(total['undated']) }]),
    findings: [
      older > 0
        ? finding(
            'stale',
            older,
            `${many(older, 'open deal is', 'open deals are')} older than ${many(longest.days!, 'day')}, the longest any deal took to close.`,
            { ids: stale.map((s) => s.id) },
          )
        : null,
      ...keyFindings(
        raw,
        groups.map((ages) => ({ keys: ages[0]!.keys, ids: ages[0]!.ids, n: sum(ages, (a) => a.n) })),
      ),
    ],
    money: true,
  });
};

const sum = <T>(list: readonly T[], of: (item: T) => number): number => list.reduce((total, item) => total + of(item), 0);

const rowOf = (raw: Raw, ages: readonly Age[], longest: number | null): Row => {
  const dated = ages.flatMap(({ age, n }) => (age === null ? [] : [{ value: age, n }]));
  const [n, priced] = [sum(ages, (a) => a.n), sum(ages, (a) => a.priced)];
  const median = quantile(dated, 0.5);
  return {
    ...keyed(ages[0] ?? { keys: [], ids: [] }),
    n,
    medianAge: median,
    ...(median !== null && { p90Age: Math.round(quantile(dated, 0.9)! * 1e6) / 1e6, maxAge: quantile(dated, 1) }),
    ...(longest !== null && {
      olderThanLongest: sum(
        dated.filter((d) => d.value > longest),
        (d) => d.n,
      ),
    }),
    undated: sum(
      ages.filter((a) => a.age === null),
      (a) => a.n,
    ),
    pipeline: moneyIn(raw, priced === 0 && n > 0 ? null : sum(ages, (a) => a.minor ?? 0)),
    withAmount: priced,
  };
};
