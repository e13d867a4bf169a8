/** What holds of money whatever people do with it: properties over journals grown from random commands about budgets. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { monthsOfYear } from '../../kernel/fiscal-month.ts';
import { splitMinor } from '../../kernel/money.ts';
import type { Book, Command } from '../book.ts';
import { decideBatch } from '../decide.ts';
import { FOUNDED, given, minute } from '../given.ts';
import { figuresByMonth, figuresOver, NO_FIGURES, plusFigures, type Figures } from './figures.ts';
import { isMonthLocked, openOf, type BudgetLine } from './line.ts';
import { recordedMoney } from './recorded-money.ts';

const FISCAL = { startMonth: 1, pattern: 'calendar' } as const;
const MONTHS = monthsOfYear(FISCAL, 2026).map(({ id }) => id);

/** Two lines in euro, one in dollars, and a rate from April on. */
const START = given(
  ...FOUNDED,
  ...(['b_1', 'b_2', 'b_3'] as const).map(
    (id, i) =>
      [
        'p_ben',
        { type: 'budget/open', id, name: id, currency: i === 2 ? 'USD' : 'EUR', owner: null, purpose: null, takesSpend: false, months: [] },
      ] as const,
  ),
  ['p_ben', { type: 'rate/set', from: 'USD', to: 'EUR', day: '2026-04-01', rate: '0.9231' }],
);

const line = fc.constantFrom('b_1', 'b_2', 'b_3') as fc.Arbitrary<`b_${string}`>;
const month = fc.constantFrom(...MONTHS);
const minor = fc.integer({ min: 0, max: 5_000_00 });
const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([m, d]) => `2026-${two(m)}-${two(d)}`);
const two = (n: number): string => String(n).padStart(2, '0');
const nth = fc.nat(5);

/** One edit, made against the book as it stands: which commitment or entry it means is found there. */
type Edit = (book: Book, n: number) => Command;
const at = <T>(list: readonly T[], i: number): T | undefined => list[i % Math.max(1, list.length)];
const lineOf = (book: Book, id: `b_${string}`): BudgetLine => book.budget.get(id)!;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(line, fc.array(fc.record({ month, minor }), { maxLength: 3 })).map(([id, months]): Edit => () => ({
    type: 'budget/plan',
    id,
    months,
  })),
  fc.tuple(line, day, minor).map(([id, due, amount]): Edit => (_, n) => ({
    type: 'budget/commit',
    id,
    commitment: `g_${n}`,
    what: 'x',
    on: due,
    due,
    minor: amount,
  })),
  fc
    .tuple(line, nth, day, fc.integer({ min: -1_000_00, max: 3_000_00 }), fc.constantFrom('EUR', 'USD'), fc.boolean())
    .map(([id, i, on, amount, currency, pays]): Edit => (book, n) => {
      const commitment = pays ? (at(lineOf(book, id).commitments, i)?.id ?? null) : null;
      return {
        type: 'budget/record',
        id,
        entry: `i_${n}`,
        on,
        what: 'x',
        ref: n % 7 === 0 ? 'R' : null,
        minor: amount,
        currency,
        commitment,
      };
    }),
  fc.tuple(line, nth, day, minor).map(([id, i, on, amount]): Edit => (book) => ({
    type: 'budget/release',
    id,
    commitment: at(lineOf(book, id).commitments, i)?.id ?? 'g_none',
    on,
    minor: amount,
    why: 'n_w',
  })),
  fc.tuple(line, nth).map(([id, i]): Edit => (book) => ({
    type: 'budget/strike',
    id,
    entry: at(lineOf(book, id).entries, i)?.id ?? 'i_none',
    why: 'n_w',
  })),
  fc.tuple(line, line, month, month, minor).map(([id, to, from, toMonth, amount]): Edit => () => ({
    type: 'budget/transfer',
    id,
    to,
    month: from,
    toMonth,
    minor: amount,
    why: 'n_w',
  })),
  fc.tuple(line, month, fc.option(minor)).map(([id, of, amount]): Edit => () => ({
    type: 'budget/forecast',
    id,
    month: of,
    minor: amount,
  })),
  month.map((of): Edit => () => ({ type: 'month/lock', month: of })),
  month.map((of): Edit => () => ({ type: 'month/unlock', month: of, why: 'n_w' })),
  line.map((id): Edit => () => ({ type: 'budget/close', id, why: 'n_w' })),
);

/** Runs the edits; `seen` looks at every one that was granted, with the books before and after it. */
const run = (edits: readonly Edit[], seen: (before: Book, command: Command, after: Book) => void): Book => {
  let book: Book = START;
  edits.forEach((make, n) => {
    const command = make(book, n);
    const decided = decideBatch(book, [command], { by: command.type.startsWith('month/') ? 'p_dirk' : 'p_ben', at: minute(n) });
    if (!decided.ok) return;
    seen(book, command, decided.value.book);
    book = decided.value.book;
  });
  return book;
};
const holds = (seen: (before: Book, command: Command, after: Book) => void): void =>
  fc.assert(
    fc.property(fc.array(edit, { minLength: 10, maxLength: 60, size: 'max' }), (edits) => {
      run(edits, seen);
    }),
    { numRuns: 300 },
  );
const year = (book: Book, id: `b_${string}`): Figures => figuresOver(figuresByMonth(book, lineOf(book, id)), MONTHS);
const ids = ['b_1', 'b_2', 'b_3'] as const;

