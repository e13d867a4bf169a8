/** Care: is everything sound, a copy that can be restored, what leaves the house. Paths are those of the machine that holds the data. */
import { z } from 'zod';
import { companyId, list, shape } from './shape.ts';

export const careContract = {
  doctor: shape({
    summary: 'Check everything: journals, facts, files, people, the thread, room on the disk',
    effect: 'read',
    access: 'house',
    input: z.object({ company: companyId.optional() }),
    output: z.object({
      ok: z.boolean(),
      checks: list(
        z.object({
          company: z.string().nullable().describe('null for what concerns the whole house'),
          what: z.string(),
          state: z.enum(['good', 'warning', 'bad']),
          text: z.string(),
          todo: z.string().optional(),
        }),
      ),
    }),
  }),
  backup: shape({
    summary: 'Copy everything into one folder while the server runs (command line only)',
    effect: 'read',
    access: 'operator',
    places: ['to'],
    input: z.object({ to: z.string().min(1).describe('Folder to make; it must not be there yet'), company: companyId.optional() }),
    output: z.object({ to: z.string(), companies: list(z.string()), files: z.number(), bytes: z.number() }),
  }),
  restore: shape({
    summary: 'Put a backup back, checked before it replaces anything (command line only)',
    effect: 'write',
    access: 'operator',
    places: ['from'],
    input: z.object({
      from: z.string().min(1).describe('Folder that `backup` made'),
      company: companyId.optional(),
      replace: z.boolean().default(false).describe('Replace what is there'),
    }),
    output: z.object({
      companies: list(z.string()),
      files: z.number(),
      replaced: z.string().nullable().describe('Folder in which lies what stood there before; null where nothing did'),
    }),
  }),
  password: shape({
    summary: 'Set a new password for a sign-in (command line only)',
    effect: 'write',
    access: 'operator',
    places: ['email'],
    input: z.object({
      email: z.string(),
      password: z.string().min(10, 'at least 10 characters').max(200).optional().describe('Made up and printed when left out'),
    }),
    output: z.object({ email: z.string(), password: z.string().nullable().describe('The one made up; null where it was given') }),
  }),
  export: shape({
    summary: 'The whole company as canonical JSON lines, for hand-over',
    effect: 'read',
    access: 'own',
    input: z.object({ company: companyId, to: z.string().optional().describe('File to write (command line only)') }),
    output: z.object({ sha256: z.string(), lines: z.number(), bytes: z.number(), to: z.string().nullable() }),
  }),
  audit: shape({
    summary: 'Sign-ins, grants and tokens',
    effect: 'read',
    access: 'own',
    input: z.object({ company: companyId, limit: z.coerce.number().int().min(1).max(1000).default(200) }),
    output: z.object({ entries: list(z.object({ at: z.string(), who: z.string(), what: z.string(), detail: z.string() })) }),
  }),
};
