/** Comments: what people say about a thing outside any decision. Rows, erasable, never rewritten. */
import type { DatabaseSync } from 'node:sqlite';
import { together } from '../sqlite.ts';

/** `thing` is the id of what it is about, or a quarter for a Guidepoint. */
export type Comment = { readonly id: string; readonly thing: string; readonly text: string; readonly by: string; readonly at: string };

export type Comments = {
  /** Those that have not been erased, oldest first: of one thing, or all. */
  readonly comments: (thing?: string) => readonly Comment[];
  readonly comment: (id: string) => Comment | null;
  /** Adds it; false where a comment of this id stands already, or was erased. */
  readonly addComment: (comment: Comment) => boolean;
  /** Takes its words away for good; false where there is nothing to erase. */
  readonly eraseComment: (id: string, at: string) => boolean;
};

type Row = { id: string; thing: string; words: string; written_by: string; written_at: string };
const commentOf = ({ id, thing, words: text, written_by: by, written_at: at }: Row): Comment => ({ id, thing, text, by, at });

/** The comments in an open `company.db`. */
export const commentsIn = (db: DatabaseSync): Comments => {
  const columns = 'id, thing, words, written_by, written_at';
  const all = db.prepare(`select ${columns} from comment where erased_at is null order by written_at, id`);
  const ofThing = db.prepare(`select ${columns} from comment where thing = ? and erased_at is null order by written_at, id`);
  const one = db.prepare(`select ${columns} from comment where id = ? and erased_at is null`);
  const put = db.prepare(`insert into comment (${columns}) values (?, ?, ?, ?, ?) on conflict (id) do nothing`);
  const forget = db.prepare('update comment set words = null, erased_at = ? where id = ? and erased_at is null');
  return {
    comments: (thing) => ((thing === undefined ? all.all() : ofThing.all(thing)) as Row[]).map(commentOf),
    comment: (id) => {
      const row = one.get(id) as Row | undefined;
      return row ? commentOf(row) : null;
    },
    addComment: ({ id, thing, text, by, at }) => together(db, () => Number(put.run(id, thing, text, by, at).changes) > 0),
    eraseComment: (id, at) => {
      const gone = Number(forget.run(at, id).changes) > 0;
      // What was erased is also gone from the write-ahead log.
      if (gone) db.exec('pragma wal_checkpoint(truncate)');
      return gone;
    },
  };
};
