/** Changes to what was agreed: those I must approve or refuse, and mine that wait for another. */
import { openChange } from '../../domain/guidepoint/guidepoint.ts';
import { addDays } from '../../kernel/day.ts';
import { quarterWords } from '../words/format.ts';
import { REASON_WORDS } from '../words/reasons.ts';
import type { Decision, Looker } from './decision.ts';
import { dueBy } from './due.ts';

/** A change that is not answered in five days holds up what it is about. */
const DAYS = 5;

/** Every open change that `whose` accepts, in words of `say`. */
export const toApprove = (look: Looker): Decision[] =>
  [...look.book.guidepoint.values()].flatMap((g) => {
    const change = openChange(g);
    if (change?.approver !== look.me) return [];
    return [
      {
        id: `approve:${change.id}`,
        title: `Approve or refuse a change of the Guidepoint for ${quarterWords(g.period)}`,
        text: `${look.nameOf(change.askedBy)} asks: ${REASON_WORDS[change.reason].toLowerCase()}.`,
        quote: change.words,
        ...dueBy(addDays(change.askedAt.slice(0, 10), DAYS), look.today),
        action: 'Read the change',
        href: `/agree/guidepoint/${g.period}`,
      },
    ];
  });

export const waitingForApproval = (look: Looker): Decision[] =>
  [...look.book.guidepoint.values()].flatMap((g) => {
    const change = openChange(g);
    if (change?.askedBy !== look.me) return [];
    return [
      {
        id: `approval:${change.id}`,
        title: `Your change of the Guidepoint for ${quarterWords(g.period)}`,
        text: `${look.nameOf(change.approver)} has not answered yet.`,
        quote: change.words,
        ...dueBy(addDays(change.askedAt.slice(0, 10), DAYS), look.today),
        action: 'See the change',
        href: `/agree/guidepoint/${g.period}`,
      },
    ];
  });
