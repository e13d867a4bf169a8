/**
 * Replica of a room: as the server has confirmed it, and on top of it what was done here and is not confirmed yet, made by
 * the same code. Pure; what sends, listens and tells the screen stands around it (web), and a simulated network in tests.
 *
 * Changes come numbered without gaps. One that was heard before is passed over; one that comes too early waits until those
 * before it are here; what is missing is asked for again from `missingFrom`. A change of one's own stays on the list until
 * it stands in the base, and is sent again after every break under the same id, so nothing is lost and nothing done twice.
 */
import type { PersonId } from '../../kernel/ids.ts';
import type { Change, Seen } from '../../domain/workshop/room/entry.ts';
import { after } from '../../domain/workshop/room/reduce.ts';
import { EMPTY_ROOM, type Room } from '../../domain/workshop/room/room.ts';

/** Something done here: `at` is the number the server gave it, null until it has answered. */
export type Wish = { readonly id: string; readonly change: Change; readonly at: number | null };
/** What the server would not take, and why: its words stay here for whoever wrote them. */
export type HandedBack = { readonly change: Change; readonly code: string };

export type RoomReplica = {
  readonly me: PersonId;
  readonly base: Room;
  /** How often cards had been shown in what the base rests on; -1 before anything is known. */
  readonly showings: number;
  /** The highest number, and the most showings, anybody has told of. */
  readonly told: { readonly seq: number; readonly showings: number };
  /** What a screen shows: the base, and what was done here since. */
  readonly room: Room;
  readonly wishes: readonly Wish[];
  /** Heard before those they rest on, by their number. */
  readonly early: ReadonlyMap<number, Seen>;
  readonly handedBack: readonly HandedBack[];
};

const shown = (base: Room, wishes: readonly Wish[], me: PersonId): Room =>
  wishes.reduce((room, { change }) => after(room, { seq: room.seq, id: null, by: me, change }), base);
const remade = (replica: Omit<RoomReplica, 'room'>): RoomReplica => ({ ...replica, room: shown(replica.base, replica.wishes, replica.me) });

/** Nothing known yet; what is still waiting to be taken stays (words were erased, so the rest is read from the start). */
export const emptyReplica = (me: PersonId, kept?: Pick<RoomReplica, 'wishes' | 'handedBack'>): RoomReplica =>
  remade({
    me,
    base: EMPTY_ROOM,
    showings: -1,
    told: { seq: 0, showings: -1 },
    wishes: kept?.wishes ?? [],
    early: new Map(),
    handedBack: kept?.handedBack ?? [],
  });

const toldOf = ({ told }: RoomReplica, seq: number, showings: number): RoomReplica['told'] => ({
  seq: Math.max(told.seq, seq),
  showings: Math.max(told.showings, showings),
});

/** A snapshot came: it stands in place of what was known, unless more is known already. */
export const fromSnapshot = (replica: RoomReplica, room: Room, showings: number): RoomReplica => {
  const told = toldOf(replica, room.seq, showings);
  const older = showings < replica.showings || (showings === replica.showings && room.seq <= replica.base.seq);
  return caughtUp(older ? { ...replica, told } : { ...replica, told, base: room, showings, early: new Map() });
};

/** Changes came, in any order, some perhaps for the second time. Told under other showings than the base rests on, they are only counted. */
export const heard = (replica: RoomReplica, changes: readonly Seen[], showings: number): RoomReplica => {
  const told = toldOf(replica, Math.max(0, ...changes.map(({ seq }) => seq)), showings);
  if (showings !== replica.showings) return { ...replica, told };
  const early = new Map(replica.early);
  for (const seen of changes) if (seen.seq > replica.base.seq) early.set(seen.seq, seen);
  return caughtUp({ ...replica, told, early });
};

/** Takes in what was heard early as far as it goes without a gap. */
const caughtUp = (replica: Omit<RoomReplica, 'room'>): RoomReplica => {
  const early = new Map(replica.early);
  let { base, wishes } = replica;
  for (let next = early.get(base.seq + 1); next; next = early.get(base.seq + 1)) {
    const { id, seq } = next;
    base = after(base, next);
    early.delete(seq);
    if (id !== null) wishes = wishes.filter((wish) => wish.id !== id);
  }
  return remade({ ...replica, base, early, wishes: wishes.filter(({ at }) => at === null || at > base.seq) });
};

/** From where to ask again, where something is missing; null where nothing is known to be. */
export const missingFrom = ({ base, showings, told }: RoomReplica): { readonly seq: number; readonly showings: number } | null =>
  told.seq > base.seq || told.showings > showings || showings < 0 ? { seq: base.seq, showings } : null;

/** Does it here at once; the caller has asked `accepts` and sends it. */
export const done = (replica: RoomReplica, id: string, change: Change): RoomReplica =>
  remade({ ...replica, wishes: [...replica.wishes, { id, change, at: null }] });

/** The server took it, under this number. */
export const confirmed = (replica: RoomReplica, id: string, seq: number): RoomReplica =>
  remade({
    ...replica,
    told: toldOf(replica, seq, replica.told.showings),
    wishes: replica.wishes.flatMap((wish) => (wish.id !== id ? [wish] : seq <= replica.base.seq ? [] : [{ ...wish, at: seq }])),
  });

/** The server would not take it: it is as if it had never been done, and its words are handed back. */
export const refused = (replica: RoomReplica, id: string, code: string): RoomReplica => {
  const wish = replica.wishes.find((one) => one.id === id);
  if (!wish) return replica;
  return remade({
    ...replica,
    wishes: replica.wishes.filter((one) => one.id !== id),
    handedBack: [...replica.handedBack, { change: wish.change, code }],
  });
};
