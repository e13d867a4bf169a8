/** Who was asked to write before a workshop and has not is reminded once by himself, on the day before it is due. */
import { randomUUID } from 'node:crypto';
import { OPERATOR } from '../../domain/decider.ts';
import { present } from '../../domain/workshop/workshop.ts';
import { addDays } from '../../kernel/day.ts';
import { dayIn, localTime } from '../../kernel/zone.ts';
import type { CompanyRoom } from '../house/room.ts';

/** Nobody is written to before this hour of the company's day. */
const MORNING = '08:00';

/** Asks for the reminders that are due now; the decision causes the letters. */
export const remindPrework = (room: CompanyRoom, now: string): void => {
  const book = room.book();
  const company = book.company.get('company');
  if (!company || company.demo || localTime(company.zone, now).slice(11, 16) < MORNING) return;
  const today = dayIn(company.zone, now);
  for (const workshop of book.workshop.values()) {
    const { id, prework } = workshop;
    if (prework === null || workshop.openedAt !== null || workshop.retired !== null) continue;
    if (today < addDays(prework.until, -1) || today > prework.until) continue;
    const people = present(workshop).filter((p) => p.sent === null && p.remindedAt === null);
    if (people.length > 0)
      room.decide(
        { batch: `remind-${randomUUID()}`, commands: [{ type: 'workshop/remind', id, people: people.map(({ person }) => person) }] },
        { by: OPERATOR, at: now },
      );
  }
};
