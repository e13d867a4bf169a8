/** Why an outcome exists and what hangs on it: its objective, the Guidepoints that hold it, the priorities that serve it. */
import type { Book } from '../../domain/book.ts';
import type { Priority } from '../../domain/blueprint/priority.ts';
import { current, isLocked, type Guidepoint } from '../../domain/guidepoint/guidepoint.ts';
import type { OutcomeId } from '../../kernel/ids.ts';

/** The Guidepoints whose present wording names it, oldest first. */
export const guidepointsOf = (book: Book, id: OutcomeId): Guidepoint[] =>
  [...book.guidepoint.values()]
    .filter((g) => current(g).outcomes.some((o) => o.outcome === id))
    .toSorted((a, b) => a.period.localeCompare(b.period));

/** The period of the locked Guidepoint that holds its target; null where it is free. */
export const lockOf = (book: Book, id: OutcomeId): string | null => guidepointsOf(book, id).findLast(isLocked)?.period ?? null;

/** Priorities that serve it and were not dropped. */
export const prioritiesOf = (book: Book, id: OutcomeId): Priority[] =>
  [...book.priority.values()].filter((p) => !p.retired && p.outcomes.includes(id));
