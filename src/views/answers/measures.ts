/** Measures: the metrics that outcomes measure of themselves, each with what it rests on. */
import type { Answer, Row } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, inOrder, keyed, keyFindings, moneyIn, type Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { many } from './words.ts';

type Measures = Keyed & {
  readonly n: number;
  readonly lost: number;
  readonly lost_undated: number;
  readonly won: number;
  readonly won_priced: number;
  readonly won_minor: number;
  readonly won_other: number;
  readonly won_undated: number;
  readonly opened: number;
  readonly opened_undated: number;
  readonly opened_dated: number;
  readonly open: number;
  readonly open_priced: number;
  readonly pipeline_minor: number;
  readonly open_other: number;
  readonly open_unsure: number;
};

const NONE: Measures = {
  keys: [],
  ids: [],
  n: 0,
  won: 0,
  won_priced: 0,
  won_minor: 0,
  won_other: 0,
  won_undated: 0,
  lost: 0,
  lost_undated: 0,
  opened: 0,
  opened_undated: 0,
  opened_dated: 0,
  open: 0,
  open_priced: 0,
  pipeline_minor: 0,
  open_other: 0,
  open_unsure: 0,
};

const wonRevenue = (raw: Raw, m: Measures) => (m.won > 0 && m.won_priced === 0 ? null : moneyIn(raw, m.won_minor));
const openPipeline = (raw: Raw, m: Measures) => (m.open > 0 && m.open_priced === 0 ? null : moneyIn(raw, m.pipeline_minor));
const opened = (m: Measures): number | null => (m.opened_dated === 0 && m.opened_undated > 0 ? null : m.opened);

/** Cut: one row per key, each measure a figure of it. */
const cutRow = (raw: Raw, m: Measures): Row => ({
  ...keyed(m),
  n: m.n,
  wonRevenue: wonRevenue(raw, m),
  dealsWon: m.won,
  dealsLost: m.lost,
  opportunitiesOpened: opened(m),
  openPipeline: openPipeline(raw, m),
});

export const dressMeasures = (raw: Raw): Answer => {
  const m = table<Measures>(raw, 'all')[0] ?? NONE;
  const byCut = table<Measures>(raw, 'rows');
  const period = [
    raw.params['since'] && ` on or after ${String(raw.params['since'])}`,
    raw.params['until'] && `${raw.params['since'] ? ' and' : ''} before ${String(raw.params['until'])}`,
  ]
    .filter(Boolean)
    .join('');
  const noWon = m.won - m.won_priced - m.won_other;
  const noOpen = m.open - m.open_priced - m.open_other;
  const rows: Row[] = [
    {
      key: 'won revenue',
      metric: 'won-revenue',
      n: m.won,
      value: wonRevenue(raw, m),
      priced: m.won_priced,
    },
    {
      key: 'open pipeline',
      metric: 'open-pipeline',
      n: m.open,
      value: openPipeline(raw, m),
      priced: m.open_priced,
    },
    {
      key: 'opportunities opened',
      metric: 'opportunities-opened',
      n: m.opened,
      value: opened(m),
    },
    { key: 'deals won', metric: 'deals-won', n: m.won, value: m.won },
    { key: 'deals lost', metric: 'deals-lost', n: m.lost, value: m.lost },
  ];
  return frame(raw, {
    means: [
      `Won revenue: amounts of deals won${period}. Deals won and lost: those closed so${period}. Opportunities opened: deals opened${period}. Open pipeline: amounts, as known now, of deals open at the end of ${raw.asOf}.`,
      'A sum is null where no deal in it has an amount; it is 0 only where there is no deal.',
    ],
    rows:
      raw.cuts.length > 0
        ? inOrder(
            raw,
            byCut.map((one) => cutRow(raw, one)),
          )
        : rows,
    total: raw.cuts.length > 0 ? { ...cutRow(raw, m), key: 'total' } : { key: 'total', n: m.won + m.open },
    coverage: coverageOf(m.won + m.open, [
      { why: 'won, without an amount', n: noWon },
      { why: 'won, amount in a currency without a rate', n: m.won_other },
      { why: 'open, without an amount', n: noOpen },
      { why: 'open, amount in a currency without a rate', n: m.open_other },
    ]),
    findings: [
      noWon + noOpen > 0
        ? finding('no-amount', noWon + noOpen, `${many(noWon, 'won deal')} and ${many(noOpen, 'open deal')} have no amount.`, {
            detail: { won: noWon, open: noOpen },
          })
        : null,
      m.won_other + m.open_other > 0
        ? finding(
            'mixed-currency',
            m.won_other + m.open_other,
            `${many(m.won_other + m.open_other, 'deal has', 'deals have')} an amount in a currency that no recorded rate converts, or in none.`,
          )
        : null,
      m.won_undated > 0
        ? finding(
            'undated',
            m.won_undated,
            `${many(m.won_undated, 'deal was', 'deals were')} won on a day that is not known and ${m.won_undated === 1 ? 'is' : 'are'} in no period.`,
          )
        : null,
      m.lost_undated > 0
        ? finding(
            'undated',
            m.lost_undated,
            `${many(m.lost_undated, 'deal was', 'deals were')} lost on a day that is not known and ${m.lost_undated === 1 ? 'is' : 'are'} in no period.`,
          )
        : null,
      m.opened_undated > 0
        ? finding(
            'undated',
            m.opened_undated,
            `${many(m.opened_undated, 'deal was', 'deals were')} opened on a day that is not known and ${m.opened_undated === 1 ? 'is' : 'are'} in no count of deals opened.`,
          )
        : null,
      m.open_unsure > 0
        ? finding(
            'undated',
            m.open_unsure,
            `Of ${many(m.open_unsure, 'open deal')} nobody can say whether ${m.open_unsure === 1 ? 'it was' : 'they were'} open on ${raw.asOf}.`,
          )
        : null,
      ...(raw.cuts.length > 0 ? keyFindings(raw, byCut) : []),
    ],
    money: true,
  });
};

type Point = { readonly day: Day; readonly open: number; readonly priced: number; readonly minor: number; readonly undated: number };

export const dressPipeline = (raw: Raw): Answer => {
  const points = table<Point>(raw, 'rows');
  const rows = points.map((p): Row => ({
    key: p.day,
    n: p.open,
    value: p.open > 0 && p.priced === 0 ? null : moneyIn(raw, p.minor),
    priced: p.priced,
    ...(p.undated > 0 && { undated: p.undated }),
  }));
  const last = points.at(-1);
  const undated = Math.max(0, ...points.map((p) => p.undated));
  return frame(raw, {
    means: [
      'Deals open at the end of each day, from their opening and closing dates, and the sum of their amounts as they are known now: what an amount was then is not kept.',
      'A deal without an opening day counts from the first day it was seen in a stage; without that, only at the end.',
    ],
    rows,
    total: { ...(rows.at(-1) ?? { n: 0 }), key: 'total' },
    coverage: coverageOf(last?.open ?? 0, [{ why: 'no amount, or one that no rate converts', n: (last?.open ?? 0) - (last?.priced ?? 0) }]),
    findings: [
      undated > 0
        ? finding(
            'undated',
            undated,
            `${many(undated, 'deal has', 'deals have')} no opening date and ${undated === 1 ? 'is' : 'are'} left out of the days before ${raw.lastDay ?? raw.asOf}.`,
          )
        : null,
    ],
    money: true,
  });
};
