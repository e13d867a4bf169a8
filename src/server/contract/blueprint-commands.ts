/** The shapes of commands about priorities, milestones, Blueprints and scenarios, for the table in commands.ts. */
import { z } from 'zod';
import type { Edit } from '../../domain/blueprint/edits.ts';
import type { Lever } from '../../domain/blueprint/plan.ts';
import { day, typed } from './shape.ts';
import { command, ids, note, said } from './command-shape.ts';

const nobody = ids.person.nullable();
const number = z.number();
const minor = number.nullable();
const seats = z.array(z.string().max(40)).max(50);
const moscow = z.enum(['must', 'should', 'could', 'wont']);
const period = z.string().max(20);
const outcomes = z.array(ids.outcome).max(50);
const skills = z.array(z.strictObject({ skill: z.string().max(60), days: number })).max(40);
const terms = { title: said, moscow, outcomes, effortDays: number, budgetMinor: minor, from: day, to: day };
const others = z.array(ids.priority).max(60);
const line = z.strictObject({
  id: ids.priority,
  owner: nobody,
  ...terms,
  dependsOn: others,
  skills,
  milestones: z.array(z.strictObject({ id: ids.milestone, title: said, day })).max(60),
});
const lever = typed<Lever>(
  z.discriminatedUnion('lever', [
    z.strictObject({ lever: z.literal('cut'), priority: ids.priority, why: note }),
    z.strictObject({ lever: z.literal('defer'), priority: ids.priority, period, why: note }),
    z.strictObject({ lever: z.literal('extend'), priority: ids.priority, to: day, daysAfter: number, minorAfter: minor, why: note }),
    z.strictObject({ lever: z.literal('add'), days: number, skill: z.string().max(60).nullable(), minor, why: note }),
  ]),
);
const edit = typed<Edit>(
  z.discriminatedUnion('edit', [
    z.strictObject({ edit: z.literal('in'), line }),
    z.strictObject({ edit: z.literal('alter'), line }),
    z.strictObject({ edit: z.literal('out'), priority: ids.priority, spentDays: number, spentMinor: minor, why: note }),
    z.strictObject({ edit: z.literal('lever'), lever }),
  ]),
);
const edits = z.array(edit).max(60);
const seat = said;
const change = ids.change;
const n = number.int();

export const BLUEPRINT_COMMANDS = {
  'priority/plan': command('priority/plan', { id: ids.priority, period, owner: nobody, ...terms }),
  'priority/reword': command('priority/reword', { id: ids.priority, title: said }),
  'priority/class': command('priority/class', { id: ids.priority, moscow }),
  'priority/serve': command('priority/serve', { id: ids.priority, outcomes }),
  'priority/resize': command('priority/resize', { id: ids.priority, effortDays: number, budgetMinor: minor }),
  'priority/reschedule': command('priority/reschedule', { id: ids.priority, from: day, to: day }),
  'priority/hand-over': command('priority/hand-over', { id: ids.priority, owner: ids.person }),
  'priority/depend': command('priority/depend', { id: ids.priority, on: others }),
  'priority/split': command('priority/split', { id: ids.priority, skills }),
  'priority/defer': command('priority/defer', { id: ids.priority, period, from: day, to: day }),
  'priority/drop': command('priority/drop', { id: ids.priority, why: note }),
  'milestone/set': command('milestone/set', { id: ids.milestone, priority: ids.priority, title: said, day }),
  'milestone/reword': command('milestone/reword', { id: ids.milestone, title: said }),
  'milestone/move': command('milestone/move', { id: ids.milestone, day }),
  'milestone/reach': command('milestone/reach', { id: ids.milestone, on: day }),
  'milestone/reopen': command('milestone/reopen', { id: ids.milestone }),
  'milestone/remove': command('milestone/remove', { id: ids.milestone }),
  'blueprint/pull-lever': command('blueprint/pull-lever', { period, lever }),
  'blueprint/release-lever': command('blueprint/release-lever', { period, n }),
  'blueprint/leave-out': command('blueprint/leave-out', { period, priority: ids.priority.nullable(), title: said, why: note }),
  'blueprint/reconsider': command('blueprint/reconsider', { period, n }),
  'blueprint/tell': command('blueprint/tell', { period, priority: ids.priority.nullable(), line: n.nullable(), person: ids.person }),
  'blueprint/propose': command('blueprint/propose', { period, after: n, seats }),
  'blueprint/sign': command('blueprint/sign', { period, version: n, seat }),
  'blueprint/decline': command('blueprint/decline', { period, version: n, seat, why: note }),
  'blueprint/ask-change': command('blueprint/ask-change', { period, version: n, change, words: note, edits }),
  'blueprint/sign-change': command('blueprint/sign-change', { period, change, seat }),
  'blueprint/decline-change': command('blueprint/decline-change', { period, change, seat, why: note }),
  'blueprint/withdraw-change': command('blueprint/withdraw-change', { period, change }),
  'scenario/try': command('scenario/try', { id: ids.scenario, period, name: said, edits }),
  'scenario/rename': command('scenario/rename', { id: ids.scenario, name: said }),
  'scenario/edit': command('scenario/edit', { id: ids.scenario, edits }),
  'scenario/choose': command('scenario/choose', { id: ids.scenario }),
  'scenario/drop': command('scenario/drop', { id: ids.scenario }),
};
