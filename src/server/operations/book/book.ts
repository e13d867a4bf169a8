/** Everything decided, as the reader may see it: now, or as it stood at the end of a past day. */
import { fold, type Book } from '../../../domain/book.ts';
import { mayReadNote } from '../../../domain/visible.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { ok } from '../../../kernel/result.ts';
import { startOfDay } from '../../../kernel/zone.ts';
import { noSuchCompany } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { peopleFor, seenBy, sentBook } from '../../house/sent.ts';
import type { Run } from '../operation.ts';

export const book: Run<'book'> = async ({ house }, { company, on }, caller) => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const me = caller.personIn(company);
  const role = me === null ? null : room.roleOf(me);
  if (me === null || role === null) return noSuchCompany(company);
  const entries = on === undefined ? room.entries() : until(room, on);
  const then: Book = on === undefined ? room.bookFor(role) : fold(seenBy(role, entries));
  const last = entries.at(-1)?.stamp;
  const written = on === undefined ? room.notes() : room.notes().filter(({ at }) => at <= (last?.at ?? ''));
  return ok({
    company,
    me,
    seq: last?.seq ?? 0,
    book: sentBook(then),
    people: peopleFor(role, room.people()),
    notes: written.filter((note) => mayReadNote(role, me, note)),
  });
};

/** The events up to the end of a day in the company's zone. */
const until = (room: CompanyRoom, on: Day): ReturnType<CompanyRoom['entries']> => {
  const entries = room.entries();
  if (on >= '9999-12-31') return entries;
  const end = startOfDay(room.book().company.get('company')?.zone ?? 'UTC', addDays(on, 1));
  const after = entries.findIndex(({ stamp }) => stamp.at >= end);
  return after < 0 ? entries : entries.slice(0, after);
};
