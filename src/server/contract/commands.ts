/**
 * Commands as they travel: the shape of each, held to the domain's types by the compiler. What a command means,
 * and whether it stands, the domain decides; here a wrong shape is named before it gets that far.
 */
import { z } from 'zod';
import type { Command } from '../../domain/book.ts';
import { agreements } from './commands-agreements.ts';
import { capacity } from './commands-capacity.ts';
import { micro } from './commands-market.ts';
import { money } from './commands-money.ts';
import { measurement } from './commands-measurement.ts';
import { BACKLOG_COMMANDS } from './commands-backlog.ts';
import { command, ids, note, said } from './command-shape.ts';
import { BLUEPRINT_COMMANDS } from './blueprint-commands.ts';
import { day, role, typed, zone } from './shape.ts';
import { workshopCommands } from './commands-workshop.ts';
import { kpiCommands, segmentCommands, strategyCommands } from './strategy-commands.ts';

type Shapes = { readonly [T in Command['type']]: z.ZodType<Extract<Command, { readonly type: T }>> };

const nobody = ids.person.nullable();
const number = z.number();
const minor = number.nullable();
const seats = z.array(z.string().max(40)).max(50);

const company = {
  'company/found': command('company/found', {
    name: said,
    currency: z.string().max(3).nullable(),
    zone,
    fiscal: z.strictObject({ startMonth: number, pattern: z.enum(['calendar', '4-4-5']) }),
    seats: z.exactOptional(seats),
    demo: z.exactOptional(z.boolean()),
  }),
  'company/rename': command('company/rename', { name: said }),
  'company/choose-currency': command('company/choose-currency', { currency: z.string().max(3) }),
  'company/choose-zone': command('company/choose-zone', { zone }),
  'company/choose-fiscal': command('company/choose-fiscal', {
    fiscal: z.strictObject({ startMonth: number, pattern: z.enum(['calendar', '4-4-5']) }),
  }),
  'company/choose-look-back': command('company/choose-look-back', { days: number }),
  'company/show-titles': command('company/show-titles', { shown: z.boolean() }),
  'company/open-feed': command('company/open-feed', {}),
  'company/close-feed': command('company/close-feed', {}),
  'company/choose-shares': command('company/choose-shares', { mustPercent: number, couldPercent: number }),
  'company/name-seat': command('company/name-seat', { seat: said, title: said }),
  'company/add-member': command('company/add-member', { person: ids.person, role, seats }),
  'company/give-role': command('company/give-role', { person: ids.person, role }),
  'company/give-seats': command('company/give-seats', { person: ids.person, seats }),
  'company/remove-member': command('company/remove-member', { person: ids.person }),
};

const period = z.string().max(20);
const version = number.int();
const wording = { statement: said, outcomes: z.array(ids.outcome).max(20), seats };

const guidepoint = {
  'guidepoint/propose': command('guidepoint/propose', { period, ...wording }),
  'guidepoint/reword': command('guidepoint/reword', { period, version, ...wording }),
  'guidepoint/sign': command('guidepoint/sign', { period, version, seat: said }),
  'guidepoint/decline': command('guidepoint/decline', { period, version, seat: said, why: note }),
  'guidepoint/ask-change': command('guidepoint/ask-change', {
    period,
    change: ids.change,
    reason: z.enum(['objective-changed', 'money-or-people-moved', 'law-or-regulator']),
    words: note,
    terms: z.array(z.strictObject({ outcome: ids.outcome, target: number, due: day, baseline: z.exactOptional(number) })).max(20),
    approver: ids.person,
    ...wording,
  }),
  'guidepoint/approve-change': command('guidepoint/approve-change', { period, change: ids.change }),
  'guidepoint/refuse-change': command('guidepoint/refuse-change', { period, change: ids.change, why: note }),
  'guidepoint/withdraw-change': command('guidepoint/withdraw-change', { period, change: ids.change }),
};

