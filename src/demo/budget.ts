/**
 * Money: a budget line for every priority of every quarter, whose campaigns' imported spend counts on it; tools and a
 * panel paid by invoices, some of them in dollars; a reserve; months that finance closes.
 */
import { dayFromNumber } from '../kernel/day.ts';
import { CALENDAR_YEAR } from '../kernel/fiscal.ts';
import { monthOf, monthsOfQuarter } from '../kernel/fiscal-month.ts';
import type { BudgetId, CommitmentId, EntryId, NoteId } from '../kernel/ids.ts';
import { splitMinor } from '../kernel/money.ts';
import { dayNumber } from '../kernel/day.ts';
import type { Command } from '../domain/book.ts';
import type { MonthPlan } from '../domain/capacity/budget.ts';
import type { Quarter } from './calendar.ts';
import { dollarRates } from './dollars.ts';
import type { Moment } from './moments.ts';
import { minorOf, PLANNED, priorityId } from './priorities.ts';
import { idOf } from './people.ts';
import type { Plan } from './story/quarter-story.ts';
import { STORY } from './story/story.ts';
import type { World } from './world.ts';

const RESERVE: BudgetId = 'b_reserve';
const TOOLS: BudgetId = 'b_tools';
const PANEL: BudgetId = 'b_panel';
const lineId = ({ id }: Quarter, key: string): BudgetId => `b_${id.toLowerCase()}-${key}`;
const monthAt = (day: number): string => monthOf(CALENDAR_YEAR, dayFromNumber(day)).id;
/** At least a cent, so that the smallest company has money too. */
const cents = (euro: number, scale: number): number => Math.max(1, minorOf(euro, scale));

/** Priorities from this size on are partly committed when the quarter begins. */
const LARGE = 20_000;
const COMMITTED = 0.4;
/** Days before the first quarter on which the standing lines are opened. */
const OPENED = 20;
/** Days after a month on which finance closes it. */
const CLOSED = 12;

export const budgetMoments = (world: World): Moment[] => [
  ...standing(world),
  ...world.calendar.quarters.flatMap((quarter) => STORY[quarter.index]!.plans.flatMap((plan) => forPriority(world, quarter, plan))),
  ...rates(world),
  ...invoices(world),
  ...moved(world),
  ...closed(world),
];

const allMonths = ({ calendar: { quarters } }: World) => quarters.flatMap((q) => monthsOfQuarter(CALENDAR_YEAR, q.id));

/** Lines that last, planned quarter by quarter and month by month. */
const standing = (world: World): Moment[] => {
  const { calendar, scale } = world;
  const each = (euro: number, months: readonly { readonly id: string }[]): MonthPlan[] =>
    months.map(({ id }) => ({ month: id, minor: cents(euro, scale) }));
  const open = (id: BudgetId, name: string, currency: string, months: MonthPlan[]): Command => ({
    type: 'budget/open',
    id,
    name,
    currency,
    owner: idOf('ines'),
    purpose: null,
    takesSpend: false,
    months,
  });
  const reserve = calendar.quarters.map((q) => monthsOfQuarter(CALENDAR_YEAR, q.id)[0]!);
  const fifth = calendar.quarters[4]!;
  const later = allMonths(world).filter((m) => m.from >= fifth.from);
  return [
    {
      day: calendar.start - OPENED,
      who: 'ines',
      commands: [
        open(RESERVE, 'Reserve', 'EUR', each(14_000, reserve)),
        open(TOOLS, 'Tools and licences', 'EUR', each(2_100, allMonths(world))),
      ],
    },
    { day: fifth.first - 6, who: 'ines', commands: [open(PANEL, 'Shipper panel, billed in dollars', 'USD', each(1_400, later))] },
  ];
};

