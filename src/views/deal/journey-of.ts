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

/** Channels that are direct unless the company's rule says otherwise: nobody knows what brought the visit. */
export const DIRECT_CHANNELS: readonly string[] = ['direct', 'direct traffic', 'none'];

/** A channel's spelling without case and punctuation: "(direct)" and "Direct" are one. */
export const foldedChannel = (channel: string): string =>
  channel
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `met` are the counted touches in order of time, one or more. */
export const journeyOf = (
  met: readonly Met[],
  { lead, opened, end }: Milestones,
  direct: readonly string[] = DIRECT_CHANNELS,
): Journey => ({
  n: met.length,
  lead: lastBefore(met, lead),
  opened: lastBefore(met, opened),
  nonDirect: met.findLastIndex(({ channel }) => channel === null || !direct.includes(foldedChannel(channel))),
  ages: met.map(({ on }) => Math.max(0, daysBetween(on, end))),
  from: 0,
});

/** Both hours known: by the hour. Else by the local day, and a touch of the same day stands before. */
const lastBefore = (met: readonly Met[], moment: Moment): number =>
  moment.on === null ? -1 : met.findLastIndex(({ on, at }) => (at !== null && moment.at !== null ? at <= moment.at : on <= moment.on!));
