/** What a change of an agreed Guidepoint would make doubtful, counted before it is sent. */
import { sizeOf } from '../../domain/backlog/sizing.ts';
import type { Book } from '../../domain/book.ts';
import { newest } from '../../domain/blueprint/blueprint.ts';
import { current, type Guidepoint } from '../../domain/guidepoint/guidepoint.ts';
import type { OutcomeId } from '../../kernel/ids.ts';
import { count, days, inWords, tally } from '../words/format.ts';

export type Invalidated = { readonly what: string; readonly howMuch: string; readonly href: string | null };

/** `touched` are the outcomes whose terms move or that leave; a new statement alone touches them all. */
/** What the priorities stand in: the Blueprint where one was put forward. */
const planName = (book: Book, period: string): string => {
  const version = newest(book.blueprint.get(period));
  return version ? `Blueprint, version ${version.n}` : 'Priorities of the quarter';
};

export const invalidates = (book: Book, g: Guidepoint, touched: readonly OutcomeId[]): Invalidated[] => {
  const priorities = [...book.priority.values()].filter((p) => !p.retired && p.period === g.period);
  const shaken = priorities.filter((p) => p.outcomes.some((o) => touched.includes(o)));
  const open = [...book.item.values()].filter((i) => !i.retired && !i.finishedOn && i.priority !== null);
  const ofPeriod = open.filter((i) => priorities.some((p) => p.id === i.priority));
  const items = ofPeriod.filter((i) => shaken.some((p) => p.id === i.priority));
  const effort = items.reduce((sum, i) => sum + (sizeOf(book, i).days ?? 0), 0);
  const serving = new Set([...book.item.values()].filter((i) => shaken.some((p) => p.id === i.priority)).map((i) => i.id));
  const campaigns = [...book.campaign.values()].filter((c) => !c.retired && c.item !== null && serving.has(c.item));
  const requests = [...book.request.values()].filter(
    ({ standing }) => standing.state === 'accepted' && items.some((i) => i.id === standing.item),
  );
  const seats = current(g).seats.length;
  return [
    {
      what: planName(book, g.period),
      howMuch:
        priorities.length === 0 ? 'nothing planned' : `${count(shaken.length)} of ${tally(priorities.length, 'priority', 'priorities')}`,
      href: `/plan/blueprint/${g.period}`,
    },
    {
      what: 'Open work items',
      howMuch:
        ofPeriod.length === 0 ? 'none open' : `${count(items.length)} of ${count(ofPeriod.length)}${effort > 0 ? `, ${days(effort)}` : ''}`,
      href: '/work/backlog',
    },
    { what: 'Campaigns made for them', howMuch: campaigns.length === 0 ? 'none' : count(campaigns.length), href: '/market/campaigns' },
    {
      what: 'Requests promised with them',
      howMuch: requests.length === 0 ? 'none' : count(requests.length),
      href: '/work/requests',
    },
    { what: 'Signatures', howMuch: `all ${inWords(seats)}, again`, href: null },
  ];
};
