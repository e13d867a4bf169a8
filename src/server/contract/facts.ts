/** Facts: files in, loads, held rows, names that need a person. Files are sent first with POST /api/upload, which answers with an upload id. */
import { z } from 'zod';
import { companyId, none, shape } from './shape.ts';

const file = z.string().min(1).describe('Upload id from POST /api/upload; on the command line a path');
const reading = {
  company: companyId,
  mapping: z.string().optional().describe('Name of a saved mapping'),
  edited: z.record(z.string(), z.unknown()).optional().describe('A mapping as proposed by preview and changed by a person'),
  currency: z.string().regex(/^[A-Z]{3}$/).optional().describe('Currency of amounts that do not name one'),
  timeZone: z.string().optional().describe('Zone of times that do not name one'),
  source: z.string().max(60).optional().describe('System the file comes from; ids are unique within it (default: files)'),
  answers: z.record(z.string(), z.string()).default({}).describe('Answers to the questions a preview asked, by question id'),
};

/** One problem found in a file: where, what, and what to do. */
export const problem = z.object({ line: z.number(), column: z.string().nullable(), found: z.string().nullable(), problem: z.string(), todo: z.string() });
const question = z.object({ id: z.string(), text: z.string(), options: z.array(z.object({ value: z.string(), text: z.string() })), onCommandLine: z.string() });
export const load = z.object({
  n: z.number(), file: z.string(), at: z.string(), by: z.string(), source: z.string(), format: z.string(), rows: z.number(), loaded: z.number(), held: z.number(),
  entities: z.array(z.string()), reverted: z.string().nullable(), currency: z.string().nullable(), timeZone: z.string().nullable(),
});

export const factsContract = {
  'import-preview': shape({
    summary: 'Read a file and say what it would change; writes nothing', effect: 'read', access: 'write', places: ['file'], input: z.object({ file, ...reading }),
    output: z.object({
      file: z.string(), readAs: z.string(), rows: z.number(), ready: z.number(), held: z.number(),
      counts: z.array(z.object({ entity: z.string(), new: z.number(), changed: z.number(), unchanged: z.number(), held: z.number() })),
      columns: z.array(z.object({ header: z.string(), example: z.string().nullable(), filled: z.number(), to: z.array(z.string()) })),
      mapping: z.record(z.string(), z.unknown()), mappingFrom: z.string().nullable(),
      questions: z.array(question), problems: z.array(problem), problemsTotal: z.number(),
      findings: z.array(z.looseObject({ code: z.string(), n: z.number(), text: z.string() })), changes: z.array(z.string()),
      /** What a person can choose for a column: entity.field with a label. */
      targets: z.array(z.object({ value: z.string(), label: z.string(), entity: z.string() })),
    }),
  }),
  import: shape({
    summary: 'Load a file: good rows land together, bad rows are held with what to do', effect: 'write', access: 'write', places: ['file…'],
    input: z.object({ file: z.union([file, z.array(file)]), ...reading, dryRun: z.boolean().default(false), yes: z.boolean().default(false).describe('Take the proposed mapping where nothing is ambiguous'), saveAs: z.string().max(80).optional() }),
    output: z.object({ loads: z.array(load), problems: z.array(problem), findings: z.array(z.looseObject({ code: z.string(), n: z.number(), text: z.string() })) }),
  }),
  loads: shape({ summary: 'What was loaded, by whom, what was held', effect: 'read', access: 'read', input: z.object({ company: companyId }), output: z.object({ loads: z.array(load) }) }),
  revert: shape({ summary: 'Take a load back: the state is as if it had never been', effect: 'write', access: 'write', places: ['n'], input: z.object({ company: companyId, n: z.coerce.number().int().min(1) }), output: z.object({ load }) }),
  held: shape({
    summary: 'Rows that were held back, with what to do', effect: 'read', access: 'write', places: ['n'], input: z.object({ company: companyId, n: z.coerce.number().int().min(1).optional() }),
    output: z.object({ rows: z.array(problem.extend({ load: z.number(), cells: z.array(z.string().nullable()) })), headers: z.record(z.string(), z.array(z.string())) }),
  }),
  mend: shape({
    summary: 'Load held rows after mending them', effect: 'write', access: 'write', places: ['n'],
    input: z.object({ company: companyId, n: z.coerce.number().int().min(1), rows: z.array(z.object({ line: z.number().int(), cells: z.array(z.string().nullable()) })).min(1) }),
    output: z.object({ load, problems: z.array(problem) }),
  }),
  mappings: shape({ summary: 'Saved mappings', effect: 'read', access: 'write', input: z.object({ company: companyId }), output: z.object({ mappings: z.array(z.object({ name: z.string(), headers: z.array(z.string()), savedAt: z.string() })) }) }),
  names: shape({
    summary: 'Names that match nothing yet, with the money they carry, and the closest candidates', effect: 'read', access: 'read', input: z.object({ company: companyId }),
    output: z.object({
      unmatched: z.array(z.object({ field: z.string(), found: z.string(), rows: z.number(), won: z.number(), wonMinor: z.number().nullable(), candidates: z.array(z.string()) })),
      aliases: z.array(z.object({ field: z.string(), found: z.string(), means: z.string(), by: z.string(), at: z.string() })),
    }),
  }),
  'alias confirm': shape({ summary: 'Say that one spelling means another', effect: 'write', access: 'write', places: ['field', 'found', 'means'], input: z.object({ company: companyId, field: z.string(), found: z.string(), means: z.string() }), output: none }),
  'alias revoke': shape({ summary: 'Take an alias back', effect: 'write', access: 'write', places: ['field', 'found'], input: z.object({ company: companyId, field: z.string(), found: z.string() }), output: none }),
};
