import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../../tests/support/plan.ts';
import { backlog } from './backlog.ts';

test('items stand in the agreed order, numbered from one', () => {
  const book = plan([{ type: 'backlog/place', item: 'w_orphan', before: 'w_dock' }]);
  deepEqual(
    backlog(book).rows.map((r) => [r.place, r.item.id]),
    [
      [1, 'w_orphan'],
      [2, 'w_dock'],
    ],
  );
});

test('an item that serves no outcome and is not justified is an orphan, and the title counts it', () => {
  const found = backlog(plan());
  deepEqual(
    found.rows.map((r) => r.orphan),
    [false, true],
  );
  match(found.title, /Two items stand open; one item serves no outcome\./);
});

test('a written justification takes the orphan mark away', () => {
  equal(
    backlog(plan([{ type: 'item/justify', id: 'w_orphan', foundational: 'n_why' }])).rows.some((r) => r.orphan),
    false,
  );
});

test('finished and dropped items leave the list and keep their place in the record', () => {
  const found = backlog(
    plan([
      { type: 'item/finish', id: 'w_dock', on: '2026-04-02' },
      { type: 'item/drop', id: 'w_orphan', why: 'n_why' },
    ]),
  );
  deepEqual([found.rows.length, found.done.map((r) => r.state).toSorted()], [0, ['dropped', 'finished']]);
});

test('narrowed to one priority, only its items are shown, with their place in the whole list', () => {
  deepEqual(
    backlog(plan([{ type: 'backlog/place', item: 'w_orphan', before: 'w_dock' }]), 'r_dock').rows.map((r) => r.place),
    [2],
  );
});
