/** Coverage: how full the facts are, and each gap with what it carries and what to do. */
import type { Answer, Finding, Row } from '../../kernel/answer.ts';
import { touchRule } from './touch-rule.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { nameFindings, campaignFindings } from './names.ts';
import { table, type Raw } from './raw.ts';
import { amount, many } from './words.ts';

type Column = {
  readonly entity: string;
  readonly name: string;
  readonly header: string | null;
  readonly rows: number;
  readonly filled: number;
};
type Won = {
  readonly n: number;
  readonly minor: number;
  readonly priced: number;
  readonly no_amount: number;
  readonly dark: number;
  readonly dark_minor: number;
  readonly dark_ids: readonly string[] | null;
  readonly dark_any: number;
  readonly by_account: number;
};
type Other = { readonly currency: string | null; readonly n: number; readonly minor: number };
type Gaps = {
  readonly deals: number;
  readonly no_account: number;
  readonly no_people: number;
  readonly open: number;
  readonly open_no_amount: number;
  readonly no_stage: number;
  readonly leads: number;
  readonly no_channel: number;
  readonly touches: number;
  readonly no_person: number;
  readonly undated_touches: number;
  readonly seen_entries: number;
  readonly seen_days: number | null;
};

export const dressCoverage = (raw: Raw): Answer => {
  const columns = table<Column>(raw, 'columns');
  const won = table<Won>(raw, 'won')[0]!;
  const other = table<Other>(raw, 'other');
  const gaps = table<Gaps>(raw, 'gaps')[0]!;
  const entities = new Map(columns.map((c) => [c.entity, c.rows]));
  return frame(raw, {
    means: [
      'For every column that a file speaks of or a row fills: rows, filled cells and empty ones. Columns a file does not have count as empty for its rows.',
      'Coverage counts won deals with an amount and at least one counted touch.',
      touchRule(raw),
    ],
    rows: columns.map((c): Row => ({
      key: `${c.entity}.${c.name}`,
      n: c.rows,
      filled: c.filled,
      blank: c.rows - c.filled,
      ...(c.header !== null && { header: c.header }),
    })),
    total: {
      key: 'total',
      n: [...entities.values()].reduce((sum, n) => sum + n, 0),
      ...Object.fromEntries(entities),
      wonDeals: won.n,
      wonSum: moneyIn(raw, won.minor),
    },
    coverage: coverageOf(won.n, [
      { why: 'won, without an amount', n: won.no_amount },
      ...other.map((o) => ({ why: `won, amount in ${o.currency ?? 'no currency'}`, n: o.n, minor: o.minor })),
      { why: 'won, without a counted touch', n: won.dark, minor: won.dark_minor },
    ]),
    findings: [...dealFindings(raw, won, other, gaps), ...touchFindings(gaps), ...campaignFindings(raw), ...nameFindings(raw)],
    money: true,
  });
};

const dealFindings = (raw: Raw, won: Won, other: readonly Other[], gaps: Gaps): Finding[] => [
  ...gap(
    'no-amount',
    won.no_amount + gaps.open_no_amount,
    `${many(won.no_amount, 'won deal', 'won deals')} and ${many(gaps.open_no_amount, 'open deal', 'open deals')} have no amount.`,
    { won: won.no_amount, open: gaps.open_no_amount },
  ),
  ...other.map((o) =>
    finding(
      'mixed-currency',
      o.n,
      `${many(o.n, 'won deal is', 'won deals are')} in ${o.currency ?? 'no currency'}, together ${amount(o)}; no sum holds ${o.n === 1 ? 'it' : 'them'}.`,
      { minor: o.minor },
    ),
  ),
  ...(won.dark_any > 0
    ? [
        finding(
          'dark-deals',
          won.dark_any,
          `${gaps.touches === 0 ? 'No touch is loaded at all: ' : ''}${many(won.dark_any, 'won deal has', 'won deals have')} no counted touch, ${amount(moneyIn(raw, won.dark_minor)!)} that no work can claim.`,
          { ids: won.dark_ids ?? [], minor: won.dark_minor },
        ),
      ]
    : []),
  ...gap('no-account', gaps.no_account, `${many(gaps.no_account, 'deal names', 'deals name')} no account.`),
  ...gap(
    'no-people',
    gaps.no_people,
    `${many(gaps.no_people, 'deal has', 'deals have')} no linked people, so the touches of the whole account are taken.`,
  ),
  ...gap(
    'seen-between-loads',
    gaps.seen_entries,
    `${many(gaps.seen_entries, 'stage entry is', 'stage entries are')} known only because a re-import showed another stage: each happened between two loads, at most ${many(gaps.seen_days ?? 0, 'day', 'days')} apart, and counts on the day of the later one.`,
  ),
  ...gap('no-stage', gaps.no_stage, `${many(gaps.no_stage, 'deal has', 'deals have')} no stage.`),
];

const touchFindings = (gaps: Gaps): Finding[] => [
  ...gap('no-channel', gaps.no_channel, `${many(gaps.no_channel, 'lead has', 'leads have')} no channel.`),
  ...gap(
    'no-person',
    gaps.no_person,
    `${many(gaps.no_person, 'touch names', 'touches name')} no person, address or account and can belong to no deal.`,
  ),
  ...gap('undated', gaps.undated_touches, `${many(gaps.undated_touches, 'touch has', 'touches have')} no date and cannot count.`),
];

const gap = (code: Parameters<typeof finding>[0], n: number, text: string, detail?: { readonly [name: string]: number }): Finding[] =>
  n > 0 ? [finding(code, n, text, detail ? { detail } : {})] : [];
