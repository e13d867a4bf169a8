/** Who is who: what waits for a person's word, what was decided, and a person or an account as all sources name it. */
import { z } from 'zod';
import { companyId, list, none, shape } from './shape.ts';

const handle = z
  .string()
  .max(400)
  .regex(/^(contact|email|visitor|account|domain):[^:]*:.+$/s, 'write it as kind:source:id, an address as email::ann@acme.com')
  .describe('contact:crm:003A, visitor:web:v1, account:crm:A1; an address has no source: email::ann@acme.com, domain::acme.com');
const of = z.enum(['person', 'account', 'member']);
const pair = { company: companyId, a: handle, b: handle };
const known = z.object({
  handle: z.string(),
  name: z.string().nullable(),
  rule: z.string(),
  confidence: z.string(),
  knownOn: z.string().nullable().describe('First day on which it was known; null: always'),
  speaks: z.boolean().describe('The one whose name the whole goes by'),
});
const money = { minor: z.number().nullable(), currency: z.string().nullable() };
const page = z.object({
  handles: list(known),
  others: list(known).describe('Accounts of a person, people of an account'),
  othersInAll: z.number(),
  deals: list(z.object({ src: z.string(), id: z.string(), name: z.string().nullable(), status: z.string().nullable(), ...money })),
  touches: list(
    z.object({
      src: z.string(),
      id: z.string(),
      on: z.string().nullable(),
      channel: z.string().nullable(),
      campaign: z.string().nullable(),
      what: z.string().nullable(),
    }),
  ),
  touchesInAll: z.number(),
});

export const identityContract = {
  'identity review': shape({
    summary: 'Who may be who: what waits for a person’s word, with the money on it, and what was decided',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      most: z.coerce.number().int().min(1).max(500).default(100),
      from: z.coerce.number().int().min(0).default(0).describe('Leave out so many of those with most people behind them: the next page'),
    }),
    output: z.object({
      currency: z.string().nullable(),
      total: z.number().describe('How many wait in all'),
      from: z.number().describe('How many of them stand before these'),
      proposals: list(
        z.object({
          of,
          a: z.string(),
          b: z.string(),
          aName: z.string().nullable(),
          bName: z.string().nullable(),
          rule: z.string(),
          confidence: z.string().describe('likely: counts already; possible: does not count until somebody says so'),
          n: z.number(),
          detail: z.string().nullable(),
          touches: z.number(),
          deals: z.number(),
          wonMinor: z.number(),
          openMinor: z.number(),
        }),
      ),
      decisions: list(
        z.object({
          id: z.string(),
          of,
          a: z.string(),
          b: z.string(),
          aName: z.string().nullable(),
          bName: z.string().nullable(),
          same: z.boolean(),
          why: z.string().nullable(),
          by: z.string(),
          at: z.string(),
          revokedBy: z.string().nullable(),
          revokedAt: z.string().nullable(),
        }),
      ),
    }),
  }),
  'identity moves': shape({
    summary: 'Which deals would count otherwise if two were one, or if a decision were taken back; writes nothing',
    effect: 'read',
    access: 'read',
    places: ['a', 'b'],
    input: z.object({
      company: companyId,
      a: handle.optional(),
      b: handle.optional(),
      apart: z.boolean().default(false).describe('If they were two'),
      without: z.string().max(40).optional().describe('Id of a decision that would be taken back'),
    }),
    output: z.object({
      currency: z.string().nullable(),
      concerned: z.number(),
      moved: list(
        z.object({
          src: z.string(),
          id: z.string(),
          name: z.string().nullable(),
          status: z.string().nullable(),
          minor: z.number().nullable(),
          touchesNow: z.number(),
          touchesThen: z.number(),
          peopleNow: z.number(),
          peopleThen: z.number(),
        }),
      ),
    }),
  }),
  'identity merge': shape({
    summary: 'Say that two are one person or one account, or that a person belongs to an account',
    effect: 'write',
    access: 'write',
    places: ['a', 'b'],
    input: z.object({ ...pair, why: z.string().trim().max(300).optional() }),
    output: z.object({ id: z.string() }),
  }),
  'identity apart': shape({
    summary: 'Say that two are not one, or that a person does not belong to an account',
    effect: 'write',
    access: 'write',
    places: ['a', 'b'],
    input: z.object({ ...pair, why: z.string().trim().max(300).optional() }),
    output: z.object({ id: z.string() }),
  }),
  'identity undo': shape({
    summary: 'Take such a decision back: every number is as it was without it',
    effect: 'write',
    access: 'write',
    places: ['id'],
    input: z.object({ company: companyId, id: z.string().min(1).max(40) }),
    output: none,
  }),
  person: shape({
    summary: 'A person as all sources name him: contacts, addresses, visitors, accounts, deals and touches',
    effect: 'read',
    access: 'read',
    places: ['handle'],
    input: z.object({ company: companyId, handle }),
    output: page,
  }),
  'person erase': shape({
    summary: 'Take a person’s names, addresses and visitor ids away from the facts, for good; touches, credit and money stay as they are',
    effect: 'write',
    access: 'own',
    places: ['handle'],
    input: z.object({ company: companyId, handle }),
    output: z.object({
      rows: z.record(z.string(), z.number()).describe('Rows changed, by table'),
      events: z.number().describe('Events as programs sent them that were emptied'),
      letters: z.number().describe('Letters that waited to be sent to one of his addresses, and will not be'),
      files: list(z.string()).describe('Files as received that named the person, and were removed'),
      shared: list(z.string()).describe('Addresses that several people share; they stay'),
    }),
  }),
  account: shape({
    summary: 'An account as all sources name it: its records, people, deals and touches',
    effect: 'read',
    access: 'read',
    places: ['handle'],
    input: z.object({ company: companyId, handle }),
    output: page,
  }),
};
