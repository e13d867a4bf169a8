/**
 * The truth about one demo: the parameters of truth.ts, and what was really drawn from them, account by account.
 * Counts leave out the accounts told by hand. Money is whole minor units (cents).
 */
import type { CampaignId } from '../kernel/ids.ts';
import type { Day } from '../kernel/day.ts';
import { accountAt } from './accounts.ts';
import type { Campaign } from './campaigns.ts';
import { CHANNELS, MARKETS, type Channel, type Market } from './channels.ts';
import { HABITS } from './habits.ts';
import type { Deal, Lead, Reach } from './journey.ts';
import { journeyOf } from './journeys.ts';
import { TOLD_ACCOUNTS } from './told.ts';
import { CLOSING, SEEKERS, TRUE_CHANNELS, type Effect, type TrueChannel } from './truth.ts';
import type { World } from './world.ts';

/** Leads up to `asOf`. `converts` is the true share of these leads, of this mix of campaigns, that will ever become an opportunity; 1 − it never does. */
export type TrueLeads = { readonly leads: number; readonly converts: number };

/**
 * What one campaign really did by `asOf`. `opportunities` and `wonMinor` would not exist without it; `ever` is what it
 * will have caused in the end. `harvested`: opportunities that came through it and would have come anyway.
 */
export type TrueCampaign = Effect & {
  readonly key: string;
  readonly channel: Channel;
  readonly reached: number;
  readonly leads: number;
  readonly opportunities: number;
  readonly ever: number;
  readonly won: number;
  readonly wonMinor: number;
  readonly harvested: number;
};

export type Truth = {
  readonly seed: string;
  readonly asOf: Day;
  readonly scale: number;
  readonly channels: Readonly<
    Record<Channel, TrueChannel & { readonly touchesPerReach: number; readonly byMarket: Readonly<Record<Market, TrueLeads>> }>
  >;
  readonly campaigns: Readonly<Record<CampaignId, TrueCampaign>>;
  readonly closing: typeof CLOSING;
  readonly seekers: { readonly [K in keyof typeof SEEKERS]: number };
  /** Opportunities that no campaign caused, opened from the start of the story to `asOf`. */
  readonly baseline: { readonly opportunities: number; readonly wonMinor: number };
  /** Ids of the accounts told by hand. */
  readonly told: readonly string[];
};

type Tally = { -readonly [K in 'reached' | 'leads' | 'opportunities' | 'ever' | 'won' | 'wonMinor' | 'harvested']: number };

export const truthOf = (world: World): Truth => {
  const { start, today } = world.calendar;
  const tallies = new Map(
    world.editions
      .flat()
      .map((c): [string, Tally] => [c.key, { reached: 0, leads: 0, opportunities: 0, ever: 0, won: 0, wonMinor: 0, harvested: 0 }]),
  );
  const leads = Object.fromEntries(CHANNELS.map((c) => [c, Object.fromEntries(MARKETS.map((m) => [m, { n: 0, sum: 0 }]))])) as Record<
    Channel,
    Record<Market, { n: number; sum: number }>
  >;
  const baseline = { opportunities: 0, wonMinor: 0 };
  for (let i = 1; i <= world.accounts; i++) {
    if (TOLD_ACCOUNTS.includes(i)) continue;
    const account = accountAt(world, i);
    const journey = journeyOf(world, account);
    for (const reach of journey.reaches) if (reach.day <= today) countReach(reach, tallies);
    for (const lead of journey.leads) if (lead.day <= today) countLead(lead, account.market, leads[lead.channel][account.market]);
    for (const deal of journey.deals)
      if (deal.lead === null || deal.lead.day <= today) countDeal(deal, { start, today }, tallies, baseline);
  }
  return {
    seed: world.seed,
    asOf: world.asOf,
    scale: world.scale,
    closing: CLOSING,
    seekers: { ...SEEKERS, perYear: SEEKERS.perYear * world.growth.seeking },
    baseline,
    channels: Object.fromEntries(
      CHANNELS.map((c) => [
        c,
        {
          ...TRUE_CHANNELS[c],
          touchesPerReach: touchesPerReach(c),
          byMarket: Object.fromEntries(
            MARKETS.map((m) => [m, { leads: leads[c][m].n, converts: leads[c][m].n === 0 ? 0 : leads[c][m].sum / leads[c][m].n }]),
          ) as Record<Market, TrueLeads>,
        },
      ]),
    ) as unknown as Truth['channels'],
    campaigns: Object.fromEntries(
      world.editions.flat().map((c) => [c.id, { key: c.key, channel: c.channel, ...c.effect, ...tallies.get(c.key)! }]),
    ),
    told: TOLD_ACCOUNTS.map((i) => accountAt(world, i).id),
  };
};

const countReach = ({ campaign, lead }: Reach, tallies: Map<string, Tally>): void => {
  if (!campaign) return;
  const tally = tallies.get(campaign.key)!;
  tally.reached += 1;
  if (lead) tally.leads += 1;
};

const countLead = ({ channel, campaign }: Lead, market: Market, sums: { n: number; sum: number }): void => {
  const strength = campaign && channel !== 'Brand search' ? campaign.effect.strength : 1;
  sums.n += 1;
  sums.sum += Math.min(0.95, TRUE_CHANNELS[channel].converts[market] * strength);
};

/** The campaign without which this opportunity would not exist; null where it would have come anyway. */
const causeOf = ({ lead }: Deal): Campaign | null => (lead && lead.channel !== 'Brand search' ? lead.campaign : null);

const countDeal = (
  deal: Deal,
  { start, today }: { start: number; today: number },
  tallies: Map<string, Tally>,
  baseline: { opportunities: number; wonMinor: number },
): void => {
  const cause = causeOf(deal);
  const opened = deal.day <= today;
  const earned = deal.won && deal.closed !== null && deal.closed <= today ? (deal.minor ?? 0) : 0;
  if (cause) {
    const tally = tallies.get(cause.key)!;
    tally.ever += 1;
    if (opened) tally.opportunities += 1;
    if (earned > 0) tally.won += 1;
    tally.wonMinor += earned;
  } else if (opened && deal.day >= start) {
    baseline.opportunities += 1;
    baseline.wonMinor += earned;
    if (deal.lead?.campaign) tallies.get(deal.lead.campaign.key)!.harvested += 1;
  }
  if (deal.byCall && deal.call && earned > 0) {
    const tally = tallies.get(deal.call.campaign.key)!;
    tally.won += 1;
    tally.wonMinor += earned;
  }
};

/** Mean number of touches that come with being reached; for a newsletter, with each issue. */
const touchesPerReach = (channel: Channel): number =>
  HABITS[channel].reduce((sum, { chance, second, needs }) => {
    const raised = TRUE_CHANNELS[channel].raisesHand;
    return sum + chance * (1 + (second ?? 0)) * (needs === 'lead' ? raised : needs === 'no lead' ? 1 - raised : 1);
  }, 0);
