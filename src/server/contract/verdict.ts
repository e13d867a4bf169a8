/** Verdicts on campaigns: how many cases they need, what the evidence says. */
import { z } from 'zod';
import type { SampleSizeView } from '../../views/verdict/sample-size.ts';
import { companyId, shape, typed } from './shape.ts';

const share = z.coerce.number().gt(0).lt(1);

export const verdictContract = {
  'sample-size': shape({
    summary: 'How many cases a verdict needs to tell one rate from another, whether a segment has them, and how long a channel takes',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      scale: z.coerce.number().describe('From where it is scaled: 0.08; with --base a relative difference: 0.2'),
      abort: z.coerce.number().describe('From where it is aborted: 0.05; with --base a relative difference: 0'),
      error: share.max(0.4999).default(0.1).describe('Accepted chance of a wrong word: 0.1'),
      power: share.default(0.8).describe('Wanted chance of a right word'),
      minimum: z.coerce.number().int().min(1).max(100_000).default(100).describe('Cases of each variant before anything is said'),
      better: z.enum(['more', 'less']).default('more'),
      base: share.optional().describe('Rate of the first variant, where variants are compared'),
      variants: z.coerce.number().int().min(2).max(10).default(2).describe('How many variants are compared, with --base'),
      segment: z.string().optional().describe('Segment of the audience, by id: s_…'),
      there: z.coerce.number().int().min(1).max(20_000).optional().describe('Cases there are, where no segment says it'),
      channel: z.string().optional().describe('Channel whose pace of the last 90 days counts'),
      kind: z.string().optional().describe('Kind of touch whose people are the cases; without it, any'),
      of: z.enum(['touch', 'lead']).default('touch').describe('What the cases are: people touched, or leads'),
    }),
    output: typed<SampleSizeView>(z.looseObject({})),
  }),
};
