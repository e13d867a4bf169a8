/** In, therefore out: what each priority of an agreed Blueprint would give back if it stopped now. Never more than is unspent. */
import type { Book } from '../../domain/book.ts';
import type { Plan, PlanLine } from '../../domain/blueprint/plan.ts';
import { daysHere, minorHere } from '../../domain/blueprint/gate.ts';
import { MOSCOW } from '../../domain/blueprint/priority.ts';
import { spentOn, type Spend } from './spent.ts';

export type CouldDrop = {
  readonly line: PlanLine;
  readonly spentDays: number;
  /** null where no budget line says; then all of its money counts as given back. */
  readonly spentMinor: number | null;
  readonly freeDays: number;
  readonly freeMinor: number;
  /** Outcomes that nothing else in the plan serves. */
  readonly starves: readonly string[];
};

/** The least wanted first: Could, then Should, then Must; within a class what gives back most days. */
export const couldDrop = (book: Book, period: string, plan: Plan, spend?: Spend): CouldDrop[] =>
  plan.lines
    .map((line): CouldDrop => {
      const spent = spentOn(book, period, line, spend);
      const others = new Set(plan.lines.filter((l) => l.id !== line.id).flatMap((l) => l.outcomes));
      return {
        line,
        spentDays: spent.days,
        spentMinor: spent.minor,
        freeDays: Math.max(0, Math.round((daysHere(plan, line) - spent.days) * 10) / 10),
        freeMinor: Math.max(0, (minorHere(plan, line) ?? 0) - (spent.minor ?? 0)),
        starves: line.outcomes.filter((o) => !others.has(o)).map((o) => book.outcome.get(o)?.name ?? o),
      };
    })
    .toSorted((a, b) => MOSCOW.indexOf(b.line.moscow) - MOSCOW.indexOf(a.line.moscow) || b.freeDays - a.freeDays);
