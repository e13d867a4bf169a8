/** Agreements in words: duties and their schemes, the two sides of an expectation, how it ended. */
import type { Duty, Scheme } from '../../domain/agreements/duty.ts';
import type { Ended, Party, Side } from '../../domain/agreements/expectation.ts';
import type { Book } from '../../domain/book.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { seatTitle } from './names.ts';

export const SCHEME_WORDS: { readonly [S in Scheme]: string } = { raci: 'RACI', daci: 'DACI' };

export const DUTY_WORDS: { readonly [D in Duty]: string } = {
  responsible: 'Responsible',
  accountable: 'Accountable',
  consulted: 'Consulted',
  informed: 'Informed',
  driver: 'Driver',
  approver: 'Approver',
  contributor: 'Contributor',
};
/** What each duty means, on hover and in the picker. */
export const DUTY_MEANS: { readonly [D in Duty]: string } = {
  responsible: 'does the work',
  accountable: 'answers for it: exactly one person',
  consulted: 'is asked before',
  informed: 'is told after',
  driver: 'moves it along: exactly one person',
  approver: 'says yes or no: exactly one person',
  contributor: 'adds knowledge and work',
};

export const SIDE_WORDS: { readonly [S in Side]: string } = {
  promises: 'the side that promises',
  expects: 'the side that expects',
};

export const ENDED_WORDS: { readonly [H in Ended['how']]: string } = {
  kept: 'Kept',
  broken: 'Broken',
  released: 'Released',
  withdrawn: 'Withdrawn',
};

/** A side as people say it: "Sales", "Diego Ferrante", "Diego Ferrante for Sales". */
export const partyWords = (book: Book, { seat, person }: Party, nameOf: (person: PersonId | null) => string): string => {
  if (seat === null) return nameOf(person);
  return person === null ? seatTitle(book, seat) : `${nameOf(person)} for ${seatTitle(book, seat)}`;
};
