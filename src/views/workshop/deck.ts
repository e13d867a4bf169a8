/**
 * The cards of the plan as people see them on the table: effort, money, what they serve, who asked last, and by when it
 * has to start to be useful. Unknown is null with its reason, never 0.
 */
import type { Moscow } from '../../domain/blueprint/priority.ts';
import type { Book } from '../../domain/book.ts';
import { askedFor } from '../../domain/backlog/asked.ts';
import { draftPlan } from '../../domain/blueprint/draft.ts';
import { deckOf, outcomesOf, termsOf, type PlanCard } from '../../domain/workshop/deck.ts';
import { EMPTY_ROOM } from '../../domain/workshop/room/room.ts';
import type { Day } from '../../kernel/day.ts';
import type { NoteId, OutcomeId, PersonId, RequestId } from '../../kernel/ids.ts';
import type { MeasuredLags } from '../delivery/measured-lags.ts';
import { ERASED, requestTitle } from '../intake/title.ts';
import { usefulStarts } from '../plan/useful-starts.ts';

export type DeckCard = {
  readonly id: string;
  readonly kind: PlanCard['kind'];
  /** What people call it: W-12, R-131; null for a priority. */
  readonly ref: string | null;
  readonly title: string;
  /** As recorded; what the room says stands over it. null where nobody has sized it. */
  readonly days: number | null;
  /** Whole minor units; null where none is recorded, or where the reader may not see money. */
  readonly minor: number | null;
  readonly outcomes: readonly OutcomeId[];
  /** Whoever asked last, and when; null where nobody asked for it. */
  readonly asked: { readonly by: string; readonly on: Day; readonly times: number } | null;
  readonly foundational: boolean;
  /** The class it has in the plan; null for what is no priority yet. */
  readonly classed: Moscow | null;
};

/** `latest`: the last day on which starting work of its usual kinds still lands half of its effect by the due date; null where nothing says how long that takes. */
export type DeckOutcome = { readonly id: OutcomeId; readonly name: string; readonly due: Day; readonly latest: Day | null };

/** What is on the table and what it is measured against. */
export type Deck = {
  readonly cards: readonly DeckCard[];
  readonly outcomes: readonly DeckOutcome[];
  /** As recorded for the quarter; null where nobody recorded any. */
  readonly capacityDays: number | null;
  readonly moneyMinor: number | null;
  readonly currency: string | null;
  readonly mustPercent: number;
  readonly couldPercent: number;
  /** False where the reader sees no money. */
  readonly showsMoney: boolean;
};

export type DeckContext = {
  readonly book: Book;
  readonly period: string;
  readonly today: Day;
  /** null while they are counted. */
  readonly lags: MeasuredLags | null;
  readonly nameOf: (person: PersonId) => string;
  readonly noteOf: (note: NoteId) => string | null;
  readonly showsMoney: boolean;
};

/** The words a request is known by on the table. */
export const requestWords = (book: Book, id: RequestId, noteOf: DeckContext['noteOf']): string | null =>
  requestTitle(book.request.get(id)!, noteOf);

/** The last useful start of what serves these outcomes: the first of theirs. null with the reason where it is not known. */
export const latestStart = (deck: Deck, outcomes: readonly OutcomeId[]): { readonly day: Day | null; readonly why: string | null } => {
  if (outcomes.length === 0) return { day: null, why: 'It serves no outcome.' };
  const days = deck.outcomes.flatMap(({ id, latest }) => (latest !== null && outcomes.includes(id) ? [latest] : []));
  return days.length > 0
    ? { day: days.reduce((first, day) => (day < first ? day : first)), why: null }
    : { day: null, why: 'Nothing says yet how long such work takes to show.' };
};

/** The table of one quarter. */
export const deckCards = (context: DeckContext): Deck => {
  const { book, period, showsMoney } = context;
  const plan = draftPlan(book, period);
  const company = book.company.get('company')!;
  const starts = new Map(usefulStarts(book, plan, context.lags).map(({ outcome, day }) => [outcome, day]));
  return {
    cards: deckOf(book, period).map((card) => cardOf(context, card)),
    outcomes: outcomesOf(book, period).flatMap((id) => {
      const outcome = book.outcome.get(id);
      return outcome ? [{ id, name: outcome.name, due: outcome.due, latest: starts.get(id) ?? null }] : [];
    }),
    capacityDays: plan.capacity.days,
    moneyMinor: showsMoney ? plan.capacity.moneyMinor : null,
    currency: company.currency,
    mustPercent: plan.rule.mustPercent,
    couldPercent: plan.rule.couldPercent,
    showsMoney,
  };
};

const cardOf = ({ book, noteOf, nameOf, showsMoney }: DeckContext, card: PlanCard): DeckCard => {
  const { days, minor, outcomes } = termsOf(book, EMPTY_ROOM, card);
  const shared = { id: card.id, kind: card.kind, days, minor: showsMoney ? minor : null, outcomes };
  if (card.kind === 'priority') {
    const { title, moscow } = book.priority.get(card.id)!;
    const asked = [...book.item.values()].filter((i) => i.priority === card.id && !i.retired).flatMap((i) => askedFor(book, i));
    return { ...shared, ref: null, title, asked: lastOf(asked, nameOf), foundational: false, classed: moscow };
  }
  if (card.kind === 'item') {
    const item = book.item.get(card.id)!;
    return {
      ...shared,
      ref: item.ref,
      title: item.title,
      asked: lastOf(askedFor(book, item), nameOf),
      foundational: item.foundational !== null,
      classed: null,
    };
  }
  const request = book.request.get(card.id)!;
  return {
    ...shared,
    ref: request.ref,
    title: requestWords(book, card.id, noteOf) ?? ERASED,
    asked: lastOf([request], nameOf),
    foundational: false,
    classed: null,
  };
};

const lastOf = (asked: readonly { readonly by: PersonId; readonly on: Day }[], nameOf: DeckContext['nameOf']): DeckCard['asked'] => {
  const last = asked.reduce<(typeof asked)[number] | null>((latest, one) => (latest === null || one.on >= latest.on ? one : latest), null);
  return last && { by: nameOf(last.by), on: last.on, times: asked.length };
};
