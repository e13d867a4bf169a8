/** A won deal with what the plan knows of each campaign that touched it. */
import { chainOf, lengthOf, type Chain } from './chain.ts';
import type { Context } from './context.ts';
import type { ThreadDeal } from './thread.ts';

/** `main` is the chain that reaches highest, of equals the one with most touches; null where no campaign of the plan touched the deal. */
export type Walked = { readonly deal: ThreadDeal; readonly chains: readonly Chain[]; readonly main: Chain | null };

/** Follows a deal up from its campaigns. */
export const walk = (deal: ThreadDeal, { book }: Context): Walked => {
  const chains = deal.campaigns.map(({ campaign, touches }) => ({ chain: chainOf(book, campaign), touches }));
  const best = chains.toSorted((a, b) => lengthOf(b.chain) - lengthOf(a.chain) || b.touches - a.touches)[0];
  return { deal, chains: chains.map((c) => c.chain), main: best && best.chain.campaign ? best.chain : null };
};
