/**
 * Lead way: how leads become deals, by age and channel, and how many leads come.
 *
 * In    known   the past as known at the end of `day`
 * Out   hazards    daily, by age of the lead (hazards.ts)
 *       channels   how much faster those of a channel become deals than others of their age, pooled towards 1
 *       waiting    expected deals from the leads of today that are none yet, for each of the next days (index 0: tomorrow)
 *       fresh      expected deals from leads still to come, for each of the next days
 *       perCampaign, ofChannel   leads that a past campaign of a channel brought
 *       null       fewer than LEAST_OPENED deals came from a known lead, or fewer than half of late ones did: the leads say nothing
 * Checked against: events by hand (fit.test.ts), the demo's truth.
 */
import { expectedIn, paceOf, type Pace } from './arrivals.ts';
import { countByAge, groupOf, pooled, type ByAge } from './hazards.ts';
import type { Past, PastLead } from './past.ts';

const MEMORY = 730;
const LEAST_OPENED = 20;
const LEAST_SHARE = 0.3;
const PSEUDO = 4;
/** So far ahead and back leads are followed. */
const REACH = 800;

export type LeadWay = {
  readonly hazards: Float64Array;
  readonly counts: ByAge;
  readonly channels: ReadonlyMap<string, number>;
  readonly pace: Pace;
  /** Mean effect of the channels that late leads came through. */
  readonly mix: number;
  readonly waiting: readonly { readonly age: number; readonly effect: number; readonly n: number }[];
  /** Leads that a campaign of a channel brought, one number for each campaign that has run for at least 28 days. */
  readonly perCampaign: ReadonlyMap<string, readonly number[]>;
};

export const leadWay = ({ leads, deals }: Past, day: number): LeadWay | null => {
  const recent = leads.filter(({ created }) => created > day - MEMORY);
  const opened = recent.filter((l) => l.opened !== null);
  const late = deals.filter((d) => d.opened > day - 182);
  if (opened.length < LEAST_OPENED || late.filter((d) => d.lead !== null).length < LEAST_SHARE * late.length) return null;
  const first = recent.reduce((least, l) => Math.min(least, l.created), day);
  const weeks = Array.from({ length: Math.floor((day - first + 1) / 7) }, () => 0);
  for (const { created } of recent) {
    const at = weeks.length - 1 - Math.floor((day - created) / 7);
    if (at >= 0) weeks[at]! += 1;
  }
  const pace = paceOf(weeks);
  if (pace === null) return null;
  const counts = countByAge(
    recent.map((l) => ({
      from: 0,
      to: Math.max(0, (l.opened ?? day) - l.created),
      end: l.opened === null ? 0 : 1,
      ago: day - (l.opened ?? day),
    })),
  );
  const hazards = pooled(counts.first, counts.days);
  const sums = new Float64Array(REACH + 1);
  for (let age = 0, sum = 0; age <= REACH; age++) sums[age] = sum += hazards[groupOf(age)]!;
  const channels = channelEffects(recent, day, sums);
  const effectOf = (l: PastLead): number => channels.get(l.channel) ?? 1;
  const lately = recent.filter(({ created }) => created > day - 91);
  return {
    hazards,
    counts,
    channels,
    pace,
    mix: lately.length === 0 ? 1 : lately.reduce((sum, l) => sum + effectOf(l), 0) / lately.length,
    waiting: waitingOf(recent, day, effectOf),
    perCampaign: perCampaign(recent, day),
  };
};

const channelEffects = (leads: readonly PastLead[], day: number, sums: Float64Array): ReadonlyMap<string, number> => {
  const found = new Map<string, { happened: number; expected: number }>();
  for (const { channel, created, opened } of leads) {
    const one = found.get(channel) ?? { happened: 0, expected: 0 };
    found.set(channel, one);
    one.expected += sums[Math.min(REACH, Math.max(0, (opened ?? day) - created))]!;
    if (opened !== null) one.happened += 1;
  }
  return new Map([...found].map(([channel, { happened, expected }]) => [channel, (happened + PSEUDO) / (expected + PSEUDO)]));
};

const waitingOf = (leads: readonly PastLead[], day: number, effectOf: (l: PastLead) => number): LeadWay['waiting'] => {
  const groups = new Map<string, { age: number; effect: number; n: number }>();
  for (const lead of leads) {
    if (lead.opened !== null) continue;
    const key = `${day - lead.created} ${lead.channel}`;
    const group = groups.get(key) ?? { age: day - lead.created, effect: effectOf(lead), n: 0 };
    group.n += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
};

const perCampaign = (leads: readonly PastLead[], day: number): ReadonlyMap<string, readonly number[]> => {
  const campaigns = new Map<string, { channel: string; first: number; n: number }>();
  for (const { campaign, channel, created } of leads) {
    if (campaign === null) continue;
    const one = campaigns.get(campaign) ?? { channel, first: created, n: 0 };
    campaigns.set(campaign, { ...one, first: Math.min(one.first, created), n: one.n + 1 });
  }
  const found = new Map<string, number[]>();
  for (const { channel, first, n } of campaigns.values()) {
    if (first > day - 28) continue;
    found.set(channel, [...(found.get(channel) ?? []), n]);
  }
  return found;
};

/** Share of leads of this age and effect that become deals on each of the next `days` days. */
export const becoming = ({ hazards }: Pick<LeadWay, 'hazards'>, age: number, effect: number, days: number): Float64Array => {
  const found = new Float64Array(days);
  let waits = 1;
  for (let t = 1; t <= days; t++) {
    const h = Math.min(0.9, hazards[groupOf(Math.min(REACH, age + t))]! * effect);
    found[t - 1] = waits * h;
    waits *= 1 - h;
  }
  return found;
};

/** Deals expected on each of the next days: from the leads there are, and from leads still to come. */
export const dealsAhead = (way: LeadWay, days: number): { readonly waiting: Float64Array; readonly fresh: Float64Array } => {
  const waiting = new Float64Array(days);
  for (const { age, effect, n } of way.waiting) {
    const one = becoming(way, age, effect, days);
    for (let t = 0; t < days; t++) waiting[t] = waiting[t]! + n * one[t]!;
  }
  const fresh = new Float64Array(days);
  const after = becoming(way, -1, way.mix, days + 1);
  for (let made = 0; made < days; made++) {
    const leads = expectedIn(way.pace, 1 + Math.floor(made / 7)) / 7;
    for (let t = made; t < days; t++) fresh[t] = fresh[t]! + leads * after[t - made]!;
  }
  return { waiting, fresh };
};
