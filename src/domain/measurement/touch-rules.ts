/**
 * Touch rules: which touches count towards a deal, and what is said of them. Agreed in versions.
 *
 * A version is proposed with its reason, looked at (the server counts what it would change) and adopted by somebody who
 * answers for the numbers. Numbers that are not published follow the version in force; published ones stay. The
 * look-back stands with the company too, where it was chosen before there were rules; adopting keeps the two equal.
 */
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { all, oneOf, text, type Basic } from '../check.ts';
import type { CompanyBook, CompanyEvent } from '../company/company.ts';
import { OPERATOR, type Ctx, type Decider } from '../decider.ts';

/** Which deals marketing brought: the lead's source as the CRM has it, the first touch, or a touch before sales did anything. */
export const SOURCED = ['lead-source', 'first-touch', 'before-sales'] as const;
export type Sourced = (typeof SOURCED)[number];
export const KEEPS = ['all', 'first', 'last'] as const;

/** Names of channels and kinds are compared without case and without spaces around them. */
export type TouchRules = {
  /** Touches older than this before a close do not count. */
  readonly lookBackDays: number;
  /** Touches of these never count: unsubscribes, bounces, sales' own calls. */
  readonly leaveOut: { readonly channels: readonly string[]; readonly kinds: readonly string[] };
  /** Touches of one person, campaign, channel and kind at most so many minutes apart count once: the first or the last; `all` keeps each. */
  readonly repeats: { readonly keep: (typeof KEEPS)[number]; readonly minutes: number };
  /** Channels that say nothing of what brought somebody; last non-direct passes over them. */
  readonly direct: readonly string[];
  /** Half-life of time decay in whole days; null follows the measured cycle. */
  readonly halfLifeDays: number | null;
  /** The definition of "sourced" that headlines use; the other two are always shown beside it. */
  readonly sourced: Sourced;
  /** What sales does itself, by channel (a lead's source too) and kind of touch: it may count, and it is never marketing's. */
  readonly sales: { readonly channels: readonly string[]; readonly kinds: readonly string[] };
};

export const FIRST_TOUCH_RULES: TouchRules = {
  lookBackDays: 365,
  leaveOut: { channels: [], kinds: [] },
  repeats: { keep: 'all', minutes: 0 },
  direct: ['direct', 'direct traffic', '(direct)', '(none)'],
  halfLifeDays: null,
  sourced: 'first-touch',
  sales: { channels: ['sales', 'outbound', 'outbound sales', 'cold call'], kinds: ['sales call', 'sales e-mail', 'sales meeting'] },
};

export type RulesVersion = {
  /** 1 is the first adopted; before it, FIRST_TOUCH_RULES are in force as version 0. */
  readonly n: number;
  readonly rules: TouchRules;
  readonly why: NoteId;
  readonly proposedBy: PersonId;
  readonly by: PersonId;
  readonly at: Instant;
};
/** `n` numbers proposals, so that nobody adopts another one than he looked at. */
export type RulesProposal = {
  readonly n: number;
  readonly rules: TouchRules;
  readonly why: NoteId;
  readonly by: PersonId;
  readonly at: Instant;
};

export type Touches = { readonly versions: readonly RulesVersion[]; readonly proposal: RulesProposal | null; readonly proposals: number };

export type TouchesCommand =
  | { readonly type: 'touches/propose'; readonly rules: TouchRules; readonly why: NoteId }
  | { readonly type: 'touches/adopt'; readonly proposal: number }
  | { readonly type: 'touches/withdraw'; readonly proposal: number };
export type TouchesEvent =
  | { readonly type: 'touches/proposed'; readonly proposal: number; readonly rules: TouchRules; readonly why: NoteId }
  | { readonly type: 'touches/adopted'; readonly proposal: number }
  | { readonly type: 'touches/withdrawn'; readonly proposal: number };
export type TouchesRefusal =
  | Basic
  | { readonly code: 'not-your-seat'; readonly seat: string }
  | { readonly code: 'look-back-out-of-range' }
  | { readonly code: 'half-life-out-of-range' }
  | { readonly code: 'repeats-out-of-range' }
  | { readonly code: 'rules-in-force' }
  | { readonly code: 'no-such-proposal'; readonly proposal: number };

export type TouchesBook = CompanyBook & { readonly touches: ReadonlyMap<'touch-rules', Touches> };

/** The rules in force, with their version; 0 until one is adopted, when the company's own look-back holds. */
export const rulesInForce = (book: TouchesBook): { readonly version: number; readonly rules: TouchRules } => {
  const lookBackDays = book.company.get('company')?.lookBackDays ?? FIRST_TOUCH_RULES.lookBackDays;
  const latest = book.touches.get('touch-rules')?.versions.at(-1);
  return { version: latest?.n ?? 0, rules: { ...(latest?.rules ?? FIRST_TOUCH_RULES), lookBackDays } };
};

