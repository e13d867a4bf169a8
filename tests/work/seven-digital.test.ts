/** 3,238 real items: what the views of flow say of them, against facts counted by others (data/7digital/facts.json). */
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { emptyBook } from '../../src/domain/book.ts';
import { decideBatch } from '../../src/domain/decide.ts';
import type { Day } from '../../src/kernel/day.ts';
import { daysBetween, weekday } from '../../src/kernel/day.ts';
import { MONDAY_TO_FRIDAY, workingDaysBetween, type WorkCalendar } from '../../src/kernel/workdays.ts';
import { quantile } from '../../src/models/quantile.ts';
import { readTracker } from '../../src/server/operations/work/read-tracker.ts';
import { trackerPlan } from '../../src/views/tracker/plan.ts';
import { historyOf, type HistoryRow } from '../../src/views/tracker/taking.ts';
import { cycleTimes, leadTimes, underWayOn, weeklyDone, type Worked } from '../../src/views/work/flow.ts';
import { shared, testShared } from '../support/shared.ts';

const dataPath = (set: string, file: string): string => shared(`data/${set}/${file}`);
type Fact = { readonly name: string; readonly value: unknown };
/** A fact by its name, as somebody else counted it. */
const fact = <T>(name: string): T => {
  const { facts } = JSON.parse(readFileSync(dataPath('7digital', 'facts.json'), 'utf8')) as { readonly facts: readonly Fact[] };
  return facts.find((f) => f.name === name)!.value as T;
};
const near = (found: number | null, expected: number, tolerance = 1e-6): void =>
  equal(found !== null && Math.abs(found - expected) <= tolerance, true, `${found} is not ${expected}`);

type Seven = { readonly rows: readonly HistoryRow[]; readonly work: readonly Worked[]; readonly holidays: ReadonlySet<Day> };
let known: Promise<Seven> | undefined;
const seven = (): Promise<Seven> => (known ??= read());

const read = async (): Promise<Seven> => {
  const book = decideBatch(
    emptyBook,
    [
      {
        type: 'company/found',
        name: 'S',
        currency: null,
        zone: 'Europe/London',
        fiscal: { startMonth: 1, pattern: 'calendar' },
        seats: [],
      },
    ],
    { by: 'p_ines', at: '2012-08-01T09:00:00.000Z' },
  );
  const table = await readTracker({ path: dataPath('7digital', '7digital2012.csv'), name: '7digital2012.csv' }, false);
  const off = await readTracker({ path: dataPath('7digital', 'england-wales-hols.csv'), name: 'england-wales-hols.csv' }, false);
  if (!book.ok || !table.ok || !off.ok) throw new Error('7digital could not be read');
  const plan = trackerPlan(table.value, {}, { book: book.value.book, people: [] });
  deepEqual([plan.system, plan.dayOrder, plan.held.length, plan.questions.length], ['table', 'day-first', 0, 0]);
  const rows = historyOf(plan);
  const holidays = new Set(off.value.rows.flatMap(({ cells }) => Object.values(cells).flatMap((cell) => dayOfHoliday(cell) ?? [])));
  return { rows, work: rows.map((r) => ({ added: r.added_on, started: r.started_on, done: r.done_on })), holidays };
};
/** 1 Jan 2002 */
const dayOfHoliday = (cell: string): Day | null => {
  const [date, month, year] = cell.split(' ');
  const n = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].indexOf(month ?? '') + 1;
  return n === 0 ? null : `${year}-${String(n).padStart(2, '0')}-${date!.padStart(2, '0')}`;
};
const share = (rows: readonly HistoryRow[], hits: number): number => Math.round((hits / rows.length) * 1e6) / 1e6;
const counted = (values: readonly number[]) =>
  [...Map.groupBy(values, (v) => v)].map(([value, all]) => ({ value, n: all.length })).toSorted((a, b) => a.value - b.value);

testShared('7digital: every row becomes history, real repeats included, by its type', async () => {
  const { rows } = await seven();
  equal(rows.length, fact<{ rows: number }>('rows').rows);
  equal(new Set(rows.map((r) => r.id)).size, rows.length);
  equal(rows.filter((r) => r.id.includes('-')).length, fact<{ repeat_rows: number }>('rows').repeat_rows);
  const types = Object.fromEntries(
    [
      ...Map.groupBy(
        rows.filter((r) => r.type !== null),
        (r) => r.type!,
      ),
    ].map(([type, all]) => [type, all.length]),
  );
  deepEqual(types, fact('items_by_type'));
});

