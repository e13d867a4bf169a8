/** Reports: what an import says of itself before, after, and in the ledger; the shapes are those of the facts room. */
import { z } from 'zod';
import type { Finding } from '../../kernel/answer.ts';
import { entity, kind, mapping } from './mapping.ts';
import { list, typed } from './shape.ts';

/** Something a careful reader must know: how many rows, which (the first hundred), one sentence, what to do. */
export const finding = typed<Finding>(
  z.object({
    code: z.string(),
    n: z.number(),
    ids: z.array(z.string()),
    text: z.string(),
    todo: z.string().optional(),
    minor: z.number().optional(),
    detail: z.record(z.string(), z.unknown()).optional(),
  }),
);

/** One problem found in a file: `line` is the row a spreadsheet shows, `column` null where the whole row is meant. */
export const problemShape = {
  line: z.number(),
  column: z.string().nullable(),
  found: z.string().nullable(),
  problem: z.string(),
  todo: z.string(),
};
/** The first thousand problems, and how many there are. */
const problems = z.object({ rows: list(z.object(problemShape)), total: z.number() });

/** Something only a person can know. Answered with `answers: { id: option }`; `answerWith` is that on the command line. */
export const question = z.object({
  id: z.string(),
  text: z.string(),
  options: list(z.object({ id: z.string(), text: z.string() })),
  answerWith: z.string(),
  free: z.exactOptional(z.enum(['text', 'day'])).describe('Any text, or any day, is an answer; the options are only proposed'),
  otherwise: z.exactOptional(z.string()).describe('What holds while nobody answers; absent: nothing is loaded before there is an answer'),
});

const reading = z.object({
  format: z.enum(['csv', 'jsonl', 'parquet', 'xlsx']),
  footer: z.exactOptional(list(z.string())).describe('Lines below the table, as found'),
  sheet: z.exactOptional(z.string()),
  sheets: z.exactOptional(list(z.string())).describe('Of a workbook: the sheets that hold rows'),
  gzip: z.boolean(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).nullable(),
  delimiter: z.enum([',', '\t', ';', '|']).nullable(),
  headerLine: z.number().nullable(),
  preamble: list(z.string()),
  headers: list(z.string()),
  repeated: list(z.string()),
  rows: z.number(),
  totals: list(z.object({ line: z.number(), text: z.string() })),
  padded: z.number(),
  text: z.string(),
});

/** Rows of one entity by what the load does to them. */
const count = z.object({ entity, lookup: z.exactOptional(z.string()), new: z.number(), changed: z.number(), unchanged: z.number() });

const column = z.object({
  header: z.string(),
  goesTo: list(z.string()).describe('opportunity.closed_on, opportunity.attrs.lead_type; empty: not used'),
  kind: z.union([kind, z.literal('time'), z.literal('money')]),
  filled: z.number(),
  of: z.number(),
  examples: list(z.string()),
});

/** Days that stand and are given anew by the file: they are replaced whole, never added to. */
const replaced = z.object({
  entity,
  of: z.string().describe('The ad platform, or the web analytics'),
  days: z.number(),
  from: z.string(),
  to: z.string(),
  rowsBefore: z.number(),
  rowsAfter: z.number(),
  money: list(z.object({ currency: z.string().nullable(), before: z.number(), after: z.number() })),
  gone: list(z.object({ campaign: z.string(), currency: z.string().nullable(), minor: z.number() })).describe(
    'Campaigns of these days that the file does not have',
  ),
  kept: z.number().describe('Campaigns of these days that it has'),
});
const moneyChange = z.object({
  currency: z.string().nullable(),
  openBefore: z.number(),
  openAfter: z.number(),
  wonBefore: z.number(),
  wonAfter: z.number(),
});

/** Everything an import would do, found out without writing. */
export const preview = z.object({
  file: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  reading,
  mapping,
  mappingFrom: z.object({
    kind: z.enum(['given', 'saved', 'proposed']),
    load: z.exactOptional(z.number()),
    name: z.exactOptional(z.string()),
    text: z.string(),
  }),
  questions: list(question),
  counts: list(count),
  held: z.number(),
  problems,
  columns: list(column),
  findings: list(finding),
  money: list(moneyChange),
  replaces: list(replaced),
  stated: list(z.string()).describe('Zone and currency the file is read with, as sentences'),
});

/** What an import did. */
export const loaded = z.object({
  n: z.number(),
  file: z.string(),
  text: z.string(),
  counts: list(count),
  rows: z.number(),
  held: z.number(),
  problems,
  findings: list(finding),
  money: list(moneyChange),
  replaces: list(replaced),
  conflicts: z.number().describe('Values that an earlier load knew otherwise'),
  nothingNew: z.boolean(),
  mapping,
  reading,
  stated: list(z.string()),
});

/** One line of the ledger of loads. */
export const load = z.object({
  n: z.number(),
  loadedAt: z.string(),
  loadedBy: z.string(),
  src: z.string(),
  file: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  format: z.string(),
  encoding: z.string().nullable(),
  rows: z.number(),
  loadedRows: z.number(),
  heldRows: z.number(),
  waitingRows: z.number().describe('Held rows that nobody has mended yet'),
  mapping,
  conflicts: z.number(),
  revertedAt: z.string().nullable(),
  revertedBy: z.string().nullable(),
});

/** Names that ought to occur in a list and do not, with the money they carry. */
export const namesReport = z.object({
  unmatched: list(
    z.object({
      field: z.string().describe('What an alias is confirmed for: opportunity.product'),
      header: z.string(),
      lookup: z.string(),
      found: z.string(),
      rows: z.number(),
      won: z.number(),
      wonMinor: z.number(),
      currency: z.string().nullable(),
      wonShare: z.number().nullable(),
      candidates: list(z.object({ id: z.string(), distance: z.number() })),
    }),
  ),
  unused: list(z.object({ lookup: z.string(), field: z.string(), ids: list(z.string()) })).describe('Members of a list that no row uses'),
  campaigns: list(
    z.object({
      found: z.string(),
      touches: z.number(),
      leads: z.number(),
      spend: list(z.object({ minor: z.number(), currency: z.string().nullable() })),
      firstOn: z.string().nullable(),
      lastOn: z.string().nullable(),
      candidates: list(z.object({ id: z.string(), name: z.string(), distance: z.number() })),
    }),
  ).describe('Campaign names nobody answers to; matched by an alias of the campaign, which is a decision'),
  aliases: list(z.object({ field: z.string(), found: z.string(), means: z.string(), confirmedBy: z.string(), confirmedAt: z.string() })),
});
