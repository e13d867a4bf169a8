/**
 * Working calendar: the weekdays on which a team or a person works, and the holidays on which they do not.
 * A part-timer with fixed days off has a calendar of her own (Monday to Thursday).
 */
import type { Day } from '../../kernel/day.ts';
import type { CalendarId, NoteId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, fresh, stands, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { Calendar, Holiday, PeopleBook } from './standing.ts';

export type CalendarCommand =
  | { readonly type: 'calendar/draw'; readonly id: CalendarId; readonly name: string; readonly weekdays: readonly number[] }
  | { readonly type: 'calendar/rename'; readonly id: CalendarId; readonly name: string }
  | { readonly type: 'calendar/choose-weekdays'; readonly id: CalendarId; readonly weekdays: readonly number[] }
  | { readonly type: 'calendar/add-holidays'; readonly id: CalendarId; readonly holidays: readonly Holiday[] }
  | { readonly type: 'calendar/remove-holiday'; readonly id: CalendarId; readonly day: Day }
  | { readonly type: 'calendar/retire'; readonly id: CalendarId; readonly why: NoteId };

export type CalendarEvent =
  | { readonly type: 'calendar/drawn'; readonly id: CalendarId; readonly name: string; readonly weekdays: readonly number[] }
  | { readonly type: 'calendar/renamed'; readonly id: CalendarId; readonly name: string }
  | { readonly type: 'calendar/weekdays-chosen'; readonly id: CalendarId; readonly weekdays: readonly number[] }
  | { readonly type: 'calendar/holidays-added'; readonly id: CalendarId; readonly holidays: readonly Holiday[] }
  | { readonly type: 'calendar/holiday-removed'; readonly id: CalendarId; readonly day: Day }
  | { readonly type: 'calendar/retired'; readonly id: CalendarId; readonly why: NoteId };

export type CalendarRefusal =
  | Basic
  | { readonly code: 'no-weekday' }
  | { readonly code: 'too-many-holidays'; readonly most: number }
  | { readonly code: 'calendar-in-use'; readonly id: CalendarId; readonly by: number };

/** Enough for thirty years of fifteen holidays. */
const MOST_HOLIDAYS = 500;

/** The weekdays in order, each once; null where one is none or there is none at all. */
const weekdaysOf = (found: readonly number[]): readonly number[] | null => {
  const all7 = [1, 2, 3, 4, 5, 6, 7].filter((d) => found.includes(d));
  return all7.length > 0 && found.every((d) => all7.includes(d)) ? all7 : null;
};
const same = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

const eachDayOnce = (holidays: readonly Holiday[]): readonly Holiday[] =>
  [...new Map(holidays.map((h) => [h.day, { day: h.day, name: h.name.trim() }])).values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));

const notUsed = (book: PeopleBook, id: CalendarId): Result<null, CalendarRefusal> => {
  const teams = [...book.team.values()].filter((t) => !t.retired && t.calendar === id).length;
  const people = [...book.capacity.values()].filter((p) => p.calendar === id).length;
  return teams + people > 0 ? refuse({ code: 'calendar-in-use', id, by: teams + people }) : ok(null);
};

export const calendar: Decider<CalendarId, Calendar, CalendarCommand, CalendarEvent, CalendarRefusal, PeopleBook> = {
  keyOf: (message) => message.id,
  decide: {
    'calendar/draw': (c, { id, name, weekdays }) => {
      const checked = all(fresh('calendar', 'd', id, c), text('name', name, 80));
      if (!checked.ok) return checked;
      const works = weekdaysOf(weekdays);
      return works ? ok([{ type: 'calendar/drawn', id, name: name.trim(), weekdays: works }]) : refuse({ code: 'no-weekday' });
    },
    'calendar/rename': (c, { id, name }) => {
      const checked = all(stands('calendar', id, c), text('name', name, 80));
      return checked.ok ? ok(c!.name === name.trim() ? [] : [{ type: 'calendar/renamed', id, name: name.trim() }]) : checked;
    },
    'calendar/choose-weekdays': (c, { id, weekdays }) => {
      const checked = stands('calendar', id, c);
      if (!checked.ok) return checked;
      const works = weekdaysOf(weekdays);
      if (!works) return refuse({ code: 'no-weekday' });
      return ok(same(works, c!.weekdays) ? [] : [{ type: 'calendar/weekdays-chosen', id, weekdays: works }]);
    },
    'calendar/add-holidays': (c, { id, holidays }) => {
      const checked = all(
        stands('calendar', id, c),
        ...holidays.flatMap((h) => [day('holiday', h.day), text('name of the holiday', h.name, 80)]),
      );
      if (!checked.ok) return checked;
      const known = new Map(c!.holidays.map((h) => [h.day, h.name]));
      const added = eachDayOnce(holidays).filter((h) => known.get(h.day) !== h.name);
      if (added.filter((h) => !known.has(h.day)).length + known.size > MOST_HOLIDAYS)
        return refuse({ code: 'too-many-holidays', most: MOST_HOLIDAYS });
      return ok(added.length === 0 ? [] : [{ type: 'calendar/holidays-added', id, holidays: added }]);
    },
    'calendar/remove-holiday': (c, { id, day: found }) => {
      const checked = all(stands('calendar', id, c), day('holiday', found));
      if (!checked.ok) return checked;
      return ok(c!.holidays.some((h) => h.day === found) ? [{ type: 'calendar/holiday-removed', id, day: found }] : []);
    },
    'calendar/retire': (c, { id, why }, _, book) => {
      const checked = stands('calendar', id, c);
      if (!checked.ok) return checked;
      const free = notUsed(book, id);
      return free.ok ? ok([{ type: 'calendar/retired', id, why }]) : free;
    },
  },
  evolve: {
    'calendar/drawn': (_, { id, name, weekdays }) => ({ id, name, weekdays, holidays: [], retired: null }),
    'calendar/renamed': (c, { name }) => ({ ...c!, name }),
    'calendar/weekdays-chosen': (c, { weekdays }) => ({ ...c!, weekdays }),
    'calendar/holidays-added': (c, { holidays }) => ({ ...c!, holidays: eachDayOnce([...c!.holidays, ...holidays]) }),
    'calendar/holiday-removed': (c, { day: gone }) => ({ ...c!, holidays: c!.holidays.filter((h) => h.day !== gone) }),
    'calendar/retired': (c, { why }) => ({ ...c!, retired: { why } }),
  },
};
