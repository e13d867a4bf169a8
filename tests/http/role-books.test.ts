/** The book of a role is what it may see, folded; however it came about. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyBook, fold, type Book, type Event } from '../../src/domain/book.ts';
import { ROLES } from '../../src/domain/company/company.ts';
import type { Entry } from '../../src/domain/decider.ts';
import { openRoleBooks } from '../../src/server/house/role-books.ts';
import { seenBy } from '../../src/server/house/sent.ts';

const events: readonly Event[] = [
  { type: 'company/founded', name: 'Acme', currency: 'EUR', zone: 'UTC', fiscal: { startMonth: 1, pattern: 'calendar' }, demo: false },
  { type: 'objective/set', id: 'o_a', statement: 'Grow', due: '2026-12-31', owner: null },
  {
    type: 'priority/planned',
    id: 'r_a',
    period: '2026-Q2',
    owner: null,
    title: 'Fleet',
    moscow: 'must',
    outcomes: [],
    effortDays: 5,
    budgetMinor: 900,
    from: '2026-04-01',
    to: '2026-06-30',
  },
  { type: 'priority/resized', id: 'r_a', effortDays: 6, budgetMinor: 1000 },
  { type: 'objective/retired', id: 'o_a', why: 'n_why' },
  { type: 'objective/set', id: 'o_b', statement: 'Grow more', due: '2026-12-31', owner: null },
];
const entries: readonly Entry<Event>[] = events.map((event, i) => ({
  event,
  stamp: { seq: i + 1, by: 'p_ann', at: '2026-05-21T08:00:00.000Z' },
}));

test('a role’s book is the same whenever it was first asked for, and after every batch', () => {
  for (let asked = 0; asked <= entries.length; asked++) {
    const books = openRoleBooks();
    let whole: Book = emptyBook;
    for (const [i, entry] of entries.entries()) {
      if (i >= asked) for (const role of ROLES) books.of(role, entries.slice(0, i), whole);
      const after = fold([entry], whole);
      books.take([entry], whole, after);
      whole = after;
      for (const role of ROLES) {
        if (i < asked) continue;
        const expected = { ...fold(seenBy(role, entries.slice(0, i + 1))), seq: i + 1 };
        assert.deepEqual(books.of(role, entries.slice(0, i + 1), whole), expected, `${role} after ${i + 1}`);
      }
    }
  }
});

test('who sees everything shares the whole book, who does not has one of his own', () => {
  const books = openRoleBooks();
  const whole = fold(entries);
  assert.equal(books.of('owner', entries, whole), whole);
  const viewers = books.of('viewer', entries, whole);
  assert.equal(viewers.priority.get('r_a')!.budgetMinor, null);
  assert.equal(whole.priority.get('r_a')!.budgetMinor, 1000);
});
