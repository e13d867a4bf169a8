/** The roadmap: priorities across quarters with their milestones and owners, and the money of each quarter, on one page. */
import { isAgreed, newest } from '../../domain/blueprint/blueprint.ts';
import { standingPlan } from '../../domain/blueprint/draft.ts';
import { minorHere } from '../../domain/blueprint/gate.ts';
import type { Book } from '../../domain/book.ts';
import type { BudgetLine } from '../../domain/capacity/line.ts';
import type { Figures } from '../../domain/capacity/figures.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import { quarterAfter, quarterNamed, type Period } from '../../kernel/fiscal.ts';
import type { PersonId, PriorityId } from '../../kernel/ids.ts';
import { capital, plural, quarterWords } from '../words/format.ts';
import { barOf, placeOf, type Bar } from './geometry.ts';
import { figuresFor, type Spend } from './spent.ts';
import { standingMilestones, type StandingMilestone } from './milestones.ts';

export type RoadmapBar = {
  readonly id: PriorityId;
  readonly title: string;
  readonly moscow: 'must' | 'should' | 'could' | 'wont';
  readonly owner: PersonId | null;
  readonly outcomes: readonly string[];
  readonly period: string;
  readonly bar: Bar;
  readonly milestones: readonly (StandingMilestone & { readonly place: number })[];
};
export type RoadmapQuarter = {
  readonly period: Period;
  readonly left: number;
  readonly width: number;
  readonly state: 'agreed' | 'waiting' | 'draft' | 'empty';
  readonly version: number | null;
  /** Plan, committed, actual, available of the quarter's budget lines in the company's currency; null where none is recorded. */
  readonly money: Figures | null;
  /** What its priorities are given. */
  readonly plannedMinor: number;
};
export type Roadmap = {
  readonly from: Day;
  readonly to: Day;
  readonly quarters: readonly RoadmapQuarter[];
  readonly bars: readonly RoadmapBar[];
  readonly today: number | null;
  /** Milestones of the shown time whose day has passed unreached. */
  readonly late: number;
  readonly title: string;
  readonly scope: string;
};

/** Quarters from `first` on, `count` of them; `spend` is imported spend, left out where it is not at hand. */
export const roadmap = (book: Book, first: string, count: number, today: Day, spend?: Spend): Roadmap => {
  const { fiscal } = book.company.get('company')!;
  const periods = Array.from({ length: count }, (_, i) => quarterAfter(fiscal, first, i).id).map((id) => quarterNamed(fiscal, id)!);
  const days = { from: periods[0]!.from, to: periods.at(-1)!.to };
  const marks = Map.groupBy(standingMilestones(book), (m) => m.priority);
  const budget: readonly BudgetLine[] = [...book.budget.values()];
  const bars: RoadmapBar[] = [];
  const quarters = periods.map((period): RoadmapQuarter => {
    const b = book.blueprint.get(period.id);
    const plan = standingPlan(book, period.id);
    for (const line of plan.lines)
      bars.push({
        id: line.id,
        title: line.title,
        moscow: line.moscow,
        owner: book.priority.get(line.id)?.owner ?? line.owner,
        outcomes: line.outcomes.map((o) => book.outcome.get(o)?.name ?? o),
        period: period.id,
        bar: barOf(days, line),
        milestones: (marks.get(line.id) ?? []).map((m) => ({ ...m, place: placeOf(days, m.day) })),
      });
    return {
      period,
      left: placeOf(days, period.from),
      width: daysBetween(period.from, period.to) / daysBetween(days.from, days.to),
      state: isAgreed(b) ? 'agreed' : newest(b) ? 'waiting' : plan.lines.length > 0 ? 'draft' : 'empty',
      version: newest(b)?.n ?? null,
      money: figuresFor(book, budget, period.id, spend),
      plannedMinor: plan.lines.reduce((sum, l) => sum + (minorHere(plan, l) ?? 0), 0),
    };
  });
  const all = bars.flatMap((b) => b.milestones);
  const late = all.filter((m) => m.reached === null && m.day < today).length;
  const ahead = all.filter((m) => m.reached === null && m.day >= today).length;
  const agreed = quarters.filter((q) => q.state === 'agreed').length;
  return {
    ...days,
    quarters,
    bars,
    today: today >= days.from && today < days.to ? placeOf(days, today) : null,
    late,
    title:
      bars.length === 0
        ? 'Nothing is planned for these quarters yet.'
        : `${capital(plural(ahead, 'milestone'))} ${ahead === 1 ? 'lies' : 'lie'} ahead; ${late === 0 ? 'none is late' : `${plural(late, 'is', 'are')} late`}.`,
    scope: `${quarterWords(first)} to ${quarterWords(periods.at(-1)!.id)}: ${plural(bars.length, 'priority', 'priorities')}, ${agreed === 0 ? 'no quarter' : plural(agreed, 'quarter')} agreed.`,
  };
};
