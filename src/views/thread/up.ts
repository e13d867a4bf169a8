/**
 * The thread walked up: from the revenue closed in a period to the objectives it served.
 *
 * Every deal counts towards the nine numbers; the largest stand as lanes of their own, the rest as
 * one lane of "n more", deals that no touch explains as dashed ends.
 */
import { capital, count, dayWords, inWords, moneyFull, moneyShort, plural, quarterWords, tally } from '../words/format.ts';
import { figure, text, type Prose } from '../words/prose.ts';
import { breaksUp } from './breaks.ts';
import { campaignCell, gapCell, guidepointCell, HREF, itemCell, objectiveCell, outcomeCell, priorityCell } from './cells.ts';
import { chainOf, lengthOf, type Chain } from './chain.ts';
import type { Context } from './context.ts';
import { LINKS, type Link } from './links.ts';
import { whyOf } from './story.ts';
import type { Column, LaneStory, ThreadDeal, ThreadFacts, ThreadView } from './thread.ts';
import { weave, type Cell, type Extra, type Lane } from './weave.ts';

const LANES = 6;

type Walked = { readonly deal: ThreadDeal; readonly chains: readonly Chain[]; readonly main: Chain | null };

export const walkUp = (
  facts: ThreadFacts,
  ctx: Context,
): Pick<ThreadView, 'title' | 'scope' | 'columns' | 'weave' | 'stories' | 'breaks' | 'empty'> => {
  const walked = facts.deals.map((deal) => walk(deal, ctx)).toSorted((a, b) => (b.deal.amountMinor ?? 0) - (a.deal.amountMinor ?? 0));
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
      walked.flatMap((w) => w.chains),
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

const walk = (deal: ThreadDeal, { book }: Context): Walked => {
  const chains = deal.campaigns.map(({ campaign, touches }) => ({ chain: chainOf(book, campaign), touches }));
  const best = chains.toSorted((a, b) => lengthOf(b.chain) - lengthOf(a.chain) || b.touches - a.touches)[0];
  return { deal, chains: chains.map((c) => c.chain), main: best && best.chain.campaign ? best.chain : null };
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
  const distinct = (pick: (c: Chain) => string | undefined): number =>
    new Set(
      rest
        .flatMap((w) => w.chains)
        .map(pick)
        .filter(Boolean),
    ).size;
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

const columnsOf = (walked: readonly Walked[], facts: ThreadFacts): Column[] => {
  const ids = (pick: (c: Chain) => readonly (string | undefined)[]): string[] =>
    [...new Set(walked.flatMap((w) => w.chains).flatMap(pick))].filter((x) => x !== undefined);
  const plan = (link: Link, found: string[], gap: string | null = null): Column => ({
    link,
    n: found.length,
    text: count(found.length),
    sub: null,
    gap,
    open: {
      what: `${capital(link)}: what the won deals of the period lead back to`,
      rows: { of: 'plan', n: found.length, ids: found.slice(0, 100) },
      how: 'Links of the plan, followed up from every campaign that touched a won deal.',
    },
  });
  const touches = walked.reduce((sum, w) => sum + w.deal.touches, 0);
  const untracked = walked.reduce((sum, w) => sum + w.deal.untracked, 0);
  const won = walked.reduce((sum, w) => sum + (w.deal.amountMinor ?? 0), 0);
  const unknown = walked.filter((w) => w.deal.amountMinor === null).length;
  const dark = walked.filter((w) => w.deal.touches === 0).length;
  const deals = walked.map((w) => w.deal.id);
  return [
    plan(
      'objective',
      ids((c) => c.objectives.map((o) => o.id)),
    ),
    plan(
      'outcome',
      ids((c) => c.outcomes.map((o) => o.id)),
    ),
    plan(
      'guidepoint',
      ids((c) => [c.guidepoint?.period]),
    ),
    plan(
      'priority',
      ids((c) => [c.priority?.id]),
    ),
    plan(
      'work',
      ids((c) => [c.item?.id]),
    ),
    plan(
      'campaign',
      ids((c) => [c.campaign?.id]),
    ),
    {
      link: 'touch',
      n: touches,
      text: count(touches),
      sub: null,
      gap: untracked > 0 ? `${count(untracked)} untracked` : null,
      open: {
        what: 'Touches that count towards the deals closed in the period',
        ask: { question: 'coverage' },
        how: 'Dated up to and including the close, within the look-back; of the deal’s contacts, or of its account where it has none.',
      },
    },
    {
      link: 'opportunity',
      n: walked.length,
      text: count(walked.length),
      sub: null,
      gap: dark > 0 ? `${count(dark)} untouched` : null,
      open: { what: 'Deals closed as won in the period', rows: { of: 'opportunity', n: deals.length, ids: deals.slice(0, 100) } },
    },
    {
      link: 'revenue',
      n: won,
      text: moneyShort({ minor: won, currency: facts.currency }),
      sub: tally(walked.length, 'deal'),
      gap: unknown > 0 ? `${count(unknown)} without amount` : null,
      open: {
        what: 'Revenue closed in the period',
        rows: { of: 'opportunity', n: deals.length, ids: deals.slice(0, 100) },
        how: 'Sum of the amounts of won deals by their closing day in the company’s zone.',
        ...(unknown > 0 && { missing: [`${tally(unknown, 'deal')} without an amount`] }),
      },
    },
  ];
};

const titleOf = (walked: readonly Walked[], facts: ThreadFacts, { period }: Context): { readonly title: Prose; readonly scope: string } => {
  const sum = (of: readonly Walked[]): number => of.reduce((total, w) => total + (w.deal.amountMinor ?? 0), 0);
  const won = sum(walked);
  if (walked.length === 0)
    return { title: [text(`Nothing closed in ${quarterWords(period.id)}.`)], scope: 'A walk up starts from won deals.' };
  const money = figure(moneyShort({ minor: won, currency: facts.currency }), {
    what: `Revenue closed in ${quarterWords(period.id)}`,
    rows: { of: 'opportunity', n: walked.length, ids: walked.slice(0, 100).map((w) => w.deal.id) },
  });
  const guidepoints = new Set(walked.flatMap((w) => w.chains).flatMap((c) => c.guidepoint?.period ?? [])).size;
  const before = sum(walked.filter((w) => w.deal.firstTouchOn !== null && w.deal.firstTouchOn < period.from));
  const share = won > 0 ? before / won : 0;
  const when = share > 0.5 ? 'mostly before the quarter' : share > 0 ? 'partly before the quarter' : 'all of it within the quarter';
  const reach = won > 0 ? Math.round((sum(walked.filter((w) => w.deal.touches > 0)) / won) * 100) : 0;
  return {
    title:
      guidepoints > 0
        ? [text('The '), money, text(` closed in ${quarterWords(period.id)} began in ${plural(guidepoints, 'Guidepoint')}, ${when}.`)]
        : [text('The '), money, text(` closed in ${quarterWords(period.id)} leads back to no Guidepoint yet.`)],
    scope: `${capital(plural(walked.length, 'deal'))}, walked up to the objective each one served. ${reach} % of the money reaches a touch.`,
  };
};

const storyOf = ({ deal, main }: Walked, facts: ThreadFacts, ctx: Context): LaneStory => {
  const among = main?.campaign ? `, among them ${main.campaign.name}` : '';
  const brought = main?.campaign ? facts.campaigns.find((c) => c.campaign === main.campaign!.id) : undefined;
  return {
    lane: deal.id,
    title: deal.name,
    up: [
      text(`${capital(plural(deal.touches, 'touch', 'touches'))} of ${plural(deal.people, 'person', 'people')}${among}. `),
      ...whyOf(main ?? chainOf(ctx.book, 'c_none'), ctx),
    ],
    down: brought
      ? [
          text(`${main!.campaign!.name} met ${plural(brought.accounts, 'account')} in ${plural(brought.touches, 'touch', 'touches')}. `),
          figure(tally(brought.opened, 'opportunity', 'opportunities'), {
            what: `Opportunities opened after a touch of ${main!.campaign!.name}`,
            ask: { question: 'credit', by: 'campaign', since: ctx.period.from, until: ctx.period.to },
          }),
          text(' opened after it; '),
          figure(moneyFull({ minor: brought.wonMinor, currency: facts.currency }), {
            what: `Revenue credited to ${main!.campaign!.name}, equal credit to every touch`,
            ask: { question: 'credit', by: 'campaign', since: ctx.period.from, until: ctx.period.to },
          }),
          text(' of the closed revenue is its share by equal credit. That describes what happened; it does not prove cause.'),
        ]
      : [text('No campaign of the plan touched this deal, so there is nothing to walk down from.')],
  };
};
