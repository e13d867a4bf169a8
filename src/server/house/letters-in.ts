/** The letters that a decision causes, for those requesters whose address is known. */
import { dayIn } from '../../kernel/zone.ts';
import type { CompanyStore } from '../../store/company-store.ts';
import type { NewLetter } from '../../store/company/post.ts';
import type { Person } from '../../store/company/rows.ts';
import { lettersFor, type Written } from '../../views/intake/letters.ts';
import { roomLetters } from '../../views/workshop/letters.ts';
import type { LettersOf } from './decide-into.ts';
import { aboutRoom } from './erase-in-workshop.ts';

/** What is looked up of a company's rows for its letters. */
export const lettersIn =
  (store: CompanyStore): LettersOf =>
  ({ entries, book }, asked) => {
    // The people of the demo are invented; nobody may write to them.
    if (book.company.get('company')?.demo) return [];
    const today = (at: string): string => dayIn(book.company.get('company')?.zone ?? 'UTC', at);
    const fresh = new Map<string, string>((asked.notes ?? []).map(({ id, text }) => [id, text]));
    const people = lazy(() => new Map<string, Person>([...store.people(), ...(asked.people ?? [])].map((person) => [person.id, person])));
    const noteOf = (note: string): string | null => fresh.get(note) ?? store.notes([note])[0]?.text ?? null;
    const nameOf = (person: string): string | null => people().get(person)?.name ?? null;
    const told = entries.flatMap(({ event, stamp }) =>
      roomLetters(event, book, nameOf, noteOf).flatMap(({ workshop, person, subject, words }): NewLetter[] => {
        const address = people().get(person)?.email;
        const request = aboutRoom(workshop, person);
        return address ? [{ news: `${request}:${stamp.seq}`, request, address, subject, words, at: stamp.at }] : [];
      }),
    );
    // What is said about a request later in the same act stands; nobody gets two letters for one decision.
    const overtaken = ({ event, stamp }: (typeof entries)[number]): boolean =>
      event.type === 'request/returned' &&
      entries.some(
        (later) =>
          later.stamp.seq > stamp.seq && later.event.type.startsWith('request/') && 'id' in later.event && later.event.id === event.id,
      );
    const decided = entries
      .filter((entry) => !overtaken(entry))
      .flatMap(({ event, stamp }) =>
        lettersFor(event, stamp.by, { book, today: today(stamp.at), noteOf, nameOf }).flatMap((letter): NewLetter[] => {
          const requester = book.request.get(letter.request)!.by;
          const address = people().get(requester)?.email;
          // Nobody is told by mail what he has just done himself.
          return address && requester !== stamp.by ? [addressed(letter, address, `${letter.request}:${stamp.seq}`, stamp.at)] : [];
        }),
      );
    return [...told, ...decided];
  };

/** A letter with its address, as the outbox keeps it. */
export const addressed = ({ request, subject, words }: Written, address: string, news: string, at: string): NewLetter => ({
  news,
  request,
  address,
  subject,
  words,
  at,
});

const lazy = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};
