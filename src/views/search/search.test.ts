import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decideBatch } from '../../domain/decide.ts';
import { emptyBook, fold, type Book, type Event } from '../../domain/book.ts';
import { ROLES, type Role } from '../../domain/company/company.ts';
import type { Entry } from '../../domain/decider.ts';
import { founding, randomCommand } from '../../domain/random-commands.ts';
import { SECRET_MINOR } from '../../domain/random-draw.ts';
import { HIDDEN, visible } from '../../domain/visible.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { random } from '../../kernel/random.ts';
import type { Document } from './document.ts';
import { documentsOf } from './documents.ts';
import { around, marked, plainWords } from './plain-words.ts';
import { indexed, search, termsOf } from './search.ts';

const document = (id: string, title: string, text = '', more: Partial<Document> = {}): Document => ({
  id,
  type: 'objective',
  title,
  text,
  href: null,
  by: 'p_ana',
  at: '2026-05-01T09:00:00.000Z',
  note: null,
  ...more,
});
const DOCUMENTS = [
  document('a', 'Win mid-size shippers', 'by 31 December'),
  document('b', 'Kornhaus Mühlen first', 'shippers of grain'),
  document('c', 'The ship is late', '', { type: 'priority', by: 'p_ben', at: '2026-06-02T09:00:00.000Z' }),
];
const index = indexed(DOCUMENTS, (at) => at.slice(0, 10));
const none = { words: '', types: [], who: null, since: null, until: null } as const;
const ids = (wanted: Partial<Parameters<typeof search>[1]>): string[] => search(index, { ...none, ...wanted }).hits.map(({ id }) => id);

test('every word must begin a word of it; titles come before texts', () => {
  deepEqual(ids({ words: 'shippers' }), ['a', 'b']);
  deepEqual(ids({ words: 'ship' }), ['c', 'a', 'b']);
  deepEqual(ids({ words: 'mid december' }), ['a']);
  deepEqual(ids({ words: 'hippers' }), []);
});
test('accents, case and marks do not matter', () => {
  deepEqual(ids({ words: 'MUHLEN' }), ['b']);
  deepEqual(ids({ words: 'mid size' }), ['a']);
  equal(plainWords('Große Øre — Œuvre'), 'grosse ore oeuvre');
});
test('a phrase in quotes stands as it is', () => {
  deepEqual(ids({ words: '“size shippers”' }), ['a']);
  deepEqual(ids({ words: '"shippers size"' }), []);
  deepEqual(termsOf('fair “two people” now'), { words: ['fair', 'now'], phrases: ['two people'] });
});
test('without words, the newest come first; filters hold', () => {
  deepEqual(ids({}), ['c', 'a', 'b']);
  deepEqual(ids({ who: 'p_ben' }), ['c']);
  deepEqual(ids({ since: '2026-05-01', until: '2026-06-01' }), ['a', 'b']);
  deepEqual(ids({ types: ['priority'] }), ['c']);
  deepEqual(search(index, none).byType, [
    { type: 'objective', n: 2 },
    { type: 'priority', n: 1 },
  ]);
});
test('what was looked for is marked as it was written', () => {
  deepEqual(marked('Kornhaus Mühlen first', ['muhl']), [
    { text: 'Kornhaus ', hit: false },
    { text: 'Mühlen', hit: true },
    { text: ' first', hit: false },
  ]);
  const long = `${'word '.repeat(100)}needle ${'word '.repeat(100)}`;
  const shown = around(marked(long, ['needle']));
  ok(shown.some((p) => p.hit) && shown.map((p) => p.text).join('').length < 240);
});

/** A random journal, with the words of every note. */
const grown = (seeds: readonly number[]): Entry<Event>[] => {
  let book: Book = emptyBook;
  const entries: Entry<Event>[] = [];
  const ask = ([by, command]: ReturnType<typeof randomCommand>): void => {
    const answer = decideBatch(book, [command], { by, at: '2026-05-12T09:00:00.000Z' });
    if (!answer.ok) return;
    entries.push(...answer.value.entries);
    ({ book } = answer.value);
  };
  for (const asked of founding(random('search'))) ask(asked);
  for (const seed of seeds) ask(randomCommand(random(`search ${seed}`), book));
  return entries;
};
/** Every note there is says so much; whoever reads one can be told from who may not. */
const words = (id: NoteId) => ({ text: `Confidential ${id}`, by: 'p_owner' as const, at: '2026-05-12T09:00:00.000Z' });
const notesIn = (event: Event): NoteId[] =>
  [...JSON.stringify(event).matchAll(/"(n_[A-Za-z0-9-]+)"/g)].map((m) => m[1] as NoteId).filter((id) => id !== HIDDEN);
const documentsFor = (role: Role, entries: readonly Entry<Event>[]): readonly Document[] => {
  const seen = entries.flatMap(({ event, stamp }) => {
    const shown = visible(role, event);
    return shown ? [{ event: shown, stamp }] : [];
  });
  return documentsOf({ book: fold(seen), entries: seen, nameOf: String, noteOf: words, notesIn });
};

test('nothing hidden from a role is in what that role can find', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.noBias(fc.array(fc.nat(), { minLength: 40, maxLength: 240, size: 'max' })), (seeds) => {
      const entries = grown(seeds);
      const viewer = JSON.stringify(documentsFor('viewer', entries));
      for (const secret of [String(SECRET_MINOR).slice(0, -2), 'n_secret', 'Confidential', '"request"'])
        equal(viewer.includes(secret), false, secret);
      const theirs = indexed(documentsFor('viewer', entries), () => '2026-05-12');
      for (const secret of ['confidential', 'secret', String(SECRET_MINOR).slice(0, -2)])
        equal(search(theirs, { ...none, words: secret }).hits.length, 0);
      for (const role of ROLES.filter((r) => r !== 'viewer')) {
        const mine = indexed(documentsFor(role, entries), () => '2026-05-12');
        found += search(mine, { ...none, words: 'confidential' }).hits.length;
      }
    }),
    { numRuns: 40 },
  );
  ok(found > 100, 'the others do find what people wrote');
});

test('every thing of the book is found by the words of its title', () => {
  const entries = grown(Array.from({ length: 220 }, (_, i) => i));
  const all = documentsFor('owner', entries);
  const whole = indexed(all, () => '2026-05-12');
  for (const { id, title } of all.filter((d) => plainWords(d.title).length > 2))
    ok(
      search(whole, { ...none, words: title }).hits.some((hit) => hit.id === id),
      title.slice(0, 60),
    );
});
