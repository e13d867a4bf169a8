/** The cascade: from vision and mission through objectives and outcomes to the priorities that serve them, with its breaks. */
import type { Book } from '../../domain/book.ts';
import type { Priority } from '../../domain/blueprint/priority.ts';
import type { Item } from '../../domain/backlog/item.ts';
import { worded, type Worded } from '../../domain/strategy/direction.ts';
import type { Objective } from '../../domain/strategy/objective.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { Day } from '../../kernel/day.ts';
import { CALENDAR_YEAR, quarterOf, type Fiscal } from '../../kernel/fiscal.ts';

/** An outcome without a priority, or with priorities that nobody works for. */
export type Starving = 'no-priority' | 'no-work' | null;
export type CascadeOutcome = { readonly outcome: Outcome; readonly priorities: readonly Priority[]; readonly starving: Starving };
export type CascadeObjective = { readonly objective: Objective; readonly year: string; readonly outcomes: readonly CascadeOutcome[] };
export type Cascade = {
  readonly vision: Worded | null;
  readonly mission: Worded | null;
  readonly objectives: readonly CascadeObjective[];
  /** Priorities that serve no outcome that stands. */
  readonly adrift: readonly Priority[];
  /** Open work items without a priority and without a justification. */
  readonly orphans: readonly Item[];
};

/** The fiscal year an objective belongs to: the one that holds its date. */
export const yearOf = (fiscal: Fiscal, day: Day): string => quarterOf(fiscal, day).id.slice(0, 4);

/** What runs today or begins later; what is over stands in the history. */
export const cascadeOf = (book: Book, today: Day): Cascade => {
  const fiscal = book.company.get('company')?.fiscal ?? CALENDAR_YEAR;
  const running = [...book.outcome.values()].filter((o) => !o.retired && o.due >= today);
  const priorities = [...book.priority.values()].filter((p) => !p.retired && p.to >= today);
  const items = [...book.item.values()].filter((i) => !i.retired);
  const worked = new Set(items.map((i) => i.priority));
  const ofOutcome = (outcome: Outcome): CascadeOutcome => {
    const serving = priorities.filter((p) => p.outcomes.includes(outcome.id));
    const starving = serving.length === 0 ? 'no-priority' : serving.some((p) => worked.has(p.id)) ? null : 'no-work';
    return { outcome, priorities: serving, starving };
  };
  return {
    vision: worded(book, 'vision'),
    mission: worded(book, 'mission'),
    objectives: [...book.objective.values()]
      .filter((o) => !o.retired)
      .toSorted((a, b) => a.due.localeCompare(b.due))
      .map((objective) => ({
        objective,
        year: yearOf(fiscal, objective.due),
        outcomes: running.filter((o) => o.objective === objective.id).map(ofOutcome),
      })),
    adrift: priorities.filter((p) => !p.outcomes.some((id) => running.some((o) => o.id === id))),
    orphans: items.filter((i) => !i.finishedOn && i.priority === null && i.foundational === null),
  };
};

export type Gap = {
  readonly kind: 'starved' | 'orphan' | 'adrift' | 'bare';
  readonly name: string;
  readonly why: string;
  /** Person-days of the work; null where it has no size. */
  readonly days: number | null;
  readonly href: string;
};

/** Every break of the cascade: outcomes without work, work without an outcome, objectives nobody measures. */
export const gapsOf = ({ objectives, adrift, orphans }: Cascade): Gap[] => [
  ...objectives.flatMap(({ objective, outcomes }): Gap[] =>
    outcomes.length > 0
      ? outcomes.flatMap(({ outcome, starving }) =>
          starving === null
            ? []
            : [
                {
                  kind: 'starved',
                  name: outcome.name,
                  why: starving === 'no-priority' ? 'no priority serves it' : 'its priorities have no work item',
                  days: null,
                  href: `/agree/outcomes/${outcome.id}`,
                },
              ],
        )
      : [
          {
            kind: 'bare',
            name: objective.statement,
            why: 'no outcome runs that makes it measurable',
            days: null,
            href: `/agree/strategy/${objective.id}`,
          },
        ],
  ),
  ...adrift.map((p): Gap => ({
    kind: 'adrift',
    name: p.title,
    why: 'serves no outcome that runs',
    days: p.effortDays,
    href: `/work/priorities/${p.id}`,
  })),
  ...orphans.map((i): Gap => ({
    kind: 'orphan',
    name: `${i.ref} ${i.title}`,
    why: 'has no priority and no justification',
    days: i.sizeDays,
    href: `/work/backlog/${i.id}`,
  })),
];
