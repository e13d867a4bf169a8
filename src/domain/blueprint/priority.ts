/**
 * Priority: a bar of the Blueprint. What the team will do in a quarter, never a task:
 * tied to outcomes, with owner, effort in person-days, money and dates.
 */
import type { Day } from '../../kernel/day.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import type { NoteId, OutcomeId, PersonId, PriorityId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, amount, fresh, minor, oneOf, span, stands, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { CapacityBook } from '../capacity/line.ts';

export type Moscow = 'must' | 'should' | 'could' | 'wont';
export const MOSCOW: readonly Moscow[] = ['must', 'should', 'could', 'wont'];

export type PriorityTerms = {
  readonly title: string;
  readonly moscow: Moscow;
  readonly outcomes: readonly OutcomeId[];
  /** Person-days planned. */
  readonly effortDays: number;
  /** Whole minor units of the company's currency; null where none is recorded (or where the reader may not see it). */
  readonly budgetMinor: number | null;
  readonly from: Day;
  readonly to: Day;
};

export type Priority = PriorityTerms & {
  readonly id: PriorityId;
  readonly period: string;
  readonly owner: PersonId | null;
  readonly retired: { readonly why: NoteId } | null;
};

export type PriorityCommand =
  | ({ readonly type: 'priority/plan'; readonly id: PriorityId; readonly period: string; readonly owner: PersonId | null } & PriorityTerms)
  | { readonly type: 'priority/reword'; readonly id: PriorityId; readonly title: string }
  | { readonly type: 'priority/class'; readonly id: PriorityId; readonly moscow: Moscow }
  | { readonly type: 'priority/serve'; readonly id: PriorityId; readonly outcomes: readonly OutcomeId[] }
  | { readonly type: 'priority/resize'; readonly id: PriorityId; readonly effortDays: number; readonly budgetMinor: number | null }
  | { readonly type: 'priority/reschedule'; readonly id: PriorityId; readonly from: Day; readonly to: Day }
  | { readonly type: 'priority/hand-over'; readonly id: PriorityId; readonly owner: PersonId }
  | { readonly type: 'priority/drop'; readonly id: PriorityId; readonly why: NoteId };

export type PriorityEvent =
  | ({
      readonly type: 'priority/planned';
      readonly id: PriorityId;
      readonly period: string;
      readonly owner: PersonId | null;
    } & PriorityTerms)
  | { readonly type: 'priority/reworded'; readonly id: PriorityId; readonly title: string }
  | { readonly type: 'priority/classed'; readonly id: PriorityId; readonly moscow: Moscow }
  | { readonly type: 'priority/serves'; readonly id: PriorityId; readonly outcomes: readonly OutcomeId[] }
  | { readonly type: 'priority/resized'; readonly id: PriorityId; readonly effortDays: number; readonly budgetMinor: number | null }
  | { readonly type: 'priority/rescheduled'; readonly id: PriorityId; readonly from: Day; readonly to: Day }
  | { readonly type: 'priority/handed-over'; readonly id: PriorityId; readonly owner: PersonId }
  | { readonly type: 'priority/dropped'; readonly id: PriorityId; readonly why: NoteId };

export type PriorityRefusal = Basic | { readonly code: 'not-a-quarter'; readonly found: string } | { readonly code: 'said-twice' };
export type PriorityBook = CapacityBook & { readonly priority: ReadonlyMap<PriorityId, Priority> };

const outcomesStand = (book: PriorityBook, outcomes: readonly OutcomeId[]): Result<null, PriorityRefusal> =>
  new Set(outcomes).size < outcomes.length
    ? refuse({ code: 'said-twice' })
    : all(...outcomes.map((id) => stands('outcome', id, book.outcome.get(id))));

export const priority: Decider<PriorityId, Priority, PriorityCommand, PriorityEvent, PriorityRefusal, PriorityBook> = {
  keyOf: (message) => message.id,
  decide: {
    'priority/plan': (p, { id, period, owner, title, moscow, outcomes, effortDays, budgetMinor, from, to }, _, book) => {
      const fiscal = book.company.get('company')?.fiscal;
      if (!fiscal || !quarterNamed(fiscal, period)) return refuse({ code: 'not-a-quarter', found: period });
      const checked = all(
        fresh('priority', 'r', id, p),
        text('title', title),
        oneOf('moscow', moscow, MOSCOW),
        amount('effortDays', effortDays),
        minor('budgetMinor', budgetMinor),
        span(from, to),
      );
      if (!checked.ok) return checked;
      const stand = outcomesStand(book, outcomes);
      if (!stand.ok) return stand;
      return ok([
        { type: 'priority/planned', id, period, owner, title: title.trim(), moscow, outcomes, effortDays, budgetMinor, from, to },
      ]);
    },
    'priority/reword': (p, { id, title }) => {
      const checked = all(stands('priority', id, p), text('title', title));
      return checked.ok ? ok(p!.title === title.trim() ? [] : [{ type: 'priority/reworded', id, title: title.trim() }]) : checked;
    },
    'priority/class': (p, { id, moscow }) => {
      const checked = all(stands('priority', id, p), oneOf('moscow', moscow, MOSCOW));
      return checked.ok ? ok(p!.moscow === moscow ? [] : [{ type: 'priority/classed', id, moscow }]) : checked;
    },
    'priority/serve': (p, { id, outcomes }, _, book) => {
      const checked = stands('priority', id, p);
      if (!checked.ok) return checked;
      const stand = outcomesStand(book, outcomes);
      return stand.ok ? ok([{ type: 'priority/serves', id, outcomes }]) : stand;
    },
    'priority/resize': (p, { id, effortDays, budgetMinor }) => {
      const checked = all(stands('priority', id, p), amount('effortDays', effortDays), minor('budgetMinor', budgetMinor));
      return checked.ok ? ok([{ type: 'priority/resized', id, effortDays, budgetMinor }]) : checked;
    },
    'priority/reschedule': (p, { id, from, to }) => {
      const checked = all(stands('priority', id, p), span(from, to));
      return checked.ok ? ok([{ type: 'priority/rescheduled', id, from, to }]) : checked;
    },
    'priority/hand-over': (p, { id, owner }) => {
      const checked = stands('priority', id, p);
      return checked.ok ? ok(p!.owner === owner ? [] : [{ type: 'priority/handed-over', id, owner }]) : checked;
    },
    'priority/drop': (p, { id, why }) => {
      const checked = stands('priority', id, p);
      return checked.ok ? ok([{ type: 'priority/dropped', id, why }]) : checked;
    },
  },
  evolve: {
    'priority/planned': (_, { type: _type, ...planned }) => ({ ...planned, retired: null }),
    'priority/reworded': (p, { title }) => ({ ...p!, title }),
    'priority/classed': (p, { moscow }) => ({ ...p!, moscow }),
    'priority/serves': (p, { outcomes }) => ({ ...p!, outcomes }),
    'priority/resized': (p, { effortDays, budgetMinor }) => ({ ...p!, effortDays, budgetMinor }),
    'priority/rescheduled': (p, { from, to }) => ({ ...p!, from, to }),
    'priority/handed-over': (p, { owner }) => ({ ...p!, owner }),
    'priority/dropped': (p, { why }) => ({ ...p!, retired: { why } }),
  },
};
