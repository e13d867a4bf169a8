/** What a budget line becomes by what happened to it. */
import type { BudgetId } from '../../kernel/ids.ts';
import type { Decider } from '../decider.ts';
import type { BudgetCommand, BudgetEvent, BudgetRefusal, MonthPlan } from './budget.ts';
import { decideBudget } from './decide-budget.ts';
import type { BudgetLine, ByMonth, CapacityBook, Transfer } from './line.ts';

const planned = (plan: ByMonth, months: readonly MonthPlan[]): ByMonth => ({
  ...plan,
  ...Object.fromEntries(months.map(({ month, minor }) => [month, minor])),
});
const moved = (line: BudgetLine, transfer: Transfer): BudgetLine => ({
  ...line,
  plan: { ...line.plan, [transfer.month]: (line.plan[transfer.month] ?? 0) + transfer.minor },
  transfers: [...line.transfers, transfer],
});
const without = (months: ByMonth, gone: string): ByMonth => Object.fromEntries(Object.entries(months).filter(([month]) => month !== gone));

export const budget: Decider<BudgetId, BudgetLine, BudgetCommand, BudgetEvent, BudgetRefusal, CapacityBook> = {
  keyOf: (message) => message.id,
  decide: decideBudget,
  evolve: {
    'budget/opened': (_, { type: _type, months, ...opened }) => ({
      ...opened,
      plan: planned({}, months),
      forecast: {},
      commitments: [],
      entries: [],
      transfers: [],
      retired: null,
    }),
    'budget/renamed': (b, { name }) => ({ ...b!, name }),
    'budget/handed-over': (b, { owner }) => ({ ...b!, owner }),
    'budget/tied': (b, { purpose, takesSpend }) => ({ ...b!, purpose, takesSpend }),
    'budget/planned': (b, { months }) => ({ ...b!, plan: planned(b!.plan, months) }),
    'budget/forecast-given': (b, { month, minor }) => ({
      ...b!,
      forecast: minor === null ? without(b!.forecast, month) : { ...b!.forecast, [month]: minor },
    }),
    'budget/committed': (b, { commitment: id, what, on, due, minor }) => ({
      ...b!,
      commitments: [...b!.commitments, { id, what, on, due, minor, releases: [] }],
    }),
    'budget/released': (b, { commitment, on, minor, why }) => ({
      ...b!,
      commitments: b!.commitments.map((c) => (c.id === commitment ? { ...c, releases: [...c.releases, { on, minor, why }] } : c)),
    }),
    'budget/recorded': (b, { entry: id, on, what, ref, minor, paid, commitment }) => ({
      ...b!,
      entries: [...b!.entries, { id, on, what, ref, minor, paid, commitment, struck: null }],
    }),
    'budget/struck': (b, { entry, why }) => ({ ...b!, entries: b!.entries.map((e) => (e.id === entry ? { ...e, struck: why } : e)) }),
    'budget/gave': (b, { to, on, month, minor, why }) => moved(b!, { on, other: to, month, minor: -minor, why }),
    'budget/received': (b, { from, on, month, minor, why }) => moved(b!, { on, other: from, month, minor, why }),
    'budget/closed': (b, { why }) => ({ ...b!, retired: { why } }),
  },
};
