/** Campaigns as a list: what each belongs to, what it is called by the tools, and what is missing. */
import type { Item } from '../../domain/backlog/item.ts';
import type { Book } from '../../domain/book.ts';
import { namesOf, type Campaign } from '../../domain/campaign/campaign.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { Day } from '../../kernel/day.ts';
import { chainOf } from '../thread/chain.ts';
import { capital, plural } from '../words/format.ts';

export type CampaignState = 'planned' | 'running' | 'over' | 'dropped';
export type CampaignRow = {
  readonly campaign: Campaign;
  readonly state: CampaignState;
  readonly item: Item | null;
  readonly outcomes: readonly Outcome[];
  /** Belongs to no work item and nobody said why. */ readonly loose: boolean;
  readonly names: number;
};
export type Campaigns = { readonly rows: readonly CampaignRow[]; readonly title: string; readonly scope: string };

/** Where a campaign stands on a day. */
export const campaignState = (c: Campaign, today: Day): CampaignState =>
  c.retired ? 'dropped' : today < c.from ? 'planned' : today > c.to ? 'over' : 'running';

const STATES: readonly CampaignState[] = ['running', 'planned', 'over', 'dropped'];

/** Running first, then planned, then over; newest first within each. */
export const campaigns = (book: Book, today: Day): Campaigns => {
  const rows = [...book.campaign.values()]
    .map((campaign): CampaignRow => {
      const { item, outcomes } = chainOf(book, campaign.id);
      return {
        campaign,
        state: campaignState(campaign, today),
        item,
        outcomes,
        loose: item === null && campaign.foundational === null,
        names: namesOf(campaign).length,
      };
    })
    .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.campaign.from.localeCompare(a.campaign.from));
  const n = (state: CampaignState): number => rows.filter((r) => r.state === state).length;
  const loose = rows.filter((r) => r.loose && r.state !== 'dropped').length;
  return {
    rows,
    title:
      rows.length === 0
        ? 'No campaign is known yet.'
        : `${n('running') === 0 ? 'No campaign runs' : capital(plural(n('running'), 'campaign runs', 'campaigns run'))}, ${n('planned') === 0 ? 'none is' : plural(n('planned'), 'is', 'are')} planned; ${loose === 0 ? 'each belongs to a work item or is justified' : `${plural(loose, 'campaign belongs', 'campaigns belong')} to no work item`}.`,
    scope: 'A campaign is recognised in the data by its tracking key and every name your tools call it by.',
  };
};
