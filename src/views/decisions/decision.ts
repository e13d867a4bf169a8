/** Something that waits for a person: what, why, by when, and where it is done. */
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import type { KpiNow } from '../agree/kpi.ts';

export type Decision = {
  readonly id: string;
  /** What to do, as a verb: "Sign the Guidepoint for Q2 2026". */
  readonly title: string;
  readonly text: string;
  /** Words of a person that belong to it. */
  readonly quote: NoteId | null;
  /** By when; null where nothing says so. */
  readonly by: Day | null;
  /** How urgent it is, in words: "by Thu 14 May", "9 days silent". */
  readonly when: string;
  readonly state: 'on' | 'risk' | 'off' | 'unknown';
  readonly action: string;
  readonly href: string;
};

/** Whose view it is, and when. */
export type Looker = {
  readonly book: Book;
  readonly me: PersonId;
  readonly today: Day;
  readonly nameOf: (person: PersonId | null) => string;
  /** KPIs as counted from the facts; without it, those that are measured are not judged. */
  readonly kpis?: readonly KpiNow[] | undefined;
};
