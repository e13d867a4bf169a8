/** What events name of the company's rows: people and notes by their ids. Told by the field, since a campaign's alias may look like an id. */
import type { Event } from '../../domain/book.ts';
import { isId, type NoteId, type PersonId } from '../../kernel/ids.ts';

const PEOPLE: ReadonlySet<string> = new Set(['owner', 'person', 'approver', 'by', 'deciders', 'second']);
const NOTES: ReadonlySet<string> = new Set([
  'why',
  'words',
  'note',
  'foundational',
  'result',
  'whom',
  'later',
  'proof',
  'tactic',
  'question',
  'answer',
  'hypothesis',
  'correction',
]);

/** The people that this event names, each once. */
export const peopleIn = (event: Event): PersonId[] => [...new Set(idsIn(event, PEOPLE, 'p'))] as PersonId[];

/** The notes that this event names, each once. */
export const notesIn = (event: Event): NoteId[] => [...new Set(idsIn(event, NOTES, 'n'))] as NoteId[];

const idsIn = (part: object, fields: ReadonlySet<string>, prefix: string): string[] =>
  Object.entries(part).flatMap(([field, value]: [string, unknown]) => {
    if (typeof value === 'string') return fields.has(field) && isId(prefix, value) ? [value] : [];
    if (Array.isArray(value) && fields.has(field))
      return value.filter((id: unknown): id is string => typeof id === 'string' && isId(prefix, id));
    return typeof value === 'object' && value !== null ? idsIn(value, fields, prefix) : [];
  });