const MOST_NAMES = 50;
const WEEK = 7 * 24 * 60;

/** Whole words, once each, in the order given. */
const tidy = (names: readonly string[]): string[] => [...new Map(names.map((name) => [name.trim().toLowerCase(), name.trim()])).values()];
const tidyRules = ({ lookBackDays, leaveOut, repeats, direct, halfLifeDays, sourced, sales }: TouchRules): TouchRules => ({
  lookBackDays,
  leaveOut: { channels: tidy(leaveOut.channels), kinds: tidy(leaveOut.kinds) },
  repeats: repeats.keep === 'all' ? { keep: 'all', minutes: 0 } : { keep: repeats.keep, minutes: repeats.minutes },
  direct: tidy(direct),
  halfLifeDays,
  sourced,
  sales: { channels: tidy(sales.channels), kinds: tidy(sales.kinds) },
});

const named = (field: string, names: readonly string[]): Result<null, Basic> =>
  names.length > MOST_NAMES ? refuse({ code: 'too-long', field, most: MOST_NAMES }) : all(...names.map((name) => text(field, name, 80)));
const isWhole = (n: number, least: number, most: number): boolean => Number.isInteger(n) && n >= least && n <= most;

const checked = (rules: TouchRules): Result<TouchRules, TouchesRefusal> => {
  const words = all(
    named('left out', [...rules.leaveOut.channels, ...rules.leaveOut.kinds]),
    named('direct', rules.direct),
    named('sales', [...rules.sales.channels, ...rules.sales.kinds]),
    oneOf('keep', rules.repeats.keep, KEEPS),
    oneOf('sourced', rules.sourced, SOURCED),
  );
  if (!words.ok) return words;
  if (!isWhole(rules.lookBackDays, 1, 3650)) return refuse({ code: 'look-back-out-of-range' });
  if (rules.halfLifeDays !== null && !isWhole(rules.halfLifeDays, 1, 3650)) return refuse({ code: 'half-life-out-of-range' });
  if (rules.repeats.keep !== 'all' && !isWhole(rules.repeats.minutes, 0, 52 * WEEK)) return refuse({ code: 'repeats-out-of-range' });
  return ok(tidyRules(rules));
};

/** An owner, or whoever signs for sales or finance: who proposes may not be the only one to have looked. */
const mayAdopt = (book: TouchesBook, { by }: Ctx): boolean => {
  const member = book.company.get('company')?.members[by];
  return by === OPERATOR || member?.role === 'owner' || ['finance', 'sales'].some((seat) => member?.seats.includes(seat));
};

const same = (a: TouchRules, b: TouchRules): boolean => JSON.stringify(a) === JSON.stringify(b);
const NONE: Touches = { versions: [], proposal: null, proposals: 0 };

export const touches: Decider<
  'touch-rules',
  Touches,
  TouchesCommand,
  TouchesEvent,
  TouchesRefusal,
  TouchesBook,
  TouchesEvent | Extract<CompanyEvent, { readonly type: 'company/look-back-chosen' }>
> = {
  keyOf: () => 'touch-rules',
  decide: {
    'touches/propose': (now, { rules, why }, _, book) => {
      const fit = checked(rules);
      if (!fit.ok) return fit;
      if (same(fit.value, tidyRules(rulesInForce(book).rules))) return refuse({ code: 'rules-in-force' });
      if (now?.proposal && same(fit.value, now.proposal.rules)) return ok([]);
      return ok([{ type: 'touches/proposed', proposal: (now?.proposals ?? 0) + 1, rules: fit.value, why }]);
    },
    'touches/adopt': (now, { proposal }, ctx, book) => {
      if (!mayAdopt(book, ctx)) return refuse({ code: 'not-your-seat', seat: 'finance' });
      if (now?.proposal?.n !== proposal) return refuse({ code: 'no-such-proposal', proposal });
      const days = now.proposal.rules.lookBackDays;
      return ok([
        { type: 'touches/adopted', proposal },
        ...(days === book.company.get('company')?.lookBackDays ? [] : [{ type: 'company/look-back-chosen' as const, days }]),
      ]);
    },
    'touches/withdraw': (now, { proposal }) =>
      now?.proposal?.n === proposal ? ok([{ type: 'touches/withdrawn', proposal }]) : refuse({ code: 'no-such-proposal', proposal }),
  },
  evolve: {
    'touches/proposed': (now, { proposal: n, rules, why }, { by, at }) => ({
      ...(now ?? NONE),
      proposal: { n, rules, why, by, at },
      proposals: n,
    }),
    'touches/adopted': (now, _, { by, at }) => {
      const { rules, why, by: proposedBy } = now!.proposal!;
      return { ...now!, proposal: null, versions: [...now!.versions, { n: now!.versions.length + 1, rules, why, proposedBy, by, at }] };
    },
    'touches/withdrawn': (now) => ({ ...now!, proposal: null }),
  },
};
