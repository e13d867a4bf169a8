/** Facts: files in, loads, held rows, names that need a person. Files are sent first with POST /api/upload, which answers with an upload id. */
import { z } from 'zod';
import { mapping } from './mapping.ts';
import { load, loaded, namesReport, preview, problemShape } from './reports.ts';
import { companyId, list, none, shape } from './shape.ts';

const file = z.string().min(1).describe('Upload id from POST /api/upload; on the command line a path');
const n = z.coerce.number().int().min(1).describe('Number of the load');
const reading = {
  company: companyId,
  foundAs: z.string().trim().min(1).max(80).optional().describe('Name to found the company under where it is not there yet'),
  mapping: z.string().optional().describe('Name of a saved mapping'),
  edited: mapping.optional().describe('A mapping as a preview proposed it, changed by a person'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as EUR')
    .optional()
    .describe('Currency of amounts that name none: EUR'),
  timeZone: z.string().min(1).max(60).optional().describe('Zone of times that name none: Europe/Amsterdam'),
  sheet: z.string().min(1).max(100).optional().describe('Of a workbook: the sheet to read (default: the first with a header)'),
  source: z.string().min(1).max(60).optional().describe('System the file comes from; ids are unique within it (default: files)'),
  answers: z.record(z.string(), z.string()).default({}).describe('Answers to the questions of a preview: id=option'),
};

export const factsContract = {
  'import-preview': shape({
    summary: 'Read a file and say what it would change; writes nothing',
    effect: 'read',
    access: 'write',
    places: ['file'],
    input: z.object({ file, ...reading }),
    output: preview.extend({
      targets: list(
        z.object({ value: z.string(), label: z.string(), entity: z.string(), field: z.string(), required: z.boolean() }),
      ).describe('What a person can choose for a column: entity.field'),
    }),
  }),
  import: shape({
    summary: 'Load files: good rows land together, bad rows are held with what to do',
    effect: 'write',
    access: 'write',
    places: ['file…'],
    input: z.object({
      file: z.union([file, z.array(file).min(1).max(50)]).describe('Upload ids from POST /api/upload; on the command line paths'),
      ...reading,
      dryRun: z.boolean().default(false).describe('Say what would happen and write nothing'),
      yes: z.boolean().default(false).describe('Take the proposed mapping where nothing is ambiguous'),
      saveAs: z.string().trim().min(1).max(80).optional().describe('Keep the mapping under this name'),
    }),
    output: z.object({
      company: companyId,
      founded: z.boolean().describe('The company was founded by this import'),
      dryRun: z.boolean(),
      previews: list(preview).describe('With dryRun: what each file would do'),
      loads: list(loaded),
    }),
  }),
  loads: shape({
    summary: 'What was loaded, by whom, what was held',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId }),
    output: z.object({ loads: list(load) }),
  }),
  revert: shape({
    summary: 'Take a load back: the state is as if it had never been',
    effect: 'write',
    access: 'write',
    places: ['n'],
    input: z.object({ company: companyId, n }),
    output: z.object({ n: z.number(), rows: z.number(), text: z.string() }),
  }),
  held: shape({
    summary: 'Rows that were held back, with what to do',
    effect: 'read',
    access: 'write',
    places: ['n'],
    input: z.object({
      company: companyId,
      n: n.optional(),
      from: z.coerce.number().int().min(0).default(0).describe('Rows to pass over'),
      limit: z.coerce.number().int().min(1).max(10_000).default(100),
    }),
    output: z.object({
      rows: list(
        z.object({
          ...problemShape,
          load: z.number(),
          cells: z.record(z.string(), z.string()).describe('The row as it stood in the file, by header'),
          mendedByLoad: z.number().nullable(),
        }),
      ),
      waiting: z.number().describe('Held rows of these loads that nobody has mended yet'),
    }),
  }),
  rejects: shape({
    summary: 'The held rows of a load as a CSV file, to be mended and loaded',
    effect: 'read',
    access: 'write',
    places: ['n'],
    input: z.object({ company: companyId, n }),
    output: z.object({ name: z.string(), csv: z.string() }),
  }),
  mend: shape({
    summary: 'Load held rows after mending them',
    effect: 'write',
    access: 'write',
    places: ['n', 'file'],
    input: z.object({
      company: companyId,
      n,
      rows: z
        .array(z.object({ line: z.number().int().min(1), cells: z.record(z.string(), z.string()) }))
        .min(1)
        .max(10_000)
        .optional()
        .describe('Mended cells by header; cells left out stay as they were'),
      file: file.optional().describe('The file of `rejects`, mended'),
    }),
    output: loaded,
  }),
  conflicts: shape({
    summary: 'Values on which two loads disagree; the later load stands',
    effect: 'read',
    access: 'read',
    places: ['n'],
    input: z.object({ company: companyId, n: n.optional() }),
    output: z.object({
      conflicts: list(
        z.object({
          load: z.number(),
          entity: z.string(),
          src: z.string(),
          id: z.string(),
          field: z.string(),
          was: z.string().nullable(),
          isNow: z.string().nullable(),
          wasLoad: z.number(),
        }),
      ),
    }),
  }),
  mappings: shape({
    summary: 'Saved mappings',
    effect: 'read',
    access: 'write',
    input: z.object({ company: companyId }),
    output: z.object({ mappings: list(z.object({ name: z.string(), savedAt: z.string(), mapping })) }),
  }),
  names: shape({
    summary: 'Names that match nothing yet, with the money they carry, and the closest candidates',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId }),
    output: namesReport,
  }),
  'alias confirm': shape({
    summary: 'Say that one spelling means another',
    effect: 'write',
    access: 'write',
    places: ['field', 'found', 'means'],
    input: z.object({
      company: companyId,
      field: z.string().min(1).describe('As `names` shows it: opportunity.product'),
      found: z.string().min(1).describe('The spelling found'),
      means: z.string().min(1).describe('What it means'),
    }),
    output: none,
  }),
  'alias revoke': shape({
    summary: 'Take an alias back',
    effect: 'write',
    access: 'write',
    places: ['field', 'found'],
    input: z.object({ company: companyId, field: z.string().min(1), found: z.string().min(1) }),
    output: none,
  }),
};
