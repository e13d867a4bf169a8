/** Frozen numbers: what was published, and how today's numbers differ from it. */
import { z } from 'zod';
import type { PublishPreview } from '../../views/published/preview.ts';
import type { PeriodListed, PublishedFacts } from '../../views/published/published.ts';
import { companyId, list, shape, typed } from './shape.ts';

const period = z.string().max(20).describe('Fiscal quarter or month: 2026-Q2, 2026-M04');

export const publishedContract = {
  publications: shape({
    summary: 'Periods whose numbers were published, and past quarters that could be',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId }),
    output: z.object({ periods: list(typed<PeriodListed>(z.looseObject({}))) }),
  }),
  publication: shape({
    summary: 'Published numbers of a period as they were frozen, and the difference to a recomputation, line by line with its causes',
    effect: 'read',
    access: 'read',
    places: ['period'],
    input: z.object({
      company: companyId,
      period,
      edition: z.coerce.number().int().min(1).optional().describe('Else the one that stands'),
    }),
    output: typed<PublishedFacts>(z.looseObject({})),
  }),
  'publish-preview': shape({
    summary: 'The numbers that would be frozen if a period were published now; writes nothing',
    effect: 'read',
    access: 'read',
    places: ['period'],
    input: z.object({ company: companyId, period }),
    output: typed<PublishPreview>(z.looseObject({})),
  }),
  report: shape({
    summary: 'The report of a period from the record, as HTML, PDF or JSON: frozen numbers where it was published',
    effect: 'read',
    access: 'read',
    places: ['period'],
    input: z.object({
      company: companyId,
      period: period.optional().describe('Fiscal quarter or month; the latest published one where none is named'),
      format: z.enum(['html', 'pdf', 'json']).default('html'),
    }),
    output: z.object({ name: z.string(), type: z.string(), text: z.string().nullable(), base64: z.string().nullable() }),
  }),
  publish: shape({
    summary: 'Publish the numbers of a period: later recomputation never changes them (owners and the seat of finance)',
    effect: 'write',
    access: 'read',
    places: ['period'],
    input: z.object({
      company: companyId,
      period,
      why: z.string().trim().min(1).max(2000).optional().describe('Why they are published again; needed from the second edition on'),
      expect: z.string().max(64).optional().describe('The sha256 of the preview that was looked at: refused where the numbers moved since'),
    }),
    output: z.object({ period: z.string(), edition: z.number(), sha256: z.string(), published: z.boolean() }),
  }),
};
