/** What an expectation asks of a person: to sign it, and to think of it before its day. */
import { latest, SIDES, speaksFor, type Expectation, type Side } from '../../domain/agreements/expectation.ts';
import type { Book } from '../../domain/book.ts';
import type { PersonId } from '../../kernel/ids.ts';

/** Days before its day on which an expectation is called to mind. */
export const REMIND_DAYS = 14;

/** The sides that have not signed the wording that stands. */
export const sidesMissing = (e: Expectation): Side[] => SIDES.filter((side) => !latest(e).signatures[side]);

/** The sides for which this person can sign now: he speaks for them, nobody has signed, and he has not signed the other. */
export const sidesToSign = (book: Book, e: Expectation, me: PersonId): Side[] => {
  if (e.ended) return [];
  const r = latest(e);
  const signedByMe = SIDES.some((side) => r.signatures[side]?.by === me);
  return signedByMe ? [] : sidesMissing(e).filter((side) => speaksFor(book, r[side], me));
};
