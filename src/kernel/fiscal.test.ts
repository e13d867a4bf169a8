import { deepEqual, equal, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, daysBetween, partsOf, weekday, type Day } from './day.ts';
import { CALENDAR_YEAR, fiscalQuarter, fiscalYear, quarterAfter, quarterNamed, quarterOf, weekOf, type Fiscal } from './fiscal.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const ALL: readonly Fiscal[] = MONTHS.flatMap((startMonth) => [
  { startMonth, pattern: 'calendar' as const },
  { startMonth, pattern: '4-4-5' as const },
]);
const said = ({ startMonth, pattern }: Fiscal): string => `${pattern} from month ${startMonth}`;

test('every day of thirty years falls in exactly one quarter, which is the one after the day before', () => {
  for (const fiscal of ALL) {
    const quarters: { from: Day; to: Day; id: string }[] = [];
    for (let year = 2009; year <= 2042; year++) for (const q of [1, 2, 3, 4]) quarters.push(fiscalQuarter(fiscal, year, q));
    quarters
      .slice(1)
      .forEach((quarter, i) => equal(quarter.from, quarters[i]!.to, `${said(fiscal)}: ${quarter.id} starts where the one before ends`));
    let at = quarters.findIndex(({ to }) => '2010-01-01' < to);
    for (let day = '2010-01-01'; day < '2040-01-01'; day = addDays(day, 1)) {
      if (day === quarters[at]!.to) at += 1;
      equal(quarterOf(fiscal, day).id, quarters[at]!.id, `${said(fiscal)}: ${day}`);
    }
  }
});

test('a year of calendar months starts on the first of its month and is named after the year it ends in', () => {
  deepEqual(fiscalYear(CALENDAR_YEAR, 2026), { id: '2026', from: '2026-01-01', to: '2027-01-01' });
  deepEqual(fiscalYear({ startMonth: 7, pattern: 'calendar' }, 2026), { id: '2026', from: '2025-07-01', to: '2026-07-01' });
  deepEqual(
    [1, 2, 3, 4].map((q) => fiscalQuarter({ startMonth: 4, pattern: 'calendar' }, 2026, q)),
    [
      { id: '2026-Q1', from: '2025-04-01', to: '2025-07-01' },
      { id: '2026-Q2', from: '2025-07-01', to: '2025-10-01' },
      { id: '2026-Q3', from: '2025-10-01', to: '2026-01-01' },
      { id: '2026-Q4', from: '2026-01-01', to: '2026-04-01' },
    ],
  );
});

test('a 4-4-5 year has 52 or 53 weeks, starts on the Monday nearest the first, and gives the odd week to its last quarter', () => {
  for (const fiscal of ALL.filter(({ pattern }) => pattern === '4-4-5')) {
    for (let year = 2000; year < 2060; year++) {
      const { from, to } = fiscalYear(fiscal, year);
      equal(weekday(from), 1);
      const first = `${fiscal.startMonth === 1 ? year : year - 1}-${String(fiscal.startMonth).padStart(2, '0')}-01`;
      equal(Math.abs(daysBetween(first, from)) <= 3, true, `${said(fiscal)}: ${from} is near ${first}`);
      const weeks = [1, 2, 3, 4].map((q) => {
        const quarter = fiscalQuarter(fiscal, year, q);
        return daysBetween(quarter.from, quarter.to) / 7;
      });
      deepEqual(weeks, daysBetween(from, to) === 371 ? [13, 13, 13, 14] : [13, 13, 13, 13]);
    }
  }
});

test('a 4-4-5 year from January is the ISO week year: the long ones are those of the published table', () => {
  const long: number[] = [];
  for (let year = 1976; year <= 2048; year++) {
    const { from, to } = fiscalYear({ startMonth: 1, pattern: '4-4-5' }, year);
    if (daysBetween(from, to) === 371) long.push(year);
  }
  deepEqual(long, [1976, 1981, 1987, 1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048]);
  equal(fiscalYear({ startMonth: 1, pattern: '4-4-5' }, 2026).from, '2025-12-29');
});

test('a quarter is named by its id, and only where the calendar reaches', () => {
  for (const fiscal of ALL) {
    deepEqual(quarterNamed(fiscal, '2026-Q2'), fiscalQuarter(fiscal, 2026, 2));
    for (const wrong of ['2026-Q5', '2026-Q0', '26-Q1', '2026-q1', '2026', '', '0000-Q1', '0001-Q1', '9999-Q4', '2026-Q1 '])
      equal(quarterNamed(fiscal, wrong), null);
    for (const edge of ['0002-Q1', '9998-Q4']) equal(quarterNamed(fiscal, edge)?.id, edge);
  }
});

test('counting quarters on and back crosses years', () => {
  equal(quarterAfter(CALENDAR_YEAR, '2026-Q4').id, '2027-Q1');
  equal(quarterAfter(CALENDAR_YEAR, '2026-Q1', -1).id, '2025-Q4');
  equal(quarterAfter(CALENDAR_YEAR, '2026-Q2', -9).id, '2024-Q1');
  equal(quarterAfter(CALENDAR_YEAR, '2026-Q2', 0).id, '2026-Q2');
  throws(() => quarterAfter(CALENDAR_YEAR, 'spring'), /not a quarter/);
});

test('the week of a quarter counts from one, and a short last week counts', () => {
  const quarter = fiscalQuarter(CALENDAR_YEAR, 2026, 2);
  deepEqual(weekOf(quarter, '2026-04-01'), { week: 1, of: 13 });
  deepEqual(weekOf(quarter, '2026-04-08'), { week: 2, of: 13 });
  deepEqual(weekOf(quarter, '2026-06-30'), { week: 13, of: 13 });
  equal(weekOf(fiscalQuarter(CALENDAR_YEAR, 2026, 3), '2026-09-30').of, 14);
});

test('the quarter of a day holds the day', () => {
  for (const fiscal of ALL)
    for (const day of ['2025-12-28', '2025-12-29', '2026-01-01', '2026-01-04', '2027-01-03', '2028-02-29']) {
      const { from, to } = quarterOf(fiscal, day);
      equal(from <= day && day < to, true);
      equal(partsOf(from).year >= 2025, true);
    }
});
