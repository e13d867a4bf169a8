/**
 * Room: what people have on the table while a workshop goes on: cards, groups, dots, the queue of what to talk about, and
 * the plan sorted into MoSCoW classes.
 *
 * It is made by changes in one order that the server gives (`entry.ts`), and by nothing else: the same changes make the same
 * room in the server and in every browser (`reduce.ts`). What somebody may not see yet is missing from his room and counted
 * in `hidden` (`seen.ts`). Plain data, so that it travels as it is.
 */
import type { Day } from '../../../kernel/day.ts';
import type { CardId, OutcomeId, PersonId, PriorityId } from '../../../kernel/ids.ts';
import type { Moscow } from '../../blueprint/priority.ts';
import type { Topic } from '../agenda.ts';

export type Card = {
  readonly id: CardId;
  readonly topic: Topic;
  readonly lane: string;
  /** Who wrote it; null where cards are shown without names and the reader is somebody else. */
  readonly by: PersonId | null;
  /** null where it was erased. */
  readonly text: string | null;
};
/** Cards that belong together, in their order; each card is in one group or in none. */
export type Group = { readonly id: CardId; readonly topic: Topic; readonly title: string; readonly cards: readonly CardId[] };
/** Something to talk about, first come first served. */
export type Raised = { readonly entry: CardId; readonly by: PersonId; readonly text: string | null };

/** What a card of the plan takes and serves, as the room says. What it costs stands apart (`Room.money`): not everybody sees money. */
export type Terms = {
  /** Person-days; null where nobody has said. */
  readonly days: number | null;
  readonly outcomes: readonly OutcomeId[];
  /** The priority it is part of; its effort counts there. null where it stands for itself. */
  readonly under: PriorityId | null;
};
/** Why a card of the plan is not done. `later`: the day it comes back on; null where it is declined. */
export type Reason = { readonly text: string | null; readonly later: Day | null };
export type Wording = { readonly statement: string; readonly outcomes: readonly OutcomeId[] };

export type Room = {
  /** The number of the last change it holds. */
  readonly seq: number;
  readonly cards: { readonly [card: string]: Card };
  readonly groups: { readonly [group: string]: Group };
  /** Dots by person, then by topic and what they are on (`dotKey`). A reader has his own alone. */
  readonly dots: { readonly [person: string]: { readonly [key: string]: number } };
  readonly queue: readonly Raised[];
  /** Cards of the plan by class, in their order; those in none are not sorted yet. */
  readonly classes: { readonly [M in Moscow]: readonly string[] };
  readonly terms: { readonly [card: string]: Terms };
  /** What cards cost, in whole minor units, where the room has said it; null where it took back what was recorded. A reader who sees no money has none. */
  readonly money: { readonly [card: string]: number | null };
  readonly reasons: { readonly [card: string]: Reason };
  readonly wording: Wording | null;
  /** What is there and the reader may not see: cards of others, and dots of others. */
  readonly hidden: { readonly [T in Topic]?: { readonly cards: number; readonly dots: number } };
};

export const EMPTY_ROOM: Room = {
  seq: 0,
  cards: {},
  groups: {},
  dots: {},
  queue: [],
  classes: { must: [], should: [], could: [], wont: [] },
  terms: {},
  money: {},
  reasons: {},
  wording: null,
  hidden: {},
};

export const dotKey = (topic: Topic, on: string): string => `${topic}:${on}`;

/** The dots one person has given in a topic, by what they are on. */
export const dotsOf = (room: Room, person: PersonId, topic: Topic): { readonly [on: string]: number } => {
  const own = Object.entries(room.dots[person] ?? {}).filter(([key, dots]) => dots > 0 && key.startsWith(`${topic}:`));
  return Object.fromEntries(own.map(([key, dots]) => [key.slice(topic.length + 1), dots]));
};

/** The class a card of the plan stands in; null where it is not sorted yet. */
export const classOf = (room: Room, card: string): Moscow | null =>
  (Object.keys(room.classes) as Moscow[]).find((moscow) => room.classes[moscow].includes(card)) ?? null;

/** The group a card is in; null where it is in none. */
export const groupOf = (room: Room, card: CardId): Group | null => Object.values(room.groups).find((g) => g.cards.includes(card)) ?? null;
