/** Who was asked to write before a workshop and has not is reminded once by himself, from the day before it is due, if he was not asked just now. */
import { randomUUID } from 'node:crypto';
import { OPERATOR } from '../../domain/decider.ts';
import { present } from '../../domain/workshop/workshop.ts';
import { addDays } from '../../kernel/day.ts';
import { dayIn, localTime } from '../../kernel/zone.ts';
import type { CompanyRoom } from '../house/room.ts';

/** Nobody is written to before this hour of the company's day. */
const MORNING = '08:00';

/** Whoever was asked less than so many hours ago still has that letter before him. */
const HOURS_AFTER_ASKED = 18;

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
    const askedBefore = Date.parse(now) - HOURS_AFTER_ASKED * 3_600_000;
    const people = present(workshop).filter(
      ({ sent, remindedAt, askedAt }) => sent === null && remindedAt === null && (askedAt === null || Date.parse(askedAt) <= askedBefore),
    );
    if (people.length > 0)
      room.decide(
        { batch: `remind-${randomUUID()}`, commands: [{ type: 'workshop/remind', id, people: people.map(({ person }) => person) }] },
        { by: OPERATOR, at: now },
      );
  }
};
