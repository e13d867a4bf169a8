/**
 * Commands at random: what people might ask of a book, mostly sensible, often not quite, sometimes nonsense.
 * Tests and benches grow journals with it. A new command does not compile until it can be asked at random too.
 *
 * What a viewer must never see is marked, so that a test can look for it: budgets are SECRET_MINOR or a little more,
 * and notes are called n_secret-….
 */
import { waitingChange } from './blueprint/blueprint.ts';
import type { ChangeId, PersonId } from '../kernel/ids.ts';
import type { Random } from '../kernel/random.ts';
import type { Book, Command, Kind } from './book.ts';
import type { Asked } from './given.ts';
import { BLUEPRINT_MAKERS } from './random-blueprint.ts';
import { ROLES } from './company/company.ts';
import { MONEY_MAKERS } from './random-money.ts';
import { BACKLOG_MAKERS } from './random-backlog.ts';
import { CAPACITY_MAKERS } from './random-capacity.ts';
import { current, isLocked, openChange, REASONS } from './guidepoint/guidepoint.ts';
import { AGREEMENT_MAKERS, likelyAgreeing } from './random-agreements.ts';
import { CAMPAIGN_MAKERS } from './random-campaign.ts';
import { likelySecond, MICRO_MAKERS, nextStep } from './random-micro.ts';
import { ASKERS, drawFrom, type Draw } from './random-draw.ts';
import { MEASUREMENT_MAKERS } from './random-measurement.ts';
import { STRATEGY_MAKERS } from './random-strategy.ts';
import { likelyInWorkshop, likelyStep, WORKSHOP_MAKERS } from './random-workshop.ts';

/** What founds a company with somebody of every role, so that journals at random get somewhere. */
export const founding = (random: Random): readonly Asked[] => [
  [
    'p_owner',
    {
      type: 'company/found',
      name: 'Random & Co',
      currency: random.pick([null, 'EUR', 'EUR']),
      zone: 'UTC',
      fiscal: { startMonth: random.whole(1, 12), pattern: random.pick(['calendar', '4-4-5']) },
      seats: ['ceo'],
    },
  ],
  ['p_owner', { type: 'company/add-member', person: 'p_plan', role: 'marketer', seats: ['marketing'] }],
  ['p_owner', { type: 'company/add-member', person: 'p_sales', role: 'stakeholder', seats: ['sales'] }],
  ['p_owner', { type: 'company/add-member', person: 'p_money', role: 'stakeholder', seats: ['finance', 'ceo'] }],
  ['p_owner', { type: 'company/add-member', person: 'p_view', role: 'viewer', seats: [] }],
  ['p_plan', { type: 'capacity/set-hours', person: 'p_plan', from: '2024-01-01', hours: 40 }],
  // In some companies one piece of work at a time is the rule.
  ...(random.chance(0.3) ? [['p_plan', { type: 'practice/limit', team: null, column: 'started', most: 1 }] as const] : []),
];

type Makers = { readonly [T in Command['type']]: (d: Draw) => Omit<Extract<Command, { readonly type: T }>, 'type'> };

/** One command that somebody might ask of this book; `about` leaves out the other kinds of things. */
export const randomCommand = (random: Random, book: Book, about?: readonly Kind[]): Asked => {
  const type = kindOfCommand(random, book, about);
  const d = drawFrom(random, book);
  const command = { type, ...MAKERS[type](d) } as Command;
  return [random.chance(0.8) ? likely(d, command) : random.pick(ASKERS), command];
};

/** How often each kind of thing is asked about. */
const OFTEN: { readonly [K in Kind]: number } = {
  company: 2,
  direction: 1,
  objective: 2,
  outcome: 4,
  kpi: 2,
  segment: 2,
  guidepoint: 14,
  calendar: 2,
  team: 2,
  capacity: 3,
  budget: 9,
  month: 1,
  publication: 3,
  touches: 2,
  stages: 1,
  costs: 2,
  rate: 2,
  priority: 6,
  milestone: 4,
  blueprint: 38,
  scenario: 5,
  form: 2,
  request: 10,
  practice: 3,
  item: 12,
  backlog: 2,
  cycle: 6,
  assumption: 1,
  campaign: 10,
  verdict: 3,
  duty: 2,
  expectation: 6,
  logged: 2,
  workshop: 10,
};
const MAKES = [
  'objective/set',
  'outcome/add',
  'guidepoint/propose',
  'budget/open',
  'priority/plan',
  'milestone/set',
  'scenario/try',
  'form/make',
  'request/receive',
  'calendar/draw',
  'team/form',
  'item/add',
  'practice/limit',
  'cycle/plan',
  'campaign/plan',
  'expectation/propose',
  'kpi/set',
  'segment/define',
  'publication/publish',
  'workshop/plan',
];
/** What moves work over the board: each rests on the one before it, so it is asked more often. */
const MOVES = ['item/start', 'item/wait', 'item/resume', 'item/finish'] as const;
const ENDS = /^[a-z]+\/(retire|drop|remove-member|give-role|found)$/;

