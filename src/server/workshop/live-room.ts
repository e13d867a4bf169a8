/**
 * Live room of one workshop: takes changes in one order, durable before they are answered, and hands each person in it
 * exactly what he may see (`domain/workshop/room/seen.ts`).
 *
 * Whoever comes back says the last number he knows and is sent what he missed, or a snapshot where cards were shown
 * meanwhile. Holds and cursors are nobody's record: they live here, and end by themselves when nothing is heard of them.
 */
import type { PersonId } from '../../kernel/ids.ts';
import { refuse, ok, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { accepts, type RoomRefusal } from '../../domain/workshop/room/accept.ts';
import type { Entry, Seen } from '../../domain/workshop/room/entry.ts';
import { readChange } from '../../domain/workshop/room/read-change.ts';
import { after } from '../../domain/workshop/room/reduce.ts';
import { dotKey, EMPTY_ROOM, type Room } from '../../domain/workshop/room/room.ts';
import { roomFor, seenBy, type Reader } from '../../domain/workshop/room/seen.ts';
import { participant, type Workshop } from '../../domain/workshop/workshop.ts';
import type { Rooms } from '../../store/company/rooms.ts';
import { roomLog } from './room-log.ts';
import { openPresence, type Presence } from './presence.ts';

/** How often cards had been shown when this was said: a reader who knows less starts from a snapshot. */
type Showings = { readonly showings: number };

/** What a person in the room is sent. */
export type RoomNews =
  | ({ readonly kind: 'snapshot'; readonly room: Room } & Showings)
  | ({ readonly kind: 'changes'; readonly changes: readonly Seen[] } & Showings)
  /** Something was decided about the workshop: read it again. */
  | { readonly kind: 'stage' }
  /** Who holds what and points where has changed. */
  | { readonly kind: 'presence' }
  /** Words were erased: what he knows is to be forgotten, and read from the start. */
  | { readonly kind: 'again' }
  /** He is not asked in any more. */
  | { readonly kind: 'ended' }
  /** The server goes: he comes back when it does. */
  | { readonly kind: 'closing' };

/** As it came: nobody has looked yet whether it is a change. */
export type Sent = { readonly id: string; readonly change: unknown };
export type Taken =
  | { readonly id: string; readonly seq: number }
  | { readonly id: string; readonly code: RoomRefusal['code'] | 'id-taken' };

export type LiveRoom = {
  readonly room: () => Room;
  /** What this person may see of it now. */
  readonly seenBy: (person: PersonId) => Room;
  /** Takes what one person sent, in its order: each change lands or is refused for itself. */
  readonly take: (person: PersonId, sent: readonly Sent[], at: Instant) => readonly Taken[];
  /** Listens from `since` (null: from a snapshot) on; the first news comes before this returns. Answers with how to leave. */
  readonly join: (person: PersonId, since: Since | null, tell: (news: RoomNews) => void) => () => void;
  /** How often cards were shown; what was seen before stands under an earlier number. */
  readonly showings: () => number;
  readonly presence: Presence;
  /** Something about the workshop was decided, or words were erased. */
  readonly decided: (erased?: boolean) => void;
  /** Somebody listens. */
  readonly isUsed: () => boolean;
  readonly end: () => void;
};

export type Since = { readonly seq: number; readonly showings: number };

type Opening = {
  readonly workshop: () => Workshop;
  readonly store: Rooms;
  readonly deck: () => ReadonlySet<string>;
  /** Whether what cards cost is told to this person. */
  readonly seesMoney: (person: PersonId) => boolean;
  /** Milliseconds; for leases, so it may be a clock of tests. */
  readonly clock: () => number;
};

export const openLiveRoom = ({ workshop, store, deck, seesMoney, clock }: Opening): LiveRoom => {
  const { id } = workshop();
  const log = roomLog(store, id);
  const readers = new Map<(news: RoomNews) => void, PersonId>();
  const presence = openPresence(clock, () => tellAll({ kind: 'presence' }));
  let room = roomOf(log.entries());
  let showings = showingsOf(workshop());

  const tellAll = (news: RoomNews): void => {
    for (const tell of readers.keys()) tell(news);
  };
  const readerOf = (person: PersonId): Reader => ({ person, money: seesMoney(person) });
  const seen = (person: PersonId): Room => roomFor(workshop(), readerOf(person), room);
  const spread = (entries: readonly Entry[]): void => {
    if (entries.length === 0) return;
    const showing = workshop();
    const changesFor = (reader: Reader): readonly Seen[] => entries.map((entry) => seenBy(showing, reader, entry));
    // Whoever sent it sees one thing, all others who see money the same, and all who see none: three renderings, however many listen.
    const others = [false, true].map((money) => changesFor({ person: NOBODY, money }));
    const writers = new Set(entries.map(({ by }) => by));
    for (const [tell, person] of readers) {
      const reader = readerOf(person);
      tell({ kind: 'changes', showings, changes: writers.has(person) ? changesFor(reader) : others[Number(reader.money)]! });
    }
  };

  const one = (person: PersonId, { id: name, change: sent }: Sent, at: Instant): Result<Entry, Taken> => {
    const known = log.byId(name);
    if (known) return refuse(known.by === person ? { id: name, seq: known.seq } : { id: name, code: 'id-taken' });
    const change = readChange(sent);
    if (!change) return refuse({ id: name, code: 'not-a-change' });
    const asking = { workshop: workshop(), by: person, deck: deck(), money: seesMoney(person), heldBy: presence.heldBy };
    const allowed = accepts(room, change, asking);
    if (!allowed.ok) return refuse({ id: name, code: allowed.refusal.code });
    const was = change.do === 'vote' ? (room.dots[person]?.[dotKey(change.topic, change.on)] ?? 0) : 0;
    return ok({ seq: room.seq + 1, id: name, by: person, at, change, was });
  };

  return {
    room: () => room,
    seenBy: seen,
    take: (person, sent, at) => {
      const before = room;
      const fresh: Entry[] = [];
      const names = new Map<string, number>();
      const answered = (each: Sent): Taken => {
        // The same id twice in one message is one change.
        const twice = names.get(each.id);
        if (twice !== undefined) return { id: each.id, seq: twice };
        const taken = one(person, each, at);
        if (!taken.ok) return taken.refusal;
        fresh.push(taken.value);
        names.set(each.id, taken.value.seq);
        room = after(room, taken.value);
        return { id: each.id, seq: taken.value.seq };
      };
      let answers: readonly Taken[];
      try {
        answers = sent.map(answered);
        log.add(fresh);
      } catch (fault) {
        // What was not made durable did not happen, whatever stood in the way.
        room = before;
        throw fault;
      }
      spread(fresh);
      return answers;
    },
    join: (person, since, tell) => {
      showings = showingsOf(workshop());
      readers.set(tell, person);
      presence.came(person);
      if (since && since.showings === showings && since.seq <= room.seq) {
        const [showing, reader] = [workshop(), readerOf(person)];
        const missed = log.entries().slice(since.seq);
        tell({ kind: 'changes', showings, changes: missed.map((entry) => seenBy(showing, reader, entry)) });
      } else tell({ kind: 'snapshot', showings, room: seen(person) });
      return () => {
        if (readers.delete(tell)) presence.left(person);
      };
    },
    showings: () => showingsOf(workshop()),
    presence,
    decided: (erased = false) => {
      const shownNow = showingsOf(workshop());
      const anew = shownNow !== showings;
      showings = shownNow;
      if (erased) {
        log.read();
        room = roomOf(log.entries());
      }
      // oxlint-disable-next-line unicorn/no-useless-spread -- who is asked out leaves the list while it is gone through
      for (const [tell, person] of [...readers]) {
        const asked = participant(workshop(), person) !== null;
        if (!asked && readers.delete(tell)) presence.left(person);
        tell(asked ? { kind: erased ? 'again' : 'stage' } : { kind: 'ended' });
        if (asked && anew && !erased) tell({ kind: 'snapshot', showings, room: seen(person) });
      }
    },
    isUsed: () => readers.size > 0,
    end: () => {
      tellAll({ kind: 'closing' });
      readers.clear();
      presence.end();
    },
  };
};

/** Reads as everybody who has written nothing himself. No person has this id. */
const NOBODY: PersonId = 'p_';

const roomOf = (entries: readonly Entry[]): Room => entries.reduce<Room>(after, EMPTY_ROOM);

/** Topics whose cards were shown, counted: what may be seen changes with it. */
const showingsOf = ({ shown }: Workshop): number => Object.keys(shown).length;
