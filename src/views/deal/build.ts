/** The deal view from its facts and the plan. */
import type { Book } from '../../domain/book.ts';
import { askedFor } from '../../domain/backlog/asked.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import type { CampaignId } from '../../kernel/ids.ts';
import type { KeyTouch } from '../../models/attribution/key-touches.ts';
import { chainOf, lengthOf, type Chain } from '../thread/chain.ts';
import { HREF } from '../thread/cells.ts';
import type { Context } from '../thread/context.ts';
import { capital, count, dayWords, days, moneyFull, percent, plural, quarterWords } from '../words/format.ts';
import { agreed, text, type Prose } from '../words/prose.ts';
import type { ChainStep, DealFacts, DealTouch, DealView, Mark, TouchLine } from './deal.ts';

type Reader = Omit<Context, 'period'>;

/** Builds the view; pure, so browser, report and command line show the same. */
export const dealView = (facts: DealFacts, reader: Reader): DealView => {
  const touches = linesOf(facts, reader);
  const main = mainChain(touches, reader);
  const models = facts.models.map((m) => m.name);
  return {
    id: facts.id,
    title: titleOf(facts, touches, reader.today),
    scope: scopeOf(facts, touches),
    amount: facts.amountMinor === null ? null : { minor: facts.amountMinor, currency: facts.currency },
    facts,
    people: peopleOf(touches),
    marks: marksOf(facts),
    touches,
    sums: Object.fromEntries(models.map((m) => [m, touches.reduce((sum, t) => sum + (t.weights?.[m] ?? 0), 0)])),
    request: requestOf(main, reader),
    chain: stepsOf(main, touches, reader.today),
    notes: notesOf(facts, touches),
  };
};

const counted = (touches: readonly TouchLine[]): TouchLine[] => touches.filter((t) => t.notCounted === null);

const linesOf = (facts: DealFacts, { book }: Reader): TouchLine[] => {
  const sorted = facts.touches.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let n = 0;
  return sorted.map((t) => ({
    ...t,
    n: t.notCounted === null ? (n += 1) : null,
    campaignName: (t.campaign && book.campaign.get(t.campaign)?.name) ?? null,
    role: roleOf(t, facts),
    words: t.what ?? capital(t.channel ?? 'touch, kind not known'),
  }));
};

const ROLES: { readonly [K in KeyTouch]: string } = { first: 'first touch', lead: 'lead', opened: 'opportunity', last: 'last touch' };

/** Every key touch it is; an open deal has no last touch yet. */
const roleOf = ({ keys }: DealTouch, { status }: DealFacts): string | null => {
  const words = keys.filter((key) => key !== 'last' || status !== 'open').map((key) => ROLES[key]);
  return words.length === 0 ? null : words.join(', ');
};

/** Key touches by how much they say about why a deal came about. */
const TELLING: readonly KeyTouch[] = ['opened', 'lead', 'first', 'last'];

/** The chain that reaches highest; of equals the one whose touch stands before the opportunity, then the one with most touches. */
const mainChain = (touches: readonly TouchLine[], { book }: Reader): Chain | null => {
  const by = new Map<CampaignId, { n: number; told: number }>();
  for (const { campaign, keys } of counted(touches)) {
    if (!campaign) continue;
    const was = by.get(campaign) ?? { n: 0, told: TELLING.length };
    const told = keys.map((key) => TELLING.indexOf(key));
    by.set(campaign, { n: was.n + 1, told: Math.min(was.told, ...told) });
  }
  const best = [...by]
    .map(([id, { n, told }]) => ({ chain: chainOf(book, id), n, told }))
    .toSorted((a, b) => reach(b.chain, book) - reach(a.chain, book) || a.told - b.told || b.n - a.n)[0];
  return best?.chain.campaign ? best.chain : null;
};
const reach = (c: Chain, book: Book): number => lengthOf(c) * 2 + (c.item && askedFor(book, c.item).length > 0 ? 1 : 0);

const peopleOf = (touches: readonly TouchLine[]): DealView['people'] => [
  ...new Map(
    touches.map((t) => [
      t.contactId ?? '',
      { id: t.contactId ?? '', name: t.contact ?? (t.contactId ? t.contactId : 'The account'), title: t.title },
    ]),
  ).values(),
];

const titleOf = (facts: DealFacts, touches: readonly TouchLine[], today: Day): Prose => {
  const those = counted(touches);
  const first = those[0]?.on ?? facts.leadOn ?? facts.openedOn;
  const end = facts.closedOn ?? today;
  const span = first ? days(Math.max(0, daysBetween(first, end))) : null;
  const people = new Set(those.map((t) => t.contactId).filter(Boolean)).size;
  const met =
    those.length === 0
      ? 'no touch that we know of'
      : `${plural(those.length, 'touch', 'touches')}${people > 0 ? ` and ${plural(people, 'person', 'people')}` : ''}`;
  const verb = facts.status === 'won' ? 'signed after' : facts.status === 'lost' ? 'was lost after' : 'has been open for';
  return [text(span ? `${facts.name} ${verb} ${span}, ${met}.` : `${facts.name}: ${met}.`)];
};

const scopeOf = (facts: DealFacts, touches: readonly TouchLine[]): Prose => {
  const first = counted(touches)[0];
  const tracked = first
    ? `Tracked first touch: ${first.words.charAt(0).toLowerCase()}${first.words.slice(1)}.`
    : 'No touch is tracked before the close.';
  return facts.selfReported
    ? [text('They say: '), agreed(facts.selfReported), text(` ${tracked} Both are kept.`)]
    : [text(`${tracked} They were not asked how they heard of us.`)];
};

