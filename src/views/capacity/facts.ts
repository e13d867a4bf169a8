/** Capacity of a quarter as it travels: what was recorded, what is planned, how full it is. */
import type { Book } from '../../domain/book.ts';
import { recordedCapacity, type RecordedCapacity } from '../../domain/capacity/recorded.ts';
import type { Day } from '../../kernel/day.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { SpendOnLines } from '../budget/spend.ts';
import { capacityPage } from './capacity.ts';
import { metersOf, type Meters } from './meters.ts';
import type { SkillLine } from './page.ts';

export type CapacityFacts = {
  readonly period: string;
  readonly asOf: Day;
  readonly title: string;
  readonly scope: string;
  readonly notes: readonly string[];
  readonly currency: Currency | null;
  /** What a gate rests on. Person-days of eight hours. */
  readonly recorded: RecordedCapacity;
  readonly meters: Meters;
  readonly skills: readonly SkillLine[];
  readonly people: readonly {
    readonly person: PersonId;
    readonly name: string;
    readonly team: string | null;
    readonly hoursAWeek: number | null;
    readonly focus: number;
    /** Person-days: paid time, then what is taken off it, then what is left. */
    readonly gross: number;
    readonly holiday: number;
    readonly off: number;
    readonly unfocused: number;
    readonly net: number;
  }[];
  readonly weeks: readonly { readonly from: Day; readonly to: Day; readonly days: number; readonly planned: number }[];
};

export const capacityFacts = (
  book: Book,
  period: string,
  today: Day,
  nameOf: (person: PersonId) => string,
  spend: SpendOnLines,
): CapacityFacts => {
  const page = capacityPage(book, period, today, nameOf);
  return {
    period,
    asOf: today,
    title: page.title,
    scope: page.scope,
    notes: page.notes,
    currency: book.company.get('company')!.currency,
    recorded: recordedCapacity(book, period),
    meters: metersOf(book, period, today, spend.byLine),
    skills: page.skills,
    people: page.people.map(({ person, team, hours, focus, total }) => ({
      person,
      name: nameOf(person),
      team: team?.name ?? null,
      hoursAWeek: hours,
      focus,
      ...total,
    })),
    weeks: page.weeks.map(({ from, to }, i) => ({ from, to, ...page.byWeek[i]! })),
  };
};
