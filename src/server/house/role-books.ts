/**
 * One book for each role, folded from what that role may see. A role that has seen everything shares the whole book,
 * so that most decisions are folded once.
 */
import { emptyBook, fold, type Book, type Event } from '../../domain/book.ts';
import type { Role } from '../../domain/company/company.ts';
import type { Entry } from '../../domain/decider.ts';
import { seenBy } from './sent.ts';

export type RoleBooks = {
  /** The role's book; `entries` is the whole journal and `book` what it folds to. */
  readonly of: (role: Role, entries: readonly Entry<Event>[], book: Book) => Book;
  /** Takes in what led from the whole book `before` to `after`. */
  readonly take: (fresh: readonly Entry<Event>[], before: Book, after: Book) => void;
};

export const openRoleBooks = (): RoleBooks => {
  const books = new Map<Role, Book>();
  return {
    of: (role, entries, book) => {
      const known = books.get(role) ?? folded(role, entries, emptyBook, true, book);
      books.set(role, known);
      return known;
    },
    take: (fresh, before, after) => {
      for (const [role, book] of books) books.set(role, folded(role, fresh, book, book === before, after));
    },
  };
};

/** `onto` is the role's book so far; `sharing` where it has seen everything until now. */
const folded = (role: Role, fresh: readonly Entry<Event>[], onto: Book, sharing: boolean, whole: Book): Book => {
  const seen = seenBy(role, fresh);
  const all = sharing && seen.length === fresh.length && seen.every(({ event }, i) => event === fresh[i]!.event);
  return all ? whole : { ...fold(seen, onto), seq: whole.seq };
};
