/**
 * Connection to a workshop's room: hears what happens, sends what is done here, and goes on where it stopped after a break.
 * What is done here is shown at once and sent again under the same id until the server has answered.
 */
import type { Change, Seen } from '../../domain/workshop/room/entry.ts';
import type { Room } from '../../domain/workshop/room/room.ts';
import type { Hands } from '../../server/contract/workshop.ts';
import type { Deck } from '../../views/workshop/deck.ts';
import {
  confirmed,
  done,
  emptyReplica,
  fromSnapshot,
  heard,
  missingFrom,
  refused,
  type RoomReplica,
} from '../../views/workshop/replica.ts';
import type { Stage } from '../../views/workshop/stage.ts';
import { call } from '../state/api.ts';
import { eventReader, type ServerEvent } from '../state/sse.ts';

/** How one comes in: by the secret of a link, or signed in. */
export type Way = { readonly company: string; readonly token: string } | { readonly company: string; readonly workshop: string };

export type RoomState = {
  /** null until the room was heard of. */
  readonly stage: Stage | null;
  readonly deck: Deck | null;
  readonly replica: RoomReplica | null;
  readonly hands: Hands;
  readonly online: boolean;
  /** The link leads nowhere, or the invitation was taken back. */
  readonly ended: boolean;
  /** Milliseconds by which the server's clock is ahead of this one. */
  readonly ahead: number;
};

/** Where somebody points: in parts of a place of the table, since it is laid out otherwise on each screen. */
export type Pointer = { readonly on: string; readonly x: number; readonly y: number };

export type RoomConnection = {
  readonly state: () => RoomState;
  readonly act: (change: Change) => void;
  /** Takes this in hand, and says so again and again; answers with how to let go of it. What was taken last is what the others see held. */
  readonly hold: (card: string) => () => void;
  /** Says where one points (null: nowhere). */
  readonly point: (at: Pointer | null) => void;
  /** Handed-back words were read. */
  readonly seen: () => void;
  readonly stop: () => void;
};

const NOTHING: RoomState = { stage: null, deck: null, replica: null, hands: [], online: false, ended: false, ahead: 0 };
const FIRST_WAIT = 800;
const LONGEST_WAIT = 8_000;
const SILENCE = 40_000;
const HAND_EVERY = 120;
const POINT_EVERY = 250;
const HOLD_AGAIN = 2_000;

