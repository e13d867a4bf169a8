/** The log of one room: read once, then kept in memory and on disk together. Words stand apart on disk, so they can be erased. */
import type { PersonId } from '../../kernel/ids.ts';
import type { Change, Entry } from '../../domain/workshop/room/entry.ts';
import type { RoomChange, Rooms } from '../../store/company/rooms.ts';

export type RoomLog = {
  /** In their order; the first has number 1. */
  readonly entries: () => readonly Entry[];
  readonly byId: (id: string) => Entry | undefined;
  /** Durable when it returns. */
  readonly add: (entries: readonly Entry[]) => void;
  /** Reads it anew, after words were erased. */
  readonly read: () => void;
};

export const roomLog = (store: Rooms, workshop: string): RoomLog => {
  let entries: Entry[] = [];
  let known = new Map<string, Entry>();
  const read = (): void => {
    entries = store.roomChanges(workshop, 0).map(entryOf);
    known = new Map(entries.map((entry) => [entry.id, entry]));
  };
  read();
  return {
    entries: () => entries,
    byId: (id) => known.get(id),
    add: (fresh) => {
      if (fresh.length === 0) return;
      store.addRoomChanges(fresh.map((entry) => rowOf(workshop, entry)));
      for (const entry of fresh) {
        entries.push(entry);
        known.set(entry.id, entry);
      }
    },
    read,
  };
};

const rowOf = (workshop: string, { seq, id, by, at, change, was }: Entry): RoomChange => {
  const written = 'text' in change ? change.text : null;
  const json = 'text' in change ? { ...change, text: undefined } : change;
  return { workshop, seq, id, by, at, json, words: written, was };
};

/**
 * A change as it is read today. Once, what a card costs stood inside its terms, and everybody was told; taken out of them, it
 * reaches only those who see money. Where it was null nothing was said of it: who saw no money sent that too.
 */
const lifted = (change: Change): Change => {
  if (change.do !== 'terms' || !('minor' in change.terms)) return change;
  const { minor, ...terms } = change.terms;
  return { ...change, terms, ...(typeof minor === 'number' && { minor }) };
};

const WRITES: ReadonlySet<string> = new Set(['write', 'rewrite', 'raise', 'reason']);

const entryOf = ({ seq, id, by, at, json, words, was }: RoomChange): Entry => {
  const change = lifted(json as Change);
  return { seq, id, by: by as PersonId, at, was, change: WRITES.has(change.do) ? ({ ...change, text: words } as Change) : change };
};
