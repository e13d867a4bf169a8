/** Words of the rules by which the company measures, and of what it publishes. */
import type { Book } from '../../domain/book.ts';
import { monthNamed } from '../../kernel/fiscal-month.ts';
import { monthOfYear, quarterWords } from './format.ts';

/** A quarter or a fiscal month as people call it: "Q2 2026", "May 2026". */
export const periodCalled = (book: Pick<Book, 'company'>, id: string): string => {
  const fiscal = book.company.get('company')?.fiscal;
  const month = fiscal ? monthNamed(fiscal, id) : null;
  return month ? monthOfYear(month) : quarterWords(id);
};
