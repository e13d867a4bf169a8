/** Reader: who looks, with everything a view shows him: the book and the words that his role may see, names, today. */
import type { Role } from '../../../domain/company/company.ts';
import { BY_LINK, OPERATOR } from '../../../domain/decider.ts';
import { mayReadNote } from '../../../domain/visible.ts';
import type { Engine } from '../../../facts/engine.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { headOf } from '../../../facts/questions/head.ts';
import type { Head } from '../../../facts/questions/question.ts';
import { CALENDAR_YEAR, quarterNamed, quarterOf, type Period } from '../../../kernel/fiscal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { dayIn } from '../../../kernel/zone.ts';
import type { Context } from '../../../views/thread/context.ts';
import type { Problem } from '../../contract/problem.ts';
import { noSuchCompany, problem } from '../../house/problems.ts';
import { modelsOf } from './models-of.ts';
import type { Models } from './modelled.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Caller, World } from '../operation.ts';

export type Reader = {
  readonly context: Omit<Context, 'period'>;
  readonly role: Role;
  readonly engine: Engine;
  /** What every answer of this moment says of itself. */
  readonly head: Head;
  /** Where models are computed. */
  readonly models: Models;
};

/** The reader of a company's views. */
export const readerOf = async (world: World, company: string, caller: Caller): Promise<Result<Reader, Problem>> => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const { room, facts } = met.value;
  const me = caller.personIn(company);
  const role = me === null ? null : room.roleOf(me);
  if (me === null || role === null) return noSuchCompany(company);
  const book = room.bookFor(role);
  const today = dayIn(book.company.get('company')?.zone ?? 'UTC', world.now());
  const people = new Map<string, string>(room.people().map(({ id, name }) => [id, name]));
  // Looked up when they are wanted: a page says few of all the words that were ever written.
  const noteOf = (id: string): string | null => {
    const [note] = room.notesOf([id as NoteId]);
    return note && mayReadNote(role, me, note) ? note.text : null;
  };
  return ok({
    context: {
      book,
      today,
      nameOf: (person) =>
        people.get(person) ??
        (person === OPERATOR ? 'the local operator' : person === BY_LINK ? 'the requester, by a link' : 'somebody no longer named'),
      noteOf,
    },
    role,
    engine: facts.engine,
    models: modelsOf(world.house),
    head: await headOf(facts.engine, 'view', { today }),
  });
};

/** The fiscal quarter asked for, else the one that holds the last day the numbers may know about. */
export const periodOf = ({ context, head }: Reader, asked: string | undefined): Result<Period, Problem> => {
  const fiscal = context.book.company.get('company')?.fiscal ?? CALENDAR_YEAR;
  if (asked === undefined) return ok(quarterOf(fiscal, head.asOf));
  const period = quarterNamed(fiscal, asked);
  return period ? ok(period) : problem('invalid-input', `"${asked}" names no quarter.`, `Write it as ${quarterOf(fiscal, head.asOf).id}.`);
};
