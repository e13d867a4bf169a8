/**
 * The thread walked down: from what was agreed for a period to what it brought so far.
 * One lane per priority, in the order of their class; with a chosen objective only what serves it.
 */
import type { Priority } from '../../domain/blueprint/priority.ts';
import type { Item } from '../../domain/backlog/item.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { MOSCOW } from '../../domain/blueprint/priority.ts';
import { capital, count, days, inWords, moneyFull, moneyShort, plural, quarterWords, tally } from '../words/format.ts';
import { figure, text, type Part, type Prose } from '../words/prose.ts';
import { breaksDown } from './breaks.ts';
import { gapCell, guidepointCell, HREF, objectiveCell, outcomeCell, priorityCell } from './cells.ts';
import { chainOfItem, chainOfPriority, type Chain } from './chain.ts';
import type { Context } from './context.ts';
import type { Column, LaneStory, ThreadFacts, ThreadView } from './thread.ts';
import { weave, type Cell, type Lane } from './weave.ts';

type Branch = {
  readonly chain: Omit<Chain, 'campaign' | 'item'> & { readonly priority: Priority };
  readonly items: readonly Item[];
  readonly campaigns: readonly Campaign[];
  readonly doneDays: number;
  readonly spendMinor: number;
  readonly touches: number;
  readonly accounts: number;
  readonly opened: number;
  readonly won: number;
  readonly wonMinor: number;
};

export const walkDown = (
  facts: ThreadFacts,
  ctx: Context,
  objective?: string,
): Pick<ThreadView, 'title' | 'scope' | 'columns' | 'weave' | 'stories' | 'breaks' | 'empty'> => {
  const branches = branchesOf(facts, ctx, objective);
  const chains = branches.flatMap(({ chain, items, campaigns }) => [
    ...items.map((item): Chain => ({ ...chain, item, campaign: null })),
    ...campaigns.map((campaign): Chain => ({ ...chainOfItem(ctx.book, items.find((i) => i.id === campaign.item) ?? null), campaign })),
    { ...chain, item: null, campaign: null },
  ]);
  return {
    ...titleOf(branches, facts, ctx, objective),
    columns: columnsOf(branches, facts, ctx),
    weave: weave(branches.map((b) => laneOf(b, facts))),
    stories: branches.map((b) => storyOf(b, facts, ctx)),
    breaks: breaksDown(ctx.book, ctx.period.id, chains, facts.untracked),
    empty:
      branches.length > 0
        ? null
        : {
            why: `No priority is planned for ${quarterWords(ctx.period.id)}${objective ? ' that serves this objective' : ''}.`,
            todo: 'Plan a priority and tie it to an outcome of the Guidepoint.',
            href: '/work/backlog',
          },
  };
};

const branchesOf = (facts: ThreadFacts, { book, period }: Context, objective?: string): Branch[] => {
  const done = new Map<string, number>(facts.work.map((w) => [w.item, w.days]));
  const byCampaign = new Map<string, ThreadFacts['campaigns'][number]>(facts.campaigns.map((c) => [c.campaign, c]));
  return [...book.priority.values()]
    .filter((p) => p.period === period.id && !p.retired && p.moscow !== 'wont')
    .map((priority) => {
      const chain = { ...chainOfPriority(book, priority), priority };
      const items = [...book.item.values()].filter((i) => i.priority === priority.id && !i.retired);
      const campaigns = [...book.campaign.values()].filter((c) => !c.retired && items.some((i) => i.id === c.item));
      const sums = campaigns.flatMap((c) => byCampaign.get(c.id) ?? []);
      const sum = (pick: (c: ThreadFacts['campaigns'][number]) => number): number => sums.reduce((total, c) => total + pick(c), 0);
      return {
        chain,
        items,
        campaigns,
        doneDays: items.reduce((total, i) => total + (done.get(i.id) ?? 0), 0),
        spendMinor: sum((c) => c.spendMinor),
        touches: sum((c) => c.touches),
        accounts: sum((c) => c.accounts),
        opened: sum((c) => c.opened),
        won: sum((c) => c.won),
        wonMinor: sum((c) => c.wonMinor),
      };
    })
    .filter(({ chain }) => !objective || chain.objectives.some((o) => o.id === objective))
    .toSorted(
      (a, b) =>
        MOSCOW.indexOf(a.chain.priority.moscow) - MOSCOW.indexOf(b.chain.priority.moscow) ||
        b.wonMinor - a.wonMinor ||
        b.touches - a.touches,
    );
};

