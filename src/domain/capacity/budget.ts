/** What may be asked of a budget line, what may happen to it, and how the rules say no. */
import type { Day } from '../../kernel/day.ts';
import type { BudgetId, CommitmentId, EntryId, NoteId, PersonId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Basic } from '../check.ts';
import type { Paid, Purpose } from './line.ts';

/** What is planned for some months. */
export type MonthPlan = { readonly month: string; readonly minor: number };

type Opening = {
  readonly id: BudgetId;
  readonly name: string;
  readonly currency: Currency;
  readonly owner: PersonId | null;
  readonly purpose: Purpose | null;
  readonly takesSpend: boolean;
  readonly months: readonly MonthPlan[];
};
type Committing = {
  readonly id: BudgetId;
  readonly commitment: CommitmentId;
  readonly what: string;
  readonly on: Day;
  readonly due: Day;
  readonly minor: number;
};
type Releasing = {
  readonly id: BudgetId;
  readonly commitment: CommitmentId;
  readonly on: Day;
  readonly minor: number;
  readonly why: NoteId;
};
type Recording = {
  readonly id: BudgetId;
  readonly entry: EntryId;
  readonly on: Day;
  readonly what: string;
  readonly ref: string | null;
  /** Whole minor units; negative for a credit note. */
  readonly minor: number;
  readonly commitment: CommitmentId | null;
};

export type BudgetCommand =
  | ({ readonly type: 'budget/open' } & Opening)
  | { readonly type: 'budget/rename'; readonly id: BudgetId; readonly name: string }
  | { readonly type: 'budget/hand-over'; readonly id: BudgetId; readonly owner: PersonId }
  | { readonly type: 'budget/tie'; readonly id: BudgetId; readonly purpose: Purpose | null; readonly takesSpend: boolean }
  | { readonly type: 'budget/plan'; readonly id: BudgetId; readonly months: readonly MonthPlan[] }
  | { readonly type: 'budget/forecast'; readonly id: BudgetId; readonly month: string; readonly minor: number | null }
  | ({ readonly type: 'budget/commit' } & Committing)
  | ({ readonly type: 'budget/release' } & Releasing)
  /** `currency` is that of the invoice; another than the line's is converted by the rate of its day. */
  | ({ readonly type: 'budget/record'; readonly currency: Currency } & Recording)
  | { readonly type: 'budget/strike'; readonly id: BudgetId; readonly entry: EntryId; readonly why: NoteId }
  | {
      readonly type: 'budget/transfer';
      readonly id: BudgetId;
      readonly to: BudgetId;
      readonly month: string;
      readonly toMonth: string;
      readonly minor: number;
      readonly why: NoteId;
    }
  | { readonly type: 'budget/close'; readonly id: BudgetId; readonly why: NoteId };

export type BudgetEvent =
  | ({ readonly type: 'budget/opened' } & Opening)
  | { readonly type: 'budget/renamed'; readonly id: BudgetId; readonly name: string }
  | { readonly type: 'budget/handed-over'; readonly id: BudgetId; readonly owner: PersonId }
  | { readonly type: 'budget/tied'; readonly id: BudgetId; readonly purpose: Purpose | null; readonly takesSpend: boolean }
  | { readonly type: 'budget/planned'; readonly id: BudgetId; readonly months: readonly MonthPlan[] }
  | { readonly type: 'budget/forecast-given'; readonly id: BudgetId; readonly month: string; readonly minor: number | null }
  | ({ readonly type: 'budget/committed' } & Committing)
  | ({ readonly type: 'budget/released' } & Releasing)
  | ({ readonly type: 'budget/recorded'; readonly paid: Paid | null } & Recording)
  | { readonly type: 'budget/struck'; readonly id: BudgetId; readonly entry: EntryId; readonly why: NoteId }
  /** Plan left this line; in the same batch it came to the other. */
  | {
      readonly type: 'budget/gave';
      readonly id: BudgetId;
      readonly to: BudgetId;
      readonly on: Day;
      readonly month: string;
      readonly minor: number;
      readonly why: NoteId;
    }
  | {
      readonly type: 'budget/received';
      readonly id: BudgetId;
      readonly from: BudgetId;
      readonly on: Day;
      readonly month: string;
      readonly minor: number;
      readonly why: NoteId;
    }
  | { readonly type: 'budget/closed'; readonly id: BudgetId; readonly why: NoteId };

export type BudgetRefusal =
  | Basic
  | { readonly code: 'not-a-currency'; readonly found: string }
  | { readonly code: 'not-a-month'; readonly found: string }
  | { readonly code: 'month-locked'; readonly month: string }
  | { readonly code: 'said-twice' }
  | { readonly code: 'amount-needed'; readonly field: string }
  | { readonly code: 'more-than-open'; readonly open: number; readonly currency: Currency }
  | { readonly code: 'more-than-planned'; readonly planned: number; readonly currency: Currency; readonly month: string }
  | { readonly code: 'no-rate'; readonly from: Currency; readonly to: Currency; readonly day: Day }
  | { readonly code: 'currencies-differ'; readonly from: Currency; readonly to: Currency }
  | { readonly code: 'invoice-twice'; readonly ref: string; readonly on: Day }
  | { readonly code: 'spend-taken'; readonly name: string }
  | { readonly code: 'struck-already' }
  | { readonly code: 'commitments-open'; readonly count: number }
  | { readonly code: 'nowhere-to-move' };
