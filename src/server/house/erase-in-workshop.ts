/** Erasing what somebody wrote in a workshop and, where he is no member, who he is. What was decided there stays; it holds ids. */
import type { Book } from '../../domain/book.ts';
import type { CardId, PersonId, WorkshopId } from '../../kernel/ids.ts';
import type { CompanyStore } from '../../store/company-store.ts';

/** False where nothing was left to erase. `cards` are those he wrote. */
export const eraseInWorkshop = (
  store: CompanyStore,
  book: Book,
  id: WorkshopId,
  person: PersonId,
  cards: readonly CardId[],
  at: string,
): boolean => {
  const shown = Object.values(book.workshop.get(id)?.shown ?? {}).flat();
  const notes = shown.filter(({ card }) => cards.includes(card)).map(({ note }) => store.eraseNote(note, at));
  const words = store.eraseRoomWords(id, person);
  const member = book.company.get('company')?.members[person] !== undefined;
  const elsewhere = [...book.workshop.values()].some((w) => w.id !== id && w.people.some((p) => p.person === person));
  const asks = [...book.request.values()].some(({ by }) => by === person);
  const named = !member && !elsewhere && !asks && store.erasePerson(person, at);
  store.eraseLetters(aboutRoom(id, person));
  return words || named || notes.includes(true);
};

/** What a letter about a workshop is about, as the outbox knows it: whose link it carries. */
export const aboutRoom = (workshop: WorkshopId, person: PersonId): string => `${workshop}/${person}`;