const marksOf = (f: DealFacts): Mark[] => [
  ...(f.leadOn ? [{ on: f.leadOn, label: 'Lead', link: 'opportunity' as const }] : []),
  ...(f.openedOn ? [{ on: f.openedOn, label: 'Opportunity opened', link: 'opportunity' as const }] : []),
  ...(f.closedOn
    ? [
        {
          on: f.closedOn,
          label: `${f.status === 'won' ? 'Won' : 'Lost'}${f.amountMinor === null || f.status !== 'won' ? '' : `, ${moneyFull({ minor: f.amountMinor, currency: f.currency })}`}`,
          link: 'revenue' as const,
        },
      ]
    : []),
];

const requestOf = (main: Chain | null, { book, nameOf, noteOf }: Reader): DealView['request'] => {
  const asked = main?.item ? askedFor(book, main.item)[0] : undefined;
  if (!asked || !main?.item) return null;
  const { by, on, words, request } = asked;
  return { words: noteOf(words), by: nameOf(by), on, item: main.item.ref, request: request && { id: request.id, ref: request.ref } };
};

const stepsOf = (main: Chain | null, touches: readonly TouchLine[], today: Day): ChainStep[] => {
  if (!main?.campaign) return [];
  const { campaign, item, priority, outcomes, objectives, guidepoint } = main;
  const met = counted(touches).find((t) => t.campaign === campaign.id);
  return [
    ...(met ? [{ link: 'touch' as const, label: met.words, sub: dayWords(met.on, today), href: null }] : []),
    { link: 'campaign', label: campaign.name, sub: campaign.channel, href: HREF.campaign(campaign.id) },
    ...(item
      ? [
          {
            link: 'work' as const,
            label: `${item.ref} ${item.title}`,
            sub: item.sizeDays === null ? 'not sized' : days(item.sizeDays),
            href: HREF.item(item.id),
          },
        ]
      : []),
    ...(priority
      ? [
          {
            link: 'priority' as const,
            label: priority.title,
            sub: `Blueprint ${quarterWords(priority.period)}`,
            href: HREF.priority(priority.id),
          },
        ]
      : []),
    ...(outcomes[0]
      ? [
          {
            link: 'outcome' as const,
            label: outcomes[0].name,
            sub: guidepoint ? `Guidepoint ${quarterWords(guidepoint.period)}` : 'in no Guidepoint',
            href: HREF.outcome(outcomes[0].id),
          },
        ]
      : []),
    ...(objectives[0]
      ? [
          {
            link: 'objective' as const,
            label: objectives[0].statement,
            sub: `by ${dayWords(objectives[0].due, today)}`,
            href: HREF.objective(objectives[0].id),
          },
        ]
      : []),
  ];
};

const notesOf = (facts: DealFacts, touches: readonly TouchLine[]): DealView['notes'] => {
  const those = counted(touches);
  const spread = spreadOf(facts, those);
  const late = those.filter((t) => t.arrivedLate);
  const untracked = those.filter((t) => !t.campaign);
  return [
    ...(those.length === 0
      ? [
          {
            code: 'dark-deal',
            tone: 'risk' as const,
            head: 'Nobody can say why this deal closed.',
            text: 'No touch of its people or its account is dated before the close.',
            todo: 'Load the contacts and activities of this account',
            href: '/data/import',
          },
        ]
      : []),
    ...(spread
      ? [
          {
            code: 'models-differ',
            tone: 'plain' as const,
            head: spread.gap > 0.3 ? 'The models agree on little.' : 'The models agree roughly.',
            text: `${spread.words} gets between ${percent(spread.low)} and ${percent(spread.high)}. No single figure is “the” answer. Attribution describes what happened; only an experiment shows cause.`,
          },
        ]
      : []),
    ...(late.length > 0
      ? [
          {
            code: 'arrived-late',
            tone: 'risk' as const,
            head: `${capital(plural(late.length, 'touch', 'touches'))} arrived after the close.`,
            text: `${late[0]!.words}, ${dayWords(late[0]!.on)}, came with a load of ${dayWords(late[0]!.arrivedLate!)}. It counts, ${movedWords(those.length, late.length)}.`,
          },
        ]
      : []),
    ...(untracked.length > 0
      ? [
          {
            code: 'untracked-touches',
            tone: 'early' as const,
            head: `${capital(plural(untracked.length, 'touch', 'touches'))} with no campaign.`,
            text: 'Their credit stands in “no campaign” and counts as missing coverage.',
            todo: 'Match the names',
            href: '/data/names',
          },
        ]
      : []),
    ...(facts.rule === 'account'
      ? [
          {
            code: 'account-rule',
            tone: 'early' as const,
            head: 'No contact is linked to this deal.',
            text: 'The touches are those of everybody at the account.',
          },
        ]
      : []),
  ];
};

/** What late touches did to equal credit: "and with equal credit a touch has 11.1 % instead of 12.5 %". */
const movedWords = (counting: number, late: number): string =>
  late === counting
    ? 'and is all the deal has; before it, nobody could say why the deal closed'
    : `and moved the shares of the others: with equal credit a touch has ${count(100 / counting, 1)} % instead of ${count(100 / (counting - late), 1)} %`;

/** The touch on which the models differ most. */
const spreadOf = (
  facts: DealFacts,
  those: readonly TouchLine[],
): { readonly words: string; readonly low: number; readonly high: number; readonly gap: number } | null => {
  if (those.length < 2 || facts.models.length < 2) return null;
  const each = those.map((t) => {
    const shares = facts.models.map((m) => t.weights?.[m.name] ?? 0);
    return { words: t.words, low: Math.min(...shares), high: Math.max(...shares), gap: Math.max(...shares) - Math.min(...shares) };
  });
  return each.toSorted((a, b) => b.gap - a.gap)[0] ?? null;
};
