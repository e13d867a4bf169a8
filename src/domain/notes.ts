/** Which notes an event names: what people wrote stands in rows, and the journal keeps a hash for each note named. */
import { isId, type NoteId } from '../kernel/ids.ts';
import type { Typed } from './decider.ts';

/** The fields in which an event names a note, wherever they stand in it. */
const FIELDS: readonly string[] = ['why', 'words', 'note', 'foundational'];

const isNote = (text: string): text is NoteId => isId('n', text);

/** The notes this event (or command) names, each once. */
export const notesOf = (message: Typed): NoteId[] => [...new Set(within(message))];

const within = (part: object): NoteId[] =>
  Object.entries(part).flatMap(([field, value]: [string, unknown]) => {
    if (typeof value === 'string') return FIELDS.includes(field) && isNote(value) ? [value] : [];
    return typeof value === 'object' && value !== null ? within(value) : [];
  });
