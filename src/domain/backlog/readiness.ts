/**
 * Readiness of a work item: what must be known before work starts. Its size and its dependencies answer two of the
 * questions, words of people the others. What it needs first, and whom foundational work enables, is decided here too.
 */
import type { ItemId, NoteId, OutcomeId, PriorityId } from '../../kernel/ids.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { all, oneOf, stands, type Basic } from '../check.ts';
import type { ItemPart } from './item-part.ts';
import type { Item, ItemBook } from './item.ts';
import { practiceOf } from './practice.ts';
import { sizeOf } from './sizing.ts';

export type ReadinessCommand =
  | { readonly type: 'item/answer'; readonly id: ItemId; readonly question: string; readonly answer: NoteId }
  | { readonly type: 'item/withdraw-answer'; readonly id: ItemId; readonly question: string }
  | { readonly type: 'item/depend'; readonly id: ItemId; readonly needs: ItemId }
  | { readonly type: 'item/undepend'; readonly id: ItemId; readonly needs: ItemId }
  | {
      readonly type: 'item/enable';
      readonly id: ItemId;
      readonly outcomes: readonly OutcomeId[];
      readonly priorities: readonly PriorityId[];
    };
export type ReadinessEvent =
  | { readonly type: 'item/answered'; readonly id: ItemId; readonly question: string; readonly answer: NoteId }
  | { readonly type: 'item/answer-withdrawn'; readonly id: ItemId; readonly question: string }
  | { readonly type: 'item/depends'; readonly id: ItemId; readonly needs: ItemId }
  | { readonly type: 'item/depends-no-more'; readonly id: ItemId; readonly needs: ItemId }
  | {
      readonly type: 'item/enables';
      readonly id: ItemId;
      readonly outcomes: readonly OutcomeId[];
      readonly priorities: readonly PriorityId[];
    };
export type ReadinessRefusal =
  | Basic
  | { readonly code: 'said-twice' }
  /** `path` leads from the needed item back to the one that should need it. */
  | { readonly code: 'needs-in-circle'; readonly path: readonly ItemId[] };

/** How items need each other from `from` to `to`, both included; null where they do not. */
const pathOfNeeds = (book: ItemBook, from: ItemId, to: ItemId): readonly ItemId[] | null => {
  const cameFrom = new Map<ItemId, ItemId | null>([[from, null]]);
  for (const id of cameFrom.keys()) {
    if (id === to) {
      const path: ItemId[] = [];
      for (let at: ItemId | null = id; at; at = cameFrom.get(at) ?? null) path.unshift(at);
      return path;
    }
    for (const next of book.item.get(id)?.needs ?? []) if (!cameFrom.has(next)) cameFrom.set(next, id);
  }
  return null;
};

const once = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const sameIds = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, n) => id === b[n]);

export const readiness: ItemPart<ReadinessCommand, ReadinessEvent, ReadinessRefusal> = {
  decide: {
    'item/answer': (i, { id, question, answer }, _, book) => {
      const inWords = practiceOf(book).questions.filter((q) => q.id !== 'sized');
      const checked = all(
        stands('item', id, i),
        oneOf(
          'question',
          question,
          inWords.map((q) => q.id),
        ),
      );
      return checked.ok ? ok(i!.answers[question] === answer ? [] : [{ type: 'item/answered', id, question, answer }]) : checked;
    },
    'item/withdraw-answer': (i, { id, question }) => {
      const checked = stands('item', id, i);
      if (!checked.ok) return checked;
      return ok(Object.hasOwn(i!.answers, question) ? [{ type: 'item/answer-withdrawn', id, question }] : []);
    },
    'item/depend': (i, { id, needs }, _, book) => {
      const checked = all(stands('item', id, i), stands('item', needs, book.item.get(needs)));
      if (!checked.ok) return checked;
      if (i!.needs.includes(needs)) return ok([]);
      const path = pathOfNeeds(book, needs, id);
      return path ? refuse({ code: 'needs-in-circle', path }) : ok([{ type: 'item/depends', id, needs }]);
    },
    'item/undepend': (i, { id, needs }) => {
      const checked = stands('item', id, i);
      return checked.ok ? ok(i!.needs.includes(needs) ? [{ type: 'item/depends-no-more', id, needs }] : []) : checked;
    },
    'item/enable': (i, { id, outcomes, priorities }, _, book) => {
      const checked = all(
        stands('item', id, i),
        ...outcomes.map((outcome) => stands('outcome', outcome, book.outcome.get(outcome))),
        ...priorities.map((priority) => stands('priority', priority, book.priority.get(priority))),
      );
      if (!checked.ok) return checked;
      if (!once(outcomes) || !once(priorities)) return refuse({ code: 'said-twice' });
      const same = sameIds(i!.enables.outcomes, outcomes) && sameIds(i!.enables.priorities, priorities);
      return ok(same ? [] : [{ type: 'item/enables', id, outcomes, priorities }]);
    },
  },
  evolve: {
    'item/answered': (i, { question, answer }) => ({ ...i!, answers: { ...i!.answers, [question]: answer } }),
    'item/answer-withdrawn': (i, { question }) => {
      const { [question]: _, ...answers } = i!.answers;
      return { ...i!, answers };
    },
    'item/depends': (i, { needs }) => ({ ...i!, needs: [...i!.needs, needs] }),
    'item/depends-no-more': (i, { needs }) => ({ ...i!, needs: i!.needs.filter((other) => other !== needs) }),
    'item/enables': (i, { outcomes, priorities }) => ({ ...i!, enables: { outcomes, priorities } }),
  },
};

/** Is this question answered: by the record for size and dependencies, else by words? */
const isAnswered = (book: ItemBook, item: Item, question: string): boolean =>
  (question === 'sized' && sizeOf(book, item).by !== null) ||
  (question === 'dependencies' && item.needs.length > 0) ||
  Object.hasOwn(item.answers, question);

/** The questions of this company that nobody has answered for this item, in their order. Empty: it is ready to start. */
export const openQuestions = (book: ItemBook, item: Item): readonly string[] =>
  practiceOf(book)
    .questions.map((q) => q.id)
    .filter((question) => !isAnswered(book, item, question));

/** What it needs that is neither finished nor dropped. */
export const unmetNeeds = (book: Pick<ItemBook, 'item'>, item: Item): readonly ItemId[] =>
  item.needs.filter((id) => {
    const needed = book.item.get(id);
    return needed !== undefined && !needed.finishedOn && !needed.retired;
  });
