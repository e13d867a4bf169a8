/** Readiness of one item as a person reads it: each question, its answer, and whether anything stands in the way. */
import type { Item } from '../../domain/backlog/item.ts';
import { practiceOf } from '../../domain/backlog/practice.ts';
import { openQuestions, unmetNeeds } from '../../domain/backlog/readiness.ts';
import { sizeOf } from '../../domain/backlog/sizing.ts';
import type { Book } from '../../domain/book.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { days, list, plural } from '../words/format.ts';

export type Asked = {
  readonly question: string;
  readonly text: string;
  /** What the record says; null where words answer it, or nothing does. */
  readonly fact: string | null;
  readonly note: NoteId | null;
  readonly answered: boolean;
};

/** A size in words: "19 days", "M, 5 days", "M, not calibrated yet", "not sized yet". */
export const sizeWords = (book: Book, item: Item): string => {
  const size = sizeOf(book, item);
  if (size.by === 'shirt') return size.days === null ? `${item.shirt}, not calibrated yet` : `${item.shirt}, ${days(size.days)}`;
  if (size.by === 'skills') return `${days(size.days!)}: ${list(size.bySkill.map((s) => `${s.skill} ${days(s.days)}`))}`;
  return size.days === null ? 'not sized yet' : days(size.days);
};

/** Every question this company asks, answered or not. */
export const readinessOf = (book: Book, item: Item): readonly Asked[] => {
  const open = new Set(openQuestions(book, item));
  return practiceOf(book).questions.map(({ id, text }) => ({
    question: id,
    text,
    fact: id === 'sized' && !open.has(id) ? sizeWords(book, item) : id === 'dependencies' ? needsWords(book, item) : null,
    note: item.answers[id] ?? null,
    answered: !open.has(id),
  }));
};

const needsWords = (book: Book, item: Item): string | null => {
  if (item.needs.length === 0) return null;
  const unmet = unmetNeeds(book, item);
  return unmet.length === 0 ? 'depends on nothing unfinished' : `needs ${plural(unmet.length, 'unfinished item')} first`;
};
