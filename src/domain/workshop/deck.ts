/**
 * Deck: the cards of the plan. What there is to sort in a planning workshop: the priorities of the quarter, work that
 * belongs to none, and requests nobody has decided about. Work that belongs to a priority is part of its card.
 */
import type { ItemId, OutcomeId, PriorityId, RequestId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/day.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import { sizeOf } from '../backlog/sizing.ts';
import { MOSCOW, type Moscow } from '../blueprint/priority.ts';
import type { Room, Terms } from './room/room.ts';
import { classOf } from './room/room.ts';
import type { WorkshopBook } from './workshop.ts';

export type PlanCard =
  | { readonly kind: 'priority'; readonly id: PriorityId }
  | { readonly kind: 'item'; readonly id: ItemId }
  | { readonly kind: 'request'; readonly id: RequestId };

const isWaiting = (book: WorkshopBook, id: RequestId, until: Day): boolean => {
  const { standing } = book.request.get(id)!;
  return standing.state === 'received' || (standing.state === 'deferred' && standing.until < until);
};

/** All cards there are for this quarter: priorities, then open work in the order of the Backlog, then requests as they came. */
export const deckOf = (book: WorkshopBook, period: string): readonly PlanCard[] => {
  const company = book.company.get('company');
  const quarter = company && quarterNamed(company.fiscal, period);
  if (!quarter) return [];
  const order = new Map((book.backlog.get('backlog')?.items ?? []).map((id, n) => [id, n]));
  const items = [...book.item.values()].filter((i) => !i.retired && i.finishedOn === null && i.priority === null);
  return [
    ...[...book.priority.values()].filter((p) => p.period === period && !p.retired).map(({ id }): PlanCard => ({ kind: 'priority', id })),
    ...items.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)).map(({ id }): PlanCard => ({ kind: 'item', id })),
    ...[...book.request.keys()].filter((id) => isWaiting(book, id, quarter.to)).map((id): PlanCard => ({ kind: 'request', id })),
  ];
};

/** What a card takes, serves and costs (whole minor units; null where nobody has said). */
export type Costed = Terms & { readonly minor: number | null };

const NOTHING: Costed = { days: null, minor: null, outcomes: [], under: null };

const recorded = (book: WorkshopBook, card: PlanCard): Costed => {
  if (card.kind === 'priority') {
    const { effortDays: days, budgetMinor: minor, outcomes } = book.priority.get(card.id)!;
    return { days, minor, outcomes, under: null };
  }
  return card.kind === 'request' ? NOTHING : { ...NOTHING, days: sizeOf(book, book.item.get(card.id)!).days };
};

/** What a card takes, serves and costs: as the room says, else as it is recorded. */
export const termsOf = (book: WorkshopBook, room: Pick<Room, 'terms' | 'money'>, card: PlanCard): Costed => {
  const was = recorded(book, card);
  const money = room.money[card.id];
  const said = room.terms[card.id];
  // A browser may name what is not there, or not any more: such an outcome or priority says nothing.
  const terms = said && {
    days: said.days,
    outcomes: said.outcomes.filter((id) => book.outcome.has(id)),
    under: said.under !== null && book.priority.has(said.under) ? said.under : null,
  };
  return { ...was, ...terms, minor: money === undefined ? was.minor : money };
};

/** The cards by class, in their order: as the room has sorted them, and priorities as they are classed where it has not. */
export const sorted = (
  book: WorkshopBook,
  room: Pick<Room, 'classes'>,
  deck: readonly PlanCard[],
): { readonly [M in Moscow]: readonly PlanCard[] } => {
  const byId = new Map<string, PlanCard>(deck.map((card) => [card.id, card]));
  const untouched = deck.filter((card) => card.kind === 'priority' && classOf(room as Room, card.id) === null);
  const ofClass = (moscow: Moscow): PlanCard[] => [
    ...room.classes[moscow].flatMap((id) => byId.get(id) ?? []),
    ...untouched.filter((card) => card.kind === 'priority' && book.priority.get(card.id)!.moscow === moscow),
  ];
  return Object.fromEntries(MOSCOW.map((moscow) => [moscow, ofClass(moscow)])) as unknown as {
    readonly [M in Moscow]: readonly PlanCard[];
  };
};

/** The outcomes this quarter is about: those of its Guidepoint, else all that are due in it or later. */
export const outcomesOf = (book: WorkshopBook, period: string): readonly OutcomeId[] => {
  const agreed = book.guidepoint.get(period)?.versions.at(-1);
  if (agreed) return agreed.outcomes.map(({ outcome }) => outcome);
  const quarter = quarterNamed(book.company.get('company')!.fiscal, period);
  return [...book.outcome.values()]
    .filter((o) => !o.retired && quarter !== null && o.due >= quarter.from && o.due <= quarter.to)
    .map(({ id }) => id);
};