test('available is plan less committed less actual, in every month, in the year, and counted from the events alone', () => {
  holds((_, __, book) => {
    for (const id of ids) {
      const { plan, commitments, entries } = lineOf(book, id);
      const byMonth = figuresByMonth(book, lineOf(book, id));
      for (const f of byMonth.values()) equal(f.available, f.plan - f.committed - f.actual);
      const whole = [...byMonth.values()].reduce(plusFigures, NO_FIGURES);
      equal(
        whole.plan,
        Object.values(plan).reduce((sum, m) => sum + m, 0),
      );
      equal(
        whole.actual,
        entries.filter((e) => e.struck === null).reduce((sum, e) => sum + e.minor, 0),
      );
      equal(
        whole.committed,
        commitments.reduce((sum, c) => sum + openOf(lineOf(book, id), c), 0),
      );
      equal(whole.available, whole.plan - whole.committed - whole.actual);
      for (const f of Object.values(whole)) ok(Number.isSafeInteger(f));
    }
  });
});

test('no plan is ever below 0, and a transfer conserves the sum', () => {
  holds((before, command, after) => {
    const planned = (book: Book): number => ids.reduce((sum, id) => sum + year(book, id).plan, 0);
    for (const id of ids) ok(Object.values(lineOf(after, id).plan).every((m) => m >= 0));
    if (command.type === 'budget/transfer') equal(planned(after), planned(before));
    if (command.type === 'budget/transfer')
      equal(
        ids.flatMap((id) => lineOf(after, id).transfers).reduce((sum, t) => sum + t.minor, 0),
        0,
      );
  });
});

test('what turns from committed into actual is counted once', () => {
  holds((before, command, after) => {
    if (command.type !== 'budget/record') return;
    const entry = lineOf(after, command.id).entries.at(-1)!;
    const paid = lineOf(before, command.id).commitments.find((c) => c.id === command.commitment);
    const [was, is] = [wholeOf(before, command.id), wholeOf(after, command.id)];
    equal(is.actual - was.actual, entry.minor);
    if (!paid) return equal(is.committed, was.committed);
    const [openWas, openIs] = [openOf(lineOf(before, command.id), paid), openOf(lineOf(after, command.id), paid)];
    ok(openIs >= 0 && openIs <= paid.minor);
    equal(is.committed - was.committed, openIs - openWas);
    // An invoice that the commitment covers changes nothing that is available.
    if (entry.minor >= 0 && entry.minor <= openWas && lineOf(before, command.id).entries.every((e) => e.minor >= 0))
      equal(is.available, was.available);
  });
});
const wholeOf = (book: Book, id: `b_${string}`): Figures =>
  [...figuresByMonth(book, lineOf(book, id)).values()].reduce(plusFigures, NO_FIGURES);

test('a month whose books are closed keeps its plan, its forecast and what was spent, and nothing open stands in it', () => {
  holds((before, command, after) => {
    for (const closed of MONTHS.filter((m) => isMonthLocked(before, m) && isMonthLocked(after, m))) {
      for (const id of ids) {
        const [was, is] = [before, after].map((book) => figuresByMonth(book, lineOf(book, id)).get(closed) ?? NO_FIGURES);
        deepEqual([is!.plan, is!.actual], [was!.plan, was!.actual], command.type);
        equal(lineOf(after, id).forecast[closed], lineOf(before, id).forecast[closed]);
        equal(is!.committed, 0);
      }
    }
  });
});

test('closing the books moves what is open to a later month and changes no sum of the line', () => {
  holds((before, command, after) => {
    if (!command.type.startsWith('month/')) return;
    for (const id of ids) deepEqual(wholeOf(after, id), wholeOf(before, id));
  });
});

test('plan in the company’s currency is the exact sum of its lines, and unknown where a rate is missing', () => {
  holds((_, __, book) => {
    for (const [quarter, months] of [
      ['2026-Q1', MONTHS.slice(0, 3)],
      ['2026-Q2', MONTHS.slice(3, 6)],
    ] as const) {
      const { minor: found, without } = recordedMoney(book, quarter);
      const standing = ids.map((id) => lineOf(book, id)).filter((l) => !l.retired);
      const dollars = standing.find((l) => l.currency === 'USD');
      const plans = (l: BudgetLine): number[] => months.flatMap((m) => (l.plan[m] === undefined ? [] : [l.plan[m]]));
      const missing = quarter === '2026-Q1' && dollars !== undefined && plans(dollars).length > 0;
      deepEqual(without, missing ? ['b_3'] : []);
      const parts = standing.flatMap((l) => plans(l).map((m) => (l.currency === 'EUR' ? m : Math.floor((m * 9231 + 5000) / 10_000))));
      equal(found, missing || parts.length === 0 ? null : parts.reduce((sum, m) => sum + m, 0));
    }
  });
});

test('a plan that is spread over months by any weights sums to what was to be spread', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 1, maxLength: 12 }),
      (whole, weights) => {
        if (weights.every((w) => w === 0)) return;
        const months = splitMinor(whole, weights).map((m, i) => ({ month: MONTHS[i]!, minor: m }));
        const decided = decideBatch(START, [{ type: 'budget/plan', id: 'b_1', months }], { by: 'p_ben', at: minute(0) });
        ok(decided.ok);
        equal(year(decided.value.book, 'b_1').plan, whole);
      },
    ),
  );
});
