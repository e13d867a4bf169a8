/** Commands of the Backlog as they travel: items, their order, cycles, and how the company runs it. */
import { z } from 'zod';
import { command, ids, note, said } from './command-shape.ts';
import { day } from './shape.ts';

const request = z.strictObject({ by: ids.person, on: day, words: note });
const nobody = ids.person.nullable();
const number = z.number();
const item = { id: ids.item };
const over = { over: z.exactOptional(note) };
const question = z.string().max(60);
const team = ids.team.nullable();
const shirt = z.enum(['S', 'M', 'L', 'XL']);

const items = {
  'item/add': command('item/add', {
    id: ids.item,
    title: said,
    priority: ids.priority.nullable(),
    owner: nobody,
    sizeDays: number.nullable(),
    request: request.nullable(),
    foundational: note.nullable(),
    on: day,
  }),
  'item/retitle': command('item/retitle', { ...item, title: said }),
  'item/assign': command('item/assign', { ...item, owner: ids.person }),
  'item/give-to-team': command('item/give-to-team', { ...item, team }),
  'item/link': command('item/link', { ...item, priority: ids.priority.nullable() }),
  'item/justify': command('item/justify', { ...item, foundational: note }),
  'item/record-request': command('item/record-request', { ...item, request }),
  'item/record-source': command('item/record-source', {
    ...item,
    source: z.strictObject({ system: z.string().max(40), key: said, url: z.string().max(2000).nullable() }),
  }),
  'item/label': command('item/label', { ...item, labels: z.array(said).max(100) }),
  'item/drop': command('item/drop', { ...item, why: note }),
  'item/restore': command('item/restore', item),
  'item/size': command('item/size', { ...item, sizeDays: number }),
  'item/size-by-skill': command('item/size-by-skill', {
    ...item,
    bySkill: z.array(z.strictObject({ skill: said, days: number })).max(50),
  }),
  'item/size-shirt': command('item/size-shirt', { ...item, shirt }),
  'item/score-rice': command('item/score-rice', {
    ...item,
    rice: z.strictObject({ reach: number, impact: number, confidence: number, effortMonths: number }).nullable(),
  }),
  'item/score-ice': command('item/score-ice', {
    ...item,
    ice: z.strictObject({ variant: z.enum(['ease', 'effort']), impact: number, confidence: number, last: number }).nullable(),
  }),
  'item/score-wsjf': command('item/score-wsjf', {
    ...item,
    wsjf: z.strictObject({ value: number, urgency: number, enablement: number, jobSize: number }).nullable(),
  }),
  'item/estimate-value': command('item/estimate-value', { ...item, outcome: ids.outcome, percent: number.nullable() }),
  'item/answer': command('item/answer', { ...item, question, answer: note }),
  'item/withdraw-answer': command('item/withdraw-answer', { ...item, question }),
  'item/depend': command('item/depend', { ...item, needs: ids.item }),
  'item/undepend': command('item/undepend', { ...item, needs: ids.item }),
  'item/enable': command('item/enable', {
    ...item,
    outcomes: z.array(ids.outcome).max(50),
    priorities: z.array(ids.priority).max(50),
  }),
  'item/start': command('item/start', { ...item, on: day, ...over }),
  'item/wait': command('item/wait', { ...item, on: day, why: note, ...over }),
  'item/resume': command('item/resume', { ...item, on: day, ...over }),
  'item/finish': command('item/finish', { ...item, on: day }),
  'item/reopen': command('item/reopen', { ...item, ...over }),
  'item/put-back': command('item/put-back', item),
};

const order = {
  'backlog/place': command('backlog/place', { item: ids.item, before: ids.item.nullable() }),
  'backlog/adopt': command('backlog/adopt', { items: z.array(ids.item).max(20_000) }),
};

const cycle = { id: ids.cycle };
const cycles = {
  'cycle/plan': command('cycle/plan', { ...cycle, team, from: day, days: number }),
  'cycle/take': command('cycle/take', { ...cycle, item: ids.item }),
  'cycle/leave': command('cycle/leave', { ...cycle, item: ids.item }),
  'cycle/start': command('cycle/start', { ...cycle, on: day }),
  'cycle/close': command('cycle/close', { ...cycle, on: day, into: ids.cycle.nullable() }),
  'cycle/drop': command('cycle/drop', { ...cycle, why: note }),
};

const practice = {
  'practice/choose-ice': command('practice/choose-ice', { ice: z.enum(['ease', 'effort']) }),
  'practice/add-question': command('practice/add-question', { question, text: said }),
  'practice/drop-question': command('practice/drop-question', { question }),
  'practice/rule-readiness': command('practice/rule-readiness', { readyToStart: z.boolean() }),
  'practice/limit': command('practice/limit', { team, column: z.enum(['started', 'waiting']), most: number.nullable() }),
  'practice/calibrate': command('practice/calibrate', {
    team,
    days: z.strictObject({ S: number, M: number, L: number, XL: number }),
  }),
};

export const BACKLOG_COMMANDS = { ...practice, ...items, ...order, ...cycles };
