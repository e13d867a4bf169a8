/** One batch, decided against the book and made durable in the journal with the notes and people its events name. */
import type { Book, Event } from '../../domain/book.ts';
import { decideBatch, type Decided } from '../../domain/decide.ts';
import { BY_LINK, OPERATOR, type Ctx } from '../../domain/decider.ts';
import { recorded } from '../../domain/history/upcast.ts';
import { ok, type Refused, type Result } from '../../kernel/result.ts';
import type { CompanyStore } from '../../store/company-store.ts';
import { refusalWords } from '../../views/words/refusals.ts';
import type { Problem } from '../contract/problem.ts';
import { notesIn, peopleIn } from './named.ts';
import { problem } from './problems.ts';
import type { NewLetter } from '../../store/company/post.ts';
import type { Asked } from './room.ts';

/** The mail that a decision causes; written in the same transaction. */
export type LettersOf = (decided: Decided, asked: Asked) => readonly NewLetter[];

/** What happened and the book after it; nothing is written where it is refused, or where nothing has to change. */
export const decideInto = (
  store: CompanyStore,
  book: Book,
  asked: Asked,
  ctx: Ctx,
  lettersOf: LettersOf = () => [],
): Result<Decided, Problem> => {
  const decided = decideBatch(book, asked.commands, ctx);
  if (!decided.ok) {
    const { index, refusal } = decided.refusal;
    const { text, todo } = refusalWords(refusal, book);
    return problem(refusal.code, text, todo, { index, command: asked.commands[index]!.type, refusal });
  }
  const events = decided.value.entries.map(({ event }) => event);
  if (events.length === 0) return decided;
  const uncounted = events.find(
    (event) => event.type === 'publication/published' && !asked.packs?.some(({ sha256 }) => sha256 === event.sha256),
  );
  const unjudged = events.find(
    (event) =>
      (event.type === 'verdict/taken' || event.type === 'verdict/overrule-asked') &&
      !asked.packs?.some(({ sha256 }) => sha256 === event.said.sha256),
  );
  if (unjudged)
    return problem(
      'not-counted-here',
      'A verdict is decided on as the server counts it, not as it is sent.',
      'Use the operations verdict take and verdict overrule: lockstep verdict take c_….',
    );
  if (uncounted)
    return problem(
      'not-counted-here',
      'Numbers are published as the server counts them, not as they are sent.',
      'Use the operation publish: lockstep publish 2026-Q1.',
    );
  const rows = rowsFor(store, book, asked, events, ctx);
  if (!rows.ok) return rows;
  const { batch } = asked;
  const entries = events.map((event) => ({ ...recorded(event), notes: notesIn(event) }));
  const along = { ...rows.value, links: asked.links ?? [], packs: asked.packs ?? [], letters: lettersOf(decided.value, asked) };
  const appended = store.append(book.seq, entries, { batch, by: ctx.by, at: ctx.at }, along);
  return appended.ok ? decided : refusedRow(appended.refusal);
};

type Rows = { readonly people: NonNullable<Asked['people']>; readonly notes: NonNullable<Asked['notes']> };

/** Of what was sent along, that which the events name. A person whom nobody knows cannot be named. */
const rowsFor = (store: CompanyStore, book: Book, asked: Asked, events: readonly Event[], { by }: Ctx): Result<Rows, Problem> => {
  const people = new Set(events.flatMap(peopleIn));
  const notes = new Set(events.flatMap(notesIn));
  const sent = asked.people ?? [];
  const members = book.company.get('company')?.members ?? {};
  const known = new Set<string>([OPERATOR, BY_LINK, by, ...sent.map(({ id }) => id), ...Object.keys(members)]);
  const unknown = [...people].filter((id) => !known.has(id));
  const rows = unknown.length === 0 ? [] : store.people();
  const stranger = unknown.find((id) => !rows.some((person) => person.id === id));
  if (stranger !== undefined)
    return problem(
      'person-missing',
      `Nobody here is called by the id ${stranger}.`,
      'Choose a person of this company, or send the new person along.',
    );
  return ok({
    people: sent.filter(({ id }) => people.has(id) || id === by),
    notes: (asked.notes ?? []).filter(({ id }) => notes.has(id)),
  });
};

const refusedRow = (refusal: { readonly code: string; readonly id?: string }): Refused<Problem> => {
  if (refusal.code === 'note-missing')
    return problem('note-missing', `The words that ${refusal.id} stands for were not sent, or were erased.`, 'Send them along in "notes".');
  if (refusal.code === 'note-taken')
    return problem(
      'note-taken',
      `The note ${refusal.id} was written before and reads otherwise.`,
      'Give the new words an id of their own.',
    );
  // One process holds the folder and decides without pause, so nobody can have been quicker.
  throw new Error(`the journal refused an append: ${refusal.code}`);
};
