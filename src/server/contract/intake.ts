/**
 * Asking for work: requests as the company sees them, the share links by which outsiders ask, and what an outsider may
 * do by such a link. The page of a request changes live over GET /api/page-live (server-sent events).
 */
import { z } from 'zod';
import type { RequestPage } from '../../views/intake/request-page.ts';
import type { Phase } from '../../views/intake/phase.ts';
import { companyId, day, none, shape, typed } from './shape.ts';

const PHASES = [
  'waiting',
  'due',
  'deferred',
  'queued',
  'started',
  'done',
  'dropped',
  'declined',
  'withdrawn',
] as const satisfies readonly Phase[];
const token = z.string().min(1).max(200).describe('The last part of the link');
const request = z
  .string()
  .regex(/^q_[A-Za-z0-9-]{1,60}$/, 'an id such as q_7f3a is needed')
  .describe('Id of a request');
const page = typed<RequestPage>(z.looseObject({ ref: z.string(), title: z.string(), phase: z.string() }));

/** The longest that may be written in a field of the form. */
export const LONGEST = { result: 2000, whom: 500, later: 500, proof: 1000, tactic: 2000, name: 80 } as const;

const sentence = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `is longer than ${most} characters`)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null);
const needed = (most: number, empty: string) => z.string().trim().min(1, empty).max(most, `is longer than ${most} characters`);

export const intakeContract = {
  requests: shape({
    summary: 'What was asked for, oldest first, and how each request stands',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      phase: z.enum(PHASES).optional().describe('Only those that stand so'),
      text: z.string().max(200).optional().describe('Only those in whose words this occurs'),
    }),
    output: z.object({
      requests: z.array(
        z.object({
          id: z.string(),
          ref: z.string(),
          on: day,
          by: z.string(),
          title: z.string().nullable(),
          phase: z.enum(PHASES),
          due: day.nullable(),
          item: z.string().nullable().describe('Reference of the work item it was accepted into'),
          into: z.string().nullable().describe('Reference of the request it was joined with'),
          until: day.nullable(),
          why: z.string().nullable(),
        }),
      ),
    }),
  }),
  'request link': shape({
    summary: 'The secret link to a request’s page, to hand to whoever asked',
    effect: 'read',
    access: 'write',
    places: ['request'],
    input: z.object({ company: companyId, request }),
    output: z.object({ link: z.string() }),
  }),
  'request erase': shape({
    summary: 'Take the words, name and address of a request away for good; what was decided stays',
    effect: 'write',
    access: 'own',
    places: ['request'],
    input: z.object({ company: companyId, request }),
    output: none,
  }),
  forms: shape({
    summary: 'The share links by which outsiders may ask, newest first',
    effect: 'read',
    access: 'write',
    input: z.object({ company: companyId }),
    output: z.object({
      forms: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          until: day.nullable(),
          state: z.enum(['open', 'revoked', 'expired']),
          requests: z.number(),
        }),
      ),
    }),
  }),
  'form make': shape({
    summary: 'Make a share link by which outsiders may ask; it is shown once',
    effect: 'write',
    access: 'write',
    places: ['name'],
    input: z.object({
      company: companyId,
      name: z.string().trim().min(1).max(80).describe('For whom the link is'),
      until: day.optional().describe('Last day on which it may be used; without an end when left out'),
    }),
    output: z.object({ id: z.string(), link: z.string() }),
  }),
  'form revoke': shape({
    summary: 'Close a share link for good',
    effect: 'write',
    access: 'write',
    places: ['id'],
    input: z.object({ company: companyId, id: z.string().regex(/^f_[A-Za-z0-9-]{1,60}$/) }),
    output: none,
  }),
  post: shape({
    summary: 'How mail to requesters stands: waiting, given up, and the last fault',
    effect: 'read',
    access: 'write',
    input: z.object({ company: companyId }),
    output: z.object({ mails: z.boolean(), waiting: z.number(), givenUp: z.number(), fault: z.string().nullable() }),
  }),
  'open-form': shape({
    summary: 'For outsiders: a form by its share link, with the stamp to send back',
    effect: 'read',
    access: 'open',
    input: z.object({ company: companyId, token }),
    output: z.object({
      company: z.string(),
      stamp: z.string(),
      today: day,
      mails: z.boolean().describe('Whether decisions are told by mail'),
      queue: z
        .object({
          place: z.number().describe('Where a request stands that is accepted as it is'),
          dates: z.array(z.object({ place: z.number(), p50: day, p85: day, p95: day })),
        })
        .nullable(),
      why: z.string(),
    }),
  }),
  'file-request': shape({
    summary: 'For outsiders: ask for a result by a share link',
    effect: 'write',
    access: 'open',
    input: z.object({
      company: companyId,
      token,
      stamp: z.string().max(300),
      result: needed(LONGEST.result, 'say what should be different'),
      whom: needed(LONGEST.whom, 'say who has to do something differently'),
      proof: needed(LONGEST.proof, 'say how you will see that it worked'),
      due: day.nullable().default(null),
      later: sentence(LONGEST.later),
      tactic: sentence(LONGEST.tactic),
      name: sentence(LONGEST.name),
      email: z.union([z.literal(''), z.email('is no e-mail address').max(200)]).default(''),
      website: z.string().max(500).default('').describe('Left empty by people'),
    }),
    output: z.object({ ref: z.string(), link: z.string() }),
  }),
  'open-page': shape({
    summary: 'For outsiders: the page of one request by its secret link',
    effect: 'read',
    access: 'open',
    input: z.object({ company: companyId, token }),
    output: page,
  }),
  'page-withdraw': shape({
    summary: 'For outsiders: the request is no longer needed',
    effect: 'write',
    access: 'open',
    input: z.object({ company: companyId, token, batch: z.string().min(8).max(80), why: sentence(1000) }),
    output: page,
  }),
  'page-answer': shape({
    summary: 'For outsiders: answer the team’s question about the request',
    effect: 'write',
    access: 'open',
    input: z.object({ company: companyId, token, batch: z.string().min(8).max(80), answer: needed(2000, 'is empty') }),
    output: page,
  }),
  'page-ask-place': shape({
    summary: 'For outsiders: ask for another place in the queue',
    effect: 'write',
    access: 'open',
    input: z.object({
      company: companyId,
      token,
      batch: z.string().min(8).max(80),
      place: z.number().int().min(1).max(100_000),
      note: sentence(1000),
    }),
    output: page,
  }),
};
