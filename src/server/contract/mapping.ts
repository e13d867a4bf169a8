/**
 * Mapping: what each column of a file means, as it travels. The facts room owns the meaning; the import
 * operation hands one to the other, and there the compiler compares the two shapes.
 */
import { z } from 'zod';
import { list } from './shape.ts';

/** What a file can feed. */
export const entity = z.enum([
  'account',
  'contact',
  'lead',
  'opportunity',
  'opportunity_contact',
  'stage_entry',
  'deal_change',
  'campaign_record',
  'touch',
  'spend',
  'visitor_link',
  'work_done',
  'lookup',
]);

/** How days, times and numbers are written in one column. */
const format = z.enum([
  'iso',
  'iso-offset',
  'ymd-dot',
  'compact',
  'dmy',
  'mdy',
  'month-name',
  'epoch-s',
  'epoch-ms',
  'epoch-us',
  'plain',
  'point',
  'comma',
  'micros',
  'minor',
]);
export const kind = z.enum(['text', 'number', 'boolean', 'day']);

const source = z.union([
  z.strictObject({
    header: z.string(),
    format: z.exactOptional(format),
    day: z.exactOptional(z.literal(true)),
    split: z.exactOptional(z.enum([';', ',', '|'])),
    short: z.exactOptional(z.literal(true)),
    means: z.exactOptional(z.record(z.string(), z.string())),
  }),
  z.strictObject({ constant: z.string() }),
  z.strictObject({ join: list(z.string()) }),
  z.strictObject({ first: list(z.string()), short: z.exactOptional(z.literal(true)) }),
  z.strictObject({
    utm: z.strictObject({ source: z.exactOptional(z.string()), medium: z.exactOptional(z.string()) }),
    otherwise: z.exactOptional(z.string()),
  }),
  z.strictObject({ as: z.literal('content') }),
]);

const attribute = z.object({ header: z.string(), name: z.string(), kind, format: z.exactOptional(format) });

const condition = z.union([
  z.strictObject({ header: z.string(), filled: z.literal(true) }),
  z.strictObject({ header: z.string(), in: list(z.string()) }),
  z.strictObject({ header: z.string(), notIn: list(z.string()) }),
]);
const where = z.union([condition, z.strictObject({ all: list(condition) })]);

const feed = z.object({
  entity,
  lookup: z.exactOptional(z.string()),
  fields: z.record(z.string(), source),
  attributes: list(attribute),
  where: z.exactOptional(where),
  side: z.exactOptional(z.literal(true)),
  states: z.exactOptional(z.literal(true)),
  inferred: z.exactOptional(z.literal(true)),
});

const dialect = z.object({
  encoding: z.exactOptional(z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])),
  delimiter: z.exactOptional(z.enum([',', '\t', ';', '|'])),
  headerLine: z.exactOptional(z.number().int().min(1)),
  sheet: z.exactOptional(z.string()),
});

/** A mapping, complete: with the same cells it gives the same facts on any day. */
export const mapping = z.object({
  name: z.exactOptional(z.string()),
  shape: z.exactOptional(z.string()),
  src: z.string().min(1).max(60),
  dialect: z.exactOptional(dialect),
  feeds: list(feed),
  stages: z.exactOptional(z.record(z.string(), z.enum(['open', 'won', 'lost']))),
  creditNotes: z.exactOptional(z.boolean()),
  currency: z.string().nullable(),
  zone: z.string(),
  answers: z.record(z.string(), z.string()),
  headers: list(z.string()),
});
