/** Verdicts on campaigns: how many cases they need, what the evidence says. */
import { z } from 'zod';
import type { Said } from '../../domain/agreements/verdict.ts';
import type { Library } from '../../views/verdict/learning.ts';
import type { SampleSizeView } from '../../views/verdict/sample-size.ts';
import type { VerdictInput } from '../../views/verdict/verdict-input.ts';
import type { VerdictView } from '../../views/verdict/verdict-view.ts';
import { answer } from './ask.ts';
import { ids } from './command-shape.ts';
import { word } from './commands-market.ts';
import { companyId, day, shape, typed } from './shape.ts';

const campaign = z.string().max(120).describe('The campaign: its id (c_…) or its tracking key');
const expect = z
  .string()
  .max(64)
  .optional()
  .describe('The sha256 of the verdict that was looked at: refused where the evidence moved since');
const input = typed<VerdictInput>(z.looseObject({}));
const view = typed<VerdictView>(z.looseObject({}));

const share = z.coerce.number().gt(0).lt(1);

export const verdictContract = {
  'sample-size': shape({
    summary: 'How many cases a verdict needs to tell scale from abort, whether a segment has them, and how long a channel takes',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      measure: z
        .enum(['share', 'count', 'mean', 'ratio', 'cost'])
        .default('share')
        .describe('share of cases, count for each case, mean amount for each case, ratio of two amounts, cost: money for each case'),
      scale: z.coerce.number().describe('From where it is scaled: 0.08; with --base a relative difference: 0.2'),
      abort: z.coerce.number().describe('From where it is aborted: 0.05; with --base a relative difference: 0'),
      error: share.max(0.4999).default(0.1).describe('Accepted chance of a wrong word: 0.1'),
      power: share.default(0.8).describe('Wanted chance of a right word'),
      minimum: z.coerce.number().int().min(1).max(1_000_000_000).default(100).describe('Cases of each variant before anything is said'),
      better: z.enum(['more', 'less']).default('more'),
      base: z.coerce.number().gt(0).optional().describe('What the first variant has, where variants are compared: 0.04'),
      spread: z.coerce.number().gt(0).max(100).optional().describe('Of a mean or ratio: standard deviation of single cases ÷ their mean'),
      half: z.coerce.number().gt(0).optional().describe('Instead of spread: half of the amounts stay under this'),
      ninth: z.coerce.number().gt(0).optional().describe('With --half: nine in ten amounts stay under this'),
      paying: z.coerce.number().gt(0).max(1).default(1).describe('With --half: share of the cases that bring any amount'),
      like: z.string().max(200).optional().describe('Instead of spread: words of a measure that campaigns have run by'),
      unit: z.enum(['each', 'money']).default('each').describe('money: thresholds are whole minor units of the company’s currency'),
      variants: z.coerce.number().int().min(2).max(10).default(2).describe('How many variants are compared, with --base'),
      segment: z.string().optional().describe('Segment of the audience, by id: s_…'),
      there: z.coerce.number().int().min(1).max(20_000).optional().describe('Cases there are, where no segment says it'),
      channel: z.string().optional().describe('Channel whose pace of the last 90 days counts'),
      kind: z.string().optional().describe('Kind of touch whose people are the cases; without it, any'),
      within: z.coerce.number().int().min(1).max(3650).optional().describe('Days from the start to the deadline'),
      of: z.enum(['touch', 'lead']).default('touch').describe('What the cases are: people touched, or leads'),
    }),
    output: typed<SampleSizeView>(z.looseObject({})),
  }),
  verdict: shape({
    summary: 'What the rule says of a campaign by its frozen criteria: scale, keep going, abort or review, with every look and why',
    effect: 'read',
    access: 'read',
    places: ['campaign'],
    input: z.object({ company: companyId, campaign, asOf: day.optional().describe('As it was known on this day') }),
    output: z.object({
      campaign: ids.campaign,
      name: z.string(),
      asOf: day,
      input: input.describe('What the rule was given: the same function gives the same verdict from it anywhere'),
      view,
      said: typed<Said>(z.looseObject({})),
      answer,
    }),
  }),
  'verdict take': shape({
    summary: 'Take the word of the rule, on the evidence as the server counts it now; it is kept with the decision',
    effect: 'write',
    access: 'write',
    places: ['campaign'],
    input: z.object({ company: companyId, campaign, expect }),
    output: z.object({ campaign: ids.campaign, word, sha256: z.string() }),
  }),
  'verdict overrule': shape({
    summary: 'Ask for another word than the rule has, with a reason; it waits for a second person',
    effect: 'write',
    access: 'write',
    places: ['campaign', 'word'],
    input: z.object({
      company: companyId,
      campaign,
      word,
      second: ids.person.describe('Who shall confirm it: p_…'),
      why: z.string().trim().min(1).max(2000),
      expect,
    }),
    output: z.object({ campaign: ids.campaign, overrule: z.number(), word, second: ids.person, sha256: z.string() }),
  }),
  'verdict kept': shape({
    summary: 'The evidence of a verdict as it stood when it was decided on, byte for byte',
    effect: 'read',
    access: 'read',
    places: ['sha256'],
    input: z.object({ company: companyId, sha256: z.string().max(64) }),
    output: z.object({ kind: z.literal('verdict'), campaign: ids.campaign, asOf: day, input, view }),
  }),
  verdicts: shape({
    summary: 'The learning library: campaigns that ran by frozen criteria with their verdicts, and base rates by measure and channel',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      channel: z.string().max(60).optional().describe('Only of this channel'),
      audience: z.string().max(120).optional().describe('Only of this segment, by id or name'),
      measure: z.string().max(200).optional().describe('Only where the words of the measure contain this'),
      word: word.optional().describe('Only those with this word (the one taken, else the rule’s)'),
      search: z.string().max(200).optional().describe('Only where name, hypothesis, reason or finding contain this'),
    }),
    output: z.object({ library: typed<Library>(z.looseObject({})), answer }),
  }),
};