const andMore = (first: string, n: number): string => (n > 1 ? `${first} and ${inWords(n - 1)} more` : first);

const laneOf = (b: Branch, { currency }: ThreadFacts): Lane => {
  const { chain, items, campaigns } = b;
  const full: Chain = { ...chain, item: null, campaign: null };
  const id = chain.priority.id;
  const quiet = (key: string, label: string, sub: string): Cell => ({ key: `${key}-${id}`, label, sub, quiet: true });
  const foundational = items.length > 0 && items.every((i) => i.foundational);
  const work: Cell = items[0]
    ? { key: id, label: andMore(items[0].title, items.length), sub: `${days(b.doneDays)} done`, href: HREF.item(items[0].id) }
    : gapCell(`none-${id}`, 'No work item', 'nothing planned');
  const campaign: Cell = campaigns[0]
    ? {
        key: id,
        label: andMore(campaigns[0].name, campaigns.length),
        sub: moneyShort({ minor: b.spendMinor, currency }),
        href: HREF.campaign(campaigns[0].id),
      }
    : foundational
      ? quiet('campaign', 'None', 'foundational')
      : gapCell(`no-campaign-${id}`, 'None yet', 'no campaign');
  return {
    id,
    cells: [
      objectiveCell(full),
      chain.outcomes[0] ? outcomeCell(chain.outcomes[0], chain.outcomes.length - 1) : gapCell(`no-outcome-${id}`, 'No outcome', 'orphan'),
      guidepointCell(full),
      priorityCell(full, currency),
      work,
      campaign,
      campaigns.length === 0
        ? null
        : b.touches > 0
          ? { key: id, label: tally(b.touches, 'touch', 'touches'), sub: `of ${tally(b.accounts, 'account')}` }
          : quiet('touch', 'None yet', ''),
      campaigns.length === 0 ? null : b.opened > 0 ? { key: id, label: `${count(b.opened)} opened` } : quiet('opened', 'None yet', ''),
      campaigns.length === 0
        ? null
        : b.won > 0
          ? { key: id, label: moneyShort({ minor: b.wonMinor, currency }), sub: tally(b.won, 'deal') }
          : quiet('won', 'Nothing closed yet', ''),
    ],
  };
};

const total = (branches: readonly Branch[], pick: (b: Branch) => number): number => branches.reduce((sum, b) => sum + pick(b), 0);

const columnsOf = (branches: readonly Branch[], facts: ThreadFacts, { period }: Context): Column[] => {
  const plan = (link: Column['link'], ids: readonly string[], sub: string | null = null): Column => {
    const found = [...new Set(ids)];
    return {
      link,
      n: found.length,
      text: count(found.length),
      sub,
      gap: null,
      open: {
        what: `${capital(link)}: of the plan for ${quarterWords(period.id)}`,
        rows: { of: 'plan', n: found.length, ids: found.slice(0, 100) },
        how: 'Counted in the plan, from the priorities of the period.',
      },
    };
  };
  const ask = { question: 'credit', by: 'campaign', since: period.from, until: period.to };
  const number = (link: Column['link'], n: number, what: string, sub: string | null = null, gap: string | null = null): Column => ({
    link,
    n,
    text: count(n),
    sub,
    gap,
    open: { what, ask },
  });
  const won = total(branches, (b) => b.wonMinor);
  return [
    plan(
      'objective',
      branches.flatMap((b) => b.chain.objectives.map((o) => o.id)),
    ),
    plan(
      'outcome',
      branches.flatMap((b) => b.chain.outcomes.map((o) => o.id)),
    ),
    plan(
      'guidepoint',
      branches.flatMap((b) => b.chain.guidepoint?.period ?? []),
    ),
    plan(
      'priority',
      branches.map((b) => b.chain.priority.id),
      days(total(branches, (b) => b.chain.priority.effortDays)),
    ),
    plan(
      'work',
      branches.flatMap((b) => b.items.map((i) => i.id)),
      `${days(total(branches, (b) => b.doneDays))} done`,
    ),
    plan(
      'campaign',
      branches.flatMap((b) => b.campaigns.map((c) => c.id)),
      moneyShort({ minor: total(branches, (b) => b.spendMinor), currency: facts.currency }),
    ),
    number(
      'touch',
      total(branches, (b) => b.touches),
      'Touches of these campaigns in the period',
      null,
      facts.untracked > 0 ? `${count(facts.untracked)} untracked` : null,
    ),
    number(
      'opportunity',
      total(branches, (b) => b.opened),
      'Opportunities opened after a touch of these campaigns; one that several touched is counted for each',
    ),
    {
      ...number('revenue', won, 'Revenue closed in the period, by equal credit to every touch'),
      text: moneyShort({ minor: won, currency: facts.currency }),
      sub: tally(
        total(branches, (b) => b.won),
        'deal',
      ),
    },
  ];
};

