/** Commands at random about money: lines, months, rates. Amounts lie where SECRET_MINOR says, so that a leak is seen. */
import type { Command } from './book.ts';
import type { BudgetLine } from './capacity/line.ts';
import type { Draw } from './random-draw.ts';

type Asked = Extract<Command, { readonly type: `${'budget' | 'month' | 'rate'}/${string}` }>;
type Makers = { readonly [T in Asked['type']]: (d: Draw) => Omit<Extract<Asked, { readonly type: T }>, 'type'> };

const line = (d: Draw): BudgetLine | undefined =>
  d.book.budget.size > 0 && !d.random.chance(0.05) ? d.random.pick([...d.book.budget.values()]) : undefined;
const id = (d: Draw) => line(d)?.id ?? 'b_none';
const amount = (d: Draw): number => d.budget() ?? 0;
const month = (d: Draw): string =>
  d.random.chance(0.05) ? d.random.pick(['2026-M13', 'May']) : `2026-M${String(d.random.whole(1, 12)).padStart(2, '0')}`;
const planned = (d: Draw, of: BudgetLine | undefined): string => {
  const months = Object.keys(of?.plan ?? {});
  return months.length > 0 && d.random.chance(0.8) ? d.random.pick(months) : month(d);
};
const commitment = (d: Draw, of: BudgetLine | undefined) =>
  of && of.commitments.length > 0 ? d.random.pick(of.commitments).id : ('g_none' as const);
const currency = (d: Draw): string => d.random.pick(['EUR', 'EUR', 'EUR', 'USD', 'euro']);
const pair = (d: Draw) =>
  d.random.pick([
    { from: 'USD', to: 'EUR' },
    { from: 'EUR', to: 'USD' },
    { from: 'EUR', to: 'EUR' },
    { from: 'USD', to: 'euro' },
  ]);
const purpose = (d: Draw) =>
  d.random.pick([null, { kind: 'priority', id: d.priority() } as const, { kind: 'campaign', id: d.campaign() } as const]);
const months = (d: Draw) => Array.from({ length: d.random.whole(0, 3) }, () => ({ month: month(d), minor: amount(d) }));

export const MONEY_MAKERS: Makers = {
  'budget/open': (d) => ({
    id: d.fresh('b'),
    name: d.text(),
    currency: currency(d),
    owner: d.nobody(),
    purpose: purpose(d),
    takesSpend: d.random.chance(0.5),
    months: months(d),
  }),
  'budget/rename': (d) => ({ id: id(d), name: d.text() }),
  'budget/hand-over': (d) => ({ id: id(d), owner: d.person() }),
  'budget/tie': (d) => ({ id: id(d), purpose: purpose(d), takesSpend: d.random.chance(0.5) }),
  'budget/plan': (d) => ({ id: id(d), months: months(d) }),
  'budget/forecast': (d) => ({ id: id(d), month: month(d), minor: d.budget() }),
  'budget/commit': (d) => ({ id: id(d), commitment: d.fresh('g'), what: d.text(), on: d.day(), due: d.day(), minor: amount(d) }),
  'budget/release': (d) => {
    const of = line(d);
    return { id: of?.id ?? 'b_none', commitment: commitment(d, of), on: d.day(), minor: amount(d), why: d.note() };
  },
  'budget/record': (d) => {
    const of = line(d);
    return {
      id: of?.id ?? 'b_none',
      entry: d.fresh('i'),
      on: d.day(),
      what: d.text(),
      ref: d.random.chance(0.3) ? `R-${d.random.whole(0, 9)}` : null,
      minor: d.random.chance(0.1) ? -amount(d) : amount(d),
      currency: d.random.chance(0.7) ? (of?.currency ?? 'EUR') : currency(d),
      commitment: d.random.chance(0.5) ? commitment(d, of) : null,
    };
  },
  'budget/strike': (d) => {
    const of = line(d);
    return { id: of?.id ?? 'b_none', entry: of && of.entries.length > 0 ? d.random.pick(of.entries).id : 'i_none', why: d.note() };
  },
  'budget/transfer': (d) => {
    const of = line(d);
    return { id: of?.id ?? 'b_none', to: id(d), month: planned(d, of), toMonth: month(d), minor: amount(d), why: d.note() };
  },
  'budget/close': (d) => ({ id: id(d), why: d.note() }),
  'month/lock': (d) => ({ month: month(d) }),
  'month/unlock': (d) => ({ month: d.random.pick([month(d), ...d.book.month.keys()]), why: d.note() }),
  'rate/set': (d) => ({ ...pair(d), day: d.day(), rate: d.random.pick(['0.92', '1.0837', '0', '1,5']) }),
  'rate/remove': (d) => {
    const known = [...d.book.rate.values()].flatMap(({ from, to, rates }) => rates.map((r) => ({ from, to, day: r.from })));
    return known.length > 0 ? d.random.pick(known) : { ...pair(d), day: d.day() };
  },
};
