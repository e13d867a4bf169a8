/**
 * Journeys: what happens to one account, as the truth has it. Which campaigns reach it, when it looks by itself, who
 * becomes a lead, which leads become opportunities. Everything is drawn, also what lies after `asOf`; readers cut.
 */
import { dayFromNumber } from '../kernel/day.ts';
import type { Random } from '../kernel/random.ts';
import type { Account } from './accounts.ts';
import type { Campaign } from './campaigns.ts';
import type { Channel } from './channels.ts';
import { closingOf } from './deals.ts';
import { gapDays, lagDays } from './draws.ts';
import type { Journey, Lead, Opening, Reach } from './journey.ts';
import { campaignsFor } from './territories.ts';
import { taleOf } from './told.ts';
import { SEASON, SEEKERS, TRUE_CHANNELS } from './truth.ts';
import type { World } from './world.ts';

/** Accounts that look by themselves begin this many days before the story, so that it opens with deals under way. */
const BEFORE = 240;
const BUSIEST = 1.15;

/** Channels where people come by themselves: lively accounts are reached more often. */
const INBOUND: readonly Channel[] = ['Paid search', 'Content', 'Social', 'Newsletter'];

export const journeyOf = (world: World, account: Account): Journey => taleOf(world, account) ?? drawnJourney(world, account);

const drawnJourney = (world: World, account: Account): Journey => {
  const r = world.root.fork(`journey ${account.i}`);
  const reaches: Reach[] = [];
  const leads: Lead[] = [];
  const openings: Opening[] = [];
  const became = (lead: Omit<Lead, 'n'>): Lead => {
    const numbered = { ...lead, n: leads.length + 1 };
    leads.push(numbered);
    if (numbered.opens !== null) openings.push({ day: numbered.opens, lead: numbered, channel: lead.channel });
    return numbered;
  };
  const campaigns = campaignsFor(world, account.i);
  for (const campaign of account.reachable ? campaigns : []) {
    const day = reachedOn(campaign, account, r);
    if (day === null) continue;
    const contact = likelyContact(account, r);
    const { channel } = campaign;
    const raised = r.chance(TRUE_CHANNELS[channel].raisesHand);
    const opens = raised ? opensOn(channel, TRUE_CHANNELS[channel].converts[account.market] * campaign.effect.strength, day, r) : null;
    reaches.push({ channel, campaign, day, contact, lead: raised ? became({ day, channel, campaign, contact, opens }) : null });
  }
  for (const day of seekingDays(world, account, r)) {
    const brand = campaigns.find((c) => c.channel === 'Brand search' && c.from <= day && day <= c.to) ?? null;
    const campaign = brand !== null && r.chance(SEEKERS.byBrandSearch) ? brand : null;
    const channel: Channel = campaign ? 'Brand search' : 'Direct';
    const contact = likelyContact(account, r);
    const opens = opensOn(channel, SEEKERS.converts, day, r);
    const leaves = day >= world.calendar.start && account.reachable && (campaign !== null || r.chance(SEEKERS.leaves));
    const lead = leaves ? became({ day, channel, campaign, contact, opens }) : null;
    if (leaves) reaches.push({ channel, campaign, day, contact, lead });
    else if (opens !== null) openings.push({ day: opens, lead: null, channel });
  }
  const deals = openings
    .toSorted((a, b) => a.day - b.day)
    .map((opening, n) => ({ n: n + 1, ...opening, ...closingOf(world, account, opening, r) }));
  return { reaches, leads, deals };
};

/** The day on which a campaign reaches the account; null when it does not. */
const reachedOn = ({ channel, effect, meets: [first, last] }: Campaign, account: Account, r: Random): number | null => {
  if (effect.markets && !effect.markets.includes(account.market)) return null;
  const reach = Math.min(0.95, effect.reach * (INBOUND.includes(channel) ? account.activity : 1));
  if (!r.chance(reach)) return null;
  const tried = r.whole(first, last);
  const day = first === last || r.chance(weightOf(tried)) ? tried : r.whole(first, last);
  return day < account.known ? null : day;
};

/** How busy the month of a day is, against the busiest. */
const weightOf = (day: number): number => SEASON[Number(dayFromNumber(day).slice(5, 7)) - 1]! / BUSIEST;

const opensOn = (channel: Channel, converts: number, day: number, r: Random): number | null =>
  r.chance(Math.min(0.95, converts)) ? day + lagDays(TRUE_CHANNELS[channel].lag, r) : null;

/** The first contacts of an account are the ones who move most. */
const likelyContact = ({ contacts }: Account, r: Random): number => {
  const u = r.next();
  return Math.floor(contacts.length * u * u);
};

const seekingDays = ({ calendar, growth }: World, { known }: Account, r: Random): number[] => {
  const days: number[] = [];
  let day = Math.max(known, calendar.start - BEFORE);
  for (;;) {
    day += gapDays(SEEKERS.perYear * growth.seeking * BUSIEST, r);
    if (day > calendar.today) return days;
    if (r.chance(weightOf(Math.floor(day)))) days.push(Math.floor(day));
  }
};
