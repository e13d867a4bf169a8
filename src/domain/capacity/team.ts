/** Team: people who plan together, with the calendar and the focus factor that hold for those who have none of their own. */
import type { Day } from '../../kernel/day.ts';
import type { CalendarId, NoteId, TeamId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, fresh, stands, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import { withDated } from './dated.ts';
import type { PeopleBook, Team } from './standing.ts';

export type TeamCommand =
  | { readonly type: 'team/form'; readonly id: TeamId; readonly name: string; readonly calendar: CalendarId | null }
  | { readonly type: 'team/rename'; readonly id: TeamId; readonly name: string }
  | { readonly type: 'team/follow-calendar'; readonly id: TeamId; readonly calendar: CalendarId | null }
  | { readonly type: 'team/set-focus'; readonly id: TeamId; readonly from: Day; readonly focus: number }
  | { readonly type: 'team/retire'; readonly id: TeamId; readonly why: NoteId };

export type TeamEvent =
  | { readonly type: 'team/formed'; readonly id: TeamId; readonly name: string; readonly calendar: CalendarId | null }
  | { readonly type: 'team/renamed'; readonly id: TeamId; readonly name: string }
  | { readonly type: 'team/calendar-followed'; readonly id: TeamId; readonly calendar: CalendarId | null }
  | { readonly type: 'team/focus-set'; readonly id: TeamId; readonly from: Day; readonly focus: number }
  | { readonly type: 'team/retired'; readonly id: TeamId; readonly why: NoteId };

export type TeamRefusal =
  | Basic
  | { readonly code: 'focus-out-of-range' }
  | { readonly code: 'team-has-people'; readonly id: TeamId; readonly people: number };

/** A focus factor lies between 0 (none of the time) and 1 (all of it). */
export const focusFine = (focus: number): Result<null, { readonly code: 'focus-out-of-range' }> =>
  Number.isFinite(focus) && focus >= 0 && focus <= 1 ? ok(null) : refuse({ code: 'focus-out-of-range' });

/** The calendar stands, where one is named. */
export const calendarStands = (book: PeopleBook, id: CalendarId | null): Result<null, Basic> =>
  id === null ? ok(null) : stands('calendar', id, book.calendar.get(id));

export const team: Decider<TeamId, Team, TeamCommand, TeamEvent, TeamRefusal, PeopleBook> = {
  keyOf: (message) => message.id,
  decide: {
    'team/form': (t, { id, name, calendar }, _, book) => {
      const checked = all(fresh('team', 't', id, t), text('name', name, 80), calendarStands(book, calendar));
      return checked.ok ? ok([{ type: 'team/formed', id, name: name.trim(), calendar }]) : checked;
    },
    'team/rename': (t, { id, name }) => {
      const checked = all(stands('team', id, t), text('name', name, 80));
      return checked.ok ? ok(t!.name === name.trim() ? [] : [{ type: 'team/renamed', id, name: name.trim() }]) : checked;
    },
    'team/follow-calendar': (t, { id, calendar }, _, book) => {
      const checked = all(stands('team', id, t), calendarStands(book, calendar));
      return checked.ok ? ok(t!.calendar === calendar ? [] : [{ type: 'team/calendar-followed', id, calendar }]) : checked;
    },
    'team/set-focus': (t, { id, from, focus }) => {
      const checked = all(stands('team', id, t), day('from', from));
      if (!checked.ok) return checked;
      const fine = focusFine(focus);
      return fine.ok ? ok([{ type: 'team/focus-set', id, from, focus }]) : fine;
    },
    'team/retire': (t, { id, why }, _, book) => {
      const checked = stands('team', id, t);
      if (!checked.ok) return checked;
      const people = [...book.capacity.values()].filter((p) => p.team === id).length;
      return people > 0 ? refuse({ code: 'team-has-people', id, people }) : ok([{ type: 'team/retired', id, why }]);
    },
  },
  evolve: {
    'team/formed': (_, { id, name, calendar }) => ({ id, name, calendar, focus: [], retired: null }),
    'team/renamed': (t, { name }) => ({ ...t!, name }),
    'team/calendar-followed': (t, { calendar }) => ({ ...t!, calendar }),
    'team/focus-set': (t, { from, focus }) => ({ ...t!, focus: withDated(t!.focus, from, focus) }),
    'team/retired': (t, { why }) => ({ ...t!, retired: { why } }),
  },
};
