/** What views show of single deals beside the answers: the stages of one, the ids behind a count. */
import type { Day } from '../../kernel/day.ts';
import type { Engine } from '../engine.ts';
import type { Head } from './question.ts';
import { rowsOf, sqlOf } from './statement.ts';

export type StageEntered = { readonly stage: string; readonly day: Day | null };

/** Stages that one deal entered, in order. */
export const dealStages = (
  engine: Engine,
  deal: { readonly src: string; readonly id: string },
  { asOf }: Pick<Head, 'asOf'>,
): Promise<StageEntered[]> => rowsOf<StageEntered>(engine, sqlOf('deal-stages'), { src: deal.src, id: deal.id, as_of: asOf });

export type WhichDeals =
  | { readonly which: 'won' | 'lost' | 'opened'; readonly since: Day; readonly until: Day }
  | { readonly which: 'open' };

/** Ids of the deals that a number counts: the first thousand. */
export const dealIds = async (engine: Engine, wish: WhichDeals, { asOf }: Pick<Head, 'asOf'>): Promise<string[]> => {
  const period = wish.which === 'open' ? { since: null, until: null } : { since: wish.since, until: wish.until };
  const rows = await rowsOf<{ readonly id: string }>(engine, sqlOf('deal-ids'), { which: wish.which, ...period, as_of: asOf, most: 1000 });
  return rows.map(({ id }) => id);
};