/** The commands about one kind: those that make it first, and those that do not end it. */
type Types = {
  readonly all: readonly Command['type'][];
  readonly gentle: readonly Command['type'][];
  readonly make: Command['type'] | undefined;
};
const KINDS: readonly Kind[] = Object.entries(OFTEN).flatMap(([kind, times]) => Array.from({ length: times }, () => kind as Kind));
const typesOf = new Map<Kind, Types>();
const typesAbout = (kind: Kind): Types => {
  const known = typesOf.get(kind);
  if (known) return known;
  const all = (Object.keys(MAKERS) as Command['type'][]).filter((type) => type.startsWith(`${kind}/`));
  const types = { all, gentle: all.filter((type) => !ENDS.test(type)), make: all.find((type) => MAKES.includes(type)) };
  typesOf.set(kind, types);
  return types;
};

/** Things are made before they are changed, and seldom ended. */
const kindOfCommand = (random: Random, book: Book, about?: readonly Kind[]): Command['type'] => {
  const kind = random.pick(about ? KINDS.filter((one) => about.includes(one)) : KINDS);
  const { all, gentle, make } = typesAbout(kind);
  if (make && random.chance(book[kind].size === 0 ? 0.95 : 0.15)) return make;
  if (kind === 'item' && random.chance(0.3)) return random.pick(MOVES);
  if (kind === 'workshop' && random.chance(0.6)) return likelyStep(random, book);
  // A micro-campaign comes to its verdict step by step, each resting on the one before it.
  if ((kind === 'campaign' || kind === 'verdict') && random.chance(0.7)) return nextStep(drawFrom(random, book));
  // A change that waits is signed or declined soon, so taking it back in time is asked more often.
  if (kind === 'blueprint' && random.chance(0.15) && [...book.blueprint.values()].some(waitingChange)) return 'blueprint/withdraw-change';
  return random.pick(random.chance(0.9) ? gentle : all);
};

/** Somebody for whom this is no strange thing to ask. */
const likely = (d: Draw, command: Command): PersonId => {
  if (/^(guidepoint|blueprint)\/(sign|decline)/.test(command.type) && 'seat' in command) return d.holder(command.seat);
  if (command.type === 'guidepoint/approve-change' || command.type === 'guidepoint/refuse-change')
    return d.book.guidepoint.get(command.period)?.changes.find((c) => c.id === command.change)?.approver ?? 'p_money';
  const agreeing = likelyAgreeing(d, command) ?? likelySecond(d, command);
  if (agreeing) return agreeing;
  const leading = likelyInWorkshop(d, command);
  if (leading) return leading;
  if (command.type === 'blueprint/withdraw-change')
    return d.book.blueprint.get(command.period)?.changes.find((c) => c.id === command.change)?.askedBy ?? 'p_owner';
  return command.type.startsWith('company/') ? 'p_owner' : d.random.pick(['p_owner', 'p_plan'] as const);
};

const wording = (d: Draw) => {
  const seats = d.random.chance(0.2) ? d.seats() : ['ceo', ...(d.random.chance(0.5) ? ['sales'] : [])];
  return { statement: d.text(), outcomes: [...new Set(d.outcomes())], seats };
};
const change = (d: Draw): { period: string; change: ChangeId } => {
  const g = d.guidepoint();
  const id = g && (openChange(g) ?? g.changes.at(-1))?.id;
  return { period: g?.period ?? d.quarter(), change: id ?? 'x_none' };
};
const answer = (d: Draw) => {
  const g = d.guidepoint();
  const open = g && current(g).seats.filter((s) => !current(g).signatures[s]);
  const seat = open && open.length > 0 ? d.random.pick(open) : d.seat();
  return { period: g?.period ?? d.quarter(), version: (g ? current(g).n : 1) - (d.random.chance(0.1) ? 1 : 0), seat };
};
const maybe = <T>(d: Draw, make: () => T): T | null => (d.random.chance(0.4) ? null : make());
const fiscal = (d: Draw) => ({ startMonth: d.random.whole(1, 13), pattern: d.random.pick(['calendar', '4-4-5'] as const) });

