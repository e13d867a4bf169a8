import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyBook, fold, type Command } from '../../domain/book.ts';
import { decideBatch } from '../../domain/decide.ts';
import type { Snapshot } from '../../server/contract/book.ts';
import { asked, confirmed, handedBack, heard, started, type Wish } from './replica.ts';

const ctx = { by: 'p_ines', at: '2026-05-12T05:40:00.000Z' } as const;
const found: Command = {
  type: 'company/found',
  name: 'Lademar',
  currency: 'EUR',
  zone: 'Europe/Amsterdam',
  fiscal: { startMonth: 1, pattern: 'calendar' },
};
const set = (id: `o_${string}`, statement: string): Command => ({ type: 'objective/set', id, statement, due: '2026-12-31', owner: null });
const founded = (() => {
  const first = decideBatch(emptyBook, [found], ctx);
  assert.ok(first.ok);
  return first.value.book;
})();
const snapshot: Snapshot = {
  company: 'lademar',
  me: 'p_ines',
  seq: founded.seq,
  book: {
    ...Object.fromEntries(
      Object.entries(emptyBook)
        .filter(([k]) => k !== 'seq')
        .map(([k]) => [k, []]),
    ),
    company: [['company', founded.company.get('company')!]],
  } as unknown as Snapshot['book'],
  people: [{ id: 'p_ines', name: 'Ines Varga', email: null }],
  notes: [],
};
const wish = (batch: string, ...commands: Command[]): Wish => ({ batch, commands, ctx, notes: [], people: [], confirmed: null });
const decidedOn = (replica: { base: typeof founded }, command: Command) => {
  const decided = decideBatch(replica.base, [command], ctx);
  assert.ok(decided.ok);
  return decided.value.entries;
};

describe('the replica', () => {
  test('what is asked shows at once and stands once it was heard', () => {
    const start = started(snapshot);
    const wished = asked(start, wish('batch-1', set('o_1', 'Win mid-size shippers')));
    assert.ok(wished.ok);
    assert.equal(wished.value.book.objective.get('o_1')?.statement, 'Win mid-size shippers');
    assert.equal(wished.value.base.objective.size, 0);
    const after = heard(wished.value, {
      batch: 'batch-1',
      entries: decidedOn(start, set('o_1', 'Win mid-size shippers')),
      people: [],
      notes: [],
    });
    assert.equal(after.wishes.length, 0);
    assert.equal(after.base.objective.size, 1);
  });

  test('what is refused here is never shown and never sent', () => {
    const refused = asked(started(snapshot), wish('batch-1', set('o_1', '  ')));
    assert.ok(!refused.ok);
    assert.equal(refused.refusal.refusal.code, 'empty');
  });

  test('what the server hands back disappears, and what was asked after it stays', () => {
    const one = asked(started(snapshot), wish('batch-1', set('o_1', 'One')));
    assert.ok(one.ok);
    const two = asked(one.value, wish('batch-2', set('o_2', 'Two')));
    assert.ok(two.ok);
    const after = handedBack(two.value, 'batch-1');
    assert.deepEqual([...after.book.objective.keys()], ['o_2']);
  });

  test('a confirmed wish waits for what others decided before it', () => {
    const start = started(snapshot);
    const mine = asked(start, wish('mine', set('o_mine', 'Mine')));
    assert.ok(mine.ok);
    const theirs = decidedOn(start, set('o_theirs', 'Theirs'));
    const own = decidedOn({ base: fold(theirs, start.base) }, set('o_mine', 'Mine'));
    const told = confirmed(mine.value, 'mine', own.at(-1)!.stamp.seq, own);
    assert.equal(told.wishes.length, 1, 'the base is still behind');
    const one = heard(told, { batch: 'theirs', entries: theirs, people: [], notes: [] });
    const both = heard(one, { batch: 'mine', entries: own, people: [], notes: [] });
    assert.equal(both.wishes.length, 0);
    assert.deepEqual([...both.base.objective.keys()], ['o_theirs', 'o_mine']);
  });

  test('hearing the same twice changes nothing', () => {
    const start = started(snapshot);
    const live = { batch: 'b', entries: decidedOn(start, set('o_1', 'One')), people: [], notes: [] };
    const once = heard(start, live);
    assert.deepEqual(heard(once, live).base, once.base);
  });

  test('a new snapshot keeps what still waits and drops what it already holds', () => {
    const mine = asked(started(snapshot), wish('mine', set('o_1', 'One')));
    assert.ok(mine.ok);
    const own = decidedOn(started(snapshot), set('o_1', 'One'));
    const told = confirmed(mine.value, 'mine', own[0]!.stamp.seq, own);
    assert.equal(started(snapshot, told.wishes).book.objective.size, 1);
    assert.equal(started({ ...snapshot, seq: own[0]!.stamp.seq }, told.wishes).wishes.length, 0);
  });
});
