/** The journey of one deal, as the attribution models take it, out of its counted touches and milestones. */
import { daysBetween, type Day } from '../../kernel/day.ts';
import type { Journey } from '../../models/attribution/journey.ts';

/** A moment as the facts know it: a local day, and the instant where the hour is known too. */
export type Moment = { readonly on: Day | null; readonly at: string | null };
export type Met = { readonly on: Day; readonly at: string | null; readonly channel: string | null };
export type Milestones = {
  readonly lead: Moment;
  readonly opened: Moment;
  /** The close; for an open deal the last known day. */ readonly end: Day;
};

/** `met` are the counted touches in order of time, one or more; `direct` names the channels that say nothing of what brought somebody. */
export const journeyOf = (met: readonly Met[], { lead, opened, end }: Milestones, direct: readonly string[]): Journey => {
  const named = new Set(direct.map((name) => name.trim().toLowerCase()));
  return {
    n: met.length,
    lead: lastBefore(met, lead),
    opened: lastBefore(met, opened),
    nonDirect: met.findLastIndex(({ channel }) => channel === null || !named.has(channel.trim().toLowerCase())),
    ages: met.map(({ on }) => Math.max(0, daysBetween(on, end))),
    from: 0,
  };
};

/** Both hours known: by the hour. Else by the local day, and a touch of the same day stands before. */
const lastBefore = (met: readonly Met[], moment: Moment): number =>
  moment.on === null ? -1 : met.findLastIndex(({ on, at }) => (at !== null && moment.at !== null ? at <= moment.at : on <= moment.on!));