/** The money of a priority over the months of its bar, by days, to the cent; what is large is committed at once. */
const forPriority = (world: World, quarter: Quarter, { key, title: _title, euro, span, by, moscow }: Plan): Moment[] => {
  const { scale } = world;
  if (euro === 0 || moscow === 'wont') return [];
  const [from, to] = [quarter.first + span[0], quarter.first + span[1]];
  const months = monthsOfQuarter(CALENDAR_YEAR, quarter.id);
  const weights = months.map((m) => Math.max(0, Math.min(to + 1, dayNumber(m.to)) - Math.max(from, dayNumber(m.from))));
  const minor = minorOf(euro, scale);
  const plan = [...splitMinor(minor, weights).map((part, i) => ({ month: months[i]!.id, minor: part })), ...runsOn(world, quarter, key)];
  const id = lineId(quarter, key);
  const purpose = { kind: 'priority', id: priorityId(quarter, key) } as const;
  const opened: Moment = {
    day: quarter.first - PLANNED + 3,
    who: 'ines',
    commands: [
      {
        type: 'budget/open',
        id,
        name: LINE_NAMES[key] ?? named(key),
        currency: 'EUR',
        owner: idOf(by),
        purpose,
        takesSpend: true,
        months: plan,
      },
    ],
  };
  if (euro < LARGE) return [opened];
  const commitment: CommitmentId = `g_${quarter.id.toLowerCase()}-${key}`;
  const due = Math.round((from + to) / 2);
  const committed = Math.max(1, Math.round(minor * COMMITTED));
  const why: NoteId = `n_paid-${quarter.id.toLowerCase()}-${key}`;
  return [
    opened,
    {
      day: quarter.first + 2,
      who: by,
      commands: [
        {
          type: 'budget/commit',
          id,
          commitment,
          what: ORDERS[key] ?? 'Agency and production',
          on: dayFromNumber(quarter.first + 2),
          due: dayFromNumber(due),
          minor: committed,
        },
      ],
    },
    {
      day: due + 9,
      who: 'ines',
      commands: [{ type: 'budget/release', id, commitment, on: dayFromNumber(due + 9), minor: committed, why }],
      notes: [{ id: why, text: 'Paid. The invoices came in with the ledger, so they count as imported spend.' }],
    },
  ];
};

/** Campaigns of a priority that run on after its quarter are planned for every month they run, in whole hundreds. */
const runsOn = (world: World, quarter: Quarter, key: string): MonthPlan[] => {
  const works = new Set(STORY[quarter.index]!.plans.find((p) => p.key === key)!.work.map((w) => w.key));
  const running = world.campaigns.filter((c) => c.work !== null && works.has(c.work) && c.to >= quarter.first + quarter.days);
  return allMonths(world).flatMap(({ id, from, to }): MonthPlan[] => {
    const [first, end] = [dayNumber(from), dayNumber(to)];
    if (first < quarter.first + quarter.days) return [];
    const euro = running.reduce((sum, c) => {
      const days = Math.max(0, Math.min(c.to + 1, end) - Math.max(c.from, first));
      return sum + (c.euro * world.editions.length * days) / (c.to + 1 - c.from);
    }, 0);
    const minor = Math.round(minorOf(euro, world.scale) / 10_000) * 10_000;
    return minor > 0 ? [{ month: id, minor }] : [];
  });
};

const named = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ');
/** Lines are called by what the money buys; the rest by the short name of their priority. */
const LINE_NAMES: Readonly<Record<string, string>> = {
  search: 'Search advertising',
  letter: 'The printed letter',
  'ramp-video': 'Film on the ramp',
  'dock-days': 'Dock days',
  'tender-guide': 'Tender guide and calculator',
  'tender-outreach': 'Outreach to shippers',
  'yard-expansion': 'Yard module, expansion',
  routing: 'Lead routing',
  joint: 'Joint marketing with vendors',
};
const ORDERS: Readonly<Record<string, string>> = {
  search: 'Search media, first half',
  'hamburg-fair': 'Stand and stand building, Hamburg',
  'lyon-fair': 'Stand and stand building, Lyon',
  'utrecht-fair': 'Stand and stand building, Utrecht',
  'dock-days': 'Halls, catering and coaches',
  'first-dock-day': 'Hall and catering, Eindhoven',
  lille: 'Hall and catering, Lille',
  cologne: 'Hall and catering, Cologne',
  'ramp-video': 'Film crew, three days',
  'tender-guide': 'Design and print of the guide',
  'tender-outreach': 'Addresses and letters, wave 1',
};

