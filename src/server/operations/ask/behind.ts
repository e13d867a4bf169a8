/** What opens behind a number of Home: the answer it was taken from, and the rows it counts. */
import type { Answer, Coverage } from '../../../kernel/answer.ts';
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
export const behindFacts = (
  { head }: Reader,
  definition: string,
  rows: readonly RowsBehind[] = [],
  coverage: Coverage | null = null,
): Behind => ({
  asOf: head.asOf,
  loads: head.loads,
  definition,
  coverage,
  findings: [],
  rows,
});

/** How many of these deals have an amount that is in the sum. */
export const amountsOf = (deals: readonly { readonly minor: number | null }[]): Coverage => {
  const have = deals.filter(({ minor }) => minor !== null).length;
  return {
    have,
    of: deals.length,
    missing: have === deals.length ? [] : [{ why: 'no amount, or one that no rate converts', n: deals.length - have }],
  };
};
