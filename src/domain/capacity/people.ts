/**
 * What a person of the company can give: weekly hours from a day on, the share of each skill, the team, the working
 * calendar, a focus factor, and time off. Why somebody is off is nobody's business and is not recorded.
 */
import type { Day } from '../../kernel/day.ts';
import type { AbsenceId, CalendarId, PersonId, TeamId } from '../../kernel/ids.ts';
import type { Basic } from '../check.ts';
import type { Absence, SkillShare } from './standing.ts';

export type CapacityCommand =
  | { readonly type: 'capacity/set-hours'; readonly person: PersonId; readonly from: Day; readonly hours: number }
  | { readonly type: 'capacity/set-focus'; readonly person: PersonId; readonly from: Day; readonly focus: number | null }
  | { readonly type: 'capacity/name-skills'; readonly person: PersonId; readonly skills: readonly SkillShare[] }
  | { readonly type: 'capacity/join-team'; readonly person: PersonId; readonly team: TeamId | null }
  | { readonly type: 'capacity/follow-calendar'; readonly person: PersonId; readonly calendar: CalendarId | null }
  | ({ readonly type: 'capacity/take-off'; readonly person: PersonId } & Absence)
  | { readonly type: 'capacity/cancel-off'; readonly person: PersonId; readonly id: AbsenceId };

export type CapacityEvent =
  | { readonly type: 'capacity/hours-set'; readonly person: PersonId; readonly from: Day; readonly hours: number }
  | { readonly type: 'capacity/focus-set'; readonly person: PersonId; readonly from: Day; readonly focus: number | null }
  | { readonly type: 'capacity/skills-named'; readonly person: PersonId; readonly skills: readonly SkillShare[] }
  | { readonly type: 'capacity/team-joined'; readonly person: PersonId; readonly team: TeamId | null }
  | { readonly type: 'capacity/calendar-followed'; readonly person: PersonId; readonly calendar: CalendarId | null }
  | ({ readonly type: 'capacity/time-off-taken'; readonly person: PersonId } & Absence)
  | { readonly type: 'capacity/time-off-cancelled'; readonly person: PersonId; readonly id: AbsenceId };

export type CapacityRefusal =
  | Basic
  | { readonly code: 'hours-out-of-range' | 'focus-out-of-range' | 'shares-not-whole' }
  | { readonly code: 'skill-twice'; readonly skill: string };
