/** Working days against data/7digital: 3,238 real work items whose file says how many working days each took. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dayNumber, dayOf, type Day } from '../../src/kernel/day.ts';
import { holidaysOf } from '../../src/kernel/holidays.ts';
import { MONDAY_TO_FRIDAY, workingDaysBetween, type WorkCalendar } from '../../src/kernel/workdays.ts';
import { quantile } from '../../src/models/quantile.ts';
import { describeShared, shared } from '../support/shared.ts';

type Fact = { readonly name: string; readonly value: unknown; readonly tolerance?: number };
type Numbers = { readonly [key: string]: number };
type Item = {
  readonly prioritised: Day;
  readonly started: Day;
  readonly done: Day;
  readonly lead: number;
  readonly cycle: number;
  readonly size: string;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Every line but the first, cut at commas; no cell of these files holds one. */
const cells = (file: string): string[][] =>
  readFileSync(shared(`data/7digital/${file}`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
const slashed = (text: string): Day => dayOf(Number(text.slice(6)), Number(text.slice(3, 5)), Number(text.slice(0, 2)))!;
const worded = (text: string): Day => {
  const [date, month, year] = text.split(' ');
  return dayOf(Number(year), MONTHS.indexOf(month!) + 1, Number(date))!;
};

/** Golden in 2002, diamond in 2012: each moved the spring bank holiday and added a day. */
const MOVED = ['2002-05-27', '2012-05-28'];
const JUBILEES = ['2002-06-03', '2002-06-04', '2012-06-04', '2012-06-05'];

describeShared('working days of data/7digital', () => {
  const facts = new Map(
    (JSON.parse(readFileSync(shared('data/7digital/facts.json'), 'utf8')) as { facts: Fact[] }).facts.map((f) => [f.name, f]),
  );
  const items = cells('7digital2012.csv').map(([, size, prioritised, started, done, lead, cycle]): Item => ({
    size: size!,
    prioritised: slashed(prioritised!),
    started: slashed(started!),
    done: slashed(done!),
    lead: Number(lead),
    cycle: Number(cycle),
  }));
  const holidays = new Set(cells('england-wales-hols.csv').flatMap((row) => row.filter((cell) => cell !== '').map(worded)));
  const england: WorkCalendar = { weekdays: [1, 2, 3, 4, 5], holidays };
  const numbers = (name: string): Numbers => facts.get(name)!.value as Numbers;
  const near = (found: number, name: string, key: string): void => {
    const { tolerance = 1e-6 } = facts.get(name)!;
    const wanted = numbers(name)[key]!;
    ok(Math.abs(found - wanted) <= tolerance, `${name}.${key}: ${found} is not ${wanted}`);
  };
  const six = (share: number): number => Math.round(share * 1e6) / 1e6;
  const share = (same: (item: Item) => boolean): number => six(items.filter(same).length / items.length);

  test('the file is read whole', () => {
    equal(items.length, numbers('rows').rows);
    equal(
      [...holidays].every((h) => dayNumber(h) > 0),
      true,
    );
  });

  test('working_day_recomputation: cycle time counted by weekdays, and by weekdays without the holidays of England and Wales', () => {
    const counted =
      (calendar: WorkCalendar) =>
      ({ started, done, cycle }: Item) =>
        workingDaysBetween(calendar, started, done) === cycle;
    near(share(counted(MONDAY_TO_FRIDAY)), 'working_day_recomputation', 'cycle_no_holidays');
    near(share(counted(england)), 'working_day_recomputation', 'cycle_holidays');
  });

  test('working_day_recomputation: lead time from the day an item was prioritised', () => {
    const counted =
      (calendar: WorkCalendar) =>
      ({ prioritised, done, lead }: Item) =>
        workingDaysBetween(calendar, prioritised, done) === lead;
    near(share(counted(MONDAY_TO_FRIDAY)), 'working_day_recomputation', 'lead_no_holidays');
    near(share(counted(england)), 'working_day_recomputation', 'lead_holidays');
  });

  test('the starter holidays of England and Wales are those of the file, but for what was moved by decree for the jubilees', () => {
    const years = [...new Set([...holidays].map((day) => Number(day.slice(0, 4))))];
    const ruled = new Set(years.flatMap((year) => holidaysOf('england-wales', year).map(({ day }) => day)));
    deepEqual([...holidays].filter((day) => !ruled.has(day)).toSorted(), JUBILEES);
    deepEqual([...ruled].filter((day) => !holidays.has(day)).toSorted(), MOVED);
  });

  const spread = (values: readonly number[]) => {
    const counted = [...Map.groupBy(values, (v) => v)]
      .map(([value, of]) => ({ value, n: of.length }))
      .toSorted((a, b) => a.value - b.value);
    const at = (p: number): number => quantile(counted, p)!;
    return { median: at(0.5), p85: at(0.85), p95: at(0.95), max: at(1) };
  };
  test('cycle_time_working_days and lead_time_working_days, as the file has them', () => {
    deepEqual(spread(items.map((i) => i.cycle)), facts.get('cycle_time_working_days')!.value);
    deepEqual(spread(items.map((i) => i.lead)), facts.get('lead_time_working_days')!.value);
  });

  test('the same facts come out of our own count, where the file and the calendar agree', () => {
    const counted = spread(items.filter((i) => i.started <= i.done).map((i) => workingDaysBetween(england, i.started, i.done)));
    const { median, p85, p95 } = numbers('cycle_time_working_days');
    deepEqual([counted.median, counted.p85, counted.p95], [median, p85, p95]);
  });

  test('median_cycle_by_size', () => {
    const bySize = Map.groupBy(items, ({ size }) => (size === 'NA' || size === '' ? '(blank)' : size));
    deepEqual(
      Object.fromEntries([...bySize].map(([size, of]) => [size, spread(of.map((i) => i.cycle)).median])),
      facts.get('median_cycle_by_size')!.value,
    );
  });

  test('calendar_cycle_days', () => {
    const calendar = items.map((i) => dayNumber(i.done) - dayNumber(i.started));
    const { median, p85 } = spread(calendar);
    near(median, 'calendar_cycle_days', 'median');
    near(p85, 'calendar_cycle_days', 'p85');
    near(six(calendar.reduce((sum, d) => sum + d, 0) / calendar.length), 'calendar_cycle_days', 'mean');
  });
});
