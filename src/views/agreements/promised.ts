/** What the sides of a period promised each other: the expectations due in it that both signed. */
import { isAgreed, latest } from '../../domain/agreements/expectation.ts';
import type { Book } from '../../domain/book.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import type { Day } from '../../kernel/day.ts';
import { lookAt, type ExpectationLook } from './expectations.ts';

/** Agreed expectations whose day lies in the period, soonest first; withdrawn wordings and unsigned ones are not promises. */
export const promisedIn = (book: Book, period: string, today: Day): ExpectationLook[] => {
  const fiscal = book.company.get('company')?.fiscal;
  const within = fiscal && quarterNamed(fiscal, period);
  if (!within) return [];
  return [...book.expectation.values()]
    .filter((e) => isAgreed(latest(e)) && latest(e).due >= within.from && latest(e).due < within.to)
    .map((e) => lookAt(e, today))
    .toSorted((a, b) => latest(a.expectation).due.localeCompare(latest(b.expectation).due));
};
