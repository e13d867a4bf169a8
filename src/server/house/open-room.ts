/** Opening a company: its journal is read and folded once, and kept up to date with every batch that lands. */
import path from 'node:path';
import { fold, type Book, type Event } from '../../domain/book.ts';
import type { Entry } from '../../domain/decider.ts';
import { upcast, VERSIONS } from '../../domain/history/upcast.ts';
import { roleOf } from '../../domain/may.ts';
import { openFacts } from '../../facts/facts.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { openCompanyStore, type CompanyStore } from '../../store/company-store.ts';
import type { Note, Person } from '../contract/book.ts';
import type { Problem } from '../contract/problem.ts';
import { decideInto } from './decide-into.ts';
import { eraseInWorkshop } from './erase-in-workshop.ts';
import { eraseRequest } from './erase-request.ts';
import { lettersIn } from './letters-in.ts';
import { changesLinks } from './links.ts';
import { problem } from './problems.ts';
import { openRoleBooks } from './role-books.ts';
import { factsRoom } from './room-facts.ts';
import type { CompanyRoom, Landed, RoomNews } from './room.ts';

/** Opens the company whose folder this is. */
export const openRoom = (id: string, folder: string, { mails }: { readonly mails: boolean }): Result<CompanyRoom, Problem> => {
  const opened = openCompanyStore(path.join(folder, 'company.db'), VERSIONS);
  if (!opened.ok) return problem(opened.refusal.code, opened.refusal.text);
  const store = opened.value;
  const batches = batchesOf(store);
  const landedBy = new Map(batches.map((landed) => [landed.batch, landed]));
  const entries = batches.flatMap((landed) => landed.entries);
  const books = openRoleBooks();
  const listeners = new Set<(news: RoomNews) => void>();
  const lettersOf = mails ? lettersIn(store) : undefined;
  let book = fold(entries);
  let linksAt = book.seq;

  const tell = (news: RoomNews): void => {
    for (const listener of listeners) listener(news);
  };
  const facts = factsRoom({
    openFacts: () => openFacts({ folder }),
    book: () => book,
    linksAt: () => linksAt,
    changed: () => tell({ kind: 'facts' }),
  });
  const take = (landed: Landed, after: Book): void => {
    const fresh = landed.entries;
    books.take(fresh, book, after);
    book = after;
    entries.push(...fresh);
    batches.push(landed);
    landedBy.set(landed.batch, landed);
    if (changesLinks(fresh)) linksAt = after.seq;
    tell({ kind: 'landed', landed });
  };

  return ok({
    id,
    folder,
    store,
    book: () => book,
    bookFor: (role) => books.of(role, entries, book),
    roleOf: (person) => roleOf(book, person),
    decide: (asked, ctx) => {
      const landed = landedBy.get(asked.batch);
      if (landed) return landed.entries[0]?.stamp.by === ctx.by ? ok(landed) : batchTaken();
      const decided = decideInto(store, book, asked, ctx, lettersOf);
      if (!decided.ok) return decided;
      const { entries: fresh, book: after } = decided.value;
      const batch: Landed = { batch: asked.batch, entries: fresh };
      if (fresh.length > 0) take(batch, after);
      return ok(batch);
    },
    batches: function* (after) {
      for (let i = firstAfter(batches, after); i < batches.length; i++) {
        const { batch, entries: all } = batches[i]!;
        yield all[0]!.stamp.seq > after ? batches[i]! : { batch, entries: all.filter(({ stamp }) => stamp.seq > after) };
      }
    },
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    facts: facts.open,
    people: () => store.people() as readonly Person[],
    notes: () => store.notes() as readonly Note[],
    notesOf: (ids) => store.notes(ids) as readonly Note[],
    eraseRequest: (request, at) => {
      const gone = eraseRequest(store, book, request, at);
      if (gone) tell({ kind: 'erased' });
      return gone;
    },
    eraseInWorkshop: (workshop, person, cards, at) => {
      const gone = eraseInWorkshop(store, book, workshop, person, cards, at);
      if (gone) tell({ kind: 'erased' });
      return gone;
    },
    commented: (thing) => tell({ kind: 'commented', thing }),
    close: async () => {
      tell({ kind: 'closed' });
      listeners.clear();
      await facts.close();
      store.close();
    },
  });
};

const batchTaken = () => problem('batch-taken', 'Another person used this batch id already.', 'Send it again with a new batch id.');

/** Everything in the journal, batch by batch; the events of a batch stand together. */
const batchesOf = (store: CompanyStore): Landed[] => {
  const batches: { batch: string; entries: Entry<Event>[] }[] = [];
  for (const written of store.since(0)) {
    const entry: Entry<Event> = { event: upcast(written), stamp: { seq: written.seq, by: written.by as PersonId, at: written.at } };
    const last = batches.at(-1);
    if (last?.batch === written.batch) last.entries.push(entry);
    else batches.push({ batch: written.batch, entries: [entry] });
  }
  return batches;
};

/** Index of the first batch that has an event after `after`; by halving, since a journal is long. */
const firstAfter = (batches: readonly Landed[], after: number): number => {
  let [low, high] = [0, batches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (batches[middle]!.entries.at(-1)!.stamp.seq > after) high = middle;
    else low = middle + 1;
  }
  return low;
};
