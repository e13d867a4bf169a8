/**
 * Erasing what a requester wrote and who he is: the words of the request and of what was said about it by him, his name
 * and address where he is no member, and every letter. The decisions stay; they hold ids.
 */
import type { Book } from '../../domain/book.ts';
import type { NoteId, RequestId } from '../../kernel/ids.ts';
import type { CompanyStore } from '../../store/company-store.ts';

/** False where there is no such request, or nothing was left to erase. */
export const eraseRequest = (store: CompanyStore, book: Book, id: RequestId, at: string): boolean => {
  const request = book.request.get(id);
  if (!request) return false;
  const { result, whom, later, proof, tactic, questions, place, by } = request;
  const withdrawn = request.standing.state === 'withdrawn' ? (request.decided?.why ?? null) : null;
  const words = [
    result,
    whom,
    later,
    proof,
    tactic,
    withdrawn,
    place?.note ?? null,
    ...questions.map(({ answer }) => answer?.answer ?? null),
  ];
  // Work may quote the request in the same words; they go with it, since they are the same note.
  const erased = words.filter((note): note is NoteId => note !== null).map((note) => store.eraseNote(note, at));
  const member = book.company.get('company')?.members[by] !== undefined;
  const asksElsewhere = [...book.request.values()].some(
    (other) => other.id !== id && other.by === by && store.notes([other.result]).length > 0,
  );
  const named = !member && !asksElsewhere && store.erasePerson(by, at);
  store.eraseLetters(id);
  return named || erased.includes(true);
};
