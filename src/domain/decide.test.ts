import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { emptyBook, fold, kindOf, type Command, type Event } from './book.ts';
import { decideBatch } from './decide.ts';
import { FOUNDED, given, minute } from './given.ts';

const book = given(...FOUNDED);
const ctx = { by: 'p_ben', at: minute(30) } as const;
const objective = (id: 'o_a' | 'o_b'): Command => ({ type: 'objective/set', id, statement: id, due: '2026-12-31', owner: null });

test('the events of a batch are numbered on from the book, and carry who decided and when', () => {
  const decided = decideBatch(book, [objective('o_a'), objective('o_b')], ctx);
  deepEqual(decided.ok && decided.value.entries.map(({ stamp }) => stamp), [
    { seq: book.seq + 1, ...ctx },
    { seq: book.seq + 2, ...ctx },
  ]);
});

test('a command sees what the ones before it in its batch changed', () => {
  const reworded: Command = { type: 'objective/reword', id: 'o_a', statement: 'Better' };
  const decided = decideBatch(book, [objective('o_a'), reworded], ctx);
  equal(decided.ok && decided.value.book.objective.get('o_a')?.statement, 'Better');
});

test('one refusal refuses the whole batch and says which command it was', () => {
  deepEqual(decideBatch(book, [objective('o_a'), objective('o_b'), objective('o_a')], ctx), {
    ok: false,
    refusal: { index: 2, refusal: { code: 'there-already', thing: 'objective', id: 'o_a' } },
  });
});

test('a batch in which nothing has to change is granted and leaves the book as it is', () => {
  const decided = decideBatch(book, [{ type: 'company/rename', name: 'Havel Pumps' }], { by: 'p_ana', at: minute(30) });
  deepEqual(decided, { ok: true, value: { entries: [], book } });
});

test('a message that no area knows is a defect, never a guess', () => {
  for (const type of ['party/throw', 'objective/burn', 'toString', 'constructor/x', 'objectiveX', ''])
    throws(() => decideBatch(book, [{ type } as unknown as Command], ctx), /nothing handles/);
  throws(
    () => fold([{ event: { type: 'objective/burned', id: 'o_a' } as unknown as Event, stamp: { seq: 1, ...ctx } }]),
    /nothing handles/,
  );
  equal(kindOf({ type: 'backlog/place' }), 'backlog');
});

test('folding nothing gives the book it started from, and folding leaves that book as it was', () => {
  deepEqual(fold([], book), book);
  const before = book.objective.size;
  const decided = decideBatch(book, [objective('o_a')], ctx);
  equal(decided.ok && fold(decided.value.entries, book).objective.size, before + 1);
  equal(book.objective.size, before);
  equal(emptyBook.company.size, 0);
});

test('a batch of 500 over 10,000 items costs a small multiple of a batch of one, since the book is copied once', () => {
  const add = (n: number): Command => ({
    type: 'item/add',
    id: `w_${n}`,
    title: 'x',
    priority: null,
    owner: null,
    sizeDays: 1,
    request: null,
    foundational: null,
    on: '2026-02-12',
  });
  const many = decideBatch(
    book,
    Array.from({ length: 10_000 }, (_, n) => add(n)),
    ctx,
  );
  if (!many.ok) throw new Error('refused');
  const size = (n: number): Command => ({ type: 'item/size', id: `w_${n}`, sizeDays: 2 });
  const place = (n: number): Command => ({ type: 'backlog/place', item: `w_${n}`, before: null });
  for (const make of [size, place]) {
    const took = (length: number): number => {
      const commands = Array.from({ length }, (_, n) => make(n));
      const runs = Array.from({ length: 5 }, () => {
        const began = performance.now();
        equal(decideBatch(many.value.book, commands, ctx).ok, true);
        return performance.now() - began;
      });
      return Math.min(...runs);
    };
    took(500);
    // One copy for each command would make this some 500 times.
    ok(took(500) < 60 * Math.max(took(1), 0.05), make(0).type);
  }
});
