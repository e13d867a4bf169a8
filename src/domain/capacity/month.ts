/**
 * Month: a fiscal month whose books finance may close. Plan, forecast and entries of a locked month stay as they are;
 * what is still open of its commitments is carried to the next month that is not locked.
 */
import { monthNamed } from '../../kernel/fiscal-month.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Basic } from '../check.ts';
import { OPERATOR, type Ctx, type Decider } from '../decider.ts';
import type { CapacityBook, LockedMonth } from './line.ts';

export type MonthCommand =
  | { readonly type: 'month/lock'; readonly month: string }
  | { readonly type: 'month/unlock'; readonly month: string; readonly why: NoteId };
export type MonthEvent =
  | { readonly type: 'month/locked'; readonly month: string }
  | { readonly type: 'month/unlocked'; readonly month: string; readonly why: NoteId };
export type MonthRefusal =
  | Basic
  | { readonly code: 'not-a-month'; readonly found: string }
  | { readonly code: 'not-your-seat'; readonly seat: string };

/** An owner, or whoever holds the seat of finance, closes the books. */
const mayClose = (book: CapacityBook, { by }: Ctx): Result<null, MonthRefusal> => {
  const member = book.company.get('company')?.members[by];
  return by === OPERATOR || member?.role === 'owner' || member?.seats.includes('finance')
    ? ok(null)
    : refuse({ code: 'not-your-seat', seat: 'finance' });
};

export const month: Decider<string, LockedMonth, MonthCommand, MonthEvent, MonthRefusal, CapacityBook> = {
  keyOf: (message) => message.month,
  decide: {
    'month/lock': (now, { month: id }, ctx, book) => {
      const allowed = mayClose(book, ctx);
      if (!allowed.ok) return allowed;
      if (!monthNamed(book.company.get('company')!.fiscal, id)) return refuse({ code: 'not-a-month', found: id });
      return ok(now?.locked ? [] : [{ type: 'month/locked', month: id }]);
    },
    'month/unlock': (now, { month: id, why }, ctx, book) => {
      const allowed = mayClose(book, ctx);
      if (!allowed.ok) return allowed;
      return ok(now?.locked ? [{ type: 'month/unlocked', month: id, why }] : []);
    },
  },
  evolve: {
    'month/locked': () => ({ locked: true }),
    'month/unlocked': () => ({ locked: false }),
  },
};
