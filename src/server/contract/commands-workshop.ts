/** Commands about workshops, as they travel. Those that only the server can put together are asked by operations. */
import { z } from 'zod';
import { command, ids, note, said } from './command-shape.ts';
import { day } from './shape.ts';

const at = { id: ids.workshop };
const topic = z.enum(['retro', 'outlook', 'guidepoint', 'ideas', 'launch', 'plan']);
const phase = z.strictObject({
  title: z.string().max(200),
  act: z.enum(['talk', 'write', 'group', 'vote', 'classify', 'sign']),
  topic: topic.nullable(),
  minutes: z.number(),
  dots: z.number(),
});
export const agenda = z.array(phase).max(60);
const instant = z.string().max(30).describe('A moment in UTC: 2026-06-09T08:00:00Z');
const who = { person: ids.person };
const count = z.number().int();

export const workshopCommands = {
  'workshop/plan': command('workshop/plan', {
    ...at,
    title: said,
    purpose: said,
    kind: z.enum(['collaborative', 'planning']),
    period: z.string().max(20),
    starts: instant,
    agenda,
    facilitator: ids.person,
    named: z.boolean(),
    linksUntil: day,
    people: z.array(z.strictObject({ ...who, guest: z.boolean() })).max(200),
  }),
  'workshop/reword': command('workshop/reword', { ...at, title: said, purpose: said }),
  'workshop/reschedule': command('workshop/reschedule', { ...at, starts: instant, linksUntil: day }),
  'workshop/set-agenda': command('workshop/set-agenda', { ...at, agenda }),
  'workshop/invite': command('workshop/invite', { ...at, ...who, guest: z.boolean() }),
  'workshop/uninvite': command('workshop/uninvite', { ...at, ...who }),
  'workshop/renew-link': command('workshop/renew-link', { ...at, ...who }),
  'workshop/ask-prework': command('workshop/ask-prework', { ...at, topics: z.array(topic).max(6), until: day }),
  'workshop/send-prework': command('workshop/send-prework', { ...at, ...who, cards: count }),
  'workshop/remind': command('workshop/remind', { ...at, people: z.array(ids.person).max(200) }),
  'workshop/open': command('workshop/open', at),
  'workshop/start-phase': command('workshop/start-phase', { ...at, phase: count }),
  'workshop/pause': command('workshop/pause', at),
  'workshop/resume': command('workshop/resume', at),
  'workshop/extend': command('workshop/extend', { ...at, minutes: count }),
  'workshop/reveal-cards': command('workshop/reveal-cards', {
    ...at,
    topic,
    cards: z.array(z.strictObject({ card: ids.card, lane: z.string().max(40), by: ids.person.nullable(), note })).max(5000),
  }),
  'workshop/name-groups': command('workshop/name-groups', {
    ...at,
    topic,
    groups: z.array(z.strictObject({ group: ids.card, title: said, cards: z.array(ids.card).max(5000) })).max(500),
  }),
  'workshop/reveal-votes': command('workshop/reveal-votes', {
    ...at,
    topic,
    voters: count,
    counts: z.array(z.strictObject({ on: z.string().max(80), dots: count })).max(5000),
  }),
  'workshop/hand-over': command('workshop/hand-over', { ...at, ...who }),
  'workshop/take-up': command('workshop/take-up', { ...at, subject: said }),
  'workshop/put-together': command('workshop/put-together', {
    ...at,
    guidepoint: z.string().max(20).nullable(),
    scenario: ids.scenario.nullable(),
    blueprint: z.string().max(20).nullable(),
    ordered: z.array(ids.item).max(5000),
    accepted: z.array(ids.request).max(500),
    notDoing: z.array(z.strictObject({ what: z.string().max(80), title: said, why: note, later: day.nullable() })).max(500),
    kept: z.array(z.strictObject({ topic, title: said, dots: count })).max(500),
  }),
  'workshop/close': command('workshop/close', at),
  'workshop/cancel': command('workshop/cancel', { ...at, why: note }),
};
