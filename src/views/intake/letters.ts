/**
 * Letters to requesters: received, decided, a question, an answer about a place, the date moved, done. Each says what,
 * why and by whom, and ends with the link to the page, which the server puts in place of PAGE.
 */
import type { Book, Event } from '../../domain/book.ts';
import { requestsFor } from '../../domain/backlog/asked.ts';
import { rootOf, type Request } from '../../domain/intake/request.ts';
import type { Day } from '../../kernel/day.ts';
import type { NoteId, PersonId, RequestId } from '../../kernel/ids.ts';
import { dayLong, short } from '../words/format.ts';
import { requestTitle } from './title.ts';

/** Stands in a letter where the link to the page belongs. */
export const PAGE = '{page}';

export type Writing = {
  /** The book after the decision. */
  readonly book: Book;
  readonly today: Day;
  readonly nameOf: (person: PersonId) => string | null;
  readonly noteOf: (note: NoteId) => string | null;
};

export type Written = { readonly request: RequestId; readonly subject: string; readonly words: string };

const letter = (
  { book, noteOf }: Writing,
  request: Request,
  subject: string,
  lines: readonly (string | null)[],
  quotes = true,
): Written => {
  const title = quotes ? requestTitle(request, noteOf) : null;
  const company = book.company.get('company')!.name;
  return {
    request: request.id,
    subject: `${request.ref}: ${subject}`,
    words: [
      ...lines.filter((line) => line !== null),
      ...(title ? [`You asked: “${short(title, 200)}”`] : []),
      `Its page, always as it stands now:\n${PAGE}`,
      `${company}, by Lockstep. You get this because you asked for it with this address.`,
    ].join('\n\n'),
  };
};

const quoted = ({ noteOf }: Writing, note: NoteId | null): string | null => {
  const words = note && noteOf(note);
  return words ? `“${words}”` : null;
};

/** The requests that share the fate of this one, itself first. */
const sharing = (book: Book, id: RequestId): Request[] =>
  [...book.request.values()].filter((r) => r.id === id || (r.standing.state === 'merged' && rootOf(book, r).id === id));

/** What the requesters hear of one event; nothing for most. */
export const lettersFor = (event: Event, by: PersonId, w: Writing): Written[] => {
  const { book, today, nameOf } = w;
  const who = nameOf(by) ?? 'The team';
  const each = (id: RequestId, subject: string, say: string, note: NoteId | null): Written[] =>
    sharing(book, id).map((request) =>
      letter(w, request, subject, [request.id === id ? say : `It is joined with ${book.request.get(id)!.ref}. ${say}`, quoted(w, note)]),
    );
  const one = (id: RequestId, subject: string, say: string, note: NoteId | null): Written[] => [
    letter(w, book.request.get(id)!, subject, [say, quoted(w, note)]),
  ];
  switch (event.type) {
    case 'request/received':
      // Nobody has read it yet, and the address may be another's: a form must not carry a stranger's words to him.
      return [
        letter(
          w,
          book.request.get(event.id)!,
          'received',
          ['We have received your request. You will hear what is decided, always with the reason.'],
          false,
        ),
      ];
    case 'request/accepted':
      return each(
        event.id,
        'accepted',
        `${who} accepted it as “${book.item.get(event.item)?.title ?? ''}”. The page shows its place in the queue and the dates.`,
        event.why,
      );
    case 'request/merged':
      return one(
        event.id,
        `joined with ${rootOf(book, book.request.get(event.id)!).ref}`,
        `${who} joined it with another request that asks for the same. From now on it shares its place and dates.`,
        event.why,
      );
    case 'request/deferred':
      return each(
        event.id,
        `deferred until ${dayLong(event.until, today)}`,
        `${who} deferred it until ${dayLong(event.until, today)}. On that day it is looked at again.`,
        event.why,
      );
    case 'request/declined':
      return each(event.id, 'declined', `${who} declined it.`, event.why);
    case 'request/returned':
      return one(event.id, 'is looked at again', 'It is back among the requests that wait for a decision.', event.why);
    case 'request/question-asked':
      return one(event.id, 'one question for you', `${who} asks:`, event.question);
    case 'request/place-answered':
      return one(
        event.id,
        event.granted ? 'has the place you asked for' : 'keeps its place',
        event.granted ? `${who} gave it the place you asked for.` : `${who} said no to the place you asked for.`,
        event.why,
      );
    case 'item/finished':
      return requestsFor(book, event.id).map((request) =>
        letter(w, request, 'done', [`“${book.item.get(event.id)!.title}” was finished on ${dayLong(event.on, today)}.`]),
      );
    case 'item/dropped':
      return requestsFor(book, event.id).map((request) =>
        letter(w, request, 'its work was dropped', [
          `“${book.item.get(event.id)!.title}” was dropped. Your request waits for a decision again.`,
          quoted(w, event.why),
        ]),
      );
    default:
      return [];
  }
};

/** The date moved by more than a week since the requester was last told. */
export const dateMoved = (request: Request, was: Day, now: Day, w: Writing): Written =>
  letter(w, request, now > was ? 'will be later' : 'will be sooner', [
    `It is now 85 % sure to be done by ${dayLong(now, w.today)}. When you last heard, that was ${dayLong(was, w.today)}.`,
  ]);
