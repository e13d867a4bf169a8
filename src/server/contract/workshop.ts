/**
 * Workshops: planned by the team, and the room that people come into with or without an account.
 *
 * Whoever is in a room names himself by the secret of his link (`token`), or is signed in and names the `workshop`. What
 * others do there comes live over GET /api/room-live (server-sent events): `snapshot`, `changes`, `stage`, `deck`,
 * `presence`, `again`, `ended`; docs/workshops.md says what each holds.
 */
import { z } from 'zod';
import type { Change } from '../../domain/workshop/room/entry.ts';
import type { Room } from '../../domain/workshop/room/room.ts';
import type { Deck } from '../../views/workshop/deck.ts';
import type { Minutes } from '../../views/workshop/minutes.ts';
import type { Stage } from '../../views/workshop/stage.ts';
import { agenda } from './commands-workshop.ts';
import { companyId, day, list, none, shape, typed } from './shape.ts';

const workshop = z
  .string()
  .regex(/^h_[A-Za-z0-9-]{1,60}$/, 'an id such as h_7f3a is needed')
  .describe('Id of a workshop');
const person = z.string().max(80).describe('Somebody who is asked in: an id, a name or an address');
const topic = z.enum(['retro', 'outlook', 'guidepoint', 'ideas', 'launch', 'plan']);
const people = z.union([z.string(), z.array(z.string().max(200)).max(60)]);

/** Who comes in: by his link, or signed in. */
const comes = {
  company: companyId,
  token: z.string().min(1).max(300).optional().describe('The last part of the link'),
  workshop: workshop.optional(),
};

/** Everything a page of the room begins with; what follows comes over the stream. */
export type RoomPage = {
  readonly stage: Stage;
  readonly room: Room;
  readonly showings: number;
  /** null where nothing is sorted in this workshop. */
  readonly deck: Deck | null;
};
/** Who is here, what each holds and where he points. */
export type Hands = readonly {
  readonly person: string;
  readonly holds: string | null;
  readonly at: { readonly on: string; readonly x: number; readonly y: number } | null;
}[];

/** What is not one is refused for itself, so that the others of the message land (domain/workshop/room/read-change.ts). */
const change = typed<Change>(z.looseObject({ do: z.string() }));
const page = typed<RoomPage>(z.looseObject({ stage: z.looseObject({}), room: z.looseObject({}), showings: z.number() }));
const minutes = typed<Minutes>(z.looseObject({ title: z.string(), happened: z.array(z.looseObject({})) }));

