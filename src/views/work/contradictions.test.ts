import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../../tests/support/plan.ts';
import { backlog, orderOf } from './backlog.ts';
import { contradictionFinding, contradictions, contradictionWords } from './contradictions.ts';

const book = plan([{ type: 'item/depend', id: 'w_dock', needs: 'w_orphan' }]);

test('an item before what it needs is named with the place of what it needs', () => {
  const order = orderOf(book);
  deepEqual(contradictions(book, order), [{ item: 'w_dock', needs: 'w_orphan' }]);
  const { ref, title } = book.item.get('w_orphan')!;
  equal(contradictionWords(book, order).get('w_dock'), `Needs ${ref} “${title}” at place 2 finished first, and stands before it.`);
  equal(backlog(book).scope.endsWith('One item stands before what it needs.'), true);
});

test('the other way round, or with what is needed finished, nothing is said', () => {
  deepEqual(contradictions(book, orderOf(book).toReversed()), []);
  const done = plan([
    { type: 'item/depend', id: 'w_dock', needs: 'w_orphan' },
    { type: 'item/finish', id: 'w_orphan', on: '2026-04-02' },
  ]);
  equal(contradictionWords(done, orderOf(done)).size, 0);
  equal(contradictionFinding(0), null);
});
