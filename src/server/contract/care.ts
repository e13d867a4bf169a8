/** Care: is everything sound, a copy that can be restored, what leaves the house. */
import { z } from 'zod';
import { companyId, shape } from './shape.ts';

export const careContract = {
  doctor: shape({
    summary: 'Check everything: journals, facts, files, people, the thread', effect: 'read', access: 'house', input: z.object({ company: companyId.optional() }),
    output: z.object({ ok: z.boolean(), checks: z.array(z.object({ what: z.string(), state: z.enum(['good', 'warning', 'bad']), text: z.string(), todo: z.string().optional() })) }),
  }),
  backup: shape({ summary: 'Copy everything into one folder while the server runs', effect: 'read', access: 'house', places: ['to'], input: z.object({ to: z.string(), company: companyId.optional() }), output: z.object({ to: z.string(), files: z.number(), bytes: z.number() }) }),
  restore: shape({ summary: 'Put a backup back, checked before it replaces anything', effect: 'write', access: 'house', places: ['from'], input: z.object({ from: z.string(), company: companyId.optional(), replace: z.boolean().default(false) }), output: z.object({ companies: z.array(z.string()) }) }),
  password: shape({ summary: 'Set a new password for a sign-in (command line only)', effect: 'write', access: 'house', places: ['email'], input: z.object({ email: z.string(), password: z.string().min(10).max(200).optional().describe('Made up and printed when left out') }), output: z.object({ email: z.string(), password: z.string() }) }),
  export: shape({ summary: 'The whole company as canonical JSON lines, for hand-over', effect: 'read', access: 'own', input: z.object({ company: companyId, to: z.string().optional() }), output: z.object({ sha256: z.string(), lines: z.number(), to: z.string().nullable() }) }),
  audit: shape({ summary: 'Sign-ins, grants and tokens', effect: 'read', access: 'own', input: z.object({ company: companyId, limit: z.coerce.number().int().min(1).max(1000).default(200) }), output: z.object({ entries: z.array(z.object({ at: z.string(), who: z.string(), what: z.string(), detail: z.string() })) }) }),
};
