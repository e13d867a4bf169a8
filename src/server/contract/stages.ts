/** Stage definitions: what they would count. */
import { z } from 'zod';
import { SIDES_OF_FUNNEL, SIGN_KINDS, SKIPS } from '../../domain/measurement/stages.ts';
import { companyId, list, shape } from './shape.ts';

const stage = z.object({
  id: z.string().max(80),
  name: z.string().max(80),
  words: z.string().max(800),
  side: z.enum(SIDES_OF_FUNNEL),
  signs: z.array(z.object({ sign: z.enum(SIGN_KINDS), names: z.array(z.string().max(200)).max(60) })).max(12),
});
const counted = list(
  z.object({
    id: z.string(),
    name: z.string(),
    entered: z.number().describe('Deals that entered it, those that jumped over it counted as the version says'),
    jumped: z.number().describe('Deals that went past it without a sign of it'),
    back: z.number().describe('Deals that came back to it after a later stage'),
    minor: z.number().describe('Amounts of the deals with a sign of it, whole minor units'),
  }),
);

export const stagesContract = {
  stages: shape({
    summary: 'What the funnel’s stages mean, who signed, and how many deals each counts; with a draft, what it would count instead',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      draft: z
        .object({ stages: z.array(stage).max(20), skipped: z.enum(SKIPS) })
        .optional()
        .describe('Definitions to count by, without proposing them'),
    }),
    output: z.object({
      currency: z.string().nullable(),
      asOf: z.string(),
      version: z.number().describe('The version in force; 0 before any: the stages of the files are used'),
      since: z.string().nullable(),
      inForce: counted,
      draft: counted,
      names: list(z.object({ name: z.string(), n: z.number() })).describe('Stages of the files, most frequent first'),
    }),
  }),
};
