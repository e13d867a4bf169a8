/**
 * The decider kit: what may be asked (commands), what may happen (events), and the two pure
 * functions between them. The same code decides in the server and in the browser.
 *
 * An area decides about one thing at a time, but may read the book: its own things and those of
 * the areas to its left. Events carry what was decided, field by field; who and when stand in the
 * stamp beside them.
 */
import type { PersonId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/zone.ts';

export type Typed = { readonly type: string };
type Of<U extends Typed, N extends U['type']> = Extract<U, { readonly type: N }>;

/** The person the command line acts as when no server runs: he who holds the data folder holds the company. */
export const OPERATOR: PersonId = 'p_operator';

/** Whoever came by a share link or by the link to his own request: let in by the server, which has checked that link, and known by no more. */
export const BY_LINK: PersonId = 'p_link';

/** Who asks, and when by the server's clock (the browser's guess until the server has answered). */
export type Ctx = { readonly by: PersonId; readonly at: Instant };

/** Where an event stands in the journal: its place, who decided it, when. */
export type Stamp = { readonly seq: number; readonly by: PersonId; readonly at: Instant };

/** An event as it stands in the journal. */
export type Entry<E extends Typed = Typed> = { readonly event: E; readonly stamp: Stamp };

/**
 * One kind of thing. `Produced` are the events a command of it may cause (its own, and where one
 * decision changes a thing to the left, that thing's); `E` are the events that change the thing itself.
 */
export type Decider<K extends string, T, C extends Typed, E extends Typed, R, Book, Produced extends Typed = E> = {
  /** Which thing a message is about. */
  readonly keyOf: (message: C | E) => K;
  readonly decide: {
    readonly [N in C['type']]: (now: T | undefined, command: Of<C, N>, ctx: Ctx, book: Book) => Result<readonly Produced[], R>;
  };
  readonly evolve: { readonly [N in E['type']]: (was: T | undefined, event: Of<E, N>, stamp: Stamp) => T };
};

/** A decider whose types have been forgotten: what the book works with. */
export type AnyDecider = {
  readonly keyOf: (message: never) => string;
  readonly decide: object;
  readonly evolve: object;
};

/**
 * The handler for one type. The only cast in the domain lives here.
 * Throws on a type nobody handles: a journal that cannot be read must not be guessed at.
 */
export const handlerOf = <F>(table: object, type: string): F => {
  if (!Object.hasOwn(table, type)) throw new Error(`nothing handles "${type}"`);
  return (table as Record<string, F>)[type]!;
};
