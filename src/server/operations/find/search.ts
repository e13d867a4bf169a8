/** Search: over the book and the rows as the caller may see them, now or as they stood at the end of a past day. */
import { fold, type Event } from '../../../domain/book.ts';
import type { Role } from '../../../domain/company/company.ts';
import type { Entry } from '../../../domain/decider.ts';
import { mayReadNote } from '../../../domain/visible.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import { dayIn, startOfDay } from '../../../kernel/zone.ts';
import { DOCUMENT_TYPES, type Document, type DocumentType } from '../../../views/search/document.ts';
import { documentsOf } from '../../../views/search/documents.ts';
import { around, marked } from '../../../views/search/plain-words.ts';
import { indexed, search as searchIn, type Indexed } from '../../../views/search/search.ts';
import { placeOf } from '../../../views/words/place-of.ts';
import { notesIn } from '../../house/named.ts';
import { noSuchCompany, problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { seenBy } from '../../house/sent.ts';
import type { Run } from '../operation.ts';

export const search: Run<'search'> = async ({ house }, { company, words, type, who, since, until, on, limit, offset }, caller) => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const me = caller.personIn(company);
  const role = me === null ? null : room.roleOf(me);
  if (me === null || role === null) return noSuchCompany(company);
  const types = (type ?? '').split(',').flatMap((part) => part.trim() || []);
  const strange = types.find((t) => !(DOCUMENT_TYPES as readonly string[]).includes(t));
  if (strange !== undefined)
    return problem(
      'invalid-input',
      `type: there is nothing called “${strange}” to search in.`,
      `Choose among ${DOCUMENT_TYPES.join(', ')}.`,
    );
  const mine = [...indexOf(room, role, on ?? null), ...commentsOf(room, role, on ?? null)].filter(({ document }) =>
    mayRead(role, me, document),
  );
  const found = searchIn(mine, {
    words,
    types: types as DocumentType[],
    who: (who ?? null) as PersonId | null,
    since: since ?? null,
    until: until ?? null,
  });
  // Words that were erased since the index was made are gone from what is answered, too.
  const stand = found.hits.filter(({ note }) => note === null || room.notesOf([note]).length > 0);
  return ok({
    hits: stand.slice(offset, offset + limit).map(({ id, type: of, title, text, href, by, at }) => ({
      id,
      type: of,
      title: marked(title, found.marks),
      text: around(marked(text, found.marks)),
      href,
      by,
      at,
    })),
    total: stand.length,
    byType: found.byType,
  });
};

const mayRead = (role: Role, me: PersonId, { note, by }: Document): boolean => note === null || mayReadNote(role, me, { by: by ?? '' });

type Kept = { readonly seq: number; readonly names: string; readonly index: readonly Indexed[] };
/** Indexes by role and day, kept while the journal stands: typing asks many times. */
const kept = new WeakMap<CompanyRoom, Map<string, Kept>>();
const MOST = 12;

const indexOf = (room: CompanyRoom, role: Role, on: Day | null): readonly Indexed[] => {
  const indexes = kept.get(room) ?? new Map<string, Kept>();
  kept.set(room, indexes);
  const key = `${role} ${on ?? ''}`;
  const { seq } = room.book();
  const was = indexes.get(key);
  // Names are rows: somebody renamed, or erased, is so at once.
  const names = room
    .people()
    .map(({ id, name }) => `${id} ${name}`)
    .join('\n');
  if (was?.seq === seq && was.names === names) return was.index;
  const entries = seenBy(role, upTo(room, on));
  const people = new Map(room.people().map((person) => [person.id, person.name]));
  const notes = new Map(room.notes().map((note) => [note.id, note]));
  const book = on === null ? room.bookFor(role) : fold(entries);
  const index = indexed(
    documentsOf({
      book,
      entries,
      nameOf: (person) => (person === null ? 'nobody' : (people.get(person) ?? 'somebody who left')),
      noteOf: (id) => notes.get(id),
      notesIn,
    }),
    (at) => dayIn(zoneOf(room), at),
  );
  indexes.delete(key);
  indexes.set(key, { seq, names, index });
  if (indexes.size > MOST) indexes.delete(indexes.keys().next().value!);
  return index;
};

const zoneOf = (room: CompanyRoom): string => room.book().company.get('company')?.zone ?? 'UTC';
/** The instant at which this day has ended; null for now. */
const endOf = (room: CompanyRoom, on: Day | null): string | null =>
  on === null || on >= '9999-12-31' ? null : startOfDay(zoneOf(room), addDays(on, 1));
const upTo = (room: CompanyRoom, on: Day | null): readonly Entry<Event>[] => {
  const end = endOf(room, on);
  return end === null ? room.entries() : room.entries().filter(({ stamp }) => stamp.at < end);
};

/** Comments are rows and read afresh; viewers have no part in them. */
const commentsOf = (room: CompanyRoom, role: Role, on: Day | null): Indexed[] => {
  if (role === 'viewer') return [];
  const end = endOf(room, on);
  const book = room.bookFor(role);
  const documents = room.store
    .comments()
    .filter(({ at }) => end === null || at < end)
    .map(({ id, thing, text, by, at }): Document => {
      const about = placeOf(book, thing);
      return {
        id,
        type: 'comment',
        title: `On ${about?.text ?? thing}`,
        text,
        href: about?.href ?? null,
        by: by as PersonId,
        at,
        note: null,
      };
    });
  return indexed(documents, (at) => dayIn(zoneOf(room), at));
};
