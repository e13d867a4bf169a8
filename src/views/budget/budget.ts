/** The budget of a fiscal year as a page: lines by months, exact in each currency, converted where a rate is in force. */
import type { Book } from '../../domain/book.ts';
import { figuresByMonth, NO_FIGURES, plusFigures, type Figures } from '../../domain/capacity/figures.ts';
import { isMonthLocked, type BudgetLine, type ByMonth } from '../../domain/capacity/line.ts';
import { convertedOn } from '../../domain/capacity/rate.ts';
import type { Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/fiscal.ts';
import { monthsOfYear } from '../../kernel/fiscal-month.ts';
import type { Currency } from '../../kernel/money.ts';
import { NO_SPEND, type SpendOnLines } from './spend.ts';
import { budgetWords } from './words.ts';
import type { BudgetPage, LineRow, Money5, MonthHead } from './page.ts';

const NOTHING: Money5 = { ...NO_FIGURES, forecast: 0 };
const plus = (a: Money5, b: Money5): Money5 => ({ ...plusFigures(a, b), forecast: a.forecast + b.forecast });

/** The page of one fiscal year; months are those of the company's calendar. */
export const budgetPage = (book: Book, year: number, today: Day, spend: SpendOnLines = NO_SPEND): BudgetPage => {
  const { fiscal, currency } = book.company.get('company')!;
  const months = monthsOfYear(fiscal, year).map((m): MonthHead => ({ ...m, locked: isMonthLocked(book, m.id), ended: m.to <= today }));
  const rows = [...book.budget.values()].map((line) => rowOf(book, line, months, spend.byLine.get(line.id) ?? {}));
  const lines = rows.filter((row) => !isNothing(row.total) || isNew(row.line));
  const inCompany = currency === null ? null : lines.map((row) => converted(book, row, months, currency));
  const whole = inCompany?.every((m) => m !== null) ? inCompany : null;
  const byMonth = months.map((_, i) => whole?.map((row) => row[i]!).reduce(plus, NOTHING) ?? null);
  const page = {
    year,
    months,
    currency,
    lines,
    others: rows.filter((row) => !lines.includes(row) && !row.line.retired).map((row) => row.line),
    byMonth,
    total: whole ? byMonth.map((m) => m!).reduce(plus, NOTHING) : null,
    byCurrency: currencies(lines),
    without: inCompany ? lines.filter((_, i) => inCompany[i] === null).map((r) => r.line) : lines.map((r) => r.line),
    beside: spend.beside.filter(({ month }) => months.some((m) => m.id === month)),
  };
  return { ...page, ...budgetWords(page) };
};

const isNothing = ({ plan, committed, actual, forecast }: Money5): boolean =>
  plan === 0 && committed === 0 && actual === 0 && forecast === 0;

/** Opened, and nothing planned or recorded yet, in whichever year. */
const isNew = (line: BudgetLine): boolean =>
  !line.retired && Object.keys(line.plan).length + line.commitments.length + line.entries.length === 0;

const rowOf = (book: Book, line: BudgetLine, months: readonly MonthHead[], spend: ByMonth): LineRow => {
  const figures = figuresByMonth(book, line, spend);
  const byMonth = months.map(({ id, ended }) => ({
    ...withForecast(figures.get(id) ?? NO_FIGURES, line.forecast[id], ended),
    own: line.forecast[id] !== undefined,
    spend: spend[id] ?? 0,
  }));
  return { line, byMonth, total: byMonth.reduce<Money5>(plus, NOTHING) };
};

/**
 * What will have been spent: what somebody said; else, in a month that is over, what was spent and is still owed;
 * else the plan, or what is spent and promised where that is more.
 */
const withForecast = (f: Figures, said: number | undefined, ended: boolean): Money5 => {
  const bound = f.actual + f.committed;
  return { ...f, forecast: said ?? (ended ? bound : Math.max(f.plan, bound)) };
};

/** A line's months in another currency, each by the rate on its first day; null where one is missing for money that is there. */
const converted = (book: Book, row: LineRow, months: readonly Period[], to: Currency): Money5[] | null => {
  const found = row.byMonth.map((f, i): Money5 | null => {
    if (row.line.currency === to) return f;
    if (isNothing(f)) return NOTHING;
    const at = (minor: number): number | null => convertedOn(book, minor, row.line.currency, to, months[i]!.from);
    const [plan, committed, actual, forecast] = [at(f.plan), at(f.committed), at(f.actual), at(f.forecast)];
    if (plan === null || committed === null || actual === null || forecast === null) return null;
    return { plan, committed, actual, forecast, available: plan - committed - actual };
  });
  return found.every((f) => f !== null) ? found : null;
};

const currencies = (lines: readonly LineRow[]): BudgetPage['byCurrency'] =>
  [...Map.groupBy(lines, (row) => row.line.currency)].map(([currency, rows]) => ({
    currency,
    total: rows.map((r) => r.total).reduce(plus, NOTHING),
  }));
