/** The workshops there are, and what is told of one afterwards. */
import { todayOf } from '../../../domain/intake/form.ts';
import { isOpen, present, type Workshop } from '../../../domain/workshop/workshop.ts';
import { mayReadNote } from '../../../domain/visible.ts';
import type { WorkshopId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import { minutesOf } from '../../../views/workshop/minutes.ts';
import { noSuchCompany } from '../../house/problems.ts';
import { seenBy } from '../../house/sent.ts';
import { hereNow } from '../../workshop/rooms.ts';
import type { Run } from '../operation.ts';
import { noSuchWorkshop } from './comes.ts';
import { namesIn } from './page.ts';

const stateOf = (w: Workshop) => (w.retired ? 'cancelled' : w.closedAt !== null ? 'over' : isOpen(w) ? 'open' : 'ahead');

export const workshops: Run<'workshops'> = async ({ house }, { company }) => {
  const room = house.company(company);
  if (!room.ok) return room;
  const nameOf = namesIn(room.value);
  const all = [...room.value.book().workshop.values()].toSorted((a, b) => (a.starts < b.starts ? 1 : -1));
  return ok({
    workshops: all.map((w) => ({
      id: w.id,
      title: w.title,
      kind: w.kind,
      period: w.period,
      starts: w.starts,
      state: stateOf(w),
      facilitator: nameOf(w.facilitator),
      people: present(w).length,
      sent: present(w).filter(({ sent }) => sent !== null).length,
      here: hereNow(room.value, w.id),
    })),
  });
};

export const minutes: Run<'workshop minutes'> = async ({ house, now }, { company, workshop }, caller) => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const me = caller.personIn(company);
  const role = me === null ? null : room.roleOf(me);
  if (me === null || role === null) return noSuchCompany(company);
  const book = room.bookFor(role);
  const found = book.workshop.get(workshop as WorkshopId);
  if (!found) return noSuchWorkshop();
  const noteOf = (id: `n_${string}`): string | null => {
    const note = room.notesOf([id])[0];
    return note && mayReadNote(role, me, note) ? note.text : null;
  };
  return ok(
    minutesOf(found, { book, entries: seenBy(role, room.entries()), today: todayOf(book, { at: now() }), nameOf: namesIn(room), noteOf }),
  );
};
