/** Folder: several files as one plan, loaded in one go; and the folder that is looked into by itself. */
import { z } from 'zod';
import { entity } from './mapping.ts';
import { loaded, question } from './reports.ts';
import { companyId, list, shape } from './shape.ts';

const file = z.string().min(1).describe('Upload id from POST /api/upload; on the command line a path');
const reading = {
  company: companyId,
  foundAs: z.string().trim().min(1).max(80).optional().describe('Name to found the company under where it is not there yet'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as EUR')
    .optional()
    .describe('Currency of amounts that name none: EUR'),
  timeZone: z.string().min(1).max(60).optional().describe('Zone of times that name none: Europe/Amsterdam'),
  source: z.string().min(1).max(60).optional().describe('System the files come from; ids are unique within it (default: files)'),
  answers: z.record(z.string(), z.string()).default({}).describe('Answers to the questions of any of the files: id=option'),
};

const planned = z.object({
  file: z.string(),
  name: z.string(),
  sheet: z.string().nullable().describe('Of a workbook with several sheets: this one'),
  state: z.enum(['ready', 'question', 'known', 'twice', 'unknown', 'refused']),
  what: z.string().describe('What the file is, in words'),
  why: z.string().nullable(),
  todo: z.string().nullable(),
  place: z.number().nullable().describe('Place in the order of loading, from 1; null for what is not loaded'),
  feeds: list(entity),
  after: list(z.string()).describe('Files of the plan that hold what this one refers to'),
  rows: z.number(),
  held: z.number(),
  counts: list(
    z.object({ entity, lookup: z.exactOptional(z.string()), new: z.number(), changed: z.number(), unchanged: z.number() }),
  ).describe('Against what stands now'),
  questions: list(question),
  findings: list(z.object({ code: z.string(), n: z.number(), text: z.string() })),
});

const standing = z.object({
  setting: z
    .object({
      folder: z.string(),
      everyMinutes: z.number(),
      on: z.boolean(),
      setBy: z.string(),
      setAt: z.string(),
      lookedAt: z.string().nullable(),
      nextAt: z.string().nullable().describe('When it is looked into next; null where that is at once or never'),
      fault: z.string().nullable().describe('Why the last look did not work'),
    })
    .nullable(),
  suggested: z.string().describe('The folder that is used unless another is named'),
  files: list(
    z.object({
      name: z.string(),
      state: z.enum(['seen', 'loaded', 'known', 'waiting', 'failed']),
      what: z.string(),
      text: z.string(),
      todo: z.string(),
      loads: list(z.number()),
      at: z.string(),
    }),
  ),
  waiting: z.number().describe('Files that wait for a person'),
  failed: z.number(),
});

export const folderContract = {
  inbox: shape({
    summary: 'The folder that is looked into by itself: what is set, what lies in it, what waits for a person',
    effect: 'read',
    access: 'write',
    input: z.object({ company: companyId }),
    output: standing,
  }),
  'inbox set': shape({
    summary: 'Say which folder is looked into, and how often; files with known columns load by themselves, others wait',
    effect: 'write',
    access: 'own',
    input: z.object({
      company: companyId,
      folder: z
        .string()
        .min(1)
        .max(1000)
        .optional()
        .describe('Absolute path below one that is allowed (default: inbox/<company> of the data folder)'),
      everyMinutes: z.coerce.number().int().min(1).max(10_080).default(60).describe('Minutes between two looks'),
      off: z.boolean().default(false).describe('Stop looking into it'),
    }),
    output: standing,
  }),
  'inbox look': shape({
    summary: 'Look into the folder now',
    effect: 'write',
    access: 'write',
    input: z.object({ company: companyId }),
    output: standing,
  }),
  'inbox take': shape({
    summary: 'Take a waiting file to look at it: answers with an upload id for import-preview',
    effect: 'write',
    access: 'write',
    places: ['name'],
    input: z.object({ company: companyId, name: z.string().min(1).max(300) }),
    output: z.object({ upload: z.string(), name: z.string() }),
  }),
  'import-plan': shape({
    summary: 'Recognise several files, or a folder of them, as one plan: what is what, in which order, what is unclear; writes nothing',
    effect: 'read',
    access: 'write',
    places: ['file…'],
    input: z.object({ file: z.union([file, z.array(file).min(1).max(200)]), ...reading }),
    output: z.object({
      files: list(planned),
      missing: list(z.object({ entity, text: z.string() })),
      totals: z.object({
        files: z.number(),
        ready: z.number(),
        waiting: z.number(),
        left: z.number(),
        rows: z.number(),
        held: z.number(),
      }),
    }),
  }),
  'import-folder': shape({
    summary: 'Load the files of a plan in one go, in their order; each is a load of its own that can be taken back',
    effect: 'write',
    access: 'write',
    input: z.object({
      files: z
        .array(z.object({ file, sheet: z.string().nullable().default(null) }))
        .min(1)
        .max(200)
        .describe('Those of `import-plan` to be loaded, in the order of their place'),
      ...reading,
    }),
    output: z.object({
      company: companyId,
      founded: z.boolean(),
      loads: list(loaded),
      failed: list(
        z.object({ name: z.string(), sheet: z.string().nullable(), code: z.string(), text: z.string(), todo: z.string().nullable() }),
      ),
      rows: z.number().describe('Rows that landed'),
      held: z.number(),
      conflicts: z.number(),
    }),
  }),
};