const newId = (): string => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const openRoom = (way: Way, changed: () => void): RoomConnection => {
  const end = new AbortController();
  let state = NOTHING;
  let line: AbortController | null = null;
  let sending = false;
  let wake = (): void => undefined;
  let held: { holds: string | null; at: Pointer | null } = { holds: null, at: null };
  let carrying: readonly { readonly card: string }[] = [];
  let handSoon: ReturnType<typeof setTimeout> | undefined;
  const set = (next: Partial<RoomState>): void => {
    state = { ...state, ...next };
    changed();
  };
  const withReplica = (change: (replica: RoomReplica) => RoomReplica): void => {
    if (state.replica) set({ replica: change(state.replica) });
  };

  const take = ({ event, data }: ServerEvent): void => {
    const said: unknown = JSON.parse(data);
    if (event === 'stage') {
      const stage = said as Stage;
      set({ stage, replica: state.replica ?? emptyReplica(stage.me.person) });
    } else if (event === 'deck') set({ deck: said as Deck });
    else if (event === 'presence') set({ hands: (said as { hands: Hands }).hands });
    else if (event === 'snapshot') {
      const { room, showings } = said as { room: Room; showings: number };
      withReplica((replica) => fromSnapshot(replica, room, showings));
    } else if (event === 'changes') {
      const { changes, showings } = said as { changes: Seen[]; showings: number };
      withReplica((replica) => heard(replica, changes, showings));
      if (state.replica && missingFrom(state.replica)) setTimeout(whole, 1_500);
    } else if (event === 'again') {
      withReplica((replica) => emptyReplica(replica.me, replica));
      line?.abort();
    } else if (event === 'ended') set({ ended: true });
  };
  /** Something is still missing a while later: the line is opened anew, and says from where. */
  const whole = (): void => {
    if (state.replica && missingFrom(state.replica)) line?.abort();
  };

  const once = async (): Promise<number> => {
    line = new AbortController();
    const own = line;
    let alarm = setTimeout(() => own.abort(), SILENCE);
    try {
      const { replica } = state;
      const since = replica && replica.showings >= 0 ? { seq: String(replica.base.seq), showings: String(replica.showings) } : {};
      const answer = await fetch(`/api/room-live?${new URLSearchParams({ ...way, ...since }).toString()}`, {
        headers: { accept: 'text/event-stream' },
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.any([end.signal, own.signal]),
      });
      if (!answer.ok || !answer.body) return answer.status;
      const date = Date.parse(answer.headers.get('date') ?? '');
      set({ online: true, ahead: Number.isNaN(date) ? 0 : date - Date.now() });
      void flush();
      const read = eventReader();
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let more = await reader.read(); !more.done; more = await reader.read()) {
        clearTimeout(alarm);
        alarm = setTimeout(() => own.abort(), SILENCE);
        for (const event of read(more.value)) take(event);
      }
    } catch {
      // The line broke: the loop says so and opens it again.
    } finally {
      clearTimeout(alarm);
    }
    return 0;
  };
  const hold = async (): Promise<void> => {
    let wait = FIRST_WAIT;
    while (!end.signal.aborted && !state.ended) {
      const began = Date.now();
      const status = await once();
      if (end.signal.aborted) return;
      if (status === 404 || status === 403) return set({ ended: true, online: false });
      set({ online: false });
      if (Date.now() - began > LONGEST_WAIT) wait = FIRST_WAIT;
      await new Promise<void>((over) => {
        wake = over;
        setTimeout(over, wait);
      });
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  };

  /** Sends everything that was not answered yet, in its order. */
  const flush = async (): Promise<void> => {
    if (sending || end.signal.aborted) return;
    const waiting = (state.replica?.wishes ?? []).filter(({ at }) => at === null).slice(0, 100);
    if (waiting.length === 0) return;
    sending = true;
    try {
      const { taken } = await call(
        'room-send',
        { ...way, changes: waiting.map(({ id, change }) => ({ id, change })) },
        { signal: end.signal },
      );
      for (const { id, seq, code } of taken)
        withReplica((replica) => (seq === undefined ? refused(replica, id, code ?? 'not-taken') : confirmed(replica, id, seq)));
      sending = false;
      // The answer tells what the line has not: where it stays silent, it is dead without having said so.
      setTimeout(whole, 1_500);
      void flush();
    } catch {
      sending = false;
      // What cannot be sent cannot be heard either, though a dead line may stay silent for long.
      line?.abort();
      if (!end.signal.aborted) setTimeout(() => void flush(), FIRST_WAIT);
    }
  };

  const sayHand = async (): Promise<void> => {
    handSoon = undefined;
    const { holds, at } = held;
    try {
      await call('room-hand', { ...way, n: Date.now(), holds, at }, { signal: end.signal });
    } catch {
      // Nobody's record: the next one says it again.
    }
    if (holds !== null && held.holds === holds && !end.signal.aborted) handSoon ??= setTimeout(() => void sayHand(), HOLD_AGAIN);
  };

  const inHand = (now: typeof carrying): void => {
    carrying = now;
    const holds = carrying.at(-1)?.card ?? null;
    if (holds === held.holds) return;
    held = { ...held, holds };
    clearTimeout(handSoon);
    handSoon = setTimeout(() => void sayHand(), 0);
  };

  // The browser knows at once that it has no network, and that it has one again.
  window.addEventListener('offline', () => line?.abort(), { signal: end.signal });
  window.addEventListener('online', () => wake(), { signal: end.signal });
  void hold();
  return {
    state: () => state,
    act: (change) => {
      withReplica((replica) => done(replica, newId(), change));
      void flush();
    },
    hold: (card) => {
      const one = { card };
      inHand([...carrying, one]);
      return () => inHand(carrying.filter((other) => other !== one));
    },
    point: (at) => {
      if (at === null && held.at === null) return;
      held = { ...held, at };
      handSoon ??= setTimeout(() => void sayHand(), held.holds === null ? POINT_EVERY : HAND_EVERY);
    },
    seen: () => withReplica((replica) => ({ ...replica, handedBack: [] })),
    stop: () => {
      clearTimeout(handSoon);
      end.abort();
    },
  };
};
