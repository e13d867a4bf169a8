/** Velocity and win rate: the four parts of sales velocity, opened, and the two readings of a win rate by name. */
import type { Answer, Estimate, Finding, Row } from '../../kernel/answer.ts';
import { ENOUGH, velocityEstimate } from '../../models/velocity.ts';
import { CONFIDENCE, wilson } from '../../models/wilson.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, inOrder, keyed, keyFindings, moneyIn, type Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { count, many, percent } from './words.ts';

export type Velocity = Keyed & {
  readonly n: number;
  readonly open: number;
  readonly open_priced: number;
  readonly open_minor: number | null;
  readonly won: number;
  readonly lost: number;
  readonly won_priced: number;
  readonly won_minor: number | null;
  readonly lost_priced: number;
  readonly lost_minor: number | null;
  readonly used: number;
  readonly sum_v: number;
  readonly sum_c: number;
  readonly sum_vv: number;
  readonly sum_cc: number;
  readonly sum_vc: number;
  readonly cohort: number;
  readonly cohort_won: number;
  readonly cohort_lost: number;
  readonly cohort_minor: number | null;
  readonly cohort_won_minor: number | null;
};

export const NO_DEALS: Velocity = {
  keys: [],
  ids: [],
  n: 0,
  open: 0,
  open_priced: 0,
  open_minor: null,
  won: 0,
  lost: 0,
  won_priced: 0,
  won_minor: null,
  lost_priced: 0,
  lost_minor: null,
  used: 0,
  sum_v: 0,
  sum_c: 0,
  sum_vv: 0,
  sum_cc: 0,
  sum_vc: 0,
  cohort: 0,
  cohort_won: 0,
  cohort_lost: 0,
  cohort_minor: null,
  cohort_won_minor: null,
};

export const dressVelocity = (raw: Raw): Answer => {
  const all = table<Velocity>(raw, 'all')[0] ?? NO_DEALS;
  const counts = table<Velocity>(raw, 'rows');
  const rows = counts.map((row) => velocityRow(raw, row));
  const total = { ...velocityRow(raw, all), key: 'total' };
  return frame(raw, {
    means: [
      `Sales velocity: qualified opportunities × average deal value × win rate ÷ sales cycle: money a day. Opportunities are deals that reached "${String(raw.params['from'])}" and are open on ${raw.asOf}; value, win rate and cycle are of deals closed${closedIn(raw)}: the mean amount of the won, won of won and lost, mean days from "${String(raw.params['from'])}" to the close of the won.`,
      `The interval is at ${percent(CONFIDENCE)}, by the delta method on the logarithm; it holds what value, win rate and cycle leave open, not whether the open deals are like those that closed. Fewer than ${ENOUGH} won deals with amount and days give no velocity.`,
    ],
    rows: raw.cuts.length > 0 ? inOrder(raw, rows) : [{ ...total, key: 'all' }],
    total,
    coverage: coverageOf(all.open + all.won, [
      { why: 'open, without an amount that can be summed', n: all.open - all.open_priced },
      { why: 'won, without an amount or with unknown days', n: all.won - all.used },
    ]),
    findings: [
      tooThin(all),
      noLost(all),
      all.won > all.used
        ? finding(
            'no-amount',
            all.won - all.used,
            `${many(all.won - all.used, 'won deal has', 'won deals have')} no amount or no known days and ${all.won - all.used === 1 ? 'is' : 'are'} in neither average.`,
          )
        : null,
      ...(raw.cuts.length > 0 ? keyFindings(raw, counts) : []),
    ],
    money: true,
  });
};

const velocityRow = (raw: Raw, v: Velocity): Row => {
  const estimate = velocityEstimate({
    opportunities: v.open,
    won: v.won,
    lost: v.lost,
    used: v.used,
    sumValue: v.sum_v,
    sumCycle: v.sum_c,
    sumValue2: v.sum_vv,
    sumCycle2: v.sum_cc,
    sumBoth: v.sum_vc,
  });
  return {
    ...keyed(v),
    n: v.n,
    ...inUnits(raw, estimate),
    opportunities: v.open,
    value: v.used === 0 ? null : moneyIn(raw, Math.round(v.sum_v / v.used)),
    winRate: wilson(v.won, v.won + v.lost),
    cycle: v.used === 0 ? null : Math.round((v.sum_c / v.used) * 10) / 10,
    won: v.won,
    lost: v.lost,
    measuredOn: v.used,
    pipeline: moneyIn(raw, v.open > 0 && v.open_priced === 0 ? null : (v.open_minor ?? 0)),
  };
};