testShared('7digital: cycle and lead time in working days of England and Wales', async () => {
  const { work, holidays } = await seven();
  const calendar: WorkCalendar = { weekdays: [1, 2, 3, 4, 5], holidays };
  const cycle = cycleTimes(work, calendar);
  const expected = fact<{ median: number; p85: number; p95: number; max: number }>('cycle_time_working_days');
  deepEqual([cycle.median, cycle.p85, cycle.p95], [expected.median, expected.p85, expected.p95]);
  const lead = leadTimes(work, calendar);
  const leads = fact<{ median: number; p85: number; p95: number; max: number }>('lead_time_working_days');
  deepEqual([lead.median, lead.p85, lead.p95], [leads.median, leads.p85, leads.p95]);
  deepEqual([cycle.max, lead.max], [expected.max, leads.max]);
});

testShared('7digital: counted with the holidays, working days are those of the file itself for 98.4 % of rows', async () => {
  const { rows, holidays } = await seven();
  const table = await readTracker({ path: dataPath('7digital', '7digital2012.csv'), name: '7digital2012.csv' }, false);
  if (!table.ok) throw new Error('unreadable');
  const said = table.value.rows.map(({ cells }) => ({ lead: Number(cells['Lead.Time']), cycle: Number(cells['Cycle.Time']) }));
  const matches = (calendar: WorkCalendar, of: 'lead' | 'cycle'): number =>
    share(
      rows,
      rows.filter((r, i) => workingDaysBetween(calendar, of === 'lead' ? r.added_on! : r.started_on!, r.done_on) === said[i]![of]).length,
    );
  const calendar: WorkCalendar = { weekdays: [1, 2, 3, 4, 5], holidays };
  const expected = fact<{ [name: string]: number }>('working_day_recomputation');
  near(matches(MONDAY_TO_FRIDAY, 'cycle'), expected['cycle_no_holidays']!);
  near(matches(calendar, 'cycle'), expected['cycle_holidays']!);
  near(matches(MONDAY_TO_FRIDAY, 'lead'), expected['lead_no_holidays']!);
  near(matches(calendar, 'lead'), expected['lead_holidays']!);
});

testShared('7digital: calendar days in work', async () => {
  const { rows } = await seven();
  const days = rows.map((r) => daysBetween(r.started_on!, r.done_on));
  const expected = fact<{ median: number; mean: number; p85: number }>('calendar_cycle_days');
  deepEqual([quantile(counted(days), 0.5), quantile(counted(days), 0.85)], [expected.median, expected.p85]);
  near(days.reduce((a, b) => a + b, 0) / days.length, expected.mean, 1e-6);
});

testShared('7digital: sizes as the file spells them are t-shirt sizes, and larger ones take longer', async () => {
  const { work, rows, holidays } = await seven();
  const medians = fact<{ [size: string]: number }>('median_cycle_by_size');
  const of = (size: string | null) =>
    cycleTimes(
      work.filter((_, i) => rows[i]!.size === size),
      { weekdays: [1, 2, 3, 4, 5], holidays },
    ).median;
  deepEqual([of('S'), of('M'), of('L'), of(null)], [medians['Small'], medians['Medium'], medians['Large'], medians['(blank)']]);
});

testShared('7digital: throughput by year and by week, weeks of none as zero', async () => {
  const { work } = await seven();
  const years = Object.fromEntries(
    [...Map.groupBy(work, (w) => w.done!.slice(0, 4))]
      .map(([year, all]) => [year, all.length] as const)
      .toSorted((a, b) => a[0].localeCompare(b[0])),
  );
  deepEqual(years, fact('throughput_by_year'));
  const weeks = weeklyDone(work, '2011-08-01', '2012-07-30').map(({ n }) => n);
  const expected = fact<{ total: number; p15: number; median: number; mean: number; p85: number; min: number; max: number }>(
    'weekly_throughput_last_52_weeks',
  );
  const total = weeks.reduce((a, b) => a + b, 0);
  deepEqual([weeks.length, total, Math.min(...weeks), Math.max(...weeks)], [52, expected.total, expected.min, expected.max]);
  near(total / 52, expected.mean, 1e-6);
  for (const [p, name] of [
    [0.15, 'p15'],
    [0.5, 'median'],
    [0.85, 'p85'],
  ] as const)
    near(quantile(counted(weeks), p), expected[name], 1e-9);
});

testShared('7digital: work under way on a day', async () => {
  const { work } = await seven();
  equal(underWayOn(work, '2011-06-01'), fact('wip_on_2011_06_01'));
});

testShared('7digital: dates that contradict each other are kept as they are', async () => {
  const { rows } = await seven();
  const expected = fact<{ [name: string]: number }>('order_violations');
  deepEqual(
    {
      start_before_prioritised: rows.filter((r) => r.started_on! < r.added_on!).length,
      done_before_prioritised: rows.filter((r) => r.done_on < r.added_on!).length,
      done_before_start: rows.filter((r) => r.done_on < r.started_on!).length,
      done_weekend: rows.filter((r) => weekday(r.done_on) >= 6).length,
    },
    expected,
  );
});
