/** Requesters hear when the date of their work moved by more than a week since they were last told. */
import { daysBetween } from '../../kernel/day.ts';
import { dayIn } from '../../kernel/zone.ts';
import { dateMoved } from '../../views/intake/letters.ts';
import { itemOf, phaseOf } from '../../views/intake/phase.ts';
import { addressed } from '../house/letters-in.ts';
import { queueDates } from '../house/queue-dates.ts';
import type { CompanyRoom } from '../house/room.ts';

/** A date that moved by no more days than this is no news. */
const NEWS = 7;

/** Notes the 85 % date of every request whose work is open, with a letter where it moved by more than a week. */
export const noteMovedDates = (room: CompanyRoom, now: string): void => {
  const book = room.book();
  if (book.company.get('company')?.demo) return;
  const { store } = room;
  const today = dayIn(book.company.get('company')?.zone ?? 'UTC', now);
  const open = [...book.request.values()].filter((request) => ['queued', 'started'].includes(phaseOf(book, request, today)));
  if (open.length === 0) return;
  const dates = queueDates(book, today);
  const people = new Map(store.people().map((person) => [person.id, person]));
  const writing = {
    book,
    today,
    nameOf: (person: string) => people.get(person)?.name ?? null,
    noteOf: (note: string) => store.notes([note])[0]?.text ?? null,
  };
  for (const request of open) {
    const day = dates.of(itemOf(book, request)!.id)?.p85;
    if (!day) continue;
    const was = store.toldDay(request.id);
    if (was !== null && Math.abs(daysBetween(was, day)) <= NEWS) continue;
    const address = people.get(request.by)?.email;
    const news = `${request.id}:moved:${day}:${now}`;
    store.tellDay(request.id, day, was !== null && address ? addressed(dateMoved(request, was, day, writing), address, news, now) : null);
  }
};
