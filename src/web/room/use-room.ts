/** The room of a workshop as a component sees it. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Change } from '../../domain/workshop/room/entry.ts';
import { EMPTY_ROOM, type Room } from '../../domain/workshop/room/room.ts';
import type { Stage } from '../../views/workshop/stage.ts';
import type { Deck } from '../../views/workshop/deck.ts';
import { openRoom, type RoomConnection, type RoomState, type Way } from './connection.ts';

/** What the parts of a room are given. */
export type Here = {
  readonly way: Way;
  readonly stage: Stage;
  readonly room: Room;
  readonly deck: Deck | null;
  readonly state: RoomState;
  readonly act: (change: Change) => void;
  readonly hold: RoomConnection['hold'];
  readonly point: RoomConnection['point'];
  readonly seen: () => void;
  readonly nameOf: (person: string | null) => string | null;
  /** Who holds this card, by name; null where nobody else does. */
  readonly heldBy: (card: string) => string | null;
};

const CLOSED: RoomState = { stage: null, deck: null, replica: null, hands: [], online: false, ended: false, ahead: 0 };

/** null until the room was heard of; `ended` where it leads nowhere. */
export const useRoom = (way: Way): { readonly here: Here | null; readonly ended: boolean } => {
  const [listeners] = useState(() => new Set<() => void>());
  const connection = useRef<RoomConnection | null>(null);
  const key = JSON.stringify(way);
  useEffect(() => {
    const open = openRoom(JSON.parse(key) as Way, () => listeners.forEach((tell) => tell()));
    connection.current = open;
    listeners.forEach((tell) => tell());
    return () => {
      open.stop();
      connection.current = null;
    };
  }, [key, listeners]);
  const state = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    () => connection.current?.state() ?? CLOSED,
  );
  const point = useCallback<Here['point']>((at) => connection.current?.point(at), []);
  const hold = useCallback<Here['hold']>((card) => connection.current?.hold(card) ?? (() => undefined), []);
  const here = useMemo<Here | null>(() => {
    const { stage, replica, deck, hands } = state;
    if (!stage || !replica) return null;
    const names = new Map<string, string>(stage.people.map(({ person, name }) => [person, name]));
    return {
      way: JSON.parse(key) as Way,
      stage,
      room: replica.room ?? EMPTY_ROOM,
      deck,
      state,
      act: (change) => connection.current?.act(change),
      hold,
      point,
      seen: () => connection.current?.seen(),
      nameOf: (person) => (person === null ? null : (names.get(person) ?? null)),
      heldBy: (card) => {
        const hand = hands.find(({ holds, person }) => holds === card && person !== stage.me.person);
        return hand ? (names.get(hand.person) ?? 'somebody') : null;
      },
    };
  }, [state, key, hold, point]);
  return { here, ended: state.ended };
};

/** A new id of a card, a group or something raised. */
export const newCard = (): `j_${string}` =>
  `j_${[...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