const intake = {
  'form/make': command('form/make', { id: ids.form, name: said, until: day.nullable() }),
  'form/revoke': command('form/revoke', { id: ids.form }),
  'request/receive': command('request/receive', {
    id: ids.request,
    form: ids.form.nullable(),
    by: ids.person,
    on: day,
    result: note,
    whom: note.nullable(),
    due: day.nullable(),
    later: note.nullable(),
    proof: note.nullable(),
    tactic: note.nullable(),
  }),
  'request/accept': command('request/accept', { id: ids.request, item: ids.item, why: note }),
  'request/merge': command('request/merge', { id: ids.request, into: ids.request, why: note }),
  'request/defer': command('request/defer', { id: ids.request, until: day, why: note }),
  'request/decline': command('request/decline', { id: ids.request, why: note }),
  'request/withdraw': command('request/withdraw', { id: ids.request, why: note.nullable() }),
  'request/return': command('request/return', { id: ids.request, why: note.nullable() }),
  'request/ask': command('request/ask', { id: ids.request, question: note }),
  'request/answer': command('request/answer', { id: ids.request, answer: note }),
  'request/ask-place': command('request/ask-place', { id: ids.request, place: number, note: note.nullable() }),
  'request/answer-place': command('request/answer-place', { id: ids.request, granted: z.boolean(), why: note }),
};

const backlog = {
  ...BACKLOG_COMMANDS,
  'assumption/growth': command('assumption/growth', {
    discoveredLow: number.describe('Work found on the way, as a share of the list: 0.1 is one item in ten'),
    discoveredHigh: number,
    splitLow: number.describe('Into how many finished items one of the list turns, at least; 1 or more'),
    splitHigh: number,
  }),
  'assumption/lag': command('assumption/lag', {
    kind: said.describe('Kind of work: the channel it goes out into'),
    half: number.describe('Days from the start of the work until half of its effect shows'),
    most: number.describe('Days until most of it (85 %) shows'),
  }),
  'assumption/forget-lag': command('assumption/forget-lag', { kind: said }),
};

const campaign = {
  'campaign/plan': command('campaign/plan', {
    id: ids.campaign,
    name: said,
    channel: said,
    from: day,
    to: day,
    budgetMinor: minor,
    key: said,
    aliases: z.array(said).max(200),
    item: ids.item.nullable(),
    foundational: note.nullable(),
    owner: nobody,
  }),
  'campaign/rename': command('campaign/rename', { id: ids.campaign, name: said }),
  'campaign/reschedule': command('campaign/reschedule', { id: ids.campaign, from: day, to: day }),
  'campaign/rebudget': command('campaign/rebudget', { id: ids.campaign, budgetMinor: minor }),
  'campaign/rechannel': command('campaign/rechannel', { id: ids.campaign, channel: said }),
  'campaign/hand-over': command('campaign/hand-over', { id: ids.campaign, owner: ids.person }),
  'campaign/add-alias': command('campaign/add-alias', { id: ids.campaign, alias: said }),
  'campaign/remove-alias': command('campaign/remove-alias', { id: ids.campaign, alias: said }),
  'campaign/link': command('campaign/link', { id: ids.campaign, item: ids.item.nullable() }),
  'campaign/justify': command('campaign/justify', { id: ids.campaign, foundational: note }),
  'campaign/drop': command('campaign/drop', { id: ids.campaign, why: note }),
};

/** Every command by its type. */
export const COMMANDS = {
  ...company,
  ...strategyCommands,
  ...kpiCommands,
  ...segmentCommands,
  ...guidepoint,
  ...capacity,
  ...money,
  ...BLUEPRINT_COMMANDS,
  ...intake,
  ...backlog,
  ...campaign,
  ...micro,
  ...measurement,
  ...agreements,
  ...workshopCommands,
} satisfies Shapes;

const [first, ...others] = Object.values(COMMANDS);

/** Any command there is. */
export const anyCommand = typed<Command>(z.discriminatedUnion('type', [first!, ...others]));
