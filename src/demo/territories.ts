/** Territories of a company that has outgrown its story (growth.ts): whose campaigns an account meets, and how its channels are called. */
import type { Random } from '../kernel/random.ts';
import type { Campaign, Tool } from './campaigns.ts';
import type { Channel } from './channels.ts';
import type { Growth } from './growth.ts';
import { TOLD_BY_NUMBER } from './told-accounts.ts';

/** What of a world they look at. */
type Wide = { readonly editions: readonly (readonly Campaign[])[] };

/** How every other territory calls them. */
const OTHERWISE: Readonly<Record<Channel, string>> = {
  'Paid search': 'Search engines',
  'Brand search': 'Our name searched',
  Content: 'Guides and studies',
  Webinar: 'Online sessions',
  Outreach: 'Letters and calls',
  'Dock day': 'Site visit',
  Fair: 'Trade show',
  Partner: 'Integrators',
  Newsletter: 'Monthly mail',
  Reference: 'Customer calls',
  Social: 'Networks',
  Direct: 'Came by themselves',
};

/** Editions of the story's campaigns, one list for each territory; the first keeps the story's ids and names. */
export const editionsOf = (story: readonly Campaign[], { territories, reaching }: Growth, root: Random): readonly (readonly Campaign[])[] =>
  territories === 1
    ? [story]
    : Array.from({ length: territories }, (_, t) => story.map((campaign) => edition(campaign, t, territories, reaching, root)));

const edition = (campaign: Campaign, t: number, of: number, reaching: number, root: Random): Campaign => {
  const { id, key, name, channel, euro, effect, spelled } = campaign;
  const strength = effect.strength * Math.exp(0.3 * root.fork(`edition ${key} ${t}`).normal());
  const mine = {
    ...campaign,
    shown: shownIn(t, channel),
    euro: euro / of,
    effect: { ...effect, reach: effect.reach * reaching, strength },
  };
  if (t === 0) return mine;
  const named = (tool: Tool): string => (tool === 'sales' ? `${spelled.sales}T${t}` : `${spelled[tool]}${tool === 'web' ? '-' : ' '}t${t}`);
  return {
    ...mine,
    id: `${id}-t${t}`,
    key: `${key}-t${t}`,
    name: `${name}, territory ${t}`,
    spelled: {
      web: named('web'),
      email: named('email').replace(' ', '_'),
      events: `${name}, territory ${t}`,
      sales: named('sales'),
      ads: named('ads'),
    },
  };
};

/** The territory of account `i`; accounts told by hand are of the first. */
export const territoryOf = ({ editions }: Wide, i: number): number => (TOLD_BY_NUMBER[i] ? 0 : (i - 1) % editions.length);

/** The campaigns that may meet account `i`. */
export const campaignsFor = (world: Wide, i: number): readonly Campaign[] => world.editions[territoryOf(world, i)]!;

/** How tools of a territory call a channel. */
export const shownIn = (territory: number, channel: Channel): string => (territory % 2 === 1 ? OTHERWISE[channel] : channel);
