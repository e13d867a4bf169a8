/** Breaks: where the thread hangs on nothing, as findings with what to do. */
import type { Finding, Missing } from '../../kernel/answer.ts';
import { finding } from './findings.ts';
import { moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { amount, listed, many } from './words.ts';

/** What closed in the period, as credit counts it. */
export type Closed = {
  readonly n: number;
  readonly minor: number;
  readonly priced: number;
  readonly no_amount: number;
  readonly dark: number;
  readonly dark_minor: number;
  readonly dark_ids: readonly string[] | null;
  readonly dark_any: number;
  readonly touches: number;
};
type Other = { readonly currency: string | null; readonly n: number; readonly minor: number };
type Break = { readonly kind: 'orphan' | 'unlinked' | 'aimless' | 'starved'; readonly id: string; readonly name: string };

export const closedMissing = (raw: Raw, closed: Closed): Missing[] => [
  { why: 'won, without an amount', n: closed.no_amount },
  ...table<Other>(raw, 'other').map((o) => ({ why: `won, amount in ${o.currency ?? 'no currency'}`, n: o.n, minor: o.minor })),
  { why: 'won, without a counted touch', n: closed.dark, minor: closed.dark_minor },
];

export const mixedFindings = (raw: Raw): Finding[] =>
  table<Other>(raw, 'other').map((o) =>
    finding(
      'mixed-currency',
      o.n,
      `${many(o.n, 'won deal is', 'won deals are')} in ${o.currency ?? 'no currency'}, together ${amount(o)}; no sum holds ${o.n === 1 ? 'it' : 'them'}.`,
      { minor: o.minor },
    ),
  );

export const darkFinding = (raw: Raw, closed: Closed): Finding | null =>
  closed.dark_any === 0
    ? null
    : finding(
        'dark-deals',
        closed.dark_any,
        `${many(closed.dark_any, 'won deal has', 'won deals have')} no counted touch, ${amount(moneyIn(raw, closed.dark_minor)!)} that no work can claim.`,
        { ids: closed.dark_ids ?? [], minor: closed.dark_minor },
      );

export const breakFindings = (raw: Raw, untracked: { readonly touches: number; readonly minor: number } | null): Finding[] => {
  const breaks = table<Break>(raw, 'breaks');
  const of = (kind: Break['kind'], code: Parameters<typeof finding>[0], one: string, more: string): Finding[] => {
    const found = breaks.filter((b) => b.kind === kind);
    const names = listed(found.slice(0, 5).map((b) => b.name));
    return found.length === 0
      ? []
      : [
          finding(code, found.length, `${many(found.length, one, more)}: ${names}${found.length > 5 ? ' and others' : ''}.`, {
            ids: found.map((b) => b.id),
          }),
        ];
  };
  return [
    ...(untracked && untracked.touches > 0
      ? [
          finding(
            'untracked-touches',
            untracked.touches,
            `${many(untracked.touches, 'touch has', 'touches have')} no campaign, with ${amount(moneyIn(raw, untracked.minor)!)} of the linear credit.`,
            { minor: untracked.minor },
          ),
        ]
      : []),
    ...of('unlinked', 'unlinked-campaign', 'campaign has no work item', 'campaigns have no work item'),
    ...of('orphan', 'orphan', 'work item has no priority', 'work items have no priority'),
    ...of('aimless', 'orphan', 'priority serves no outcome', 'priorities serve no outcome'),
    ...of('starved', 'starved', 'outcome has no work for it', 'outcomes have no work for them'),
  ];
};
