import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { AIMS, FOUNDED, given, type Asked } from '../../domain/given.ts';
import type { ExpectationId } from '../../kernel/ids.ts';
import { promisedIn } from './promised.ts';

const propose = (id: ExpectationId, due: string): Asked => [
  'p_ben',
  {
    type: 'expectation/propose',
    id,
    statement: 'Sales calls every lead',
    due,
    promises: { seat: 'sales', person: null },
    expects: { seat: 'marketing', person: null },
    about: [],
  },
];
const signed = (id: ExpectationId): Asked[] => [
  ['p_caro', { type: 'expectation/sign', id, revision: 1, side: 'promises' }],
  ['p_ben', { type: 'expectation/sign', id, revision: 1, side: 'expects' }],
];

test('a period shows what both signed and what falls due in it, soonest first', () => {
  const book = given(
    ...FOUNDED,
    ...AIMS,
    propose('e_last', '2026-06-30'),
    propose('e_first', '2026-04-01'),
    propose('e_next', '2026-07-01'),
    propose('e_open', '2026-05-01'),
    ...(['e_last', 'e_first', 'e_next'] as const).flatMap(signed),
  );
  const shown = (period: string): string[] => promisedIn(book, period, '2026-05-12').map(({ expectation }) => expectation.id);
  deepEqual(shown('2026-Q2'), ['e_first', 'e_last']);
  deepEqual(shown('2026-Q3'), ['e_next']);
  deepEqual(shown('2026-Q4'), []);
});
