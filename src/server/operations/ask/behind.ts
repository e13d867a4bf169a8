/** What opens behind a number of Home: the answer it was taken from, and the rows it counts. */
import type { Answer } from '../../../kernel/answer.ts';
import type { Behind, RowsBehind } from '../../../views/home/home.ts';
import type { Reader } from './reader.ts';

/** Behind a number that an answer gives. */
export const behindAnswer = ({ asOf, loads, definition, coverage, findings }: Answer, rows: readonly RowsBehind[] = []): Behind => ({
  asOf,
  loads,
  definition,
  coverage,
  findings,
  rows,
});

/** Behind a number that is counted from the book: decisions are complete. */
export const behindBook = ({ head }: Reader, definition: string): Behind => ({
  asOf: head.asOf,
  loads: [],
  definition,
  coverage: null,
  findings: [],
  rows: [],
});

/** Behind a number that is counted from the facts by a walk of the thread. */
export const behindFacts = ({ head }: Reader, definition: string, rows: readonly RowsBehind[] = []): Behind => ({
  asOf: head.asOf,
  loads: head.loads,
  definition,
  coverage: null,
  findings: [],
  rows,
});
