/** Search over everything agreed and decided, and numbers frozen as evidence. */
import { z } from 'zod';
import type { PersonId } from '../../kernel/ids.ts';
import { DOCUMENT_TYPES, type DocumentType } from '../../views/search/document.ts';
import type { Piece } from '../../views/search/plain-words.ts';
import { evidence } from './commands-agreements.ts';
import { companyId, day, list, shape, typed } from './shape.ts';

/** What was found: `title` and `text` in pieces, with what was looked for marked. */
export type Hit = {
  readonly id: string;
  readonly type: DocumentType;
  readonly title: readonly Piece[];
  readonly text: readonly Piece[];
  readonly href: string | null;
  readonly by: PersonId | null;
  readonly at: string;
};

const pieces = z.array(z.object({ text: z.string(), hit: z.boolean() }));
const hit = typed<Hit>(
  z.object({
    id: z.string(),
    type: z.enum(DOCUMENT_TYPES),
    title: pieces,
    text: pieces,
    href: z.string().nullable(),
    by: z.string().nullable(),
    at: z.string(),
  }),
);

export const searchContract = {
  search: shape({
    summary: 'Find anything agreed, decided or written, as far as you may see it; as it stood on a past date with `on`',
    effect: 'read',
    access: 'read',
    places: ['words'],
    input: z.object({
      company: companyId,
      words: z
        .string()
        .max(300)
        .default('')
        .describe('Every word must begin a word of what is found; "a phrase" in quotes stands as it is'),
      type: z
        .string()
        .max(200)
        .optional()
        .describe(`Only these, joined by commas: ${DOCUMENT_TYPES.join(', ')}`),
      who: z.string().max(80).optional().describe('Id of the person who said or decided it'),
      since: day.optional().describe('First day, included'),
      until: day.optional().describe('Day after the last, not included'),
      on: day.optional().describe('As it stood at the end of this day'),
      limit: z.coerce.number().int().min(1).max(200).default(30),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({
      hits: list(hit),
      total: z.number(),
      byType: list(z.object({ type: z.enum(DOCUMENT_TYPES), n: z.number() })),
    }),
  }),
  cite: shape({
    summary: 'Freeze one number of an answer as evidence for a logged decision',
    effect: 'read',
    access: 'read',
    places: ['question'],
    input: z.object({
      company: companyId,
      question: z.string().max(60).describe('Name of the question: measures, funnel, credit …'),
      with: z
        .union([z.string(), z.array(z.string().max(400)).max(30)])
        .optional()
        .describe('What the question takes, as name=value; may be given several times: since=2026-04-01'),
      row: z.string().max(300).default('total').describe('Key of the row; "total" for the total'),
      figure: z.string().max(60).default('n').describe('Name of the figure in the row'),
      what: z.string().max(300).optional().describe('What the number is, in one line'),
    }),
    output: evidence,
  }),
};
