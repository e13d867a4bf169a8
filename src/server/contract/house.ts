/** Sign-in, companies and people: who gets into the house and where. */
import { z } from 'zod';
import { companyId, none, role, shape, zone } from './shape.ts';

const email = z.email().max(200);
const password = z.string().min(10, 'at least 10 characters').max(200);
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('ISO 4217 code: EUR');
const fiscal = z.object({ startMonth: z.number().int().min(1).max(12), pattern: z.enum(['calendar', '4-4-5']) });

/** A company as the switcher shows it. */
export const companyCard = z.object({ id: companyId, name: z.string(), role, person: z.string(), demo: z.boolean() });
const me = z.object({ signIn: z.string(), name: z.string(), email: z.string(), houseOwner: z.boolean(), companies: z.array(companyCard) });

export const houseContract = {
  health: shape({
    summary: 'Whether the server is ready, and its version',
    effect: 'read',
    access: 'open',
    input: none,
    output: z.object({ status: z.literal('ok'), version: z.string() }),
  }),
  door: shape({
    summary: 'What stands behind the front door: nobody yet (first run), signed out, or me',
    effect: 'read',
    access: 'open',
    input: none,
    output: z.object({ firstRun: z.boolean(), setupTokenNeeded: z.boolean(), me: me.nullable(), version: z.string() }),
  }),
  'claim-house': shape({
    summary: 'The first account: it owns the installation',
    effect: 'write',
    access: 'open',
    input: z.object({ name: z.string().trim().min(1).max(80), email, password, setupToken: z.string().optional() }),
    output: me,
  }),
  'sign-in': shape({
    summary: 'Sign in with e-mail and password',
    effect: 'write',
    access: 'open',
    input: z.object({ email, password: z.string().max(200) }),
    output: me,
  }),
  'sign-out': shape({ summary: 'End this session', effect: 'write', access: 'open', input: none, output: none }),
  'change-password': shape({
    summary: 'Change my own password; other browsers that were signed in with it are signed out',
    effect: 'write',
    access: 'signed-in',
    input: z.object({ current: z.string().max(200), password }),
    output: none,
  }),
  companies: shape({
    summary: 'The companies I belong to',
    effect: 'read',
    access: 'signed-in',
    input: none,
    output: z.object({ companies: z.array(companyCard) }),
  }),
  'company add': shape({
    summary: 'Found a company',
    effect: 'write',
    access: 'house',
    places: ['name'],
    input: z.object({
      name: z.string().trim().min(1).max(80),
      currency: currency.optional(),
      zone: zone.optional(),
      fiscal: fiscal.optional(),
      seats: z.array(z.string()).optional(),
    }),
    output: companyCard,
  }),
  demo: shape({
    summary: 'Make the demo company (about two years of an invented shipper of software)',
    effect: 'write',
    access: 'house',
    input: z.object({
      seed: z.string().max(60).optional(),
      asOf: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional()
        .describe('Last day of the demo; today when left out'),
      scale: z.coerce.number().min(0.05).max(1_000).optional().describe('How many times larger; 1,000 is a million opportunities'),
      name: z.string().max(80).optional(),
    }),
    output: z.object({
      company: companyCard,
      sha256: z
        .string()
        .nullable()
        .describe('of the canonical JSON-lines export; null above twenty times the size, where exporting takes minutes'),
      counts: z.record(z.string(), z.number()),
    }),
  }),
  invite: shape({
    summary: 'Invite a person by link, with role and seats',
    effect: 'write',
    access: 'own',
    input: z.object({
      company: companyId,
      name: z.string().trim().min(1).max(80),
      email: email.optional(),
      role,
      seats: z.array(z.string()).default([]),
    }),
    output: z.object({ link: z.string(), expires: z.string() }),
  }),
  invitation: shape({
    summary: 'What an invitation is for',
    effect: 'read',
    access: 'open',
    input: z.object({ token: z.string() }),
    output: z.object({
      company: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      role,
      seats: z.array(z.string()),
      by: z.string(),
      expires: z.string(),
    }),
  }),
  invitations: shape({
    summary: 'Invitations not yet taken up',
    effect: 'read',
    access: 'own',
    input: z.object({ company: companyId }),
    output: z.object({
      invitations: z.array(z.object({ id: z.string(), name: z.string(), role, seats: z.array(z.string()), expires: z.string() })),
    }),
  }),
  'withdraw-invitation': shape({
    summary: 'Make an invitation worthless',
    effect: 'write',
    access: 'own',
    input: z.object({ company: companyId, id: z.string() }),
    output: none,
  }),
  join: shape({
    summary: 'Take up an invitation: with a new sign-in, or the one signed in now',
    effect: 'write',
    access: 'open',
    input: z.object({
      token: z.string(),
      name: z.string().trim().min(1).max(80).optional(),
      email: email.optional(),
      password: password.optional(),
    }),
    output: me,
  }),
  tokens: shape({
    summary: 'API tokens of this company',
    effect: 'read',
    access: 'own',
    input: z.object({ company: companyId }),
    output: z.object({
      tokens: z.array(
        z.object({ id: z.string(), name: z.string(), scope: z.enum(['read', 'write']), made: z.string(), lastUsed: z.string().nullable() }),
      ),
    }),
  }),
  'token add': shape({
    summary: 'Make an API token for one company; it is shown once',
    effect: 'write',
    access: 'own',
    input: z.object({ company: companyId, name: z.string().trim().min(1).max(80), scope: z.enum(['read', 'write']) }),
    output: z.object({ id: z.string(), token: z.string() }),
  }),
  'token revoke': shape({
    summary: 'Make an API token worthless',
    effect: 'write',
    access: 'own',
    input: z.object({ company: companyId, id: z.string() }),
    output: none,
  }),
};
