/** Outcomes as they stand: every one that is not retired, for Home and the pages of what is agreed. */
import type { OutcomeNow } from '../../../views/home/home.ts';
import { outcomeNow } from '../strategy/metric-now.ts';
import type { Reader } from './reader.ts';

export const outcomesNow = (reader: Reader): Promise<OutcomeNow[]> =>
  Promise.all(
    [...reader.context.book.outcome.values()]
      .filter(({ retired }) => retired === null)
      .map(async (outcome) => ({ id: outcome.id, ...(await outcomeNow(reader, outcome)) })),
  );
