/**
 * A refusal as one paragraph: what is the matter, and what to do.
 *
 * The words of all refusals are many and nobody is refused while a page still loads: dialogs bring them along
 * (refusals-told.ts), and what is decided without one finds them fetched in the first idle moment.
 */
import type { Book } from '../../domain/book.ts';
import type { BatchRefusal, Refusal } from '../../domain/decide.ts';
import type { RefusalWords } from '../../views/words/refusal-table.ts';
import type { Replica } from './replica.ts';

type Told = (refusal: Refusal, book: Book) => RefusalWords;
let told: Told | null = null;

/** From now on refusals are said in these words. */
export const sayRefusals = (words: Told): void => void (told = words);

/** In the words the server would use, with the names this browser knows. */
export const wordsOf = ({ refusal }: BatchRefusal, { book }: Replica): string => {
  if (told === null) return 'This cannot be decided as things stand. Why is still being fetched: ask once more.';
  const { text, todo } = told(refusal, book);
  return `${text} ${todo}`;
};
