import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyBook, type Book, type Command } from '../../domain/book.ts';
import { decideBatch } from '../../domain/decide.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { decisionsFor, waitingForOthers } from './decisions.ts';

const INES = 'p_ines';
const TOM = 'p_tom';
const nameOf = (id: PersonId | null): string => (id === INES ? 'Ines Varga' : id === TOM ? 'Tom Okafor' : 'nobody');
const after = (book: Book, by: PersonId, at: string, ...commands: Command[]): Book => {
  const decided = decideBatch(book, commands, { by, at: `${at}T09:00:00.000Z` });
  assert.ok(decided.ok, JSON.stringify(decided));
  return decided.value.book;
};
const founded = after(
  emptyBook,
  INES,
  '2026-03-01',
  {
    type: 'company/found',
    name: 'Lademar',
    currency: 'EUR',
    zone: 'Europe/Amsterdam',
    fiscal: { startMonth: 1, pattern: 'calendar' },
    seats: ['marketing'],
  },
  { type: 'company/add-member', person: TOM, role: 'stakeholder', seats: ['ceo'] },
  { type: 'objective/set', id: 'o_1', statement: 'Win mid-size shippers', due: '2026-12-31', owner: null },
  {
    type: 'outcome/add',
    id: 'u_1',
    objective: 'o_1',
    owner: INES,
    name: 'Expansion meetings held',
    metric: { kind: 'reported', unit: 'count' },
    from: '2026-04-01',
    due: '2026-06-30',
    baseline: 18,
    target: 30,
  },
);
const proposed = after(founded, INES, '2026-03-20', {
  type: 'guidepoint/propose',
  period: '2026-Q2',
  statement: 'Shippers come to us.',
  outcomes: ['u_1'],
  seats: ['ceo', 'marketing'],
});
const ids = (book: Book, me: PersonId, today: string) => decisionsFor({ book, me, today, nameOf }).map((d) => d.id);

describe('what waits for a person', () => {
  test('a missing signature waits for him who holds the seat', () => {
    assert.ok(ids(proposed, TOM, '2026-03-21').includes('sign:2026-Q2:1'));
    const signed = after(proposed, TOM, '2026-03-22', { type: 'guidepoint/sign', period: '2026-Q2', version: 1, seat: 'ceo' });
    assert.ok(!ids(signed, TOM, '2026-03-23').includes('sign:2026-Q2:1'));
    const [mine] = decisionsFor({ book: signed, me: INES, today: '2026-03-30', nameOf });
    assert.equal(mine!.text, 'One of two has signed. Yours is the last one missing, for Marketing.');
  });

  test('it is late when the quarter is a week old', () => {
    const [first] = decisionsFor({ book: proposed, me: TOM, today: '2026-04-10', nameOf });
    assert.equal(first!.state, 'off');
    assert.equal(first!.when, '3 days late');
  });

  test('a change waits for its approver, and its asker waits for him', () => {
    const locked = after(
      after(proposed, TOM, '2026-03-22', { type: 'guidepoint/sign', period: '2026-Q2', version: 1, seat: 'ceo' }),
      INES,
      '2026-03-23',
      { type: 'guidepoint/sign', period: '2026-Q2', version: 1, seat: 'marketing' },
    );
    const asked = after(locked, INES, '2026-05-10', {
      type: 'guidepoint/ask-change',
      period: '2026-Q2',
      change: 'x_1',
      reason: 'objective-changed',
      words: 'n_1',
      statement: 'Nordic shippers come to us.',
      outcomes: ['u_1'],
      terms: [],
      seats: ['ceo', 'marketing'],
      approver: TOM,
    });
    assert.ok(ids(asked, TOM, '2026-05-12').includes('approve:x_1'));
    assert.ok(waitingForOthers({ book: asked, me: INES, today: '2026-05-12', nameOf }).some((d) => d.id === 'approval:x_1'));
  });

  test('an outcome is silent after a week, and never before', () => {
    assert.ok(!ids(proposed, INES, '2026-04-08').includes('check-in:u_1'));
    assert.ok(ids(proposed, INES, '2026-04-09').includes('check-in:u_1'));
    const told = after(proposed, INES, '2026-04-09', { type: 'outcome/check-in', id: 'u_1', value: 2, on: '2026-04-09', note: null });
    assert.ok(!ids(told, INES, '2026-04-16').includes('check-in:u_1'));
  });

  test('a quarter without a Guidepoint waits for a planner, not for a stakeholder', () => {
    assert.ok(ids(founded, INES, '2026-04-01').includes('draft:2026-Q2'));
    assert.deepEqual(ids(founded, TOM, '2026-04-01'), []);
    assert.ok(ids(proposed, INES, '2026-06-15').includes('draft:2026-Q3'));
    assert.ok(!ids(proposed, INES, '2026-05-15').includes('draft:2026-Q3'));
  });
});
