/** What was decided in this tab, newest last, for as long as it may still be taken back with a key. */
import type { Book, Command } from '../../domain/book.ts';
import type { Ctx } from '../../domain/decider.ts';

export type Done = {
  readonly company: string;
  readonly commands: readonly Command[];
  readonly ctx: Ctx;
  readonly before: Book;
  readonly after: Book;
};

/** Older decisions are history, not a slip of the hand. */
const MOST = 30;
let done: readonly Done[] = [];

/** Keeps what was just decided; books are shared, so keeping them costs nothing. */
export const keepForUndo = (one: Done): void => {
  if (one.before !== one.after) done = [...done.slice(1 - MOST), one];
};
/** Takes one off the list. */
export const drop = (one: Done): void => {
  done = done.filter((other) => other !== one);
};

/** What was decided last in a company; undefined where nothing was. */
export const lastDone = (company: string): Done | undefined => done.findLast((one) => one.company === company);
