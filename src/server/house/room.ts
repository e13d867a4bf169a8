/**
 * CompanyRoom: one company, opened. Its journal folded into a book, its rows, its facts.
 *
 * Deciding is synchronous: decided against the book, durable in the journal, and only then answered and told to
 * subscribers. What a role may see is folded apart from the events it may see, so a snapshot and the live
 * events that follow it cannot disagree.
 */
import type { Book, Command, Event } from '../../domain/book.ts';
import type { Role } from '../../domain/company/company.ts';
import type { Ctx, Entry } from '../../domain/decider.ts';
import type { Facts } from '../../facts/facts.ts';
import type { CardId, NoteId, PersonId, RequestId, WorkshopId } from '../../kernel/ids.ts';
import type { Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { CompanyStore } from '../../store/company-store.ts';
import type { NewPack } from '../../store/company/packs.ts';
import type { NewLink } from '../../store/company/share-links.ts';
import type { Note, Person } from '../contract/book.ts';
import type { Problem } from '../contract/problem.ts';

/** What is asked in one batch: it lands whole or not at all, together with the notes and people its events name. */
export type Asked = {
  /** Sent again with the same id, a batch is answered and not written again. */
  readonly batch: string;
  readonly commands: readonly Command[];
  readonly notes?: readonly { readonly id: NoteId; readonly text: string }[];
  readonly people?: readonly Person[];
  /** Numbers that are published here, as the server counted them. */
  readonly packs?: readonly NewPack[];
  /** Secrets of the forms that are made here. */
  readonly links?: readonly NewLink[];
};

/** A batch as it stands in the journal; without entries where nothing had to change. */
export type Landed = { readonly batch: string; readonly entries: readonly Entry<Event>[] };

/** What the room tells those who listen: a batch landed, numbers changed because facts did, or the room is being closed. */
export type RoomNews =
  | { readonly kind: 'landed'; readonly landed: Landed }
  | { readonly kind: 'facts' | 'closed' }
  /** Words or names were erased for good. */
  | { readonly kind: 'erased' }
  | { readonly kind: 'commented'; readonly thing: string };

export type CompanyRoom = {
  readonly id: string;
  /** Absolute path of the company's folder. */
  readonly folder: string;
  readonly store: CompanyStore;
  /** Everything decided, as it stands now. */
  readonly book: () => Book;
  /** The book as this role sees it; its number is that of the last event, seen or not. */
  readonly bookFor: (role: Role) => Book;
  /** The role of a person now; null for somebody who does not belong here. */
  readonly roleOf: (person: PersonId) => Role | null;
  readonly decide: (asked: Asked, ctx: Ctx) => Result<Landed, Problem>;
  /** Batches after event number `after`, oldest first; a batch that straddles it comes with the rest of its events. */
  readonly batches: (after: number) => Iterable<Landed>;
  readonly entries: () => readonly Entry<Event>[];
  /** Called after each batch is durable, and after facts changed; answers with how to stop. */
  readonly subscribe: (listener: (news: RoomNews) => void) => () => void;
  /** The facts, with the links of the thread projected as the journal stands now. Loads and aliases are told to subscribers. */
  readonly facts: () => Promise<Facts>;
  readonly people: () => readonly Person[];
  readonly notes: () => readonly Note[];
  /** Those of these notes that have not been erased. */
  readonly notesOf: (ids: readonly NoteId[]) => readonly Note[];
  /** Takes words, name and address of a request away for good; false where nothing was left of them. */
  readonly eraseRequest: (request: RequestId, at: Instant) => boolean;
  /** Takes away for good what somebody wrote in a workshop, and who he is where he is no member; false where nothing was left. */
  readonly eraseInWorkshop: (workshop: WorkshopId, person: PersonId, cards: readonly CardId[], at: Instant) => boolean;
  /** Tells those who listen that somebody said something about this thing, or took it back. */
  readonly commented: (thing: string) => void;
  readonly close: () => Promise<void>;
};
