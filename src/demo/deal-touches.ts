/** Touches while a deal is open and shortly after. None of it is marketing's doing but the reference call. */
import type { Random } from '../kernel/random.ts';
import { workday } from './calendar.ts';
import type { Campaign } from './campaigns.ts';
import type { Deal, Touch } from './journey.ts';
import { spelledBy } from './spelling.ts';
import { campaignsFor } from './territories.ts';
import type { World } from './world.ts';

/** Share of touches in which people come back to something they know; the others go to pages of no campaign. */
const COMES_BACK = 0.36;
const PAGES = [
  'Opened the pricing page, typed address',
  'Opened the pricing page, typed address',
  'Read the security page',
  'Opened the home page, typed address',
];
/** Share of new customers who come to the onboarding webinar, dated after the close. */
const ONBOARDED = 0.4;

export const dealTouches = (world: World, i: number, deal: Deal, r: Random): Touch[] => {
  const { calendar } = world;
  const campaigns = campaignsFor(world, i);
  const since = Math.max(deal.day, calendar.start);
  const until = Math.min(deal.closed ?? calendar.today, calendar.today);
  const who = deal.people.length > 0 ? deal.people : [0];
  const visits = Array.from({ length: r.whole(2, 7) }, (): Touch => {
    const day = Math.max(since, workday(since + Math.floor(r.next() * Math.max(1, until - since))));
    return visitOn(campaigns, day, r.pick(who), r);
  });
  return [...visits, ...callOf(deal, who[0]!, r), ...onboarding(deal, who[0]!, r)];
};

const visitOn = (campaigns: readonly Campaign[], day: number, contact: number, r: Random): Touch => {
  const visit = { day, contact, tool: 'web', kind: 'visit', offline: false } as const;
  const live = r.chance(COMES_BACK) ? campaigns.filter((c) => c.channel === 'Content' && c.from <= day && day <= c.to) : [];
  if (live.length === 0) return { ...visit, channel: 'Direct', campaign: null, spelled: null, what: r.pick(PAGES) };
  const campaign = r.pick(live);
  return { ...visit, channel: 'Content', campaign, spelled: spelledBy(campaign, 'web', r), what: `Came back to ${campaign.about}` };
};

const callOf = ({ call }: Deal, contact: number, r: Random): Touch[] => {
  if (!call) return [];
  const { day, campaign } = call;
  const spelled = spelledBy(campaign, 'sales', r);
  return [
    {
      day,
      contact,
      campaign,
      spelled,
      channel: 'Reference',
      tool: 'sales',
      kind: 'call',
      what: 'Reference call with a customer',
      offline: true,
    },
  ];
};

const onboarding = ({ won, closed }: Deal, contact: number, r: Random): Touch[] => {
  if (!won || closed === null || !r.chance(ONBOARDED)) return [];
  const day = closed + r.whole(4, 20);
  return [
    {
      day,
      contact,
      campaign: null,
      spelled: null,
      channel: 'Direct',
      tool: 'events',
      kind: 'attendance',
      what: 'Attended the onboarding webinar',
      offline: false,
    },
  ];
};
