import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import { closedHow, type Form } from './form.ts';

const make = (until: string | null, name = 'Sales'): Asked => ['p_ben', { type: 'form/make', id: 'f_a', name, until }];
const revoke: Asked = ['p_ben', { type: 'form/revoke', id: 'f_a' }];
const form = (...asked: readonly Asked[]): Form => given(...FOUNDED, ...asked).form.get('f_a')!;

test('a form has a name, and an end that is not over yet or none', () => {
  deepEqual(when(given(...FOUNDED), make('2026-02-03')), {
    events: [{ type: 'form/made', id: 'f_a', name: 'Sales', until: '2026-02-03' }],
  });
  deepEqual(when(given(...FOUNDED), make('2026-02-02')), { refused: { code: 'not-later', until: '2026-02-02' } });
  deepEqual(when(given(...FOUNDED), make(null, ' ')), { refused: { code: 'empty', field: 'name' } });
});

test('a form is open up to and including its last day, unless it is revoked', () => {
  equal(closedHow(form(make(null)), '2099-01-01'), null);
  equal(closedHow(form(make('2026-03-01')), '2026-03-01'), null);
  equal(closedHow(form(make('2026-03-01')), '2026-03-02'), 'expired');
  equal(closedHow(form(make('2026-03-01'), revoke), '2026-02-04'), 'revoked');
});

test('a form is revoked once, and stays known', () => {
  deepEqual(when(given(...FOUNDED, make(null), revoke), revoke), { events: [] });
  deepEqual(when(given(...FOUNDED), revoke), { refused: { code: 'not-there', thing: 'form', id: 'f_a' } });
});
