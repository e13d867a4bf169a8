/** The inbox of requests: those that wait for a decision oldest first, those that are deferred, and those decided. */
import type { Book } from '../../domain/book.ts';
import { rootOf, type Request } from '../../domain/intake/request.ts';
import type { Day } from '../../kernel/day.ts';
import { daysBetween } from '../../kernel/day.ts';
import type { NoteId, PersonId, RequestId } from '../../kernel/ids.ts';
import { capital, dayWords, plural, tally } from '../words/format.ts';
import { itemOf, LATE, phaseOf, placeWaits, waits, type Phase } from './phase.ts';
import { alike } from './similar.ts';
import { ERASED, requestTitle } from './title.ts';

export type InboxRow = {
  readonly request: Request;
  readonly phase: Phase;
  readonly title: string;
  readonly by: string;
  /** Whole days that it has waited: since it was received, came back, or asked for a place. */
  readonly age: number;
  /** Why somebody has to act now; null where nobody has to. */
  readonly act: 'decide' | 'place' | null;
};

export type Inbox = {
  /** Oldest first. */
  readonly waiting: readonly InboxRow[];
  readonly deferred: readonly InboxRow[];
  /** Newest decision first. */
  readonly decided: readonly InboxRow[];
  readonly title: string;
  readonly scope: string;
};

type Looking = {
  readonly book: Book;
  readonly today: Day;
  readonly nameOf: (person: PersonId | null) => string;
  readonly noteOf: (note: NoteId | null) => string;
};

export const inboxRow = ({ book, today, nameOf, noteOf }: Looking, request: Request): InboxRow => {
  const act = waits(book, request, today) ? 'decide' : placeWaits(book, request, today) ? 'place' : null;
  const { standing } = request;
  const since = act === 'place' ? request.place!.at.slice(0, 10) : standing.state === 'deferred' ? standing.until : request.on;
  return {
    request,
    phase: phaseOf(book, request, today),
    title: requestTitle(request, noteOf) ?? ERASED,
    by: nameOf(request.by),
    age: Math.max(0, daysBetween(since, today)),
    act,
  };
};

/** The inbox, narrowed to those in whose words `text` occurs. */
export const inbox = (look: Looking, text = ''): Inbox => {
  const rows = [...look.book.request.values()].map((request) => inboxRow(look, request));
  const wanted = text.trim().toLowerCase();
  const fits = ({ request, by }: InboxRow): boolean =>
    wanted === '' ||
    [
      request.ref,
      by,
      ...[request.result, request.whom, request.tactic, request.decided?.why ?? null].map((note) => look.noteOf(note)),
    ].some((said) => said.toLowerCase().includes(wanted));
  const waiting = rows.filter(({ act }) => act !== null).toSorted((a, b) => (a.request.receivedAt < b.request.receivedAt ? -1 : 1));
  const deferred = rows.filter(({ phase, request, act }) => act === null && phase === 'deferred' && request.standing.state === 'deferred');
  const decided = rows
    .filter((row) => row.act === null && !deferred.includes(row))
    .toSorted((a, b) => ((a.request.decided?.at ?? '') < (b.request.decided?.at ?? '') ? 1 : -1));
  return {
    waiting: waiting.filter(fits),
    deferred: deferred.filter(fits),
    decided: decided.filter(fits),
    ...findingOf(waiting, deferred, rows),
  };
};

const findingOf = (
  waiting: readonly InboxRow[],
  deferred: readonly InboxRow[],
  all: readonly InboxRow[],
): Pick<Inbox, 'title' | 'scope'> => {
  if (all.length === 0)
    return {
      title: 'Nobody has asked for anything yet.',
      scope: 'Requests come by a share link, or are written down here; each is accepted, joined, deferred or declined, with a reason.',
    };
  const oldest = Math.max(0, ...waiting.map(({ age }) => age));
  const late = waiting.filter(({ age }) => age > LATE).length;
  const title =
    waiting.length === 0
      ? 'Every request is decided.'
      : `${capital(plural(waiting.length, 'request waits', 'requests wait'))} for a decision${oldest > 0 ? `, the oldest for ${tally(oldest, 'day')}` : ''}.`;
  const parts = [
    late > 0 ? `${capital(plural(late, 'of them is', 'of them are'))} older than ${LATE} days` : '',
    deferred.length > 0 ? `${plural(deferred.length, 'is', 'are')} deferred` : '',
    `${plural(all.length, 'request')} in all`,
  ].filter((part) => part !== '');
  return { title, scope: `${capital(parts.join('; '))}.` };
};

/** What a request says, for comparing it with others. */
const wordsOf = (request: Request, noteOf: Looking['noteOf']): string =>
  [request.result, request.whom, request.tactic].map((note) => noteOf(note)).join(' ');

export type Duplicate = { readonly request: Request; readonly title: string; readonly phase: Phase };

/** Requests that may ask for the same as this one and with which it can be joined, the likest first. */
export const duplicatesOf = (look: Looking, id: RequestId): Duplicate[] => {
  const { book, today, noteOf } = look;
  const request = book.request.get(id)!;
  const open = [...book.request.values()].filter((other) => {
    const phase = phaseOf(book, other, today);
    return other.id !== id && other.standing.state !== 'merged' && !['declined', 'withdrawn', 'done'].includes(phase);
  });
  return likest(look, wordsOf(request, noteOf), open);
};

/** The same for words that are still being written. */
export const alreadyAsked = (look: Looking, words: string): Duplicate[] =>
  likest(
    look,
    words,
    [...look.book.request.values()].filter((other) => !['declined', 'withdrawn'].includes(phaseOf(look.book, other, look.today))),
  );

const likest = ({ book, today, noteOf }: Looking, words: string, among: readonly Request[]): Duplicate[] =>
  alike(
    words,
    among.map((other) => [other, wordsOf(other, noteOf)] as const),
  ).map(({ of }) => ({ request: of, title: requestTitle(of, noteOf) ?? ERASED, phase: phaseOf(book, of, today) }));

/** Where it stands, in a few words: "Accepted as W-260, place 10". */
export const standsAs = ({ book, today }: Pick<Looking, 'book' | 'today'>, request: Request): string => {
  const { standing } = request;
  const item = itemOf(book, request);
  if (standing.state === 'merged') return `Joined with ${rootOf(book, request).ref}`;
  switch (phaseOf(book, request, today)) {
    case 'waiting':
      return request.decided ? 'Back in the inbox' : 'Waits for a decision';
    case 'due':
      return 'Deferred, and due again';
    case 'deferred': {
      const { standing: root } = rootOf(book, request);
      return root.state === 'deferred' ? `Deferred until ${dayWords(root.until, today)}` : 'Deferred';
    }
    case 'queued':
      return `Accepted as ${item!.ref}`;
    case 'started':
      return `${item!.ref} is under way`;
    case 'done':
      return `${item!.ref} is done`;
    case 'dropped':
      return `${item?.ref ?? 'Its work'} was dropped`;
    case 'declined':
      return 'Declined';
    case 'withdrawn':
      return 'Withdrawn';
  }
};
