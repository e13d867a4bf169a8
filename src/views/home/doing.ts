/** What are we doing about it, and does it fit? The Blueprint of the quarter against what is recorded. Pure, from the book. */
import { isAgreed, newest } from '../../domain/blueprint/blueprint.ts';
import { standingPlan } from '../../domain/blueprint/draft.ts';
import { loadOf, roomOf, shortfalls, type Shortfall } from '../../domain/blueprint/gate.ts';
import type { Plan, PlanLine } from '../../domain/blueprint/plan.ts';
import type { Book } from '../../domain/book.ts';
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { monthsOfQuarter } from '../../kernel/fiscal-month.ts';
import type { Currency } from '../../kernel/money.ts';
import { capital, days, monthShort, moneyFull, moneyShort, plural, quarterWords } from '../words/format.ts';
import { openedPlain, type Opened } from '../words/opened.ts';

/** A piece of a sentence; one that opens is a number. */
export type Piece = { readonly text: string; readonly opens?: Opened };

/** A bar: shares of the quarter's width, from 0 to 1. */
export type Bar = {
  readonly line: PlanLine;
  readonly from: number;
  readonly to: number;
  /** How much of it is done, 0 to 1: sizes of finished items over planned person-days; null where its items have no sizes. */
  readonly done: number | null;
};

/** How full something is; `of` is null where nobody recorded what there is. */
export type Fullness = { readonly used: number; readonly of: number | null; readonly opens: Opened };

export type DoingPart = {
  readonly period: string;
  readonly agreed: boolean;
  readonly sentence: readonly Piece[];
  readonly bars: readonly Bar[];
  readonly months: readonly { readonly at: number; readonly name: string }[];
  /** Share of the quarter that has passed; null where today is not in it. */
  readonly today: number | null;
  /** Person-days. */
  readonly people: Fullness;
  /** Whole minor units; null where no money is planned, none is recorded, or the reader may not see it. */
  readonly money: Fullness | null;
  /** Days of the quarter that have begun, of all. */
  readonly time: { readonly day: number; readonly of: number };
};

/** The third answer of Home. null for a quarter that the company's calendar does not have. */
export const doingPart = (book: Book, period: string, today: Day): DoingPart | null => {
  const company = book.company.get('company');
  if (!company) return null;
  const plan = standingPlan(book, period);
  const length = daysBetween(plan.from, plan.to);
  const at = (day: Day): number => Math.max(0, Math.min(1, daysBetween(plan.from, day) / length));
  const load = loadOf(plan);
  const room = roomOf(plan);
  const href = `/plan/blueprint/${period}`;
  const things = plan.lines.map(({ id }) => id);
  const opens = (what: string, value: string, how: string): Opened =>
    openedPlain(`${what} in ${quarterWords(period)}`, value, how, { things, more: [{ text: 'The Blueprint', href }] });
  return {
    period,
    agreed: isAgreed(book.blueprint.get(period)),
    sentence: sentenceOf(book, period, plan, company.currency, opens),
    bars: plan.lines.map((line) => ({ line, from: at(line.from), to: at(addDays(line.to, 1)), done: doneOf(book, line) })),
    months: monthsOfQuarter(company.fiscal, period).map(({ from, to }) => ({
      at: at(from),
      name: monthShort(addDays(from, Math.floor(daysBetween(from, to) / 2))),
    })),
    today: today >= plan.from && today < plan.to ? at(today) : null,
    people: {
      used: load.days,
      of: room.days,
      opens: opens('Planned person-days', days(load.days), PEOPLE),
    },
    money:
      room.minor === null || load.minor === 0
        ? null
        : {
            used: load.minor,
            of: room.minor,
            opens: opens('Planned money', moneyFull({ minor: load.minor, currency: company.currency }), MONEY),
          },
    time: { day: Math.max(0, Math.min(length, daysBetween(plan.from, today) + 1)), of: length },
  };
};

const PEOPLE =
  'Effort of the priorities, what was carried in and what was spent before a change stopped it, against the person-days that the recorded people can give: weekly hours, working calendar, time off and focus. Nothing in it is forecast.';
