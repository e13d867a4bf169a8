/** Values of a column: how full, which, and for numbers whether one of them is most of the sum. */
import type { Answer, Figure } from '../../kernel/answer.ts';
import { decimalOf } from '../../kernel/money.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { count, many, percent } from './words.ts';

type All = {
  readonly rows: number;
  readonly filled: number;
  readonly blank: number;
  readonly distinct_values: number;
  readonly numbers: number;
  readonly over0: number;
  readonly sum: number | null;
  readonly max: number | null;
  readonly min: number | null;
  readonly max_id: string | null;
};
type Top = { readonly value: string; readonly n: number };
type Column = { readonly entity: string; readonly name: string; readonly kind: string };

/** From this share of the sum on, one value speaks for the whole column. */
const DOMINATES = 0.5;

export const dressValues = (raw: Raw): Answer => {
  const all = table<All>(raw, 'all')[0]!;
  const column = table<Column>(raw, 'column')[0]!;
  const isMoney = column.kind === 'money';
  const figure = (value: number | null): Figure => (value === null ? null : isMoney ? moneyIn(raw, value) : value);
  const share = all.sum !== null && all.max !== null && all.sum > 0 && all.max > 0 ? all.max / all.sum : null;
  return frame(raw, {
    means: [
      `Values of ${column.name}, row by row of ${column.entity}; the most frequent first.`,
      ...(all.numbers > 0 ? ['Sum, least, greatest and "over 0" are over the values that are numbers; an empty cell is not a 0.'] : []),
    ],
    rows: table<Top>(raw, 'top').map(({ value, n }) => ({
      key: isMoney ? decimalOf({ minor: Number(value), currency: raw.currency }) : value,
      n,
      share: n / all.rows,
    })),
    total: {
      key: 'total',
      n: all.rows,
      filled: all.filled,
      blank: all.blank,
      distinct: all.distinct_values,
      ...(all.numbers > 0 && {
        numbers: all.numbers,
        over0: all.over0,
        sum: figure(all.sum),
        min: figure(all.min),
        max: figure(all.max),
        maxShare: share,
      }),
    },
    coverage: coverageOf(all.rows, [{ why: `nothing in ${column.name}`, n: all.blank }]),
    findings: [
      share !== null && share >= DOMINATES && all.over0 > 1
        ? finding(
            'one-value-dominates',
            1,
            `One value is ${percent(share)} of the sum of ${column.name}: ${count(all.max!)} of ${count(all.sum!)}. ${many(all.over0, 'row has', 'rows have')} more than 0.`,
            {
              ids: all.max_id === null ? [] : [all.max_id],
              detail: { share },
            },
          )
        : null,
    ],
    ...(isMoney && { money: true as const }),
  });
};
