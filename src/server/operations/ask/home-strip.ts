/** The thread as the strip of Home shows it: what stands on each link in the period, what it cost, where it breaks. */
import { current, isLocked } from '../../../domain/guidepoint/guidepoint.ts';
import type { Coverage, Finding } from '../../../kernel/answer.ts';
import type { Period } from '../../../kernel/fiscal.ts';
import { money, type Money } from '../../../kernel/money.ts';
import type { Knot } from '../../../views/home/home.ts';
import type { Link } from '../../../views/thread/links.ts';
import { count, quarterWords, tally } from '../../../views/words/format.ts';
import { amountsOf, behindBook, behindFacts } from './behind.ts';
import type { Reader } from './reader.ts';
import type { Walk } from './thread-facts.ts';

const BARE = { effortDays: null, money: null, gaps: [], why: null } as const;

/** All nine knots, in order. */
export const stripOf = (reader: Reader, walk: Walk, period: Period): Knot[] => [
  ...planned(reader, walk, period),
  ...happened(reader, walk, period),
];

const gap = (code: string, ids: readonly string[], text: string): Finding[] =>
  ids.length === 0 ? [] : [{ code, n: ids.length, ids: ids.slice(0, 100), text: `${count(ids.length)} ${text}` }];

/** Links of the plan: counted from the book. */
const planned = (reader: Reader, walk: Walk, period: Period): Knot[] => {
  const { book } = reader.context;
  const when = quarterWords(period.id);
  const guidepoint = book.guidepoint.get(period.id);
  const agreed = guidepoint ? current(guidepoint).outcomes.map(({ outcome }) => outcome) : null;
  const outcomes = [...book.outcome.values()].filter(
    (o) => o.retired === null && (agreed ? agreed.includes(o.id) : o.from < period.to && o.due >= period.from),
  );
  const objectives = new Set(outcomes.map(({ objective }) => objective));
  const priorities = [...book.priority.values()].filter((p) => p.retired === null && p.period === period.id && p.moscow !== 'wont');
  const own = new Set<string>(priorities.map(({ id }) => id));
  const served = new Set<string>(priorities.flatMap((p) => p.outcomes));
  const items = [...book.item.values()].filter((item) => item.retired === null);
  const mine = items.filter((item) => item.priority !== null && own.has(item.priority));
  const orphans = items.filter(
    (item) => item.priority === null && item.foundational === null && (item.finishedOn === null || item.finishedOn >= period.from),
  );
  const done = walk.nodes.filter((node) => node.level === 'priority' && own.has(node.id)).reduce((sum, node) => sum + (node.days ?? 0), 0);
  const sized = mine.filter((item) => item.finishedOn !== null).reduce((sum, item) => sum + (item.sizeDays ?? 0), 0);
  const knot = (link: Link, n: number, definition: string, more: Partial<Knot> = {}): Knot => ({
    link,
    n,
    ...BARE,
    ...more,
    behind: behindBook(reader, definition),
  });
  return [
    knot('objective', objectives.size, `Objectives that the outcomes of ${when} serve.`),
    knot(
      'outcome',
      outcomes.length,
      agreed ? `Outcomes of the Guidepoint for ${when}.` : `Outcomes that run in ${when}; there is no Guidepoint.`,
      {
        gaps: gap(
          'starved-outcomes',
          outcomes.filter((o) => !served.has(o.id)).map((o) => o.id),
          'starved',
        ),
      },
    ),
    knot('guidepoint', guidepoint ? 1 : 0, `The Guidepoint for ${when}.`, {
      gaps: guidepoint && !isLocked(guidepoint) ? gap('guidepoint-unsigned', [period.id], 'not yet agreed') : [],
    }),
    knot('priority', priorities.length, `Priorities of ${when} that are not a Won't; person-days as planned.`, {
      effortDays: priorities.reduce((sum, p) => sum + p.effortDays, 0),
      gaps: gap(
        'aimless-priorities',
        priorities.filter((p) => p.outcomes.length === 0).map((p) => p.id),
        'aimless',
      ),
    }),
    knot(
      'work',
      mine.length,
      `Work items of the priorities of ${when}; person-days ${done > 0 ? 'as done in the period' : 'by the size of those finished'}.`,
      {
        effortDays: done > 0 ? done : sized,
        gaps: gap(
          'orphans',
          orphans.map((item) => item.id),
          orphans.length === 1 ? 'orphan' : 'orphans',
        ),
      },
    ),
  ];
};

/** Links of the market: counted from the facts, unknown where nothing is loaded. */
const happened = (reader: Reader, walk: Walk, period: Period): Knot[] => {
  const { book } = reader.context;
  const when = quarterWords(period.id);
  const loaded = reader.head.loads.length > 0;
  const campaigns = [...book.campaign.values()].filter((c) => c.retired === null && c.from < period.to && c.to >= period.from);
  const unlinked = campaigns.filter((c) => c.item === null && c.foundational === null);
  const bought = walk.nodes.filter((node) => node.level === 'campaign');
  const untracked = bought.find((node) => node.id === '')?.touches ?? 0;
  const dark = walk.won.filter((deal) => deal.touches === 0).map((deal) => deal.id);
  const ids = walk.won.slice(0, 1000).map((deal) => deal.id);
  const sum = (of: readonly number[]): number => of.reduce((total, n) => total + n, 0);
  const fact = (
    link: Link,
    n: number,
    definition: string,
    more: Partial<Knot> = {},
    rows: Parameters<typeof behindFacts>[2] = [],
    coverage: Coverage | null = null,
  ): Knot => ({
    link,
    ...BARE,
    ...(loaded ? { n, ...more } : { n: null, why: 'Not known: nothing is loaded yet.' }),
    behind: behindFacts(reader, definition, rows, coverage),
  });
  return [
    {
      link: 'campaign',
      n: campaigns.length,
      ...BARE,
      money: loaded ? money(sum(bought.map((node) => node.spend_minor)), walk.currency) : null,
      gaps: gap(
        'unlinked-campaigns',
        unlinked.map((c) => c.id),
        'without work item',
      ),
      behind: behindFacts(reader, `Campaigns that ran in ${when}; money is the spend of the period, also where no campaign owns it.`),
    },
    fact('touch', sum(bought.map((node) => node.touches)), `Touches dated in ${when}, whether they belong to a deal or not.`, {
      gaps: untracked > 0 ? [{ code: 'untracked-touches', n: untracked, ids: [], text: `${count(untracked)} untracked` }] : [],
    }),
    fact('opportunity', walk.opened, `Deals opened in ${when}.`, { gaps: gap('dark-deals', dark, 'untouched') }),
    fact(
      'revenue',
      walk.won.length,
      `Deals closed as won in ${when}, and their amounts.`,
      { money: wonMoney(walk) },
      ids.length > 0 ? [{ text: tally(walk.won.length, 'deal'), entity: 'opportunity', ids }] : [],
      amountsOf(walk.won),
    ),
  ];
};

/** What the won deals brought; not known where none of them has an amount. */
const wonMoney = ({ won, currency }: Walk): Money | null => {
  const priced = won.flatMap(({ minor }) => minor ?? []);
  return won.length > 0 && priced.length === 0
    ? null
    : money(
        priced.reduce((sum, minor) => sum + minor, 0),
        currency,
      );
};
