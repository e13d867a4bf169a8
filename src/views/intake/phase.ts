/**
 * How a request stands for a person: its state, and what has become of the work it was accepted into. A request that
 * was merged stands as the one it shares its fate with.
 */
import type { Item } from '../../domain/backlog/item.ts';
import type { Book } from '../../domain/book.ts';
import { rootOf, type Request } from '../../domain/intake/request.ts';
import type { Day } from '../../kernel/day.ts';

export type Phase =
  /** Received, and nobody has decided. */
  | 'waiting'
  /** Deferred until a day that has come. */
  | 'due'
  | 'deferred'
  /** Accepted; its work stands in the Backlog and has not begun. */
  | 'queued'
  | 'started'
  | 'done'
  /** Accepted, but its work was dropped since: somebody has to decide again. */
  | 'dropped'
  | 'declined'
  | 'withdrawn';

/** The work a request was accepted into, itself or by the one it was merged with; null where there is none. */
export const itemOf = (book: Book, request: Request): Item | null => {
  const { standing } = rootOf(book, request);
  return standing.state === 'accepted' ? (book.item.get(standing.item) ?? null) : null;
};

export const phaseOf = (book: Book, request: Request, today: Day): Phase => {
  const { standing } = rootOf(book, request);
  switch (standing.state) {
    case 'received':
      return 'waiting';
    case 'deferred':
      return standing.until <= today ? 'due' : 'deferred';
    case 'accepted': {
      const item = book.item.get(standing.item);
      if (!item || item.retired) return 'dropped';
      return item.finishedOn ? 'done' : item.startedOn ? 'started' : 'queued';
    }
    case 'merged': // a root is never merged
    case 'declined':
      return 'declined';
    case 'withdrawn':
      return 'withdrawn';
  }
};

/** Those in which somebody of the team has to decide. */
export const WAITS: ReadonlySet<Phase> = new Set(['waiting', 'due', 'dropped']);

/** A request that itself waits for a decision: one that was merged waits with the other. */
export const waits = (book: Book, request: Request, today: Day): boolean =>
  request.standing.state !== 'merged' && WAITS.has(phaseOf(book, request, today));

/** A place was asked for and not answered, and the work has not ended. */
export const placeWaits = (book: Book, request: Request, today: Day): boolean =>
  request.place !== null &&
  request.place.answer === null &&
  request.standing.state === 'accepted' &&
  ['queued', 'started'].includes(phaseOf(book, request, today));

/** After so many days without a decision a request counts as late. */
export const LATE = 5;
