/**
 * The rows beside the journal: people as named here, and what people wrote. Both can be erased; the events that
 * name them stay. Also the mappings by which files are read.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { together } from '../sqlite.ts';

/** A person as named in this company. */
export type Person = { readonly id: string; readonly name: string; readonly email: string | null };
/** What somebody wrote, before it is kept. */
export type NoteText = { readonly id: string; readonly text: string };
export type Note = NoteText & { readonly by: string; readonly at: string };
/** How files with certain headers are read; `json` is the reader's own. */
export type Mapping = { readonly name: string; readonly headers: readonly string[]; readonly json: unknown; readonly savedAt: string };

export type RowRefusal =
  /** An event names a note that neither stands nor comes with it, or that was erased. */
  | { readonly code: 'note-missing'; readonly id: string }
  /** A note of this id stands already and reads otherwise: what was written is never rewritten. */
  | { readonly code: 'note-taken'; readonly id: string };

export type Rows = {
  /** Everybody who has not been erased. */
  readonly people: () => readonly Person[];
  /** Adds those who are not known yet; a person who stands, or was erased, stays so. */
  readonly addPeople: (people: readonly Person[]) => void;
  /** Gives a person who stands another name and address; false where he does not. */
  readonly renamePerson: (person: Person) => boolean;
  /** Takes name and address away for good; false where there is nothing to erase. */
  readonly erasePerson: (id: string, at: string) => boolean;
  /** Every note that has not been erased, or those of the given ids. */
  readonly notes: (ids?: readonly string[]) => readonly Note[];
  readonly addNotes: (notes: readonly NoteText[], written: { readonly by: string; readonly at: string }) => Result<null, RowRefusal>;
  /** The salted hash of each of these notes, as it stands beside the events that name it. */
  readonly hashesOf: (ids: readonly string[]) => Result<ReadonlyMap<string, string>, RowRefusal>;
  /** Takes a note's words away for good; false where there is nothing to erase. */
  readonly eraseNote: (id: string, at: string) => boolean;
  readonly mappings: () => readonly Mapping[];
  readonly mapping: (name: string) => Mapping | null;
  readonly saveMapping: (mapping: Mapping) => void;
  readonly removeMapping: (name: string) => boolean;
};

type NoteRow = { id: string; words: string; salt: string; written_by: string; written_at: string };
type MappingRow = { name: string; headers: string; json: string; saved_at: string };

/** SHA-256 of salt and words. With the salt erased, short words cannot be guessed back from it. */
export const noteHash = (salt: string, words: string): string => createHash('sha256').update(`${salt}\n${words}`).digest('hex');

/** The rows in an open `company.db`. */
export const rowsIn = (db: DatabaseSync): Rows => {
  const everybody = db.prepare('select id, name, email from person where erased_at is null order by id');
  const addPerson = db.prepare('insert into person (id, name, email) values (?, ?, ?) on conflict (id) do nothing');
  const rename = db.prepare('update person set name = ?, email = ? where id = ? and erased_at is null');
  const forgetPerson = db.prepare('update person set name = null, email = null, erased_at = ? where id = ? and erased_at is null');
  const noteColumns = 'id, words, salt, written_by, written_at';
  const everyNote = db.prepare(`select ${noteColumns} from note where erased_at is null order by written_at, id`);
  const oneNote = db.prepare(`select ${noteColumns} from note where id = ?`);
  const putNote = db.prepare(`insert into note (${noteColumns}) values (?, ?, ?, ?, ?)`);
  const forgetNote = db.prepare('update note set words = null, salt = null, erased_at = ? where id = ? and erased_at is null');
  const everyMapping = db.prepare('select name, headers, json, saved_at from mapping order by name');
  const oneMapping = db.prepare('select name, headers, json, saved_at from mapping where name = ?');
  const putMapping = db.prepare('insert or replace into mapping (name, headers, json, saved_at) values (?, ?, ?, ?)');
  const dropMapping = db.prepare('delete from mapping where name = ?');

  const noteOf = (id: string) => oneNote.get(id) as (Omit<NoteRow, 'words'> & { words: string | null }) | undefined;
  /** What was erased is also gone from the write-ahead log. */
  const erased = (changes: number | bigint): boolean => {
    if (Number(changes) > 0) db.exec('pragma wal_checkpoint(truncate)');
    return Number(changes) > 0;
  };

  return {
    people: () => (everybody.all() as Person[]).map(({ id, name, email }) => ({ id, name, email })),
    addPeople: (people) => together(db, () => people.forEach(({ id, name, email }) => addPerson.run(id, name, email))),
    renamePerson: ({ id, name, email }) => Number(rename.run(name, email, id).changes) > 0,
    erasePerson: (id, at) => erased(forgetPerson.run(at, id).changes),
    notes: (ids) => {
      const rows = ids ? ids.map(noteOf).filter((row) => row?.words != null) : everyNote.all();
      return (rows as NoteRow[]).map(({ id, words, written_by: by, written_at: at }) => ({ id, text: words, by, at }));
    },
    addNotes: (notes, { by, at }) =>
      together(db, () => {
        for (const { id, text } of notes) {
          const stands = noteOf(id);
          if (stands && (stands.words !== text || stands.written_by !== by)) return refuse({ code: 'note-taken', id });
          if (!stands) putNote.run(id, text, randomBytes(16).toString('hex'), by, at);
        }
        return ok(null);
      }),
    hashesOf: (ids) => {
      const hashes = new Map<string, string>();
      for (const id of ids) {
        const row = noteOf(id);
        if (row?.words == null) return refuse({ code: 'note-missing', id });
        hashes.set(id, noteHash(row.salt, row.words));
      }
      return ok(hashes);
    },
    eraseNote: (id, at) => erased(forgetNote.run(at, id).changes),
    mappings: () => (everyMapping.all() as MappingRow[]).map(mappingOf),
    mapping: (name) => {
      const row = oneMapping.get(name) as MappingRow | undefined;
      return row ? mappingOf(row) : null;
    },
    saveMapping: ({ name, headers, json, savedAt }) => void putMapping.run(name, JSON.stringify(headers), JSON.stringify(json), savedAt),
    removeMapping: (name) => Number(dropMapping.run(name).changes) > 0,
  };
};

const mappingOf = ({ name, headers, json, saved_at: savedAt }: MappingRow): Mapping => ({
  name,
  headers: JSON.parse(headers) as string[],
  json: JSON.parse(json) as unknown,
  savedAt,
});
