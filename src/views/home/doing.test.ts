import { deepEqual, equal } from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideBatch } from '../../domain/decide.ts';
import { emptyBook, type Book, type Command } from '../../domain/book.ts';
import { doingPart } from './doing.ts';

const after = (book: Book, ...commands: Command[]): Book => {
  const decided = decideBatch(book, commands, { by: 'p_ines', at: '2026-03-20T09:00:00.000Z' });
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return decided.value.book;
};
const founded = after(emptyBook, {
  type: 'company/found',
  name: 'Lademar',
  currency: 'EUR',
  zone: 'Europe/Amsterdam',
  fiscal: { startMonth: 1, pattern: 'calendar' },
  seats: ['marketing', 'ceo'],
});
const plan = (id: `r_${string}`, effortDays: number, more: Partial<Extract<Command, { type: 'priority/plan' }>> = {}): Command => ({
  type: 'priority/plan',
  id,
  period: '2026-Q2',
  owner: null,
  title: id,
  moscow: 'should',
  outcomes: [],
  effortDays,
  budgetMinor: null,
  from: '2026-04-01',
  to: '2026-05-15',
  ...more,
});
/** Five days a week of the second quarter of 2026: 65 working days, at a focus of 80 %. */
const hours: readonly Command[] = [
  { type: 'capacity/set-hours', person: 'p_ines', from: '2026-01-01', hours: 40 },
  { type: 'capacity/set-focus', person: 'p_ines', from: '2026-01-01', focus: 0.8 },
];
const said = (book: Book): string =>
  doingPart(book, '2026-Q2', '2026-05-12')
    .sentence.map(({ text }) => text)
    .join('');

describe('what we are doing and whether it fits', () => {
  test('nothing is planned', () => equal(said(founded), 'Nothing is planned for Q2 2026 yet: no priority stands in its Blueprint.'));
  test('without recorded time nobody knows', () =>
    equal(
      said(after(founded, plan('r_1', 10))),
      'One priority, in a draft that nobody has put forward. Nobody can say whether it fits: nobody has recorded how many days people have.',
    ));
  test('it fits, with what is to spare', () =>
    equal(
      said(after(founded, ...hours, plan('r_1', 20), plan('r_2', 22))),
      'Two priorities, in a draft that nobody has put forward. It fits, with 10 days to spare.',
    ));
  test('it does not, with what is missing', () =>
    equal(
      said(after(founded, ...hours, plan('r_1', 30), plan('r_2', 30))),
      'Two priorities, in a draft that nobody has put forward. It does not fit: 8 days are missing.',
    ));
  test('too much Must is said', () =>
    equal(
      said(after(founded, ...hours, plan('r_1', 40, { moscow: 'must' }))),
      'One priority, in a draft that nobody has put forward. It does not fit: Must is 8.8 days over 60 % of the recorded days.',
    ));
  test('every number in it opens', () => {
    const { sentence, people } = doingPart(after(founded, ...hours, plan('r_1', 20)), '2026-Q2', '2026-05-12');
    deepEqual(
      sentence.filter((p) => /\d/.test(p.text)).map((p) => p.opens?.things),
      [['r_1']],
    );
    deepEqual([people.used, people.of], [20, 52]);
  });
});
