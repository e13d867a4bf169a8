/** Evidence by day: what each day added, summed up to it, for every variant. */
import type { Day } from '../../kernel/day.ts';

/** One day of one variant as the facts count it (facts/questions/sql/evidence.sql): what that day added. */
export type EvidenceDay = Sums & { readonly variant: number; readonly day: Day };
export type Sums = {
  readonly n: number;
  readonly hits: number;
  readonly happened: number;
  readonly minor: number;
  readonly squares: number;
  readonly ripe_n: number;
  readonly ripe_hits: number;
  readonly ripe_happened: number;
  readonly ripe_minor: number;
  readonly ripe_squares: number;
};
export type SummedDay = { readonly day: Day; readonly variants: readonly Sums[] };

const NOTHING: Sums = {
  n: 0,
  hits: 0,
  happened: 0,
  minor: 0,
  squares: 0,
  ripe_n: 0,
  ripe_hits: 0,
  ripe_happened: 0,
  ripe_minor: 0,
  ripe_squares: 0,
};
const FIGURES = Object.keys(NOTHING) as readonly (keyof Sums)[];

/** Days on which something changed, oldest first, each with the sums of every variant up to and including it. */
export const summedByDay = (rows: readonly EvidenceDay[], variants: number): SummedDay[] => {
  const sums: Sums[] = Array.from({ length: variants }, () => NOTHING);
  const days: SummedDay[] = [];
  const inOrder = rows.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  inOrder.forEach((row, i) => {
    const was = sums[row.variant];
    if (was !== undefined) sums[row.variant] = Object.fromEntries(FIGURES.map((figure) => [figure, was[figure] + row[figure]])) as Sums;
    if (inOrder[i + 1]?.day !== row.day) days.push({ day: row.day, variants: [...sums] });
  });
  return days;
};
