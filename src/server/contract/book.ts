/** Decisions: the book as its reader may see it, batches of commands, history. Live changes come over GET /api/live (server-sent events). */
import { z } from 'zod';
import type { Book, Command, Event, Kind } from '../../domain/book.ts';
import type { Stamp } from '../../domain/decider.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import { anyCommand } from './commands.ts';
import { companyId, day, shape, typed } from './shape.ts';

/** A person as named in this company. */
export type Person = { readonly id: PersonId; readonly name: string; readonly email: string | null };
/** What somebody wrote: a request's words, a reason. Erasable; events hold the id. */
export type Note = { readonly id: NoteId; readonly text: string; readonly by: PersonId; readonly at: string };
/** An event as it travels: already redacted for its reader. */
export type Sent = { readonly event: Event; readonly stamp: Stamp };
/**
 * The folded state its reader may see: per kind of thing, its keys and things; never the whole book.
 * The server folds one book per role from the events that role may see, so state and live events cannot disagree.
 */
export type SentBook = { readonly [K in Kind]: readonly (readonly [string, ThingOf<K>])[] };
type ThingOf<K extends Kind> = Book[K] extends ReadonlyMap<string, infer T> ? T : never;
/** What a browser starts from; live changes go on after `seq`. People and notes are those the reader may see. */
export type Snapshot = {
  readonly company: string;
  readonly me: PersonId;
  readonly seq: number;
  readonly book: SentBook;
  readonly people: readonly Person[];
  readonly notes: readonly Note[];
};
/** One live message: the events of one batch, and the people and notes they name. */
export type Live = {
  readonly batch: string;
  readonly entries: readonly Sent[];
  readonly people: readonly Person[];
  readonly notes: readonly Note[];
};
/** A batch lands whole or not at all; sent again with the same id it is answered, not written again. */
export type Batch = {
  readonly company: string;
  readonly batch: string;
  readonly commands: readonly Command[];
  readonly notes: readonly { readonly id: NoteId; readonly text: string }[];
  readonly people: readonly Person[];
};

export const sent = typed<Sent>(
  z.object({ event: z.looseObject({ type: z.string() }), stamp: z.object({ seq: z.number(), by: z.string(), at: z.string() }) }),
);
const person = typed<Person>(z.object({ id: z.string(), name: z.string(), email: z.string().nullable() }));
const note = typed<Note>(z.object({ id: z.string(), text: z.string(), by: z.string(), at: z.string() }));

export const bookContract = {
  book: shape({
    summary: 'Everything decided, as far as you may see it; on a past date with `on`',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId, on: day.optional() }),
    output: typed<Snapshot>(
      z.object({
        company: z.string(),
        me: z.string(),
        seq: z.number(),
        book: z.record(z.string(), z.array(z.tuple([z.string(), z.unknown()]))),
        people: z.array(person),
        notes: z.array(note),
      }),
    ),
  }),
  decide: shape({
    summary: 'Ask for one or more decisions; they land together or not at all',
    effect: 'write',
    access: 'read',
    input: typed<Batch>(
      z.object({
        company: companyId,
        batch: z.string().min(8).max(80),
        commands: z.array(anyCommand).min(1).max(500),
        notes: z
          .array(z.object({ id: z.string().regex(/^n_[A-Za-z0-9-]{1,60}$/), text: z.string().trim().min(1, 'says nothing').max(10_000) }))
          .max(500)
          .default([]),
        people: z
          .array(
            z.object({
              id: z.string().regex(/^p_[A-Za-z0-9-]{1,60}$/),
              name: z.string().trim().min(1, 'is empty').max(80),
              email: z.string().max(200).nullable(),
            }),
          )
          .max(500)
          .default([]),
      }),
    ),
    output: typed<{ readonly seq: number; readonly entries: readonly Sent[] }>(z.object({ seq: z.number(), entries: z.array(sent) })),
  }),
  history: shape({
    summary: 'Who decided what, when: the events of one thing, or of all, newest first',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      thing: z.string().optional().describe('Id of an objective, outcome, Guidepoint (2026-Q2), priority, work item or campaign'),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      before: z.coerce.number().int().optional(),
    }),
    output: z.object({ entries: z.array(sent), more: z.boolean() }),
  }),
};
