/**
 * Whether a change, read as one (read-change.ts), may be made: asked by the server before it goes into the log, and by the browser before it is shown. A
 * refusal names what stands in the way. A card that was written is never refused for being late: it is shown a little later.
 */
import { isDay } from '../../../kernel/day.ts';
import { isId, type PersonId } from '../../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { MOSCOW } from '../../blueprint/priority.ts';
import { LANES, type Topic } from '../agenda.ts';
import { isOpen, participant, type Workshop } from '../workshop.ts';
import type { Change } from './entry.ts';
import { dotsOf, type Room } from './room.ts';

export type RoomRefusal = {
  readonly code:
    | 'room-shut'
    | 'not-invited'
    | 'not-writing'
    | 'not-yours'
    | 'card-gone'
    | 'card-there'
    | 'shown-already'
    | 'not-shown-yet'
    | 'votes-shut'
    | 'no-dots-left'
    | 'held'
    | 'not-a-change'
    | 'no-money'
    | 'room-full';
};

export type Asking = {
  readonly workshop: Workshop;
  readonly by: PersonId;
  /** Ids of the cards of the plan. */
  readonly deck: ReadonlySet<string>;
  /** Whether he sees money. */
  readonly money: boolean;
  /** Who holds a card in his hand now; null where nobody does. */
  readonly heldBy: (card: string) => PersonId | null;
};

/** What somebody holds while he words the Guidepoint. */
export const WORDING = 'wording';

export const LONGEST_CARD = 500;
const LONGEST_TITLE = 120;
const LONGEST_STATEMENT = 600;
const MOST_CARDS = 2000;
const MOST_OWN = 200;

type Accepted = Result<null, RoomRefusal>;
const fine: Accepted = ok(null);
const no = (code: RoomRefusal['code']): Accepted => refuse({ code });

const says = (text: string | null, most: number): boolean => text !== null && text.trim() !== '' && text.length <= most;
const onAgenda = (w: Workshop, topic: Topic): boolean => w.agenda.some((phase) => phase.topic === topic);
const isMoney = (minor: number | null): boolean => minor === null || (Number.isSafeInteger(minor) && minor >= 0);
const isDays = (days: number | null): boolean => days === null || (Number.isFinite(days) && days >= 0 && days < 10_000);

/** Before the workshop where it was asked for; in it from the step on in which it is written, until the end. */
const writing = (w: Workshop, topic: Topic): boolean => {
  if (w.closedAt !== null || w.retired !== null || topic === 'plan') return false;
  const asked = w.prework?.topics.includes(topic) ?? false;
  const begun = isOpen(w) && w.gone.some((n) => w.agenda[n]?.topic === topic);
  return begun || (asked && w.shown[topic] === undefined);
};

/** Dots there are to give in this topic; 0 before its votes began. */
export const dotsFor = (w: Workshop, topic: Topic): number =>
  w.gone.reduce((most, n) => (w.agenda[n]?.act === 'vote' && w.agenda[n].topic === topic ? Math.max(most, w.agenda[n].dots) : most), 0);

/** All is well, or why this change may not be made in this room now. */
export const accepts = (room: Room, change: Change, asking: Asking): Accepted => {
  const { workshop: w, by } = asking;
  if (!participant(w, by)) return no('not-invited');
  if (w.closedAt !== null || w.retired !== null) return no('room-shut');
  if (change.do === 'write' || change.do === 'rewrite' || change.do === 'tear') return written(room, change, asking);
  return isOpen(w) ? inRoom(room, change, asking) : no('room-shut');
};

