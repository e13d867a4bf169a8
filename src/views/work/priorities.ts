/** Priorities of one quarter: what each serves, what it takes, and what stands under it. */
import { current } from '../../domain/guidepoint/guidepoint.ts';
import { MOSCOW, type Priority } from '../../domain/blueprint/priority.ts';
import type { Book } from '../../domain/book.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { Currency } from '../../kernel/money.ts';
import { capital, days, list, moneyShort, plural, quarterWords } from '../words/format.ts';

export type PriorityRow = {
  readonly priority: Priority;
  readonly outcomes: readonly Outcome[];
  readonly items: number;
  readonly campaigns: number;
  readonly finished: number;
};
export type Priorities = {
  readonly rows: readonly PriorityRow[];
  readonly dropped: readonly Priority[];
  readonly title: string;
  readonly scope: string;
  readonly starved: readonly string[];
};

/** The priorities of a period, Must first, with what is missing. */
export const priorities = (book: Book, period: string): Priorities => {
  const all = [...book.priority.values()].filter((p) => p.period === period);
  const rows = all
    .filter((p) => !p.retired)
    .toSorted((a, b) => MOSCOW.indexOf(a.moscow) - MOSCOW.indexOf(b.moscow) || a.from.localeCompare(b.from))
    .map((priority): PriorityRow => {
      const items = [...book.item.values()].filter((i) => i.priority === priority.id && !i.retired);
      const ids = new Set(items.map((i) => i.id));
      return {
        priority,
        outcomes: priority.outcomes.flatMap((id) => book.outcome.get(id) ?? []),
        items: items.length,
        finished: items.filter((i) => i.finishedOn).length,
        campaigns: [...book.campaign.values()].filter((c) => c.item && ids.has(c.item) && !c.retired).length,
      };
    });
  const guidepoint = book.guidepoint.get(period);
  const served = new Set(rows.filter((r) => r.priority.moscow !== 'wont').flatMap((r) => r.priority.outcomes));
  const starved = guidepoint
    ? current(guidepoint)
        .outcomes.filter((o) => !served.has(o.outcome))
        .map((o) => o.name)
    : [];
  return {
    rows,
    dropped: all.filter((p) => p.retired),
    starved,
    ...findingOf(rows, starved, period, book.company.get('company')?.currency ?? null),
  };
};

const findingOf = (
  rows: readonly PriorityRow[],
  starved: readonly string[],
  period: string,
  currency: Currency | null,
): { readonly title: string; readonly scope: string } => {
  if (rows.length === 0)
    return {
      title: `No priority is planned for ${quarterWords(period)} yet.`,
      scope: 'Three to six priorities, never tasks, each tied to an outcome of the Guidepoint.',
    };
  const aimless = rows.filter((r) => r.outcomes.length === 0).length;
  const planned = rows.filter((r) => r.priority.moscow !== 'wont');
  const effort = planned.reduce((sum, r) => sum + r.priority.effortDays, 0);
  const money = planned.reduce((sum, r) => sum + (r.priority.budgetMinor ?? 0), 0);
  return {
    title: `${capital(plural(rows.length, 'priority', 'priorities'))} for ${quarterWords(period)}; ${starved.length > 0 ? `nothing is planned for ${list(starved)}` : aimless > 0 ? `${plural(aimless, 'serves', 'serve')} no outcome` : 'every outcome of the Guidepoint has work'}.`,
    scope: `${days(effort)} of effort and ${moneyShort({ minor: money, currency })} planned.`,
  };
};
