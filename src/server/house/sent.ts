/** What is sent of a book: snapshots and batches as one role may see them, with the people and notes they name. */
import { DECIDERS, type Book, type Event, type Kind } from '../../domain/book.ts';
import type { Role } from '../../domain/company/company.ts';
import type { Entry } from '../../domain/decider.ts';
import { visible } from '../../domain/visible.ts';
import type { Live, Person, Sent, SentBook } from '../contract/book.ts';
import { notesIn, peopleIn } from './named.ts';
import type { CompanyRoom, Landed } from './room.ts';

/** The events that this role may see, redacted as it may see them. */
export const seenBy = (role: Role, entries: readonly Entry<Event>[]): Sent[] =>
  entries.flatMap(({ event, stamp }) => {
    const seen = visible(role, event);
    return seen === null ? [] : [{ event: seen, stamp }];
  });

/** People as this role may see them: addresses are for those who plan the work. */
export const peopleFor = (role: Role, people: readonly Person[]): readonly Person[] =>
  role === 'owner' || role === 'marketer' ? people : people.map(({ id, name }) => ({ id, name, email: null }));

/** A batch as this role may see it; null where it sees nothing of it. */
export const sentBatch = (room: CompanyRoom, role: Role, { batch, entries }: Landed): Live | null => {
  const seen = seenBy(role, entries);
  if (seen.length === 0) return null;
  const events = seen.map(({ event }) => event);
  const who = new Set<string>([...events.flatMap(peopleIn), ...seen.map(({ stamp }) => stamp.by)]);
  const people = room.people().filter(({ id }) => who.has(id));
  return { batch, entries: seen, people: peopleFor(role, people), notes: room.notesOf(events.flatMap(notesIn)) };
};

/** A book as plain data: per kind of thing, its keys and things. */
export const sentBook = (book: Book): SentBook =>
  Object.fromEntries((Object.keys(DECIDERS) as Kind[]).map((kind) => [kind, [...book[kind]]])) as unknown as SentBook;
