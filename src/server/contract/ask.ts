/** Questions: numbers out, always in the one shape of kernel/answer.ts; and the views built on them. */
import { z } from 'zod';
import type { Answer } from '../../kernel/answer.ts';
import { touchRules } from './commands-measurement.ts';
import type { RulesEffect } from '../../views/credit/rules-effect.ts';
import type { CreditView } from '../../views/credit/credit-view.ts';
import type { DealView } from '../../views/deal/deal.ts';
import type { DealList } from '../../views/deal/deals.ts';
import type { HomeFacts } from '../../views/home/home.ts';
import type { ThreadView } from '../../views/thread/thread.ts';
import { finding } from './reports.ts';
import { companyId, day, list, shape, typed } from './shape.ts';

const row = z.looseObject({ key: z.string(), n: z.number() });
export const answer = typed<Answer>(
  z.object({
    question: z.string(),
    company: z.string(),
    asOf: day,
    loads: z.array(z.number()),
    definition: z.string(),
    rows: z.array(row),
    total: row,
    coverage: z.object({
      have: z.number(),
      of: z.number(),
      missing: z.array(z.object({ why: z.string(), n: z.number(), minor: z.number().optional() })),
    }),
    findings: z.array(finding),
  }),
);

const where = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .describe('field=value or field!=value; may be given several times; (blank) means an empty cell');
const period = z.string().optional().describe('Fiscal quarter: 2026-Q2');

