/** Workshops that wait for me: one that is open now, and what I am asked to write before one. */
import { isOpen, participant } from '../../domain/workshop/workshop.ts';
import { dueBy } from './due.ts';
import type { Decision, Looker } from './decision.ts';

/** Open now, and I am asked in. */
export const toComeIn = ({ book, me, nameOf }: Looker): Decision[] =>
  [...book.workshop.values()]
    .filter((w) => isOpen(w) && participant(w, me) !== null)
    .map((w) => ({
      id: `room:${w.id}`,
      title: `Come into “${w.title}”`,
      text: `${nameOf(w.facilitator)} has opened the room.`,
      quote: null,
      by: null,
      when: 'now',
      state: 'off',
      action: 'Come in',
      href: `/agree/workshops/${w.id}`,
    }));

/** Asked of me before a workshop, and not sent yet. */
export const toWriteBefore = ({ book, me, today }: Looker): Decision[] =>
  [...book.workshop.values()]
    .filter((w) => w.prework !== null && w.openedAt === null && w.retired === null && participant(w, me)?.sent === null)
    .map((w) => ({
      id: `prework:${w.id}`,
      title: `Write before “${w.title}”`,
      text: 'A few lines on cards. Nobody reads them before they are shown in the room.',
      quote: null,
      ...dueBy(w.prework!.until, today),
      action: 'Write',
      href: `/agree/workshops/${w.id}`,
    }));
