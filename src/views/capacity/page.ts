/** What the capacity page of a quarter is made of. */
import type { Absence, PersonCapacity, Team } from '../../domain/capacity/standing.ts';
import type { WorkingDay } from '../../domain/capacity/working.ts';
import type { Day } from '../../kernel/day.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Planned } from './planned.ts';

export type Week = { readonly from: Day; readonly to: Day };
export type PersonWeeks = {
  readonly person: PersonId;
  readonly record: PersonCapacity;
  readonly team: Team | null;
  /** Hours a week in force on the first day that counts; null before they begin. */
  readonly hours: number | null;
  readonly focus: number;
  /** What the calendar is called; null: Monday to Friday without holidays. */
  readonly calendar: string | null;
  readonly total: WorkingDay;
  readonly weeks: readonly WorkingDay[];
  /** Time off that touches the quarter. */
  readonly absences: readonly Absence[];
  readonly leftOn: Day | null;
};
export type SkillLine = {
  readonly skill: string;
  readonly days: number;
  /** Person-days that work items of this quarter's priorities ask of it; null where none is sized by skill. */
  readonly needed: number | null;
};
export type CapacityPage = {
  readonly from: Day;
  readonly to: Day;
  readonly weeks: readonly Week[];
  readonly people: readonly PersonWeeks[];
  /** null where nobody's hours are recorded. */
  readonly total: WorkingDay | null;
  readonly byWeek: readonly { readonly days: number; readonly planned: number }[];
  readonly skills: readonly SkillLine[];
  /** Days of people without a recorded skill. */
  readonly unskilled: number;
  readonly planned: Planned;
  /** Members who plan or own and for whom nobody recorded hours. */
  readonly silent: readonly PersonId[];
  readonly title: string;
  readonly scope: string;
  /** What a careful reader must know: what was assumed because nobody recorded it. */
  readonly notes: readonly string[];
};
