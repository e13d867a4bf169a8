/**
 * Everything agreed and decided as documents: each thing as the book has it, each wording of what is signed, what people
 * wrote beside it, and, for kinds without a text of their own, the sentence of what happened. Made of what its reader
 * may see and of nothing else, so that no search can find what is hidden.
 */
import { DECIDERS, kindOf, type Event, type Kind } from '../../domain/book.ts';
import type { AnyDecider, Entry, Stamp } from '../../domain/decider.ts';
import { eventWords } from '../words/events.ts';
import { capital } from '../words/format.ts';
import type { Document } from './document.ts';
import type { Readable } from './readable.ts';
import { thingDocuments } from './things.ts';

/** Kinds whose things are documents; of all others the events are. */
const THINGS: ReadonlySet<Kind> = new Set<Kind>([
  'objective',
  'outcome',
  'guidepoint',
  'priority',
  'request',
  'item',
  'backlog',
  'campaign',
  'expectation',
  'logged',
]);

/** Where each thing came from: its first event's stamp, by kind and key. */
const origins = (entries: readonly Entry<Event>[]): ReadonlyMap<string, Stamp> => {
  const first = new Map<string, Stamp>();
  for (const { event, stamp } of entries) {
    const kind = kindOf(event);
    const decider: AnyDecider = DECIDERS[kind];
    const key = `${kind} ${decider.keyOf(event as never)}`;
    if (!first.has(key)) first.set(key, stamp);
  }
  return first;
};

export const documentsOf = (readable: Readable): readonly Document[] => {
  const { book, entries, nameOf, noteOf, notesIn } = readable;
  const first = origins(entries);
  const things = thingDocuments(readable, (kind, key) => first.get(`${kind} ${key}`) ?? null);
  const said = new Set(things.flatMap(({ note }) => (note === null ? [] : [note])));
  const beside = entries.flatMap(({ event, stamp }): Document[] => {
    const notes = notesIn(event).filter((id) => !said.has(id));
    const told = notes.length > 0 || !THINGS.has(kindOf(event)) ? eventWords(event, { book, nameOf }) : null;
    if (!told) return [];
    const happened: Document[] = THINGS.has(kindOf(event))
      ? []
      : [
          {
            id: `event-${stamp.seq}`,
            type: 'event',
            title: capital(told.text),
            text: '',
            href: told.href,
            by: stamp.by,
            at: stamp.at,
            note: null,
          },
        ];
    const written = notes.flatMap((id): Document[] => {
      const note = noteOf(id);
      if (!note) return [];
      said.add(id);
      return [{ id, type: 'note', title: capital(told.text), text: note.text, href: told.href, by: note.by, at: note.at, note: id }];
    });
    return [...happened, ...written];
  });
  return [...things, ...beside];
};
