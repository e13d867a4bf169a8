/**
 * The thread walked up: from the revenue closed in a period to the objectives it served.
 *
 * Every deal counts towards the nine numbers; the largest stand as lanes of their own, the rest as
 * one lane of "n more", deals that no touch explains as dashed ends.
 */
import { capital, count, dayWords, inWords, moneyFull, plural, tally } from '../words/format.ts';
import { breaksUp } from './breaks.ts';
import { campaignCell, gapCell, guidepointCell, HREF, itemCell, objectiveCell, outcomeCell, priorityCell } from './cells.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';
import { LINKS } from './links.ts';
import type { ThreadDeal, ThreadFacts, ThreadView } from './thread.ts';
import { columnsOf } from './up-columns.ts';
import { storyOf, titleOf } from './up-words.ts';
import { chainsOf, walks, type Walked } from './walked.ts';
import { weave, type Cell, type Extra, type Lane } from './weave.ts';

const LANES = 6;

export const walkUp = (
  facts: ThreadFacts,
  ctx: Context,
): Pick<ThreadView, 'title' | 'scope' | 'columns' | 'weave' | 'stories' | 'breaks' | 'empty'> => {
  const walked = walks(facts.deals, ctx).toSorted((a, b) => (b.deal.amountMinor ?? 0) - (a.deal.amountMinor ?? 0));
  const linked = walked.filter((w) => w.deal.touches > 0);
  const dark = walked.filter((w) => w.deal.touches === 0);
  const shown = linked.length > LANES + 1 ? linked.slice(0, LANES) : linked;
  const rest = linked.slice(shown.length);
  const lanes = [
    ...shown.map((w) => laneOf(w, facts, ctx)),
    ...(rest.length > 0 ? [restLane(rest, facts)] : []),
    ...darkLanes(dark, facts),
  ];
  return {
    ...titleOf(walked, facts, ctx),
    columns: columnsOf(walked, facts),
    weave: weave(
      lanes,
      shown.flatMap((w, i) => extrasOf(w, shown, i)),
    ),
    stories: shown.map((w) => storyOf(w, facts, ctx)),
    breaks: breaksUp(
      walked.map((w) => w.deal),
      chainsOf(walked),
      facts.currency,
    ),
    empty:
      walked.length > 0
        ? null
        : {
            why: `No deal closed between ${dayWords(ctx.period.from)} and ${dayWords(ctx.period.to)} (that day not included).`,
            todo: 'Choose another period, or load the deals of your CRM.',
            href: '/data/import',
          },
  };
};

const amountCell = (deal: ThreadDeal, facts: ThreadFacts, gap?: string): Cell => ({
  key: deal.id,
  href: HREF.deal(deal.id),
  ...(gap && { gap: true }),
  label: deal.amountMinor === null ? 'amount not known' : moneyFull({ minor: deal.amountMinor, currency: facts.currency }),
  sub: gap ?? `closed ${dayWords(deal.closedOn, deal.closedOn)}`,
});

const laneOf = ({ deal, main }: Walked, facts: ThreadFacts, ctx: Context): Lane => {
  const done = new Map(facts.work.map((w) => [w.item as string, w.days]));
  const touches: Cell = {
    key: deal.id,
    href: HREF.deal(deal.id),
    label: tally(deal.touches, 'touch', 'touches'),
    sub: deal.untracked > 0 && deal.untracked === deal.touches ? 'none tracked' : tally(deal.people, 'person', 'people'),
    ...(main === null && { gap: true }),
  };
  const opened: Cell = {
    key: deal.id,
    href: HREF.deal(deal.id),
    label: deal.name,
    sub: deal.openedOn ? `opened ${dayWords(deal.openedOn, ctx.today)}` : 'opening day not known',
  };
  if (!main)
    return {
      id: deal.id,
      cells: [
        null,
        null,
        null,
        null,
        null,
        gapCell(`none-${deal.id}`, 'No campaign', 'untracked'),
        touches,
        opened,
        amountCell(deal, facts),
      ],
    };
  const spend = facts.campaigns.find((c) => c.campaign === main.campaign!.id)?.spendMinor;
  return {
    id: deal.id,
    cells: [
      objectiveCell(main),
      main.outcomes[0] ? outcomeCell(main.outcomes[0], main.outcomes.length - 1) : null,
      guidepointCell(main),
      priorityCell(main, facts.currency),
      itemCell(main, done),
      campaignCell(main, spend, facts.currency),
      touches,
      opened,
      amountCell(deal, facts),
    ],
  };
};

const restLane = (rest: readonly Walked[], facts: ThreadFacts): Lane => {
  const chains = chainsOf(rest);
  const distinct = (pick: (c: Chain) => string | undefined): number => new Set(chains.map(pick).filter(Boolean)).size;
  const more = (key: string, n: number, one: string, many: string): Cell | null =>
    n > 0 ? { key: `more-${key}`, label: `${capital(inWords(n))} ${n === 1 ? one : many}` } : null;
  const money = rest.reduce((sum, w) => sum + (w.deal.amountMinor ?? 0), 0);
  const untracked = rest.reduce((sum, w) => sum + w.deal.untracked, 0);
  return {
    id: 'rest',
    cells: [
      null,
      null,
      null,
      more(
        'priority',
        distinct((c) => c.priority?.id),
        'priority',
        'priorities',
      ),
      more(
        'item',
        distinct((c) => c.item?.id),
        'item',
        'items',
      ),
      more(
        'campaign',
        distinct((c) => c.campaign?.id),
        'campaign',
        'campaigns',
      ),
      {
        key: 'more-touch',
        label: tally(
          rest.reduce((sum, w) => sum + w.deal.touches, 0),
          'touch',
          'touches',
        ),
        ...(untracked > 0 && { sub: `${count(untracked)} untracked`, gap: true }),
      },
      { key: 'more-deal', label: `${capital(inWords(rest.length))} more`, href: '/prove/deals' },
      { key: 'more-revenue', label: moneyFull({ minor: money, currency: facts.currency }), sub: plural(rest.length, 'deal') },
    ],
  };
};

const darkLanes = (dark: readonly Walked[], facts: ThreadFacts): Lane[] => {
  if (dark.length === 0) return [];
  const first = dark[0]!.deal;
  const money = dark.reduce((sum, w) => sum + (w.deal.amountMinor ?? 0), 0);
  const one = dark.length === 1;
  return [
    {
      id: 'dark',
      cells: [
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        {
          key: 'dark',
          label: one ? first.name : tally(dark.length, 'deal'),
          sub: 'no touch found',
          gap: true,
          href: one ? HREF.deal(first.id) : '/prove/deals',
        },
        { key: 'dark', label: moneyFull({ minor: money, currency: facts.currency }), sub: 'nobody can say why', gap: true },
      ],
    },
  ];
};

/** Other campaigns of the shown lanes that also touched this deal. */
const extrasOf = ({ deal }: Walked, shown: readonly Walked[], lane: number): Extra[] =>
  deal.campaigns
    .filter((c) => shown.some((w) => w.main?.campaign?.id === c.campaign))
    .map((c) => ({ fromColumn: LINKS.indexOf('campaign'), from: c.campaign, to: deal.id, lane }));
