/** A refusal as one paragraph: what is the matter, and what to do. */
import type { BatchRefusal } from '../../domain/decide.ts';
import { refusalWords } from '../../views/words/refusals.ts';
import type { Replica } from './replica.ts';

/** In the words the server would use, with the names this browser knows. */
export const wordsOf = ({ refusal }: BatchRefusal, { book }: Replica): string => {
  const { text, todo } = refusalWords(refusal, book);
  return `${text} ${todo}`;
};
