/** Rooms: what people did in a workshop, change by change, in one order. Their words stand apart and can be erased. */
import type { DatabaseSync } from 'node:sqlite';
import { together } from '../sqlite.ts';

/** One change. `json` is the writer's own; `words` is what was written, null where nothing was or it was erased. */
export type RoomChange = {
  readonly workshop: string;
  readonly seq: number;
  /** Made by whoever sent it. */
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly json: unknown;
  readonly words: string | null;
  readonly was: number;
};

export type Rooms = {
  /** Changes of one room after number `after`, in their order. */
  readonly roomChanges: (workshop: string, after: number) => readonly RoomChange[];
  /** Adds them, durable when it returns; throws where a number or id stands already. */
  readonly addRoomChanges: (changes: readonly RoomChange[]) => void;
  /** Takes the words of one person in one room away for good; false where there were none. */
  readonly eraseRoomWords: (workshop: string, by: string) => boolean;
};

type Row = { workshop: string; seq: number; id: string; made_by: string; made_at: string; json: string; words: string | null; was: number };

/** The rooms in an open `company.db`. */
export const roomsIn = (db: DatabaseSync): Rooms => {
  const columns = 'workshop, seq, id, made_by, made_at, json, words, was';
  const after = db.prepare(`select ${columns} from room_change where workshop = ? and seq > ? order by seq`);
  const put = db.prepare(`insert into room_change (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?)`);
  const erase = db.prepare('update room_change set words = null where workshop = ? and made_by = ? and words is not null');
  return {
    roomChanges: (workshop, seq) =>
      (after.all(workshop, seq) as Row[]).map(({ made_by: by, made_at: at, json, ...row }) => ({
        ...row,
        by,
        at,
        json: JSON.parse(json) as unknown,
      })),
    addRoomChanges: (changes) =>
      together(db, () => {
        for (const { workshop, seq, id, by, at, json, words, was } of changes)
          put.run(workshop, seq, id, by, at, JSON.stringify(json), words, was);
      }),
    eraseRoomWords: (workshop, by) => {
      const gone = Number(erase.run(workshop, by).changes) > 0;
      // What was erased is also gone from the write-ahead log.
      if (gone) db.exec('pragma wal_checkpoint(truncate)');
      return gone;
    },
  };
};
