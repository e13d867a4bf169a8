import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyBook, type Book, type Command } from '../../domain/book.ts';
import { decideBatch } from '../../domain/decide.ts';
import { LINKS } from '../thread/links.ts';
import type { Behind, HomeFacts } from './home.ts';
import { homePage } from './page.ts';

const after = (book: Book, at: string, ...commands: Command[]): Book => {
  const decided = decideBatch(book, commands, { by: 'p_ines', at: `${at}T09:00:00.000Z` });
  assert.ok(decided.ok, JSON.stringify(decided));
  return decided.value.book;
};
const add = (id: `u_${string}`, name: string, target: number): Command => ({
  type: 'outcome/add',
  id,
  objective: 'o_1',
  owner: null,
  name,
  metric: { kind: 'measured', measure: 'opportunities-opened', unit: 'count' },
  from: '2026-04-01',
  due: '2026-06-30',
  baseline: null,
  target,
});
const book = after(
  emptyBook,
  '2026-03-01',
  {
    type: 'company/found',
    name: 'Lademar',
    currency: 'EUR',
    zone: 'Europe/Amsterdam',
    fiscal: { startMonth: 1, pattern: 'calendar' },
    seats: ['marketing', 'ceo'],
  },
  { type: 'objective/set', id: 'o_1', statement: 'Win mid-size shippers', due: '2026-12-31', owner: null },
  add('u_1', 'Opportunities', 40),
  add('u_2', 'Meetings', 30),
);
const behind: Behind = { asOf: '2026-05-12', loads: [1], definition: 'Counted.', coverage: null, findings: [], rows: [] };
const facts = (...values: (number | null)[]): HomeFacts => ({
  period: '2026-Q2',
  asOf: '2026-05-12',
  loadedAt: null,
  loads: [],
  outcomes: values.map((value, i) => ({
    id: `u_${i + 1}`,
    value,
    why: value === null ? 'Not known: nothing is loaded.' : null,
    asOf: '2026-05-12',
    behind,
  })),
  strip: LINKS.map((link) => ({ link, n: 0, effortDays: null, money: null, gaps: [], why: null, behind })),
  won: null,
});
const said = (b: Book, f: HomeFacts): string =>
  homePage(b, f, '2026-05-12')
    .verdict.parts.map((p) => p.text)
    .join('');

describe('the answer of Home', () => {
  test('yes, where all keep pace', () => assert.equal(said(book, facts(20, 15)), 'Yes. Both outcomes keep an even pace to their targets.'));
  test('nearly, where half of them do, and which one does not', () =>
    assert.equal(said(book, facts(20, 4)), 'Nearly. One of two outcomes keeps an even pace to its target; Meetings is 26 short.'));
  test('no, where fewer do', () =>
    assert.equal(said(book, facts(2, 4)), 'No. Neither outcome keeps an even pace; Opportunities is 38 short, Meetings is 26 short.'));
  test('reached counts for more than pace', () =>
    assert.equal(said(book, facts(44, 31)), 'Yes. Both outcomes have reached their targets.'));
  test('too early, where nothing is known', () =>
    assert.equal(said(book, facts(null, null)), 'Too early to say. No value is known yet for both outcomes.'));
  test('too early, where nothing was named', () => assert.match(said(emptyBook, facts()), /^Too early to say\. No outcome is named/));
});

describe('what was agreed', () => {
  const proposed = after(book, '2026-03-20', {
    type: 'guidepoint/propose',
    period: '2026-Q2',
    statement: 'Shippers come to us.',
    outcomes: ['u_1'],
    seats: ['ceo', 'marketing'],
  });
  test('only the outcomes of the Guidepoint stand on Home', () =>
    assert.deepEqual(
      homePage(proposed, facts(20, 15), '2026-05-12').stands.map((s) => s.outcome.id),
      ['u_1'],
    ));
  test('missing signatures are named', () =>
    assert.equal(
      homePage(proposed, facts(20, 15), '2026-05-12').agreed.line,
      'Guidepoint for Q2 2026. Nobody has signed; missing: CEO and Marketing.',
    ));
  test('signed by all, it is locked', () => {
    const signed = after(
      proposed,
      '2026-03-27',
      { type: 'guidepoint/sign', period: '2026-Q2', version: 1, seat: 'ceo' },
      { type: 'guidepoint/sign', period: '2026-Q2', version: 1, seat: 'marketing' },
    );
    const { agreed } = homePage(signed, facts(20, 15), '2026-05-12');
    assert.ok(agreed.locked);
    assert.equal(agreed.line, 'Guidepoint for Q2 2026. Agreed on 27 Mar by CEO and Marketing. Locked, unchanged since.');
  });
});

test('half unknown is no answer', () =>
  assert.equal(said(book, facts(4, null)), 'Too early to say. One of two outcomes is not known; Opportunities is 36 short.'));
