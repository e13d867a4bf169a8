/** What becomes of a row, as people read it. */
import type { Fate } from './plan.ts';

export const FATE_WORDS: { readonly [F in Fate]: string } = {
  new: 'new in the Backlog',
  finished: 'finished of late: counts for the forecast',
  updated: 'brought up to date',
  same: 'here already',
  history: 'history for throughput',
  'left-out': 'left out',
  held: 'held back',
};