/** One dollar in euro on the first of each month, as somebody looked it up. */
const rates = (world: World): Moment[] =>
  dollarRates(world).map(({ from, rate }): Moment => ({
    day: Math.max(world.calendar.start - OPENED + 1, dayNumber(from)),
    who: 'ines',
    commands: [{ type: 'rate/set', from: 'USD', to: 'EUR', day: from, rate }],
  }));

/** What is recorded by hand, on the third of each month: two tools, one of them in dollars, and the panel against its commitment. */
const invoices = (world: World): Moment[] => {
  const { calendar, scale } = world;
  const r = world.root.fork('invoices');
  const fifth = calendar.quarters[4]!;
  return allMonths(world).flatMap(({ id: month, from }): Moment[] => {
    const on = dayFromNumber(dayNumber(from) + 2);
    const entry = (id: BudgetId, what: string, currency: string, euro: number, commitment: CommitmentId | null): Command => ({
      type: 'budget/record',
      id,
      entry: `i_${month.toLowerCase()}-${id.slice(2)}-${currency.toLowerCase()}` as EntryId,
      on,
      what,
      ref: `${currency === 'USD' ? 'INV' : 'RE'}-${month.slice(0, 4)}${month.slice(-2)}-${id.slice(2, 4).toUpperCase()}${currency === 'USD' ? 1 : 2}`,
      minor: cents(euro, scale),
      currency,
      commitment,
    });
    const quarter = calendar.quarters.find((q) => on >= q.from && on < q.to)!;
    const contract: CommitmentId = `g_panel-${quarter.id.toLowerCase()}`;
    const isFirst = quarter.from === from;
    const commands: Command[] = [
      entry(TOOLS, 'Marketing automation', 'EUR', 870 + r.whole(0, 60), null),
      entry(TOOLS, 'Design and webinar licences', 'USD', 1_150 + r.whole(0, 120), null),
    ];
    if (from >= fifth.from) {
      if (isFirst)
        commands.push({
          type: 'budget/commit',
          id: PANEL,
          commitment: contract,
          what: 'Panel, three waves',
          on: from,
          due: dayFromNumber(dayNumber(quarter.to) - 10),
          minor: cents(4_200, scale),
        });
      commands.push(entry(PANEL, 'Panel, one wave', 'USD', 1_360 + r.whole(0, 30), contract));
    }
    return [{ day: dayNumber(from) + 6, who: 'ines', commands }];
  });
};

/** Money that went from the reserve to where it was needed, and what somebody expects beyond the plan. */
const moved = ({ calendar: { quarters }, scale }: World): Moment[] => {
  const [third, now] = [quarters[2]!, quarters.at(-1)!];
  const first = (q: Quarter): string => monthsOfQuarter(CALENDAR_YEAR, q.id)[0]!.id;
  const last = monthAt(now.first + now.days - 1);
  const transfer = (to: BudgetId, from: string, toMonth: string, euro: number, why: NoteId): Command => ({
    type: 'budget/transfer',
    id: RESERVE,
    to,
    month: from,
    toMonth,
    minor: cents(euro, scale),
    why,
  });
  return [
    {
      day: third.first + 24,
      who: 'ines',
      commands: [transfer(lineId(third, 'ramp-video'), first(third), first(third), 2_500, 'n_moved-ramp-video')],
      notes: [{ id: 'n_moved-ramp-video', text: 'A second day on the ramp: the first was all rain.' }],
    },
    {
      day: now.first + 21,
      who: 'ines',
      commands: [transfer(lineId(now, 'dock-days'), first(now), last, 1_500, 'n_moved-dock-days')],
      notes: [{ id: 'n_moved-dock-days', text: 'Hamburg has more guests than chairs. We rent forty more.' }],
    },
    {
      day: now.first + 24,
      who: 'ana',
      commands: [{ type: 'budget/forecast', id: lineId(now, 'dock-days'), month: last, minor: cents(27_500, scale) }],
    },
  ];
};

/** Finance closes each month once its invoices are in. */
const closed = (world: World): Moment[] =>
  allMonths(world).map(({ id, to }) => ({
    day: dayNumber(to) + CLOSED,
    who: 'maren',
    commands: [{ type: 'month/lock', month: id }],
  }));
