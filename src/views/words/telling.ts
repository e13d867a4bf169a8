/** What a sentence about an event is made of, and what it needs to know. */
import type { Book, Event } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';

/** What the sentences need to know: the book for names of things, and the names of people. */
export type Telling = {
  readonly book: Book;
  readonly nameOf: (person: PersonId | null) => string;
  /** Days of this year are written without it. */ readonly today?: Day;
};
export type Told = {
  readonly text: string;
  /** What somebody wrote about it. */
  readonly quote: NoteId | null;
  /** Where the thing stands now; null where it has no page. */
  readonly href: string | null;
};

export type Sentences<E extends Event> = { readonly [T in E['type']]: (event: Extract<E, { readonly type: T }>, telling: Telling) => Told };
