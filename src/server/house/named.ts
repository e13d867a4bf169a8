/** What an event names of the company's rows: notes by their id, people by theirs. Told by the field, since an alias may look like an id. */
import type { Event } from '../../domain/book.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';

const NOTES: ReadonlySet<string> = new Set(['why', 'words', 'note', 'foundational']);
const PEOPLE: ReadonlySet<string> = new Set(['owner', 'person', 'approver', 'by']);

export type Named = { readonly notes: ReadonlySet<NoteId>; readonly people: ReadonlySet<PersonId> };

/** Notes and people that these events name. */
export const namedBy = (events: Iterable<Event>): Named => {
  const notes = new Set<NoteId>();
  const people = new Set<PersonId>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [field, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') look(inner);
      else if (NOTES.has(field) && inner.startsWith('n_')) notes.add(inner as NoteId);
      else if (PEOPLE.has(field) && inner.startsWith('p_')) people.add(inner as PersonId);
    }
  };
  for (const event of events) look(event);
  return { notes, people };
};
