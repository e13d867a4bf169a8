/**
 * Minutes: what happened in a workshop and what came of it, written by nobody: told from the journal, in its order. What was
 * decided in the same act as putting together stands under it; who signed afterwards stands at the end.
 */
import type { Book, Event } from '../../domain/book.ts';
import type { Entry } from '../../domain/decider.ts';
import type { Topic } from '../../domain/workshop/agenda.ts';
import type { Workshop } from '../../domain/workshop/workshop.ts';
import type { Day } from '../../kernel/day.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';
import { eventWords } from '../words/events.ts';
import { TOPIC_WORDS } from '../words/workshop.ts';

export type MinuteLine = {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly quote: string | null;
  readonly href: string | null;
};
export type ShownWords = {
  readonly topic: string;
  readonly cards: readonly {
    readonly lane: string;
    readonly text: string | null;
    readonly by: string | null;
    readonly dots: number | null;
  }[];
};
export type Minutes = {
  readonly title: string;
  readonly purpose: string;
  readonly facilitator: string;
  readonly people: readonly string[];
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly happened: readonly MinuteLine[];
  /** Everything that was shown, with its dots where votes were counted. */
  readonly shown: readonly ShownWords[];
  readonly groups: readonly { readonly topic: string; readonly title: string; readonly cards: number; readonly dots: number | null }[];
  readonly decided: readonly MinuteLine[];
  readonly notDoing: readonly { readonly title: string; readonly why: string | null; readonly later: Day | null }[];
  readonly signed: readonly MinuteLine[];
};

export type MinutesContext = {
  readonly book: Book;
  readonly entries: readonly Entry<Event>[];
  readonly today: Day;
  readonly nameOf: (person: PersonId | null) => string;
  readonly noteOf: (note: NoteId) => string | null;
};

/** Told one by one they would drown the rest. */
const QUIET: ReadonlySet<string> = new Set([
  'workshop/paused',
  'workshop/resumed',
  'workshop/invited',
  'workshop/uninvited',
  'workshop/link-renewed',
  'workshop/reminded',
]);

/** The minutes as the journal has them now. */
export const minutesOf = (w: Workshop, { book, entries, today, nameOf, noteOf }: MinutesContext): Minutes => {
  const line = ({ event, stamp }: Entry<Event>): MinuteLine => {
    const { text, quote, href } = eventWords(event, { book, nameOf, today });
    return { at: stamp.at, by: nameOf(stamp.by), text, quote: quote === null ? null : noteOf(quote), href };
  };
  const own = entries.filter(({ event }) => event.type.startsWith('workshop/') && (event as { readonly id?: string }).id === w.id);
  const put = own.find(({ event }) => event.type === 'workshop/put-together');
  // One act: all of its events have the same moment and stand together before it.
  const act = put ? entries.filter(({ stamp }) => stamp.at === put.stamp.at && stamp.by === put.stamp.by && stamp.seq < put.stamp.seq) : [];
  const isSignature = ({ event, stamp }: Entry<Event>): boolean =>
    put !== undefined &&
    stamp.seq > put.stamp.seq &&
    ((event.type === 'guidepoint/signed' && event.period === w.made?.guidepoint) ||
      (event.type === 'blueprint/signed' && event.period === w.made?.blueprint));
  const dotsOn = (topic: Topic, on: string): number | null => {
    const counts = w.votes[topic]?.counts;
    return counts ? (counts.find((count) => count.on === on)?.dots ?? 0) : null;
  };
  return {
    title: w.title,
    purpose: w.purpose,
    facilitator: nameOf(w.facilitator),
    people: w.people.filter(({ left }) => left === null).map(({ person }) => nameOf(person)),
    openedAt: w.openedAt,
    closedAt: w.closedAt,
    happened: own.filter(({ event }) => !QUIET.has(event.type)).map(line),
    shown: (Object.entries(w.shown) as [Topic, NonNullable<Workshop['shown'][Topic]>][]).map(([topic, cards]) => ({
      topic: TOPIC_WORDS[topic],
      cards: cards.map(({ card, lane, by, note }) => ({
        lane,
        text: noteOf(note),
        by: by === null ? null : nameOf(by),
        // Where its group was voted on, the dots stand there.
        dots: w.groups[topic]?.some((group) => group.cards.includes(card)) ? null : dotsOn(topic, card),
      })),
    })),
    groups: (Object.entries(w.groups) as [Topic, NonNullable<Workshop['groups'][Topic]>][]).flatMap(([topic, groups]) =>
      groups.map(({ group, title, cards }) => ({ topic: TOPIC_WORDS[topic], title, cards: cards.length, dots: dotsOn(topic, group) })),
    ),
    decided: act.map(line),
    notDoing: (w.made?.notDoing ?? []).map(({ title, why, later }) => ({ title, why: noteOf(why), later })),
    signed: entries.filter(isSignature).map(line),
  };
};
