/** What stands about people and their time: working calendars, teams, and what each person can give. */
import type { Day } from '../../kernel/day.ts';
import type { AbsenceId, CalendarId, NoteId, PersonId, TeamId } from '../../kernel/ids.ts';
import type { GuidepointBook } from '../guidepoint/guidepoint.ts';
import type { Dated } from './dated.ts';

export type Holiday = { readonly day: Day; readonly name: string };

export type Calendar = {
  readonly id: CalendarId;
  readonly name: string;
  /** Monday 1 to Sunday 7, in this order, at least one. */
  readonly weekdays: readonly number[];
  /** In the order of days, each day once. */
  readonly holidays: readonly Holiday[];
  readonly retired: { readonly why: NoteId } | null;
};

export type Team = {
  readonly id: TeamId;
  readonly name: string;
  readonly calendar: CalendarId | null;
  /** Share of the working time that goes into planned work, 0 to 1, from a day on. */
  readonly focus: readonly Dated<number>[];
  readonly retired: { readonly why: NoteId } | null;
};

/** How much of a person's time goes into a skill, in whole percent; the shares of a person sum to 100. */
export type SkillShare = { readonly skill: string; readonly share: number };

/** Time off from a day to a day, both included; the first from noon on, or the last until noon, where half. */
export type Absence = {
  readonly id: AbsenceId;
  readonly from: Day;
  readonly to: Day;
  readonly halfFirst: boolean;
  readonly halfLast: boolean;
};

export type PersonCapacity = {
  readonly person: PersonId;
  readonly team: TeamId | null;
  /** null: the team's, and without one Monday to Friday. */
  readonly calendar: CalendarId | null;
  readonly skills: readonly SkillShare[];
  /** Hours a week, from a day on. */
  readonly hours: readonly Dated<number>[];
  /** A focus factor of his own from a day on; null: again the team's. */
  readonly focus: readonly Dated<number | null>[];
  /** In the order of days. */
  readonly absences: readonly Absence[];
};

export type PeopleBook = GuidepointBook & {
  readonly calendar: ReadonlyMap<CalendarId, Calendar>;
  readonly team: ReadonlyMap<TeamId, Team>;
  readonly capacity: ReadonlyMap<PersonId, PersonCapacity>;
};
