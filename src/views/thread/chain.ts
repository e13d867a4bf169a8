/** From a campaign up the thread: the links the plan knows. */
import type { Book } from '../../domain/book.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Item } from '../../domain/backlog/item.ts';
import type { Priority } from '../../domain/blueprint/priority.ts';
import type { Guidepoint } from '../../domain/guidepoint/guidepoint.ts';
import type { Objective } from '../../domain/strategy/objective.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { CampaignId } from '../../kernel/ids.ts';

export type Chain = {
  readonly campaign: Campaign | null;
  readonly item: Item | null;
  readonly priority: Priority | null;
  readonly guidepoint: Guidepoint | null;
  readonly outcomes: readonly Outcome[];
  readonly objectives: readonly Objective[];
};

const none: Chain = { campaign: null, item: null, priority: null, guidepoint: null, outcomes: [], objectives: [] };

/** Everything above a priority. */
export const chainOfPriority = (book: Book, priority: Priority | null): Omit<Chain, 'campaign' | 'item'> => {
  const outcomes = (priority?.outcomes ?? []).flatMap((id) => book.outcome.get(id) ?? []);
  const objectives = [...new Set(outcomes.map((o) => o.objective))].flatMap((id) => book.objective.get(id) ?? []);
  return { priority, guidepoint: (priority && book.guidepoint.get(priority.period)) ?? null, outcomes, objectives };
};

/** Everything above a work item. */
export const chainOfItem = (book: Book, item: Item | null): Omit<Chain, 'campaign'> => ({
  item,
  ...chainOfPriority(book, (item?.priority && book.priority.get(item.priority)) || null),
});

/** Everything above a campaign; empty where the plan does not know it. */
export const chainOf = (book: Book, id: CampaignId): Chain => {
  const campaign = book.campaign.get(id) ?? null;
  return campaign ? { campaign, ...chainOfItem(book, (campaign.item && book.item.get(campaign.item)) || null) } : none;
};

/** How many links of the chain are there: 0 (unknown campaign) to 6. */
export const lengthOf = (c: Chain): number =>
  [c.campaign, c.item, c.priority, c.guidepoint, c.outcomes[0], c.objectives[0]].filter(Boolean).length;
