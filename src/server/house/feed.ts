/**
 * The calendar feed of a company's milestones. Its address holds a secret, signed with a key of the company over the
 * number of its opening: closing it, or opening it anew, makes every older address worthless, and nothing is kept.
 */
import { createHmac } from 'node:crypto';
import { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import ical from 'ical-generator';
import type { Book } from '../../domain/book.ts';
import { addDays } from '../../kernel/day.ts';
import { standingMilestones } from '../../views/plan/milestones.ts';
import { quarterWords } from '../../views/words/format.ts';
import type { CompanyStore } from '../../store/company-store.ts';
import { sameSecret } from './secrets.ts';

type Signing = Pick<CompanyStore, 'secretFor'>;

const token = (store: Signing, n: number): string =>
  createHmac('sha256', Buffer.from(store.secretFor('feeds'), 'base64url'))
    .update(`milestones ${n}`)
    .digest('base64url');

/** Where the feed is; null while none is open. */
export const feedLink = (store: Signing, publicUrl: string, company: string, book: Book): string | null => {
  const feed = book.company.get('company')?.feed;
  return feed?.open ? `${publicUrl}/feeds/${company}/${token(store, feed.n)}.ics` : null;
};

/** True where this secret opens the feed as it stands now. */
export const opensFeed = (store: Signing, book: Book, secret: string): boolean => {
  const feed = book.company.get('company')?.feed;
  return feed !== undefined && feed.open && sameSecret(secret, token(store, feed.n));
};

/** The milestones as a calendar: all-day events, tentative until their Blueprint is agreed. `link` leads to a Blueprint. */
export const feedOf = (book: Book, company: string, now: string, link: (period: string) => string): string => {
  const name = book.company.get('company')!.name;
  const calendar = ical({
    name: `${name}: milestones`,
    prodId: { company: 'Lockstep', product: 'Milestones', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const m of standingMilestones(book))
    calendar.createEvent({
      id: `${m.id}@${company}.lockstep`,
      // Dates only: noon keeps the day whatever the zone of the machine is.
      start: new Date(`${m.day}T12:00:00Z`),
      end: new Date(`${addDays(m.day, 1)}T12:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      stamp: new Date(now),
      summary: `${m.reached ? '✓ ' : ''}${m.title}`,
      description: `${m.priorityTitle}, ${quarterWords(m.period)}${m.reached ? `. Reached ${m.reached}` : m.agreed ? '' : '. Planned, not agreed yet'}.`,
      url: link(m.period),
      status: m.agreed ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
};
