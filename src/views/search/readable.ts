/** What search may read: only what its reader may see. */
import type { Book, Event } from '../../domain/book.ts';
import type { Entry } from '../../domain/decider.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';

export type Readable = {
  /** The book as the reader sees it, and the events it was folded from, as he sees them. */
  readonly book: Book;
  readonly entries: readonly Entry<Event>[];
  readonly nameOf: (person: PersonId | null) => string;
  /** The words of a note; undefined where it was erased. */
  readonly noteOf: (note: NoteId) => { readonly text: string; readonly by: PersonId; readonly at: string } | undefined;
  readonly notesIn: (event: Event) => readonly NoteId[];
};
