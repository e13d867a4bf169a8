/**
 * CompanyStore: `company.db`, one company's journal and the rows that go with it, in one transaction.
 *
 * SQLite in WAL mode, fsynced at every commit. Any other engine must pass company-store.contract.ts.
 */
import type { DatabaseSync } from 'node:sqlite';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { arrivalsIn, type Arrivals } from './company/arrivals.ts';
import { inboxIn, type Inbox } from './company/inbox.ts';
import { sourcesIn, type Sources } from './company/sources.ts';
import { commentsIn, type Comments } from './company/comments.ts';
import { packsIn, type Packs } from './company/packs.ts';
import { journalIn, type Journal } from './company/journal.ts';
import { postIn, type Post } from './company/post.ts';
import { shareLinksIn, type ShareLinks } from './company/share-links.ts';
import { roomsIn, type Rooms } from './company/rooms.ts';
import { rowsIn, type Rows } from './company/rows.ts';
import { COMPANY } from './schemas.ts';
import { openFile, type StoreProblem } from './sqlite.ts';

/** The newest version of each type of event that the caller can read. */
export type Known = { readonly [type: string]: number };

export type CompanyStore = Journal &
  Omit<Rows, 'addNotes' | 'hashesOf'> &
  Omit<Post, 'addLetters'> &
  Comments &
  Omit<Packs, 'addPacks'> &
  Sources &
  Inbox &
  Arrivals &
  Rooms &
  Omit<ShareLinks, 'addLinks'> & {
    readonly path: string;
    readonly close: () => void;
  };

/**
 * Opens `company.db`, making it where there is none. With `known`, a journal that holds an event of another type
 * or a later version is refused: better shut than wrong.
 */
export const openCompanyStore = (path: string, known?: Known): Result<CompanyStore, StoreProblem> => {
  const opened = openFile(path, COMPANY);
  if (!opened.ok) return opened;
  const db = opened.value;
  const strange = known ? unknownEvent(db, known) : undefined;
  if (strange) {
    db.close();
    return refuse({
      code: 'newer-lockstep',
      text: `${path} was written by a newer Lockstep (event ${strange.type} v${strange.v}): start that version, or restore a backup made before it.`,
    });
  }
  const rows = rowsIn(db);
  const post = postIn(db);
  const links = shareLinksIn(db);
  const packs = packsIn(db);
  const { addNotes: _, hashesOf: __, ...open } = rows;
  const { addLetters: ___, ...sending } = post;
  const { addLinks: ____, ...opening } = links;
  const { addPacks: _____, ...published } = packs;
  return ok({
    path,
    ...journalIn(db, rows, post, links, packs),
    ...commentsIn(db),
    ...sourcesIn(db),
    ...inboxIn(db),
    ...arrivalsIn(db),
    ...roomsIn(db),
    ...open,
    ...sending,
    ...opening,
    ...published,
    close: () => db.close(),
  });
};

const unknownEvent = (db: DatabaseSync, known: Known): { type: string; v: number } | undefined =>
  (db.prepare('select type, max(v) as v from journal group by type').all() as { type: string; v: number }[]).find(
    ({ type, v }) => v > (Object.hasOwn(known, type) ? known[type]! : 0),
  );
