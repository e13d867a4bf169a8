/**
 * Replica: the book as this browser knows it. What the server confirmed, and on top of it what was
 * asked here and is not yet confirmed, decided by the same code.
 *
 * A live message of one's own batch, or a confirmed number that has been passed, takes a wish off the
 * list: then it stands in the base. Pure; the store around it sends, listens and tells React.
 */
import { fold, type Book, type Command, type Event } from '../../domain/book.ts';
import { decideBatch, type BatchRefusal } from '../../domain/decide.ts';
import type { Ctx, Entry } from '../../domain/decider.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Live, Note, Person, Snapshot } from '../../server/contract/book.ts';
import { bookOfSent } from './sent-book.ts';

/** Something asked here that the base does not hold yet. */
export type Wish = {
  readonly batch: string;
  readonly commands: readonly Command[];
  readonly ctx: Ctx;
  readonly notes: readonly Note[];
  readonly people: readonly Person[];
  /** What the server made of it; null until it has answered. */
  readonly confirmed: { readonly seq: number; readonly entries: readonly Entry<Event>[] } | null;
};

export type Replica = {
  readonly me: Snapshot['me'];
  /** As the server has confirmed it. */
  readonly base: Book;
  readonly wishes: readonly Wish[];
  /** What a screen shows: base and wishes. */
  readonly book: Book;
  readonly people: ReadonlyMap<string, Person>;
  readonly notes: ReadonlyMap<string, Note>;
};

const byId = <T extends { readonly id: string }>(were: ReadonlyMap<string, T>, more: readonly T[]): ReadonlyMap<string, T> =>
  more.length === 0 ? were : new Map([...were, ...more.map((one) => [one.id, one] as const)]);

const shown = (base: Book, wishes: readonly Wish[]): Book => {
  let book = base;
  for (const wish of wishes) {
    const entries = wish.confirmed?.entries;
    if (entries) {
      book = fold(entries, book);
      continue;
    }
    // What the others did meanwhile may forbid it; the server will say so, and until then it is not shown.
    const decided = decideBatch(book, wish.commands, wish.ctx);
    if (decided.ok) book = decided.value.book;
  }
  return book;
};
const remade = (replica: Omit<Replica, 'book'>): Replica => ({ ...replica, book: shown(replica.base, replica.wishes) });

/** From a snapshot; wishes that are still waiting stay. */
export const started = (snapshot: Snapshot, wishes: readonly Wish[] = []): Replica => {
  const left = wishes.filter((w) => !w.confirmed || w.confirmed.seq > snapshot.seq);
  return remade({
    me: snapshot.me,
    base: bookOfSent(snapshot.book, snapshot.seq),
    wishes: left,
    people: byId(new Map(), [...snapshot.people, ...left.flatMap((w) => w.people)]),
    notes: byId(new Map(), [...snapshot.notes, ...left.flatMap((w) => w.notes)]),
  });
};

/** Asks for something: shown at once, or refused at once with the rule that forbids it. */
export const asked = (replica: Replica, wish: Wish): Result<Replica, BatchRefusal> => {
  const decided = decideBatch(replica.book, wish.commands, wish.ctx);
  if (!decided.ok) return refuse(decided.refusal);
  return ok({
    ...replica,
    wishes: [...replica.wishes, wish],
    book: decided.value.book,
    notes: byId(replica.notes, wish.notes),
    people: byId(replica.people, wish.people),
  });
};

/** The server said yes. It stays on the list until the live stream (or a snapshot) has come past it. */
export const confirmed = (replica: Replica, batch: string, seq: number, entries: readonly Entry<Event>[]): Replica =>
  remade({
    ...replica,
    wishes: replica.wishes.flatMap((w) =>
      w.batch !== batch ? [w] : replica.base.seq >= seq ? [] : [{ ...w, confirmed: { seq, entries } }],
    ),
  });

/** The server said no: it is as if it had never been asked. */
export const handedBack = (replica: Replica, batch: string): Replica =>
  remade({ ...replica, wishes: replica.wishes.filter((w) => w.batch !== batch) });

/** Something happened, here or elsewhere. What is already in the base is passed over. */
export const heard = (replica: Replica, live: Live): Replica => {
  const fresh = live.entries.filter(({ stamp }) => stamp.seq > replica.base.seq);
  const base = fresh.length === 0 ? replica.base : fold(fresh, replica.base);
  return remade({
    ...replica,
    base,
    wishes: replica.wishes.filter((w) => w.batch !== live.batch && !(w.confirmed && w.confirmed.seq <= base.seq)),
    people: byId(replica.people, live.people),
    notes: byId(replica.notes, live.notes),
  });
};
