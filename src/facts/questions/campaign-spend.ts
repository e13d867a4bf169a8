/** Imported spend by campaign and day: what budget lines count as spent beside what was recorded by hand. */
import type { Day } from '../../kernel/day.ts';
import type { Engine } from '../engine.ts';
import { rowsOf, sqlOf } from './statement.ts';

export type SpendRow = {
  /** null: no campaign answers to the name in the file. */
  readonly campaign_id: string | null;
  readonly day: Day;
  /** null: the file did not say. */
  readonly currency: string | null;
  readonly minor: number;
};

/** Spend dated from `since` to before `until`. */
export const campaignSpend = async (engine: Engine, since: Day, until: Day): Promise<readonly SpendRow[]> =>
  (await rowsOf(engine, sqlOf('campaign-spend'), { since, until })) as unknown as readonly SpendRow[];
