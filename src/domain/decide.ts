/**
 * One batch of commands, decided against the book: it lands whole or not at all.
 * Each command sees what the ones before it changed. Pure: same book, batch and context, same answer.
 *
 * The maps a batch touches are copied once for the whole batch: once for each command, 500 commands over 10,000 items
 * took four seconds. What decides must therefore not keep the maps of the book it was given (a cache goes by the book).
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import { DECIDERS, growing, kindOf, type AreaRefusal, type Book, type Command, type Event } from './book.ts';
import { handlerOf, type AnyDecider, type Ctx, type Entry } from './decider.ts';
import { guard, type GuardRefusal } from './guards.ts';
import { may } from './may.ts';

export type Refusal = AreaRefusal | GuardRefusal | { readonly code: 'may-not'; readonly command: Command['type'] };

/** Where in the batch the refusal arose: the number of the command, from 0. */
export type BatchRefusal = { readonly index: number; readonly refusal: Refusal };

/** What happened (events with their stamps, numbered on from the book) and the book after it. */
export type Decided = { readonly entries: readonly Entry<Event>[]; readonly book: Book };

type Decide = (now: unknown, command: Command, ctx: Ctx, book: Book) => Result<readonly Event[], AreaRefusal>;

export const decideBatch = (book: Book, commands: readonly Command[], ctx: Ctx): Result<Decided, BatchRefusal> => {
  const grown = growing(book);
  const entries: Entry<Event>[] = [];
  for (const [index, command] of commands.entries()) {
    const answer = decideOne(grown.book(), command, ctx);
    if (!answer.ok) return refuse({ index, refusal: answer.refusal });
    for (const event of answer.value) {
      const entry = { event, stamp: { seq: book.seq + entries.length + 1, by: ctx.by, at: ctx.at } };
      entries.push(entry);
      grown.add(entry);
    }
  }
  return ok({ entries, book: grown.book() });
};

const decideOne = (book: Book, command: Command, ctx: Ctx): Result<readonly Event[], Refusal> => {
  const kind = kindOf(command);
  if (command.type !== 'company/found' && !book.company.has('company')) return refuse({ code: 'not-founded' });
  if (!may(book, ctx.by, command.type)) return refuse({ code: 'may-not', command: command.type });
  const allowed = guard(book, command);
  if (!allowed.ok) return allowed;
  const decider: AnyDecider = DECIDERS[kind];
  const things: ReadonlyMap<string, unknown> = book[kind];
  return handlerOf<Decide>(decider.decide, command.type)(things.get(decider.keyOf(command as never)), command, ctx, book);
};
