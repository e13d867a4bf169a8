/**
 * Live: what GET /api/live?company=… says (server-sent events), and how long work answers line by line.
 *
 * The stream starts after the event numbered `Last-Event-ID` (or `?after=`) and leaves nothing out; the id of
 * each `decided` message is the number to go on from. A comment comes at least every 15 seconds.
 *
 *   event: decided   one batch, as its reader may see it: Live (book.ts)
 *   event: facts     numbers changed, ask for them again: {}
 *   event: comments  somebody said something about a thing, or took it back: { thing }
 *   event: progress  how far the caller's own long work has come: Progress with the operation's name
 *   event: role      what the reader may see has changed; the stream ends, start again from a snapshot: { role }
 *   event: behind    the journal cannot be replayed from that number: start again from a snapshot: {}
 *
 * An operation called with `Accept: application/x-ndjson` answers with lines: { progress } any number of
 * times, then { value } or { error }.
 */
import type { Role } from '../../domain/company/company.ts';
import type { Live } from './book.ts';
import type { Problem } from './problem.ts';

/** How far long work has come: `done` of `of` in the unit of the phase; null where nobody knows the end. */
export type Progress = { readonly phase: string; readonly done: number; readonly of: number | null };

/** Messages of the stream by the name of their event. */
export type LiveMessages = {
  readonly decided: Live;
  readonly facts: Record<string, never>;
  readonly comments: { readonly thing: string };
  readonly progress: Progress & { readonly operation: string };
  readonly role: { readonly role: Role | null };
  readonly behind: Record<string, never>;
};

/** One line of the answer to long work. */
export type ProgressLine = { readonly progress: Progress } | { readonly value: unknown } | { readonly error: Problem };
