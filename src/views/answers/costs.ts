/** Costs in answers: what counts as cost in words, the parts of it, and what no sum can hold. */
import type { Finding } from '../../kernel/answer.ts';
import { finding } from './findings.ts';
import { moneyIn } from './frame.ts';
import type { Raw } from './raw.ts';
import { amount, count, listed, many } from './words.ts';

export type Kind = 'spend' | 'line' | 'effort';
export const KINDS: { readonly [K in Kind]: string } = {
  spend: 'imported spend',
  line: 'invoices on budget lines',
  effort: 'effort',
};

export type CostTotal = {
  readonly kind: Kind;
  readonly n: number;
  readonly minor: number;
  readonly currency: string | null;
  readonly apart: boolean;
  readonly apart_minor: number | null;
  readonly apart_n: number;
};
export type CostRule = {
  readonly version: number;
  readonly spend: boolean;
  readonly lines: boolean;
  readonly margin: number | null;
  readonly term: number | null;
  readonly said_currency: string | null;
  readonly said_day_minor: number | null;
  readonly said_sales_minor: number | null;
  readonly day_minor: number | null;
  readonly sales_month_minor: number | null;
  readonly days: number;
  readonly undated: number;
};

/** Sum of the kinds that any sum can hold; null where no cost is recorded at all. */
export const costSum = (rows: readonly { readonly minor: number; readonly n: number }[]): number | null => {
  const held = rows.filter(({ n }) => n > 0);
  return held.length === 0 ? null : held.reduce((sum, { minor }) => sum + minor, 0);
};

/** What counts as cost, in one sentence. */
export const costWords = (raw: Raw, rule: CostRule): string => {
  if (raw.params['count'] === 'spend') return 'Cost is imported spend only.';
  const kinds = [
    ...(rule.spend ? ['imported spend'] : []),
    ...(rule.lines ? ['invoices recorded on budget lines'] : []),
    ...(rule.said_day_minor === null
      ? []
      : [`days of work done at ${amount({ minor: rule.said_day_minor, currency: rule.said_currency })} a day`]),
  ];
  return `Cost is ${listed(kinds)} (${rule.version === 0 ? 'nobody has settled what counts yet' : `cost rules, version ${rule.version}`}).`;
};

/** Cost that stands in no sum, and effort that has no price. */
export const costFindings = (raw: Raw, total: readonly CostTotal[], rule: CostRule): (Finding | null)[] => [
  ...total
    .filter(({ apart }) => apart)
    .map(({ kind, currency, apart_n: n, apart_minor: minor }) =>
      finding(
        'mixed-currency',
        n,
        `${many(n, 'row', 'rows')} of ${KINDS[kind]} ${n === 1 ? 'is' : 'are'} in ${currency ?? 'no currency'}, together ${amount({ minor: minor ?? 0, currency })}, with no rate for ${n === 1 ? 'its' : 'their'} day; no sum holds ${n === 1 ? 'it' : 'them'}.`,
        { minor },
      ),
    ),
  rule.undated > 0
    ? finding(
        'undated',
        rule.undated,
        `${many(rule.undated, 'row', 'rows')} of spend ${rule.undated === 1 ? 'has' : 'have'} no day and ${rule.undated === 1 ? 'stands' : 'stand'} in no period.`,
      )
    : null,
  raw.params['count'] !== 'spend' && rule.said_day_minor === null && rule.days > 0
    ? finding(
        'effort-not-priced',
        Math.round(rule.days),
        `${count(Math.round(rule.days))} person-days were worked in this period and count as no cost: nobody has settled the price of a day.`,
      )
    : null,
];

/** The parts of a cost by kind, as money. */
export const costParts = (raw: Raw, rows: readonly { readonly kind: Kind; readonly minor: number; readonly n: number }[]) =>
  Object.fromEntries(
    (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
      const held = rows.filter((row) => row.kind === kind && row.n > 0);
      return held.length === 0
        ? []
        : [
            [
              kind,
              moneyIn(
                raw,
                held.reduce((sum, row) => sum + row.minor, 0),
              ),
            ],
          ];
    }),
  );
