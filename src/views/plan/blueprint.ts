/** The Blueprint of a quarter as a page: what it says, whether it fits, who signed, and its calendar. */
import type { Book } from '../../domain/book.ts';
import {
  agreedAt,
  isAgreed,
  newest,
  waitingChange,
  type BlueprintChange,
  type BlueprintVersion,
} from '../../domain/blueprint/blueprint.ts';
import { standingPlan } from '../../domain/blueprint/draft.ts';
import { daysHere, minorHere, shortfalls, type Shortfall } from '../../domain/blueprint/gate.ts';
import { promisesTheSame, type Plan, type PlanLine } from '../../domain/blueprint/plan.ts';
import type { Day } from '../../kernel/day.ts';
import { quarterNamed, type Period } from '../../kernel/fiscal.ts';
import { dayOfMoment } from '../agree/signed.ts';
import { capital, days, dayLong, inWords, moneyShort, plural, quarterWords } from '../words/format.ts';
import { shortfallWords } from '../words/refusals-blueprint.ts';
import { barOf, placeOf, type Bar } from './geometry.ts';
import { metersOf, type Meters } from './meters.ts';
import { doneDays, type Spend } from './spent.ts';

export type MilestoneMark = {
  readonly id: string;
  readonly title: string;
  readonly day: Day;
  readonly place: number;
  readonly reached: Day | null;
  /** Its day has passed and it was not reached. */
  readonly late: boolean;
};
export type CalendarRow = {
  readonly line: PlanLine;
  readonly bar: Bar;
  /** Share of its effort that is done. */
  readonly done: number;
  readonly days: number;
  readonly minor: number | null;
  readonly outcomes: readonly string[];
  readonly milestones: readonly MilestoneMark[];
};

export type BlueprintState = 'empty' | 'draft' | 'waiting' | 'agreed';
export type BlueprintView = {
  readonly period: Period;
  readonly state: BlueprintState;
  readonly plan: Plan;
  readonly rows: readonly CalendarRow[];
  readonly meters: Meters;
  readonly short: readonly Shortfall[];
  /** The newest version; null before anything was put forward. */
  readonly version: BlueprintVersion | null;
  readonly change: BlueprintChange | null;
  /** A version waits for signatures, but the draft has moved since. */
  readonly moved: boolean;
  /** Share of the calendar at which today stands; null outside the quarter. */
  readonly today: number | null;
  readonly title: string;
  readonly scope: string;
};

const rowOf = (book: Book, plan: Plan, line: PlanLine, today: Day): CalendarRow => ({
  line,
  bar: barOf(plan, line),
  done: line.effortDays > 0 ? doneDays(book, line.id, line.effortDays) / line.effortDays : 0,
  days: daysHere(plan, line),
  minor: minorHere(plan, line),
  outcomes: line.outcomes.map((id) => book.outcome.get(id)?.name ?? id),
  milestones: line.milestones.map(({ id, title, day }) => {
    const reached = book.milestone.get(id)?.reached ?? null;
    return { id, title, day, place: placeOf(plan, day), reached, late: reached === null && day < today };
  }),
});

/** The rows of a plan on its calendar. */
export const calendarRows = (book: Book, plan: Plan, today: Day): CalendarRow[] => plan.lines.map((l) => rowOf(book, plan, l, today));

/** Everything the page shows; throws RangeError for a text that names no quarter of this company. */
export const blueprintView = (book: Book, period: string, today: Day, spend?: Spend): BlueprintView => {
  const quarter = quarterNamed(book.company.get('company')!.fiscal, period);
  if (!quarter) throw new RangeError(`not a quarter: ${period}`);
  const b = book.blueprint.get(period);
  const version = newest(b) ?? null;
  const plan = standingPlan(book, period);
  const meters = metersOf(book, plan, period, today, spend);
  const short = shortfalls(plan);
  const state: BlueprintState = isAgreed(b) ? 'agreed' : version ? 'waiting' : plan.lines.length > 0 ? 'draft' : 'empty';
  const moved = state === 'waiting' && !promisesTheSame(version!.plan, plan);
  const inside = today >= quarter.from && today < quarter.to;
  return {
    period: quarter,
    state,
    plan,
    rows: calendarRows(book, plan, today),
    meters,
    short,
    version,
    change: waitingChange(b),
    moved,
    today: inside ? placeOf(plan, today) : null,
    title: titleOf(book, period, plan, meters, short),
    scope: scopeOf(book, quarter, state, version, moved, today),
  };
};

/** Days to spare are rounded down, missing ones up, so that a title never promises too much; below one they keep a tenth. */
const whole = (n: number): number => (n >= 1 ? Math.floor(n) : Math.round(n * 10) / 10);
const missing = (n: number): number => (n >= 1 ? Math.ceil(n) : Math.round(n * 10) / 10);

/** The finding: does it fit, and what is to spare or missing? */
export const titleOf = (book: Book, period: string, plan: Plan, meters: Meters, short: readonly Shortfall[]): string => {
  if (plan.lines.length === 0) return `No priority is planned for ${quarterWords(period)} yet.`;
  const { people, money } = meters;
  const many = capital(plural(plan.lines.length, 'priority', 'priorities'));
  const currency = book.company.get('company')?.currency ?? null;
  if (people.of === null)
    return `${many} take${plan.lines.length === 1 ? 's' : ''} ${days(people.days)}; nobody has recorded how many there are.`;
  const hard = short.find((s) => s.over === 'people' && s.skill === null) ?? short.find((s) => s.over === 'money') ?? short[0];
  if (hard?.over === 'people' && hard.skill === null)
    return `${many} need ${days(missing(hard.needed - hard.have))} more than are recorded.`;
  if (hard?.over === 'money')
    return `${many} need ${moneyShort({ minor: hard.neededMinor - hard.haveMinor, currency })} more than is recorded.`;
  if (hard) return `${capital(shortfallWords(hard, book))}.`;
  const spare = [
    ...(people.free !== null ? [days(whole(people.free))] : []),
    ...(money.free !== null && money.of !== null ? [moneyShort({ minor: money.free, currency })] : []),
  ];
  const free = (people.free ?? 0) + (money.free ?? 0) > 0;
  return `${many} fit${plan.lines.length === 1 ? 's' : ''} the quarter${free ? `, with ${spare.join(' and ')} to spare` : ', to the last day'}.`;
};

const scopeOf = (
  book: Book,
  quarter: Period,
  state: BlueprintState,
  version: BlueprintVersion | null,
  moved: boolean,
  today: Day,
): string => {
  const name = `Blueprint for ${quarterWords(quarter.id)}`;
  if (state === 'empty') return `${name}. Three to six priorities, never tasks, each tied to an outcome of the Guidepoint.`;
  if (state === 'draft') return `${name}, a draft. Nobody has put it forward yet.`;
  const v = version!;
  if (state === 'agreed') {
    const on = dayLong(dayOfMoment(book, agreedAt(v)!), today);
    return `${name}, version ${v.n}, agreed ${on} and frozen. A change means: in, therefore out.`;
  }
  const signed = v.seats.filter((seat) => v.signatures[seat]).length;
  if (moved) return `${name}. The draft has moved since version ${v.n} was put forward: what is signed must be what stands.`;
  return `${name}, version ${v.n}, put forward ${dayLong(dayOfMoment(book, v.proposedAt), today)}; ${signed === 0 ? 'nobody has signed yet' : `${inWords(signed)} of ${inWords(v.seats.length)} ${signed === 1 ? 'has' : 'have'} signed`}.`;
};
