/** What every part of the thread view needs beside the facts: the plan, names, words, and the period. */
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/fiscal.ts';

export type Context = {
  readonly book: Book;
  readonly period: Period;
  readonly today: Day;
  /** A person's name as this company knows it. */
  readonly nameOf: (person: string) => string;
  /** What somebody wrote; null where it was erased or the reader may not see it. */
  readonly noteOf: (note: string) => string | null;
};
