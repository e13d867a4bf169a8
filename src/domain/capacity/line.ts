/**
 * Budget line: money for a purpose, month by month. What is planned, what has been promised to somebody and is still
 * open (commitments), what was spent (entries, and the imported spend of its campaigns), all in the line's own currency.
 */
import type { Day } from '../../kernel/day.ts';
import type { BudgetId, CampaignId, CommitmentId, EntryId, NoteId, PersonId, PriorityId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { PeopleBook } from './standing.ts';
import type { RateBook, RateUsed } from './rate.ts';

/** Amounts by fiscal month (2026-M04), whole minor units of the line's currency. */
export type ByMonth = { readonly [month: string]: number };

/** What the money is for. */
export type Purpose = { readonly kind: 'priority'; readonly id: PriorityId } | { readonly kind: 'campaign'; readonly id: CampaignId };

/** Money promised and not yet paid: an order, a contract, a booked stand. */
export type Commitment = {
  readonly id: CommitmentId;
  readonly what: string;
  /** When it was promised. */
  readonly on: Day;
  /** When it will have to be paid; says in which month it stands. */
  readonly due: Day;
  readonly minor: number;
  /** What will not be needed after all. */
  readonly releases: readonly { readonly on: Day; readonly minor: number; readonly why: NoteId }[];
};

/** What was paid in another currency than the line's, and by which rate it was converted when it was recorded. */
export type Paid = { readonly minor: number; readonly currency: Currency } & RateUsed;

/** Money spent: an invoice, or a credit note where negative. */
export type Entry = {
  readonly id: EntryId;
  readonly on: Day;
  readonly what: string;
  /** The number on the invoice; null where it has none. */
  readonly ref: string | null;
  readonly minor: number;
  readonly paid: Paid | null;
  /** The commitment that this pays, all of it or a part. */
  readonly commitment: CommitmentId | null;
  /** Why it was struck out; null while it counts. */
  readonly struck: NoteId | null;
};

/** Plan that moved between lines or months: negative where it left. */
export type Transfer = {
  readonly on: Day;
  /** The other line; the line itself where only the month changed. */
  readonly other: BudgetId;
  readonly month: string;
  readonly minor: number;
  readonly why: NoteId;
};

export type BudgetLine = {
  readonly id: BudgetId;
  readonly name: string;
  readonly currency: Currency;
  readonly owner: PersonId | null;
  readonly purpose: Purpose | null;
  /** True where imported spend of its campaigns counts as spent on this line; false where all invoices are recorded by hand. */
  readonly takesSpend: boolean;
  readonly plan: ByMonth;
  /** What somebody expects to be spent in a month, where he said so. */
  readonly forecast: ByMonth;
  readonly commitments: readonly Commitment[];
  readonly entries: readonly Entry[];
  readonly transfers: readonly Transfer[];
  readonly retired: { readonly why: NoteId } | null;
};

/** A fiscal month whose books are closed. */
export type LockedMonth = { readonly locked: boolean };

export type CapacityBook = PeopleBook &
  RateBook & {
    readonly budget: ReadonlyMap<BudgetId, BudgetLine>;
    readonly month: ReadonlyMap<string, LockedMonth>;
  };

/** True where nothing of this month may change any more. */
export const isMonthLocked = (book: CapacityBook, month: string): boolean => book.month.get(month)?.locked ?? false;

/** What a commitment has had paid of it: its entries that count, credit notes taken off, never below 0. */
export const paidOf = (line: BudgetLine, id: CommitmentId): number =>
  Math.max(
    0,
    line.entries.reduce((sum, e) => sum + (e.commitment === id && e.struck === null ? e.minor : 0), 0),
  );

/** What of a commitment is still open: promised, less what was released and paid; never below 0. */
export const openOf = (line: BudgetLine, commitment: Commitment): number => {
  const released = commitment.releases.reduce((sum, { minor }) => sum + minor, 0);
  return Math.max(0, commitment.minor - released - paidOf(line, commitment.id));
};
