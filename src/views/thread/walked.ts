/** A won deal with what the plan knows of each campaign that touched it. */
import type { CampaignId } from '../../kernel/ids.ts';
import { chainOf, lengthOf, type Chain } from './chain.ts';
import type { Context } from './context.ts';
import type { ThreadDeal } from './thread.ts';

/** `main` is the chain that reaches highest, of equals the one with most touches; null where no campaign of the plan touched the deal. */
export type Walked = { readonly deal: ThreadDeal; readonly chains: readonly Chain[]; readonly main: Chain | null };

/** Follows deals up from their campaigns. The chain of a campaign is one, however many deals it touched. */
export const walks = (deals: readonly ThreadDeal[], { book }: Context): readonly Walked[] => {
  const known = new Map<CampaignId, Chain>();
  const chain = (campaign: CampaignId): Chain => {
    const found = known.get(campaign) ?? chainOf(book, campaign);
    known.set(campaign, found);
    return found;
  };
  return deals.map((deal) => walk(deal, chain));
};

/** The chains that any of these deals leads to, each once. */
export const chainsOf = (walked: readonly Walked[]): readonly Chain[] => {
  const all = new Set<Chain>();
  for (const { chains } of walked) for (const chain of chains) all.add(chain);
  return [...all];
};

const walk = (deal: ThreadDeal, chain: (campaign: CampaignId) => Chain): Walked => {
  const chains = deal.campaigns.map(({ campaign, touches }) => ({ chain: chain(campaign), touches }));
  const best = chains.toSorted((a, b) => lengthOf(b.chain) - lengthOf(a.chain) || b.touches - a.touches)[0];
  return { deal, chains: chains.map((c) => c.chain), main: best && best.chain.campaign ? best.chain : null };
};