const titleOf = (
  branches: readonly Branch[],
  facts: ThreadFacts,
  { book, period }: Context,
  objective?: string,
): { readonly title: Prose; readonly scope: string } => {
  const aim = objective ? book.objective.get(objective as `o_${string}`)?.statement : undefined;
  const whose = aim ? ` for “${aim}”` : '';
  if (branches.length === 0)
    return {
      title: [text(`Nothing is planned in ${quarterWords(period.id)}${whose}.`)],
      scope: 'A walk down starts from the priorities of a period.',
    };
  const opened = total(branches, (b) => b.opened);
  const won = total(branches, (b) => b.wonMinor);
  const brought: Part[] =
    won > 0
      ? [
          figure(moneyShort({ minor: won, currency: facts.currency }), {
            what: 'Revenue closed in the period, by equal credit to every touch',
            ask: { question: 'credit', by: 'campaign', since: period.from, until: period.to },
          }),
          text(' closed'),
        ]
      : [text('nothing closed yet')];
  return {
    title: [
      text(
        `The work of ${quarterWords(period.id)}${whose} has ${opened > 0 ? `opened ${plural(opened, 'opportunity', 'opportunities')}` : 'opened no opportunity yet'}; `,
      ),
      ...brought,
      text('.'),
    ],
    scope: `From ${plural(new Set(branches.flatMap((b) => b.chain.objectives.map((o) => o.id))).size, 'objective')} down to revenue. Dashed: not there yet, by design, or broken. Money by equal credit: it describes, it does not prove cause.`,
  };
};

const storyOf = (b: Branch, { currency }: ThreadFacts, { period }: Context): LaneStory => {
  const { priority, outcomes } = b.chain;
  const budget = priority.budgetMinor === null ? '' : ` of ${moneyShort({ minor: priority.budgetMinor, currency })}`;
  return {
    lane: priority.id,
    title: priority.title,
    down: [
      text(
        `${days(b.doneDays)} of ${days(priority.effortDays)} and ${moneyShort({ minor: b.spendMinor, currency })}${budget} so far, in ${plural(b.campaigns.length, 'campaign')}: ${plural(b.touches, 'touch', 'touches')}, ${plural(b.opened, 'opportunity', 'opportunities')} opened, `,
      ),
      figure(moneyFull({ minor: b.wonMinor, currency }), {
        what: `Revenue closed in the period credited to ${priority.title}, equal credit to every touch`,
        ask: { question: 'credit', by: 'priority', since: period.from, until: period.to },
      }),
      text(' closed.'),
    ],
    up: [
      text(
        outcomes.length > 0
          ? `It serves ${outcomes.map((o) => o.name).join(' and ')}${b.chain.guidepoint ? `, agreed in the Guidepoint for ${quarterWords(b.chain.guidepoint.period)}` : ''}.`
          : 'It serves no outcome: nobody can say why it is done.',
      ),
    ],
  };
};