export const workshopContract = {
  workshops: shape({
    summary: 'The workshops there are, the next first',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId }),
    output: z.object({
      workshops: list(
        z.object({
          id: z.string(),
          title: z.string(),
          kind: z.string(),
          period: z.string(),
          starts: z.string(),
          state: z.enum(['ahead', 'open', 'over', 'cancelled']),
          facilitator: z.string(),
          people: z.number(),
          sent: z.number().describe('How many have sent what was asked before it'),
          here: z.number(),
        }),
      ),
    }),
  }),
  'workshop plan': shape({
    summary: 'Plan a workshop: purpose, agenda, people with or without an account',
    effect: 'write',
    access: 'write',
    places: ['title'],
    input: z.object({
      company: companyId,
      title: z.string().trim().min(1).max(80),
      purpose: z.string().trim().min(1).max(1000),
      kind: z.enum(['collaborative', 'planning']).default('collaborative'),
      period: z.string().max(20).describe('The quarter it is about: 2026-Q3'),
      starts: z.string().max(30).describe('When it begins, in UTC: 2026-06-09T08:00:00Z'),
      people: people.default([]).describe('Members by name, address or id; guests as "Name <address>" or by a name alone'),
      facilitator: person.optional().describe('Who leads it; you, when left out'),
      named: z.boolean().default(false).describe('Show cards with the name of who wrote them'),
      agenda: agenda.optional().describe('Its steps; the usual ones of its kind when left out'),
      linksUntil: day.optional().describe('Last day on which links open it; a week after it when left out'),
      prework: day.optional().describe('Ask everybody for start, stop, keep and for opportunities and threats, until this day'),
    }),
    output: z.object({ id: z.string(), links: list(z.object({ person: z.string(), name: z.string(), link: z.string() })) }),
  }),
  'workshop invite': shape({
    summary: 'Ask one more person into a workshop; answers with the link',
    effect: 'write',
    access: 'write',
    places: ['workshop', 'person'],
    input: z.object({ company: companyId, workshop, person: z.string().min(1).max(200) }),
    output: z.object({ person: z.string(), link: z.string() }),
  }),
  'workshop link': shape({
    summary: 'The link by which one person comes in; with renew, another one, and the old one ends',
    effect: 'write',
    access: 'write',
    places: ['workshop', 'person'],
    input: z.object({ company: companyId, workshop, person, renew: z.boolean().default(false) }),
    output: z.object({ link: z.string() }),
  }),
  'workshop remind': shape({
    summary: 'Remind everybody who has not sent what was asked before the workshop',
    effect: 'write',
    access: 'write',
    places: ['workshop'],
    input: z.object({ company: companyId, workshop }),
    output: z.object({
      reminded: list(z.string()),
      mails: z.boolean(),
      without: list(z.string()).describe('Those whose address nobody knows'),
    }),
  }),
  'workshop show-cards': shape({
    summary: 'Show everybody the cards of a topic; whoever leads the workshop asks it',
    effect: 'write',
    access: 'read',
    places: ['workshop', 'topic'],
    input: z.object({ company: companyId, workshop, topic }),
    output: z.object({ cards: z.number() }),
  }),
  'workshop name-groups': shape({
    summary: 'Keep the groups of a topic as they stand',
    effect: 'write',
    access: 'read',
    places: ['workshop', 'topic'],
    input: z.object({ company: companyId, workshop, topic }),
    output: z.object({ groups: z.number() }),
  }),
  'workshop show-votes': shape({
    summary: 'Count the votes of a topic and show the counts',
    effect: 'write',
    access: 'read',
    places: ['workshop', 'topic'],
    input: z.object({ company: companyId, workshop, topic }),
    output: z.object({ voters: z.number(), counts: list(z.object({ on: z.string(), dots: z.number() })) }),
  }),
  'workshop put-together': shape({
    summary:
      'Put together what came of it, in one act: Guidepoint or Blueprint, Backlog, what is not done with its reasons, signatures asked',
    effect: 'write',
    access: 'write',
    places: ['workshop'],
    input: z.object({
      company: companyId,
      workshop,
      seats: z.array(z.string().max(40)).max(50).default([]).describe('Seats that are asked to sign; none: nothing is put forward yet'),
    }),
    output: z.object({
      guidepoint: z.string().nullable(),
      scenario: z.string().nullable(),
      blueprint: z.string().nullable(),
      ordered: z.number(),
      accepted: z.number(),
      notDoing: z.number(),
    }),
  }),
  'workshop minutes': shape({
    summary: 'The minutes of a workshop, told from the journal',
    effect: 'read',
    access: 'read',
    places: ['workshop'],
    input: z.object({ company: companyId, workshop }),
    output: minutes,
  }),
  'workshop erase': shape({
    summary: 'Take a guest’s name, address and every word he wrote in a workshop away for good',
    effect: 'write',
    access: 'own',
    places: ['workshop', 'person'],
    input: z.object({ company: companyId, workshop, person }),
    output: none,
  }),
  'room-open': shape({
    summary: 'For participants: the room as it is now',
    effect: 'read',
    access: 'open',
    input: z.object(comes),
    output: page,
  }),
  'room-send': shape({
    summary: 'For participants: what was done in the room; sent again with the same ids it is answered, not done again',
    effect: 'write',
    access: 'open',
    input: z.object({
      ...comes,
      changes: z
        .array(z.object({ id: z.string().min(8).max(80), change }))
        .min(1)
        .max(200),
    }),
    output: z.object({
      taken: list(z.object({ id: z.string(), seq: z.number().optional(), code: z.string().optional().describe('Why it was not taken') })),
    }),
  }),
  'room-hand': shape({
    summary: 'For participants: what he holds and where he points, said again and again',
    effect: 'write',
    access: 'open',
    input: z.object({
      ...comes,
      n: z.number().describe('Grows with each time'),
      holds: z.string().max(80).nullable(),
      at: z.object({ on: z.string().max(80), x: z.number(), y: z.number() }).nullable(),
    }),
    output: z.object({ held: z.boolean().describe('False where somebody else holds the card') }),
  }),
  'room-done': shape({
    summary: 'For participants: what was asked before the workshop is written',
    effect: 'write',
    access: 'open',
    input: z.object(comes),
    output: z.object({ cards: z.number() }),
  }),
};
