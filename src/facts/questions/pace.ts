/** Pace: how many cases a channel has brought lately, for planning how long a campaign takes to have enough. */
import type { Engine } from '../engine.ts';
import type { Head } from './question.ts';
import { rowsOf, sqlOf } from './statement.ts';

export type Pace = { readonly n: number; readonly days: number };

const DAYS = 90;

/** People touched (or leads made) at a channel in the last 90 days of what is known. */
export const paceOf = async (
  engine: Engine,
  head: Pick<Head, 'asOf'>,
  of: { readonly what: 'touch' | 'lead'; readonly channel: string | null; readonly kind: string | null },
): Promise<Pace> => {
  const bound = { as_of: head.asOf, days: DAYS, of: of.what, channel: of.channel, kind: of.kind };
  const [row] = await rowsOf<{ readonly n: number }>(engine, sqlOf('pace'), bound);
  return { n: row!.n, days: DAYS };
};
