/**
 * The outbox: letters written in the transaction of the decision they tell of, sent afterwards, tried again where
 * that fails. A letter that was sent, given up or erased keeps neither address nor words.
 */
import type { DatabaseSync } from 'node:sqlite';
import { together } from '../sqlite.ts';

/** A letter to be written. `news` makes it once: a second one with the same news is left out. */
export type NewLetter = {
  readonly news: string;
  /** The request it is about, or a workshop and one person in it (`h_…/p_…`). */
  readonly request: string;
  readonly address: string;
  readonly subject: string;
  readonly words: string;
  readonly at: string;
};
export type Letter = Omit<NewLetter, 'at'> & { readonly id: number; readonly tries: number };

/** How the post of a company stands: waiting to be sent, and given up with the last fault. */
export type PostStands = { readonly waiting: number; readonly givenUp: number; readonly fault: string | null };

export type Post = {
  readonly addLetters: (letters: readonly NewLetter[]) => void;
  /** Letters whose next try is due, oldest first. */
  readonly dueLetters: (now: string, most: number) => readonly Letter[];
  readonly letterSent: (id: number, at: string) => void;
  /** Tried in vain: when to try again, or null to give it up. */
  readonly letterFailed: (id: number, fault: string, nextTryAt: string | null) => void;
  readonly postStands: () => PostStands;
  /** Takes address and words of every letter about this request away for good. */
  readonly eraseLetters: (request: string) => void;
  /** The same for letters to these addresses, whatever their case; how many waited. */
  readonly eraseLettersTo: (addresses: readonly string[]) => number;
  /** The date the requester was last told; null where none was. */
  readonly toldDay: (request: string) => string | null;
  /** Notes the date that the requester is told, with the letter that says so where there is one. */
  readonly tellDay: (request: string, day: string, letter: NewLetter | null) => void;
};

type Row = { id: number; news: string; request: string; address: string; subject: string; words: string; tries: number };

/** The outbox in an open `company.db`. */
export const postIn = (db: DatabaseSync): Post => {
  const put = db.prepare(
    'insert into letter (news, request, address, subject, words, written_at, next_try_at) values (?, ?, ?, ?, ?, ?, ?) on conflict (news) do nothing',
  );
  const due = db.prepare('select id, news, request, address, subject, words, tries from letter where next_try_at <= ? order by id limit ?');
  const bare = 'address = null, subject = null, words = null, next_try_at = null';
  const sent = db.prepare(`update letter set ${bare}, sent_at = ?, fault = null where id = ?`);
  const again = db.prepare('update letter set tries = tries + 1, fault = ?, next_try_at = ? where id = ?');
  const givenUp = db.prepare(`update letter set ${bare}, tries = tries + 1, fault = ? where id = ?`);
  const erase = db.prepare(`update letter set ${bare} where request = ?`);
  const eraseTo = db.prepare(`update letter set ${bare} where lower(trim(address)) in (select lower(trim(value)) from json_each(?))`);
  const stands = db.prepare(
    'select count(next_try_at) as waiting, count(*) filter (where next_try_at is null and sent_at is null and fault is not null) as given_up from letter',
  );
  const lastFault = db.prepare('select fault from letter where fault is not null order by id desc limit 1');
  const told = db.prepare('select day from told where request = ?');
  const tell = db.prepare('insert into told (request, day) values (?, ?) on conflict (request) do update set day = excluded.day');

  const addLetters = (letters: readonly NewLetter[]): void => {
    for (const { news, request, address, subject, words, at } of letters) put.run(news, request, address, subject, words, at, at);
  };
  return {
    addLetters,
    dueLetters: (now, most) => (due.all(now, most) as Row[]).map((row) => ({ ...row })),
    letterSent: (id, at) => void sent.run(at, id),
    letterFailed: (id, fault, nextTryAt) => void (nextTryAt === null ? givenUp.run(fault, id) : again.run(fault, nextTryAt, id)),
    postStands: () => {
      const { waiting, given_up } = stands.get() as { waiting: number; given_up: number };
      const row = lastFault.get() as { fault: string } | undefined;
      return { waiting, givenUp: given_up, fault: row?.fault ?? null };
    },
    eraseLetters: (request) => {
      erase.run(request);
      db.exec('pragma wal_checkpoint(truncate)');
    },
    eraseLettersTo: (addresses) => {
      const n = Number(eraseTo.run(JSON.stringify(addresses)).changes);
      if (n > 0) db.exec('pragma wal_checkpoint(truncate)');
      return n;
    },
    toldDay: (request) => (told.get(request) as { day: string } | undefined)?.day ?? null,
    tellDay: (request, day, letter) =>
      together(db, () => {
        tell.run(request, day);
        if (letter) addLetters([letter]);
      }),
  };
};
