/**
 * Letters about a workshop: to write before it, a reminder, another time, it begins, it does not take place. The link to come in by stands where PAGE
 * is; the server puts it there.
 */
import type { Book, Event } from '../../domain/book.ts';
import { present, type Participant, type Workshop } from '../../domain/workshop/workshop.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import { dayIn, localTime } from '../../kernel/zone.ts';
import { PAGE } from '../intake/letters.ts';
import { dayLong, list } from '../words/format.ts';
import { TOPIC_WORDS } from '../words/workshop.ts';

export type RoomLetter = { readonly workshop: Workshop['id']; readonly person: PersonId; readonly subject: string; readonly words: string };

/** What people hear of one event; nothing of most. */
export const roomLetters = (
  event: Event,
  book: Book,
  nameOf: (person: PersonId) => string | null,
  noteOf: (note: NoteId) => string | null,
): RoomLetter[] => {
  if (!event.type.startsWith('workshop/')) return [];
  const w = book.workshop.get((event as { readonly id: Workshop['id'] }).id);
  if (!w || (w.retired && event.type !== 'workshop/cancelled')) return [];
  const to = (people: readonly Participant[], subject: string, say: string): RoomLetter[] =>
    people.map(({ person }) => ({ workshop: w.id, person, subject: `${w.title}: ${subject}`, words: letter(book, w, say, nameOf) }));
  const everybody = present(w);
  switch (event.type) {
    // Where something is asked for beforehand, that letter says it all.
    case 'workshop/planned':
      return w.prework === null ? to(everybody, 'you are invited', when(book, w)) : [];
    case 'workshop/cancelled':
      return everybody.map(({ person }) => ({
        workshop: w.id,
        person,
        subject: `${w.title}: it does not take place`,
        words: [
          `The workshop of ${dayLong(dayIn(zoneOf(book), w.starts))} was cancelled${noteOf(event.why) === null ? '.' : `: “${noteOf(event.why)}”`}`,
          w.prework === null ? 'There is nothing to do.' : 'What you wrote for it stays your own: nobody reads it.',
          from(book, w, nameOf),
        ].join('\n\n'),
      }));
    case 'workshop/prework-asked':
      return to(everybody, 'a few lines before we meet', asks(book, w));
    case 'workshop/reminded':
      return to(
        everybody.filter(({ person }) => event.people.some((p) => p.person === person)),
        'your lines are still missing',
        asks(book, w),
      );
    case 'workshop/invited':
      return to(
        everybody.filter(({ person }) => person === event.person),
        'you are invited',
        w.prework === null ? when(book, w) : asks(book, w),
      );
    case 'workshop/rescheduled':
      return to(everybody, 'another time', when(book, w));
    case 'workshop/opened':
      return to(
        everybody.filter(({ person }) => person !== w.facilitator),
        'it begins',
        'The room is open. Come in by this link, on a computer or a phone:',
      );
    default:
      return [];
  }
};

const zoneOf = (book: Book): string => book.company.get('company')!.zone;
const when = (book: Book, { starts }: Workshop): string =>
  `We meet on ${dayLong(dayIn(zoneOf(book), starts))} at ${localTime(zoneOf(book), starts).slice(11, 16)} (${zoneOf(book)}). Your link:`;
const asks = (book: Book, w: Workshop): string => {
  const topics = list((w.prework?.topics ?? []).map((topic) => TOPIC_WORDS[topic].toLowerCase()));
  const until = w.prework ? dayLong(w.prework.until) : '';
  return `Before we meet on ${dayLong(dayIn(zoneOf(book), w.starts))}, write down ${topics}, by ${until}. Nobody else reads it before it is shown in the room. Your link:`;
};

const from = (book: Book, w: Workshop, nameOf: (person: PersonId) => string | null): string =>
  `${nameOf(w.facilitator) ?? 'The team'}, ${book.company.get('company')!.name}, by Lockstep.`;

const letter = (book: Book, w: Workshop, say: string, nameOf: (person: PersonId) => string | null): string =>
  [w.purpose, say, PAGE, `${from(book, w, nameOf)} The link is yours alone: whoever has it comes in as you.`].join('\n\n');
