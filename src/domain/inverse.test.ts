import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { random } from '../kernel/random.ts';
import { emptyBook, type Book } from './book.ts';
import { decideBatch } from './decide.ts';
import { AIMS, FOUNDED, given, when } from './given.ts';
import { inverseOf, inverseOfBatch, standsAsLeft } from './inverse.ts';
import { founding, randomCommand } from './random-commands.ts';

const AT = '2026-05-12T09:00:00.000Z';

test('what has an inverse can be taken back, and then everything stands as before', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.noBias(fc.array(fc.nat(), { minLength: 30, maxLength: 200, size: 'max' })), (seeds) => {
      let book: Book = emptyBook;
      for (const [by, command] of founding(random('inverse'))) {
        const answer = decideBatch(book, [command], { by, at: AT });
        if (answer.ok) ({ book } = answer.value);
      }
      for (const seed of seeds) {
        const [by, command] = randomCommand(random(`inverse ${seed}`), book);
        const answer = decideBatch(book, [command], { by, at: AT });
        if (!answer.ok || answer.value.entries.length === 0) continue;
        const back = inverseOfBatch(answer.value.entries, book);
        if (back) {
          // Rules may forbid it (who left gets no duty again); where they do not, nothing is left of it.
          const undone = decideBatch(answer.value.book, back, { by, at: AT });
          if (undone.ok && answer.value.entries[0]!.event.type !== 'item/finished') {
            taken++;
            for (const kind of ['objective', 'outcome', 'priority', 'item', 'backlog', 'campaign'] as const)
              deepEqual(sorted(undone.value.book[kind]), sorted(book[kind]), command.type);
          }
        }
        ({ book } = answer.value);
      }
    }),
    { numRuns: 200 },
  );
  // Some six hundred of twenty-three thousand commands have one and are allowed; half of that never comes by chance.
  ok(taken > 300, `${taken} were taken back`);
});
/** The order in which aliases were written down says nothing. */
const sorted = (things: ReadonlyMap<string, unknown>): unknown =>
  [...things].map(([key, thing]) => [
    key,
    { ...(thing as object), ...('aliases' in (thing as object) && { aliases: (thing as { aliases: string[] }).aliases.toSorted() }) },
  ]);

const book = given(...FOUNDED, ...AIMS);

test('a signature, an ending, a first owner have no inverse', () => {
  equal(inverseOf({ type: 'guidepoint/signed', period: '2026-Q2', version: 1, seat: 'ceo' }, book), null);
  equal(inverseOf({ type: 'objective/retired', id: 'o_grow', why: 'n_w' }, book), null);
  equal(inverseOf({ type: 'outcome/handed-over', id: 'u_stay', owner: 'p_ben' }, book), null);
});

test('a batch is taken back whole or not at all', () => {
  const asked = decideBatch(
    book,
    [
      { type: 'outcome/reword', id: 'u_rev', name: 'Revenue' },
      { type: 'outcome/retire', id: 'u_stay', why: 'n_w' },
    ],
    { by: 'p_ben', at: AT },
  );
  equal(asked.ok && inverseOfBatch(asked.value.entries, book), null);
});

test('what somebody has changed since is not taken back unseen', () => {
  const asked = decideBatch(book, [{ type: 'outcome/reword', id: 'u_rev', name: 'Revenue' }], { by: 'p_ben', at: AT });
  ok(asked.ok);
  const { entries, book: after } = asked.value;
  equal(standsAsLeft(entries, after, after), true);
  const later = decideBatch(after, [{ type: 'outcome/hand-over', id: 'u_rev', owner: 'p_ana' }], { by: 'p_ana', at: AT });
  ok(later.ok);
  equal(standsAsLeft(entries, after, later.value.book), false);
  equal('events' in when(later.value.book, ['p_ben', { type: 'outcome/reword', id: 'u_rev', name: 'Won revenue' }]), true);
});
