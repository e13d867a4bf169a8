/** What a request is called in a list: the first sentence of the result that was asked for, in the requester's words. */
import type { Request } from '../../domain/intake/request.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { short } from '../words/format.ts';

const LONGEST = 90;
export const ERASED = 'The words were erased';

/** null where the words were erased or may not be read. */
export const requestTitle = ({ result }: Pick<Request, 'result'>, noteOf: (id: NoteId) => string | null): string | null => {
  const words = noteOf(result);
  if (words === null || words === '') return null;
  const line = words.trim().split(/\n/)[0]!;
  const sentence = /^.{12,}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  return short(sentence.replace(/[.]$/, ''), LONGEST);
};