type OfCard = Extract<Change, { readonly do: 'write' | 'rewrite' | 'tear' }>;
const written = (room: Room, change: OfCard, { workshop: w, by }: Asking): Accepted => {
  const { card: id, topic } = change;
  const card = room.cards[id];
  if (change.do !== 'tear' && !says(change.text, LONGEST_CARD)) return no('not-a-change');
  if (change.do === 'write') {
    if (!isId('j', id) || !(LANES[topic] ?? []).includes(change.lane)) return no('not-a-change');
    if (card) return no('card-there');
    if (!writing(w, topic)) return no('not-writing');
    const all = Object.values(room.cards);
    return all.length >= MOST_CARDS || all.filter((one) => one.by === by).length >= MOST_OWN ? no('room-full') : fine;
  }
  if (!card || card.topic !== topic) return no('card-gone');
  if (card.by !== by) return no('not-yours');
  // What was shown stands as it was shown: the journal knows it by its hash.
  return w.shown[topic] ? no('shown-already') : fine;
};

const inRoom = (room: Room, change: Exclude<Change, OfCard>, { workshop: w, by, deck, money, heldBy }: Asking): Accepted => {
  const free = (card: string): boolean => [null, by].includes(heldBy(card));
  switch (change.do) {
    case 'put': {
      const card = room.cards[change.card];
      if (!card) return no('card-gone');
      if (!w.shown[card.topic]) return no('not-shown-yet');
      const into = change.group === null ? null : room.groups[change.group];
      if (into === undefined || (into && into.topic !== card.topic)) return no('card-gone');
      return free(change.card) ? fine : no('held');
    }
    case 'group': {
      const was = room.groups[change.group];
      if (!isId('j', change.group) || room.cards[change.group] || !says(change.title, LONGEST_TITLE)) return no('not-a-change');
      if (was && was.topic !== change.topic) return no('card-there');
      if (!was && Object.keys(room.groups).length >= MOST_OWN) return no('room-full');
      return w.shown[change.topic] ? fine : no('not-shown-yet');
    }
    case 'ungroup':
      return room.groups[change.group] ? fine : no('card-gone');
    case 'vote': {
      const { topic, on, dots } = change;
      const most = dotsFor(w, topic);
      if (most === 0 || w.votes[topic]) return no('votes-shut');
      const there = topic === 'plan' ? deck.has(on) : room.groups[on]?.topic === topic || room.cards[on]?.topic === topic;
      if (!there) return no('card-gone');
      if (!Number.isSafeInteger(dots) || dots < 0) return no('not-a-change');
      const { [on]: _, ...others } = dotsOf(room, by, topic);
      return Object.values(others).reduce((sum, n) => sum + n, dots) <= most ? fine : no('no-dots-left');
    }
    case 'raise':
      if (!isId('j', change.entry) || !says(change.text, LONGEST_CARD)) return no('not-a-change');
      if (room.queue.some(({ entry }) => entry === change.entry)) return no('card-there');
      return room.queue.length >= MOST_OWN ? no('room-full') : fine;
    case 'lower': {
      const raised = room.queue.find(({ entry }) => entry === change.entry);
      if (!raised) return no('card-gone');
      return raised.by === by || by === w.facilitator ? fine : no('not-yours');
    }
    case 'class':
      if (!onAgenda(w, 'plan') || !deck.has(change.card)) return no('card-gone');
      if (change.into !== null && !MOSCOW.includes(change.into)) return no('not-a-change');
      return free(change.card) ? fine : no('held');
    case 'terms': {
      if (!deck.has(change.card)) return no('card-gone');
      if (!isDays(change.terms.days)) return no('not-a-change');
      return free(change.card) ? fine : no('held');
    }
    case 'money':
      if (!money) return no('no-money');
      if (!deck.has(change.card)) return no('card-gone');
      if (!isMoney(change.minor)) return no('not-a-change');
      return free(change.card) ? fine : no('held');
    case 'reason':
      if (!deck.has(change.card)) return no('card-gone');
      if (!says(change.text, LONGEST_CARD) || (change.later !== null && !isDay(change.later))) return no('not-a-change');
      return free(change.card) ? fine : no('held');
    case 'word':
      if (!says(change.statement, LONGEST_STATEMENT)) return no('not-a-change');
      return free(WORDING) ? fine : no('held');
  }
};
