/**
 * Objective: what the company wants to have achieved, in its own words, by a date.
 * Outcomes make it measurable; everything further down the thread serves one of them.
 */
import type { Day } from '../../kernel/day.ts';
import type { NoteId, ObjectiveId, PersonId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import { all, day, fresh, stands, text, type Basic } from '../check.ts';
import type { CompanyBook } from '../company/company.ts';
import type { Decider } from '../decider.ts';

export type Objective = {
  readonly id: ObjectiveId;
  readonly statement: string;
  readonly due: Day;
  readonly owner: PersonId | null;
  readonly retired: { readonly why: NoteId } | null;
};

export type ObjectiveCommand =
  | {
      readonly type: 'objective/set';
      readonly id: ObjectiveId;
      readonly statement: string;
      readonly due: Day;
      readonly owner: PersonId | null;
    }
  | { readonly type: 'objective/reword'; readonly id: ObjectiveId; readonly statement: string }
  | { readonly type: 'objective/move-due'; readonly id: ObjectiveId; readonly due: Day }
  | { readonly type: 'objective/hand-over'; readonly id: ObjectiveId; readonly owner: PersonId }
  | { readonly type: 'objective/retire'; readonly id: ObjectiveId; readonly why: NoteId };

export type ObjectiveEvent =
  | {
      readonly type: 'objective/set';
      readonly id: ObjectiveId;
      readonly statement: string;
      readonly due: Day;
      readonly owner: PersonId | null;
    }
  | { readonly type: 'objective/reworded'; readonly id: ObjectiveId; readonly statement: string }
  | { readonly type: 'objective/due-moved'; readonly id: ObjectiveId; readonly due: Day }
  | { readonly type: 'objective/handed-over'; readonly id: ObjectiveId; readonly owner: PersonId }
  | { readonly type: 'objective/retired'; readonly id: ObjectiveId; readonly why: NoteId };

export type ObjectiveBook = CompanyBook & { readonly objective: ReadonlyMap<ObjectiveId, Objective> };

export const objective: Decider<ObjectiveId, Objective, ObjectiveCommand, ObjectiveEvent, Basic, ObjectiveBook> = {
  keyOf: (message) => message.id,
  decide: {
    'objective/set': (o, { id, statement, due, owner }) => {
      const checked = all(fresh('objective', 'o', id, o), text('statement', statement, 300), day('due', due));
      return checked.ok ? ok([{ type: 'objective/set', id, statement: statement.trim(), due, owner }]) : checked;
    },
    'objective/reword': (o, { id, statement }) => {
      const checked = all(stands('objective', id, o), text('statement', statement, 300));
      if (!checked.ok) return checked;
      return ok(o!.statement === statement.trim() ? [] : [{ type: 'objective/reworded', id, statement: statement.trim() }]);
    },
    'objective/move-due': (o, { id, due }) => {
      const checked = all(stands('objective', id, o), day('due', due));
      if (!checked.ok) return checked;
      return ok(o!.due === due ? [] : [{ type: 'objective/due-moved', id, due }]);
    },
    'objective/hand-over': (o, { id, owner }) => {
      const checked = stands('objective', id, o);
      if (!checked.ok) return checked;
      return ok(o!.owner === owner ? [] : [{ type: 'objective/handed-over', id, owner }]);
    },
    'objective/retire': (o, { id, why }) => {
      const checked = stands('objective', id, o);
      return checked.ok ? ok([{ type: 'objective/retired', id, why }]) : checked;
    },
  },
  evolve: {
    'objective/set': (_, { id, statement, due, owner }) => ({ id, statement, due, owner, retired: null }),
    'objective/reworded': (o, { statement }) => ({ ...o!, statement }),
    'objective/due-moved': (o, { due }) => ({ ...o!, due }),
    'objective/handed-over': (o, { owner }) => ({ ...o!, owner }),
    'objective/retired': (o, { why }) => ({ ...o!, retired: { why } }),
  },
};