const MONEY = 'Budgets of the priorities against the plan of the budget lines of the quarter, in the currency of the company.';

/** Share of a priority's planned days that its finished items were sized at. */
const doneOf = (book: Book, { id, effortDays }: PlanLine): number | null => {
  const items = [...book.item.values()].filter((item) => item.priority === id && !item.retired && item.sizeDays !== null);
  if (items.length === 0 || effortDays <= 0) return null;
  const done = items.filter(({ finishedOn }) => finishedOn !== null).reduce((sum, item) => sum + item.sizeDays!, 0);
  return Math.min(1, done / effortDays);
};

type Opens = (what: string, value: string, how: string) => Opened;

const sentenceOf = (book: Book, period: string, plan: Plan, currency: Currency | null, opens: Opens): Piece[] => {
  const n = plan.lines.length;
  if (n === 0) return [{ text: `Nothing is planned for ${quarterWords(period)} yet: no priority stands in its Blueprint.` }];
  return [{ text: `${capital(plural(n, 'priority', 'priorities'))}, ${standsHow(book, period)}. ` }, ...fitOf(plan, currency, opens)];
};

const standsHow = (book: Book, period: string): string => {
  const b = book.blueprint.get(period);
  const version = newest(b);
  if (!b || !version) return 'in a draft that nobody has put forward';
  if (isAgreed(b)) return `Blueprint version ${version.n}${b.changes.some((c) => c.state === 'open') ? ', with a change to sign' : ''}`;
  const missing = version.seats.filter((seat) => version.signatures[seat] === undefined).length;
  return `in a Blueprint that waits for ${plural(missing, 'signature')}`;
};

/** Whether it fits, with what is to spare or missing. Whole days: spare is rounded down, missing up. */
const fitOf = (plan: Plan, currency: Currency | null, opens: Opens): Piece[] => {
  const found = shortfalls(plan);
  if (found.length > 0) return [{ text: 'It does not fit: ' }, ...joined(found.map((one) => lacking(one, currency, opens))), { text: '.' }];
  const room = roomOf(plan);
  const load = loadOf(plan);
  const spare: Piece[] = [
    { text: days(Math.floor(room.days! - load.days)), opens: opens('Free person-days', days(room.days! - load.days), PEOPLE) },
  ];
  if (room.minor !== null) {
    const money = { minor: room.minor - load.minor, currency };
    spare.push({ text: moneyShort(money), opens: opens('Money to spare', moneyFull(money), MONEY) });
  }
  return [{ text: 'It fits, with ' }, ...joined(spare.map((piece) => [piece])), { text: ' to spare.' }];
};

const lacking = (one: Shortfall, currency: Currency | null, opens: Opens): Piece[] => {
  switch (one.over) {
    case 'unrecorded':
      return [{ text: one.what === 'people' ? 'nobody has recorded who can give how much time' : 'no budget is recorded' }];
    case 'people': {
      const text = days(Math.ceil(one.needed - one.have));
      const skill = one.skill === null ? '' : ` of ${one.skill}`;
      return [{ text, opens: opens(`Missing person-days${skill}`, days(one.needed - one.have), PEOPLE) }, { text: `${skill} are missing` }];
    }
    case 'money': {
      const money = { minor: one.neededMinor - one.haveMinor, currency };
      return [{ text: moneyShort(money), opens: opens('Missing money', moneyFull(money), MONEY) }, { text: ' is missing' }];
    }
    case 'must':
      return [{ text: `Must takes ${days(one.needed)}, the limit of ${one.percent} % is ${days(one.have)}` }];
    case 'time':
      return [{ text: `“${one.title}” does not lie within the quarter` }];
    case 'order':
      return [{ text: `“${one.title}” starts before what it waits for has ended` }];
  }
};

/** Parts with commas and a last "and" between them. */
const joined = (parts: readonly (readonly Piece[])[]): Piece[] =>
  parts.flatMap((part, i) => [...(i === 0 ? [] : [{ text: i === parts.length - 1 ? ' and ' : ', ' }]), ...part]);