const MAKERS: Makers = {
  ...MEASUREMENT_MAKERS,
  'company/found': (d) => ({ name: d.text(), currency: d.random.pick([null, 'EUR', 'eur']), zone: 'UTC', fiscal: fiscal(d) }),
  'company/rename': (d) => ({ name: d.text() }),
  'company/choose-currency': (d) => ({ currency: d.random.pick(['EUR', 'USD', 'euro']) }),
  'company/choose-zone': (d) => ({ zone: d.random.pick(['UTC', 'Europe/Berlin', '']) }),
  'company/choose-fiscal': (d) => ({ fiscal: fiscal(d) }),
  'company/choose-look-back': (d) => ({ days: d.number() }),
  'company/open-feed': () => ({}),
  'company/close-feed': () => ({}),
  'company/choose-shares': (d) => ({ mustPercent: d.number(), couldPercent: d.random.whole(0, 40) }),
  'company/show-titles': (d) => ({ shown: d.random.chance(0.5) }),
  'company/name-seat': (d) => ({ seat: d.random.chance(0.3) ? 'export' : d.seat(), title: d.text() }),
  'company/add-member': (d) => ({ person: d.person(), role: d.random.pick(ROLES), seats: d.seats() }),
  'company/give-role': (d) => ({ person: d.person(), role: d.random.pick(ROLES) }),
  'company/give-seats': (d) => ({ person: d.person(), seats: d.seats() }),
  'company/remove-member': (d) => ({ person: d.random.chance(0.5) ? 'p_stranger' : d.person() }),
  ...STRATEGY_MAKERS,
  'guidepoint/propose': (d) => ({ period: d.quarter(), ...wording(d) }),
  'guidepoint/reword': (d) => {
    const { period, version } = answer(d);
    return { period, version, ...wording(d) };
  },
  'guidepoint/sign': answer,
  'guidepoint/decline': (d) => ({ ...answer(d), why: d.note() }),
  'guidepoint/ask-change': (d) => {
    const asked = wording(d);
    const terms = asked.outcomes
      .filter(() => d.random.chance(0.6))
      .map((outcome) => ({
        outcome,
        target: d.number(),
        due: d.random.chance(0.8) ? '2026-12-31' : d.day(),
        ...(d.random.chance(0.2) && { baseline: d.number() }),
      }));
    const period = ([...d.book.guidepoint.values()].find(isLocked) ?? d.guidepoint())?.period ?? d.quarter();
    return { period, change: d.fresh('x'), reason: d.random.pick(REASONS), words: d.note(), terms, approver: d.holder('ceo'), ...asked };
  },
  'guidepoint/approve-change': change,
  'guidepoint/refuse-change': (d) => ({ ...change(d), why: d.note() }),
  'guidepoint/withdraw-change': change,
  ...CAPACITY_MAKERS,
  ...MONEY_MAKERS,
  ...BLUEPRINT_MAKERS,
  'form/make': (d) => ({ id: d.fresh('f'), name: d.text(), until: maybe(d, d.day) }),
  'form/revoke': (d) => ({ id: d.form() }),
  'request/receive': (d) => {
    const words = { result: d.note(), whom: maybe(d, d.note), later: maybe(d, d.note), proof: maybe(d, d.note), tactic: maybe(d, d.note) };
    return { id: d.fresh('q'), form: maybe(d, d.form), by: d.person(), on: d.day(), due: maybe(d, d.day), ...words };
  },
  'request/accept': (d) => ({ id: d.request(), item: d.item(), why: d.note() }),
  'request/merge': (d) => ({ id: d.request(), into: d.request(), why: d.note() }),
  'request/defer': (d) => ({ id: d.request(), until: d.day(), why: d.note() }),
  'request/decline': (d) => ({ id: d.request(), why: d.note() }),
  'request/withdraw': (d) => ({ id: d.request(), why: maybe(d, d.note) }),
  'request/return': (d) => ({ id: d.request(), why: d.note() }),
  'request/ask': (d) => ({ id: d.request(), question: d.note() }),
  'request/answer': (d) => ({ id: d.request(), answer: d.note() }),
  'request/ask-place': (d) => ({ id: d.request(), place: d.number(), note: maybe(d, d.note) }),
  'request/answer-place': (d) => ({ id: d.request(), granted: d.random.chance(0.5), why: d.note() }),
  ...BACKLOG_MAKERS,
  'assumption/growth': (d) => {
    const [low, high] = [d.random.whole(0, 3) / 10, d.random.whole(0, 9) / 10];
    return { discoveredLow: low, discoveredHigh: high, splitLow: 1, splitHigh: d.random.pick([1, 1.5, 0.5, 11]) };
  },
  'assumption/lag': (d) => ({ kind: d.random.pick(['Letter', 'Fair', '']), half: d.number(), most: d.number() }),
  'assumption/forget-lag': (d) => ({ kind: d.random.pick(['Letter', 'Fair']) }),
  ...CAMPAIGN_MAKERS,
  ...MICRO_MAKERS,
  ...AGREEMENT_MAKERS,
  ...WORKSHOP_MAKERS,
};
