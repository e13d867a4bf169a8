/** Deals: counts and money of deals as win rates, sums and means. */
import type { Answer, Finding, Missing, Row } from '../../kernel/answer.ts';
import { CONFIDENCE, wilson } from '../../models/wilson.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, inOrder, keyed, keyFindings, moneyIn, type Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { amount, count, many, percent } from './words.ts';

type Deals = Keyed & {
  readonly n: number;
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  readonly unknown: number;
  readonly won_priced: number;
  readonly won_minor: number | null;
  readonly won_median: number | null;
  readonly won_min: number | null;
  readonly won_max: number | null;
  readonly open_priced: number;
  readonly open_minor: number | null;
};
type Other = { readonly state: 'won' | 'open'; readonly currency: string | null; readonly n: number; readonly minor: number };

const NONE: Deals = {
  keys: [],
  ids: [],
  n: 0,
  open: 0,
  won: 0,
  lost: 0,
  unknown: 0,
  won_priced: 0,
  won_minor: null,
  won_median: null,
  won_min: null,
  won_max: null,
  open_priced: 0,
  open_minor: null,
};

export const dressDeals = (raw: Raw): Answer => {
  const all = table<Deals>(raw, 'all')[0] ?? NONE;
  const other = table<Other>(raw, 'other');
  const counts = table<Deals>(raw, 'rows');
  const rows = counts.map((row) => rowOf(raw, row, all));
  const total = { ...rowOf(raw, all, all), key: 'total' };
  const period =
    raw.params['since'] || raw.params['until']
      ? [
          `Only deals ${String(raw.params['on'])} ${[raw.params['since'] && `on or after ${String(raw.params['since'])}`, raw.params['until'] && `before ${String(raw.params['until'])}`].filter(Boolean).join(' and ')}.`,
        ]
      : [];
  return frame(raw, {
    means: [
      'Deals and how they ended.',
      ...period,
      `The win rate is won of won and lost; open deals are in neither. Intervals: Wilson at ${percent(CONFIDENCE)}.`,
      'Won money is the amount of won deals that have one; a lost deal, and one without an amount, is in no sum, mean or median. Open pipeline is the amount of open deals that have one.',
    ],
    rows: raw.cuts.length > 0 ? inOrder(raw, rows) : [{ ...total, key: 'all' }],
    total,
    coverage: coverageOf(all.n, missingOf(all, other)),
    findings: [
      all.won > all.won_priced
        ? finding(
            'no-amount',
            unpriced(all.won - all.won_priced, other, 'won'),
            `${many(unpriced(all.won - all.won_priced, other, 'won'), 'won deal has', 'won deals have')} no amount.`,
          )
        : null,
      ...otherFindings(other),
      all.unknown > 0
        ? finding('no-status', all.unknown, `Of ${many(all.unknown, 'deal')} the files do not say whether they are open, won or lost.`)
        : null,
      all.won > 0 && all.lost === 0 && raw.where.length === 0
        ? finding(
            'no-lost-deals',
            all.won,
            `All ${count(all.won)} closed deals here are won. The files seem to leave lost deals out, so the win rate says nothing.`,
          )
        : null,
      dominant(raw, all),
      ...keyFindings(raw, counts),
    ].filter((f) => f === null || f.n > 0),
    money: true,
  });
};

const rowOf = (raw: Raw, row: Deals, all: Deals): Row => ({
  ...keyed(row),
  n: row.n,
  open: row.open,
  won: row.won,
  lost: row.lost,
  closed: row.won + row.lost,
  ...(row.unknown > 0 && { unknown: row.unknown }),
  winRate: wilson(row.won, row.won + row.lost),
  wonSum: moneyIn(raw, row.won_minor ?? (row.won === 0 ? 0 : null)),
  ...(row.won_priced > 0 && {
    wonMean: moneyIn(raw, Math.round(row.won_minor! / row.won_priced)),
    wonMedian: moneyIn(raw, Math.round(row.won_median!)),
    wonMin: moneyIn(raw, row.won_min),
    wonMax: moneyIn(raw, row.won_max),
  }),
  wonWithAmount: row.won_priced,
  ...(all.won_minor !== null && all.won_minor !== 0 && { wonShare: (row.won_minor ?? 0) / all.won_minor }),
  pipeline: moneyIn(raw, row.open_minor ?? (row.open === 0 ? 0 : null)),
  openWithAmount: row.open_priced,
  openWithoutAmount: row.open - row.open_priced,
});

const inOther = (other: readonly Other[], state: Other['state']): number =>
  other.filter((o) => o.state === state).reduce((sum, o) => sum + o.n, 0);
/** Deals of a state without any amount: those not in the sum, less those whose amount is in another currency. */
const unpriced = (notInSum: number, other: readonly Other[], state: Other['state']): number => notInSum - inOther(other, state);

const missingOf = (all: Deals, other: readonly Other[]): Missing[] => [
  { why: 'won, without an amount', n: unpriced(all.won - all.won_priced, other, 'won') },
  { why: 'open, without an amount', n: unpriced(all.open - all.open_priced, other, 'open') },
  ...other.map((o) => ({ why: `${o.state}, amount in ${o.currency ?? 'no currency'}`, n: o.n, minor: o.minor })),
  { why: 'neither open, won nor lost', n: all.unknown },
];

const otherFindings = (other: readonly Other[]): Finding[] =>
  [...Map.groupBy(other, (o) => o.currency)].map(([currency, rows]) => {
    const [n, minor] = [rows.reduce((sum, o) => sum + o.n, 0), rows.reduce((sum, o) => sum + o.minor, 0)];
    return finding(
      'mixed-currency',
      n,
      `${many(n, 'deal has', 'deals have')} an amount in ${currency ?? 'no currency'}, together ${amount({ minor, currency })}; no sum holds ${n === 1 ? 'it' : 'them'}.`,
      { minor },
    );
  });

const dominant = (raw: Raw, all: Deals): Finding | null => {
  if (all.won_priced < 3 || all.won_minor === null || all.won_minor <= 0 || all.won_max! / all.won_minor < 0.5) return null;
  return finding(
    'one-value-dominates',
    1,
    `One deal of ${amount(moneyIn(raw, all.won_max)!)} is ${percent(all.won_max! / all.won_minor)} of the won sum.`,
    { minor: all.won_max, detail: { share: all.won_max! / all.won_minor } },
  );
};
