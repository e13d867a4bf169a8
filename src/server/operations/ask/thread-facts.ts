/** The facts of one period as the thread is walked through them. */
import type { Day } from '../../../kernel/day.ts';
import type { Period } from '../../../kernel/fiscal.ts';
import type { CampaignId, ItemId } from '../../../kernel/ids.ts';
import type { Currency } from '../../../kernel/money.ts';
import type { ThreadDeal, ThreadFacts } from '../../../views/thread/thread.ts';
import type { Reader } from './reader.ts';
import { answerOf, rawOf, rowsIn } from './tables.ts';

/** A deal won in the period, by thread-up. */
export type WonDeal = {
  readonly src: string;
  readonly id: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly opened_on: Day | null;
  readonly closed_on: Day;
  readonly minor: number | null;
  readonly touches: number;
  readonly people: number;
  readonly untracked: number;
  readonly first_on: Day | null;
};
/** One way from a deal up the thread; null from where it breaks. */
export type Way = {
  readonly src: string;
  readonly deal: string;
  readonly campaign_id: string | null;
  readonly touches: number;
  readonly started: boolean;
};
/** What one link of the thread did in the period, by thread-down. */
export type Node = {
  readonly level: 'objective' | 'outcome' | 'guidepoint' | 'priority' | 'item' | 'campaign';
  readonly id: string;
  readonly touches: number;
  readonly accounts: number;
  readonly opened: number;
  readonly won: number;
  readonly linear_minor: number;
  readonly spend_minor: number;
  readonly days: number | null;
};

export type Walk = {
  readonly currency: Currency | null;
  readonly won: readonly WonDeal[];
  readonly ways: readonly Way[];
  readonly nodes: readonly Node[];
  readonly opened: number;
};

/** Both walks of a period. */
export const walkOf = async (reader: Reader, { from, to }: Period): Promise<Walk> => {
  const period = { since: from, until: to };
  const [up, down, opened] = await Promise.all([
    rawOf(reader, 'thread-up', period),
    rawOf(reader, 'thread-down', period),
    answerOf(reader, 'deals', { ...period, on: 'opened' }),
  ]);
  return {
    currency: up.currency,
    won: rowsIn<WonDeal>(up, 'deals'),
    ways: rowsIn<Way>(up, 'ways'),
    nodes: rowsIn<Node>(down, 'nodes'),
    opened: opened.total.n,
  };
};

/** One key for a deal, whatever its source. */
export const keyOf = (src: string, id: string): string => `${src}\u001f${id}`;

/** The walk as the thread view takes it: put together once for a walk, however many ask, since answers are kept until the facts change. */
export const threadFacts = (walk: Walk): ThreadFacts => {
  const known = kept.get(walk.ways);
  if (known?.nodes === walk.nodes && known.won === walk.won) return known.facts;
  const facts = factsOf(walk);
  kept.set(walk.ways, { won: walk.won, nodes: walk.nodes, facts });
  return facts;
};
const kept = new WeakMap<readonly Way[], Pick<Walk, 'won' | 'nodes'> & { readonly facts: ThreadFacts }>();

const factsOf = ({ currency, won, ways, nodes, opened }: Walk): ThreadFacts => {
  const waysOf = Map.groupBy(ways, (way) => keyOf(way.src, way.deal));
  const campaigns = nodes.filter((node) => node.level === 'campaign');
  return {
    currency,
    deals: won.map((deal) => dealOf(deal, waysOf.get(keyOf(deal.src, deal.id)) ?? [])),
    campaigns: campaigns
      .filter(({ id }) => id !== '')
      .map((node) => ({
        campaign: node.id as CampaignId,
        touches: node.touches,
        accounts: node.accounts,
        opened: node.opened,
        won: node.won,
        wonMinor: node.linear_minor,
        spendMinor: node.spend_minor,
      })),
    work: nodes.flatMap((node) => (node.level === 'item' && node.days !== null ? [{ item: node.id as ItemId, days: node.days }] : [])),
    untracked: campaigns.find(({ id }) => id === '')?.touches ?? 0,
    opened,
  };
};

const dealOf = (deal: WonDeal, ways: readonly Way[]): ThreadDeal => {
  const owned = Map.groupBy(
    ways.filter((way) => way.campaign_id !== null && way.touches > 0),
    (way) => way.campaign_id!,
  );
  return {
    id: deal.id,
    name: deal.name ?? deal.account ?? deal.id,
    amountMinor: deal.minor,
    openedOn: deal.opened_on,
    closedOn: deal.closed_on,
    firstTouchOn: deal.first_on,
    touches: deal.touches,
    people: deal.people,
    untracked: deal.untracked,
    campaigns: [...owned].map(([campaign, those]) => ({
      campaign: campaign as CampaignId,
      touches: those.reduce((sum, way) => sum + way.touches, 0),
    })),
  };
};