/** Money a day with its bounds, each in whole minor units. */
const inUnits = (raw: Raw, estimate: Estimate | null) => ({
  velocity: estimate && moneyIn(raw, Math.round(estimate.value)),
  ...(estimate && { velocityLow: moneyIn(raw, Math.round(estimate.low)), velocityHigh: moneyIn(raw, Math.round(estimate.high)) }),
});

export const dressWinRate = (raw: Raw): Answer => {
  const all = table<Velocity>(raw, 'all')[0] ?? NO_DEALS;
  const counts = table<Velocity>(raw, 'rows');
  const total = { ...winRow(raw, all), key: 'total' };
  const rows = counts.map((row) => winRow(raw, row));
  const open = all.cohort - all.cohort_won - all.cohort_lost;
  return frame(raw, {
    means: [
      `Two readings of a win rate, by name. "Closed in the period": won of won and lost among deals closed${closedIn(raw)}, whenever they began. "Began in the period": of the deals that reached "${String(raw.params['from'])}"${closedIn(raw)}, how many are won so far; those still open may yet be, so this share only grows.`,
      `"By value" weighs each deal by its amount; lost deals without an amount are not in it. Shares of counts carry a Wilson interval at ${percent(CONFIDENCE)}; a share of money has none: few large deals decide it.`,
    ],
    rows: raw.cuts.length > 0 ? inOrder(raw, rows) : [{ ...total, key: 'all' }],
    total,
    coverage: coverageOf(all.won + all.lost, [
      { why: 'lost, without an amount: not in the rate by value', n: all.lost - all.lost_priced },
      { why: 'won, without an amount: not in the rate by value', n: all.won - all.won_priced },
    ]),
    findings: [
      noLost(all),
      open > 0
        ? finding(
            'immature',
            open,
            `${many(open, 'deal')} of the ${count(all.cohort)} that began in the period ${open === 1 ? 'is' : 'are'} still open: the second reading is not final.`,
          )
        : null,
      ...(raw.cuts.length > 0 ? keyFindings(raw, counts) : []),
    ],
    money: true,
  });
};

const winRow = (raw: Raw, v: Velocity): Row => ({
  ...keyed(v),
  n: v.won + v.lost,
  closed: { won: v.won, lost: v.lost, rate: wilson(v.won, v.won + v.lost), byValue: byValue(v.won_minor, v.lost_minor) },
  began: {
    n: v.cohort,
    won: v.cohort_won,
    lost: v.cohort_lost,
    open: v.cohort - v.cohort_won - v.cohort_lost,
    rate: wilson(v.cohort_won, v.cohort),
    immature: v.cohort > v.cohort_won + v.cohort_lost,
  },
  wonSum: moneyIn(raw, v.won_minor ?? (v.won === 0 ? 0 : null)),
});

const byValue = (won: number | null, lost: number | null): number | null =>
  won === null || lost === null || won + lost <= 0 ? null : won / (won + lost);

const closedIn = ({ params }: Raw): string =>
  [
    params['since'] && ` on or after ${String(params['since'])}`,
    params['until'] && `${params['since'] ? ' and' : ''} before ${String(params['until'])}`,
  ]
    .filter(Boolean)
    .join('');

const tooThin = ({ used }: Velocity): Finding | null =>
  used >= ENOUGH
    ? null
    : finding(
        'too-thin',
        used,
        `${many(used, 'won deal')} with amount and known days ${used === 1 ? 'says' : 'say'} too little for an average; ${ENOUGH} would be enough.`,
      );

const noLost = ({ won, lost }: Velocity): Finding | null =>
  won > 0 && lost === 0
    ? finding(
        'no-lost-deals',
        won,
        `All ${count(won)} closed deals here are won. The files seem to leave lost deals out, so the win rate says nothing.`,
      )
    : null;