export const askContract = {
  ask: shape({
    summary: 'Ask a question of the facts (`questions` names them)',
    effect: 'read',
    access: 'read',
    places: ['question'],
    input: z.object({
      company: companyId,
      question: z.string().describe('Its name: funnel, lag, credit, coverage …'),
      by: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .describe('Cuts, joined by commas: channel, sector, closed:quarter'),
      cut: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .describe('The same as by, in the word of the field: segment'),
      since: day.optional().describe('First day, included'),
      until: day.optional().describe('Day after the last, not included'),
      from: z.string().optional().describe('Stage or milestone to start from'),
      to: z.string().optional().describe('Stage or milestone to reach'),
      within: z.string().optional().describe('Days, joined by commas: 30,60,90'),
      model: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .describe('For `credit` models side by side, for `roi` one, joined by commas (first, u-hubspot, time-decay …), or all'),
      where,
      asOf: day.optional().describe('Use nothing dated after this day'),
      on: z.enum(['closed', 'opened']).optional().describe('For `deals`: which day since and until look at'),
      horizon: z.coerce.number().int().min(1).max(3650).optional().describe('For `lag-curve`: days the curves are drawn over'),
      every: z.coerce.number().int().min(1).optional().describe('For `pipeline`: days from one point to the next'),
      of: z
        .string()
        .optional()
        .describe('Column, for `values`; table, for `cuts`; what comes of a case, for `evidence`: touch:reply, lead, won'),
      id: z.string().optional().describe('Deal, for `touches`; campaign, for `evidence`'),
      outOf: z.string().optional().describe('For `evidence`: of which cases: touch:sent, lead, opportunity, spend'),
      kind: z.enum(['share', 'count', 'mean']).optional().describe('For `evidence`: how cases and what came of them are counted'),
      variants: z.string().optional().describe('For `evidence`: names of the variants in their order, joined by commas'),
      wait: z.coerce.number().int().min(0).max(3650).optional().describe('For `evidence`: days after which a case is ripe'),
      view: z.enum(['cohort', 'calendar']).optional().describe('For `funnel-steps`: those who entered, followed, or what happened'),
      compare: z.string().optional().describe('For `funnel`: two rows to set against each other, joined by a comma'),
      cost: z.enum(['period', 'credited']).optional().describe('For `roi`: cost of the period, or of the days the credit stems from'),
      count: z.enum(['all', 'spend']).optional().describe('For `roi` and `cac`: every cost that counts, or imported spend only'),
      intervals: z.boolean().optional().describe('For `credit` and `roi`: 80 % intervals of the money, by drawing the won deals anew'),
      target: z.coerce.number().int().min(0).optional().describe('For `pipeline-coverage`: revenue to be won, minor units'),
      limit: z.coerce.number().int().min(1).max(100_000).optional().describe('At most so many rows; totals stay whole'),
    }),
    output: answer,
  }),
  questions: shape({
    summary: 'The questions there are, with their parameters, and the cuts this company has',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId.optional() }),
    output: z.object({
      questions: list(
        z.object({
          name: z.string(),
          summary: z.string(),
          parameters: list(
            z.object({
              name: z.string(),
              kind: z.string(),
              summary: z.string(),
              required: z.boolean(),
              choices: list(z.string()).optional(),
            }),
          ),
        }),
      ),
      cuts: list(
        z.object({
          name: z.string().describe('What is said after --by and --where'),
          of: z.string().describe('What is cut: lead, opportunity, touch or spend'),
          means: z.string(),
          kind: z.string(),
          grains: list(z.string()).describe('Periods a day can be cut by: created:month'),
        }),
      ),
    }),
  }),
  'touch-rules': shape({
    summary: 'Which channels and kinds of touches there are, and what other touch rules would change over the last four quarters',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId, rules: touchRules.optional().describe('Rules to try; nobody adopts them by this') }),
    output: z.object({
      known: z.object({
        channels: list(z.object({ name: z.string(), n: z.number() })),
        kinds: list(z.object({ name: z.string(), n: z.number() })),
      }),
      effect: typed<RulesEffect | null>(z.looseObject({}).nullable()),
    }),
  }),
  'credit-learned': shape({
    summary: 'Won money under models that learn from all deals together: exact Markov chains and Shapley values',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      by: z.string().optional().describe('What a deal goes through: channel (taken without it), campaign, item, priority, kind'),
      where,
      since: day.optional().describe('First day of closes, included'),
      until: day.optional().describe('Day after the last, not included'),
      asOf: day.optional().describe('Use nothing dated after this day'),
      order: z.coerce.number().int().min(1).max(3).optional().describe('How many touches the chain remembers: 1, 2 or 3'),
      full: z.boolean().optional().describe('Every key for itself, however many; in the background'),
      intervals: z.boolean().optional().describe('With 80 % intervals of the shares, by drawing the deals anew'),
      rate: z.boolean().optional().describe('false: without the rate game, which looks at every set of up to 24 keys'),
    }),
    output: answer,
  }),
  home: shape({
    summary: 'The numbers on Home: outcomes now against target, what the work did',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId, period }),
    output: typed<HomeFacts>(z.looseObject({})),
  }),
  thread: shape({
    summary: 'The thread, walked down from objectives or up from closed revenue',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      direction: z.enum(['down', 'up']).default('up'),
      period,
      objective: z.string().optional().describe('Only what hangs on this objective'),
    }),
    output: typed<ThreadView>(z.looseObject({})),
  }),
  credit: shape({
    summary: 'Credit of a quarter by one link of the thread: all models side by side, sourced, influenced, self-reported, late touches',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      period,
      by: z
        .string()
        .default('channel')
        .describe('channel, campaign, item, requester, priority, outcome, objective, or a column of touches'),
    }),
    output: typed<CreditView>(z.looseObject({})),
  }),
  deals: shape({
    summary: 'Deals, newest first, with what the thread knows of each',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      status: z.enum(['won', 'lost', 'open']).optional(),
      search: z.string().optional().describe('Part of the name, the account or the id'),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: typed<DealList>(z.looseObject({})),
  }),
  deal: shape({
    summary: 'One deal, back-tracked: touches, campaigns, the request that caused it, the objective it served',
    effect: 'read',
    access: 'read',
    places: ['id'],
    input: z.object({ company: companyId, id: z.string() }),
    output: typed<DealView>(z.looseObject({})),
  }),
  rows: shape({
    summary: 'The rows behind a number',
    effect: 'read',
    access: 'read',
    places: ['entity'],
    input: z.object({
      company: companyId,
      entity: z.enum(['opportunity', 'touch', 'lead', 'spend', 'work_done', 'account', 'contact']),
      ids: z.array(z.string()).max(1000).optional(),
      where,
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({ columns: list(z.string()), rows: list(list(z.unknown())), total: z.number() }),
  }),
  chart: shape({
    summary: 'A chart as static SVG, drawn by the code the browser uses',
    effect: 'read',
    access: 'read',
    places: ['name'],
    input: z.object({
      company: companyId,
      name: z.enum(['thread', 'deal', 'credit', 'funnel', 'lag', 'lag-curve', 'funnel-steps', 'roi']),
      theme: z.enum(['light', 'dark']).default('light'),
      id: z.string().optional().describe('Deal, for `deal`'),
      period,
      direction: z.enum(['down', 'up']).optional(),
      by: z.string().optional().describe('Cut: channel, sector, closed:quarter'),
      from: z.string().optional().describe('Stage or milestone to start from'),
      to: z.string().optional().describe('Stage or milestone to reach'),
      since: day.optional(),
      until: day.optional(),
    }),
    output: z.object({ svg: z.string(), summary: z.string() }),
  }),
};
