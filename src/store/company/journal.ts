/**
 * The journal: every decision of one company, in one order without gaps. It knows no event: a type, a version
 * and data go in, and come out as they were.
 *
 * An append is durable before it is answered, and lands whole: its events, and the people and notes that come
 * with them. A batch that is already there is answered with where it landed, not written again.
 */
import type { DatabaseSync } from 'node:sqlite';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { attempted } from '../sqlite.ts';
import type { NewPack, Packs } from './packs.ts';
import type { NewLetter, Post } from './post.ts';
import type { NewLink, ShareLinks } from './share-links.ts';
import type { NoteText, Person, RowRefusal, Rows } from './rows.ts';

/** An event to be written. `notes` are the ids of the notes it names; their hashes are written beside it. */
export type NewEntry = { readonly type: string; readonly v: number; readonly data: object; readonly notes?: readonly string[] };

/** An event as it stands. `notes` has a salted SHA-256 for each note it names, as the note read when it was written. */
export type Written = {
  readonly seq: number;
  readonly type: string;
  readonly v: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly by: string;
  readonly at: string;
  readonly batch: string;
  readonly notes: { readonly [note: string]: string };
};

/** Whose batch this is and when it was decided. The id is the sender's; it makes sending twice harmless. */
export type BatchStamp = { readonly batch: string; readonly by: string; readonly at: string };

/** Rows that come with a batch, in the same transaction. People who stand already stay as they are. */
export type NewRows = {
  readonly people?: readonly Person[];
  readonly notes?: readonly NoteText[];
  /** Mail that tells of these decisions. */
  readonly letters?: readonly NewLetter[];
  /** Secrets of the forms that are made here. */
  readonly links?: readonly NewLink[];
  /** Published numbers that these decisions name. */
  readonly packs?: readonly NewPack[];
};

/** Where the batch stands; `already` when it had landed before. A batch without events has no place. */
export type Appended = { readonly seqs: readonly number[]; readonly already: boolean };

export type AppendRefusal =
  /** Somebody else was quicker: decide again on what stands now. */
  | { readonly code: 'moved-on'; readonly head: number }
  /** This batch id was used by somebody else. */
  | { readonly code: 'batch-of-another' }
  | RowRefusal;

export type Journal = {
  /** Appends `entries` if the journal still ends at `after`. */
  readonly append: (after: number, entries: readonly NewEntry[], stamp: BatchStamp, rows?: NewRows) => Result<Appended, AppendRefusal>;
  /** Number of the last event; 0 for an empty journal. */
  readonly head: () => number;
  /** Everything after place `after`, oldest first; 0 reads it all. */
  readonly since: (after: number) => readonly Written[];
  /** The events of one batch, oldest first; none for a batch that never landed. */
  readonly entriesOf: (batch: string) => readonly Written[];
};

/** Columns in the order they are asked for: 100,000 rows come three times as fast without their names. */
type Row = readonly [seq: number, type: string, v: number, data: string, by: string, at: string, batch: string, notes: string];

/** The journal in an open `company.db`. */
export const journalIn = (
  db: DatabaseSync,
  rows: Rows,
  { addLetters }: Pick<Post, 'addLetters'>,
  { addLinks }: Pick<ShareLinks, 'addLinks'>,
  { addPacks }: Pick<Packs, 'addPacks'>,
): Journal => {
  const columns = 'seq, type, v, data, written_by, written_at, batch, notes';
  const last = db.prepare('select coalesce(max(seq), 0) as seq from journal');
  const landed = db.prepare('select seq, written_by from journal where batch = ? order by seq');
  const put = db.prepare(`insert into journal (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?)`);
  const after = db.prepare(`select ${columns} from journal where seq > ? order by seq`);
  const ofBatch = db.prepare(`select ${columns} from journal where batch = ? order by seq`);
  for (const statement of [after, ofBatch]) statement.setReturnArrays(true);

  const head = (): number => (last.get() as { seq: number }).seq;
  const write = (from: number, entries: readonly NewEntry[], stamp: BatchStamp, hashes: ReadonlyMap<string, string>): Appended => {
    const seqs = entries.map(({ type, v, data, notes = [] }, i) => {
      const named = Object.fromEntries(notes.map((id) => [id, hashes.get(id)]));
      put.run(from + i + 1, type, v, JSON.stringify(data), stamp.by, stamp.at, stamp.batch, JSON.stringify(named));
      return from + i + 1;
    });
    return { seqs, already: false };
  };

  return {
    append: (from, entries, stamp, { people = [], notes = [], letters = [], links = [], packs = [] } = {}) =>
      attempted(db, (): Result<Appended, AppendRefusal> => {
        const before = landed.all(stamp.batch) as { seq: number; written_by: string }[];
        if (before.some((e) => e.written_by !== stamp.by)) return refuse({ code: 'batch-of-another' });
        if (before.length > 0) return ok({ seqs: before.map((e) => e.seq), already: true });
        const now = head();
        if (now !== from) return refuse({ code: 'moved-on', head: now });
        rows.addPeople(people);
        const kept = rows.addNotes(notes, stamp);
        if (!kept.ok) return kept;
        addLetters(letters);
        addLinks(links);
        addPacks(packs, stamp);
        const hashes = rows.hashesOf(entries.flatMap((e) => e.notes ?? []));
        return hashes.ok ? ok(write(from, entries, stamp, hashes.value)) : hashes;
      }),
    head,
    since: (place) => (after.all(place) as unknown as Row[]).map(written),
    entriesOf: (batch) => (ofBatch.all(batch) as unknown as Row[]).map(written),
  };
};

const written = ([seq, type, v, data, by, at, batch, notes]: Row): Written => ({
  seq,
  type,
  v,
  data: JSON.parse(data) as Written['data'],
  by,
  at,
  batch,
  notes: notes === '{}' ? {} : (JSON.parse(notes) as Written['notes']),
});
