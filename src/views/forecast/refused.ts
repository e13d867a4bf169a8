/** Why there is no forecast, and what would be enough. */
import { NEEDED, type Enough } from '../../models/outcome-forecast/enough.ts';
import { count, list, tally } from '../words/format.ts';

const SAID: { readonly [L in Enough['lacking'][number]]: (learnt: Enough) => string } = {
  opened: ({ opened }) => `${tally(opened, 'deal')} with an opening day, ${count(NEEDED.opened)} are needed`,
  weeks: ({ weeks }) => `${tally(weeks, 'week')} of deals, ${count(NEEDED.weeks)} are needed`,
  closed: ({ closed }) => `${tally(closed, 'closed deal')}, ${count(NEEDED.closed)} are needed`,
  won: ({ won }) => `${tally(won, 'won deal')}, ${count(NEEDED.won)} are needed`,
  'close-weeks': () => `fewer than ${count(NEEDED.closeWeeks)} weeks in which deals closed`,
};

export const thinWords = (learnt: Enough, opensOnly: boolean): string => {
  if (learnt.opened === 0) return 'Not known: no deal with a day is loaded yet. An export of the deals of your CRM is what is missing.';
  const lacking = learnt.lacking.filter((l) => !opensOnly || l === 'opened' || l === 'weeks');
  return `Too little has happened to say: ${list(lacking.map((l) => SAID[l](learnt)))}.`;
};

export const REFUSED = {
  'too-far': 'The due date is more than eighteen months away: nothing that happened so far says anything about it.',
  unpriced: 'Not known: no won deal carries an amount, so nothing says what a deal brings.',
  cannot: 'The formula divides by nothing in too many possible futures; it has no forecast.',
} as const;
