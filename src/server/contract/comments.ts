/** Comments: what people say about a thing outside any decision. Viewers neither read nor write them. */
import { z } from 'zod';
import type { PersonId } from '../../kernel/ids.ts';
import { companyId, list, shape, typed } from './shape.ts';

export type Comment = {
  readonly id: string;
  readonly thing: string;
  readonly text: string;
  readonly by: PersonId;
  readonly at: string;
  /** True where the reader may erase it: his own, or an owner's right. */
  readonly mine: boolean;
};

const id = z.string().regex(/^z_[A-Za-z0-9-]{1,60}$/, 'an id such as z_7f3a is needed');
const thing = z
  .string()
  .min(1)
  .max(80)
  .describe('Id of an objective, outcome, Guidepoint (2026-Q2), priority, request, work item, campaign …');
export const comment = typed<Comment>(
  z.object({ id: z.string(), thing: z.string(), text: z.string(), by: z.string(), at: z.string(), mine: z.boolean() }),
);

export const commentsContract = {
  comments: shape({
    summary: 'What people said about a thing, oldest first',
    effect: 'read',
    access: 'read',
    places: ['thing'],
    input: z.object({ company: companyId, thing }),
    output: z.object({ comments: list(comment) }),
  }),
  'comment add': shape({
    summary: 'Say something about a thing; sent again with the same id it is not written again',
    effect: 'write',
    access: 'read',
    places: ['thing', 'text'],
    input: z.object({
      company: companyId,
      thing,
      text: z.string().trim().min(1, 'says nothing').max(4000),
      id: id.optional().describe('Id of the comment; made here without one'),
    }),
    output: comment,
  }),
  'comment erase': shape({
    summary: 'Take the words of a comment away for good: your own, or any as owner',
    effect: 'write',
    access: 'read',
    places: ['id'],
    input: z.object({ company: companyId, id }),
    output: z.object({ erased: z.boolean() }),
  }),
};
