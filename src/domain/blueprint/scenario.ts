/**
 * Scenario: a named set of edits over a quarter's plan, tried side by side with others. It is not the truth until it is
 * chosen (then its edits become the draft) or asked for as a change of what is agreed.
 */
import type { NoteId, PersonId, ScenarioId } from '../../kernel/ids.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { all, fresh, stands, text } from '../check.ts';
import type { Decider } from '../decider.ts';
import { isAgreed, type BlueprintBook, type BlueprintProduced, type BlueprintRefusal } from './blueprint.ts';
import { draftPlan, standingPlan } from './draft.ts';
import type { Edit } from './edits.ts';
import { enactEdits } from './enact.ts';
import { editsHold, first, isQuarter } from './holds.ts';

export type Scenario = {
  readonly id: ScenarioId;
  readonly period: string;
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly by: PersonId;
  readonly at: Instant;
  /** When it became the draft; null while it is one of several. */
  readonly chosen: Instant | null;
  readonly retired: { readonly why: NoteId | null } | null;
};

export type ScenarioCommand =
  | {
      readonly type: 'scenario/try';
      readonly id: ScenarioId;
      readonly period: string;
      readonly name: string;
      readonly edits: readonly Edit[];
    }
  | { readonly type: 'scenario/rename'; readonly id: ScenarioId; readonly name: string }
  | { readonly type: 'scenario/edit'; readonly id: ScenarioId; readonly edits: readonly Edit[] }
  | { readonly type: 'scenario/choose'; readonly id: ScenarioId }
  | { readonly type: 'scenario/drop'; readonly id: ScenarioId };

export type ScenarioEvent =
  | {
      readonly type: 'scenario/tried';
      readonly id: ScenarioId;
      readonly period: string;
      readonly name: string;
      readonly edits: readonly Edit[];
    }
  | { readonly type: 'scenario/renamed'; readonly id: ScenarioId; readonly name: string }
  | { readonly type: 'scenario/edited'; readonly id: ScenarioId; readonly edits: readonly Edit[] }
  | { readonly type: 'scenario/chosen'; readonly id: ScenarioId }
  | { readonly type: 'scenario/dropped'; readonly id: ScenarioId };

export type ScenarioRefusal = BlueprintRefusal | { readonly code: 'scenario-chosen' };
export type ScenarioBook = BlueprintBook & { readonly scenario: ReadonlyMap<ScenarioId, Scenario> };

const notChosen = (s: Scenario | undefined) => (s?.chosen ? refuse({ code: 'scenario-chosen' as const }) : ok(null));

export const scenario: Decider<
  ScenarioId,
  Scenario,
  ScenarioCommand,
  ScenarioEvent,
  ScenarioRefusal,
  ScenarioBook,
  ScenarioEvent | BlueprintProduced
> = {
  keyOf: (message) => message.id,
  decide: {
    'scenario/try': (s, { id, period, name, edits }, _, book) => {
      const checked = first(
        () => isQuarter(book, period),
        () => all(fresh('scenario', 'v', id, s), text('name', name, 80)),
        () => editsHold(book, period, standingPlan(book, period), edits),
      );
      return checked.ok ? ok([{ type: 'scenario/tried', id, period, name: name.trim(), edits }]) : checked;
    },
    'scenario/rename': (s, { id, name }) => {
      const checked = all(stands('scenario', id, s), text('name', name, 80));
      return checked.ok ? ok(s!.name === name.trim() ? [] : [{ type: 'scenario/renamed', id, name: name.trim() }]) : checked;
    },
    'scenario/edit': (s, { id, edits }, _, book) => {
      const checked = stands('scenario', id, s);
      if (!checked.ok) return checked;
      const free = notChosen(s);
      if (!free.ok) return free;
      const holds = editsHold(book, s!.period, standingPlan(book, s!.period), edits);
      if (!holds.ok) return holds;
      return ok(JSON.stringify(edits) === JSON.stringify(s!.edits) ? [] : [{ type: 'scenario/edited', id, edits }]);
    },
    'scenario/choose': (s, { id }, _, book) => {
      const checked = stands('scenario', id, s);
      if (!checked.ok) return checked;
      const free = notChosen(s);
      if (!free.ok) return free;
      const { period, edits } = s!;
      const b = book.blueprint.get(period);
      if (isAgreed(b)) return refuse({ code: 'blueprint-agreed', period });
      const holds = editsHold(book, period, draftPlan(book, period), edits);
      if (!holds.ok) return holds;
      let n = b?.levers.at(-1)?.n ?? 0;
      return ok([
        { type: 'scenario/chosen', id },
        ...enactEdits(book, period, edits, (lever) => [{ type: 'blueprint/lever-pulled', period, n: ++n, lever }]),
      ]);
    },
    'scenario/drop': (s, { id }) => {
      const checked = stands('scenario', id, s);
      return checked.ok ? ok([{ type: 'scenario/dropped', id }]) : checked;
    },
  },
  evolve: {
    'scenario/tried': (_, { id, period, name, edits }, { by, at }) => ({ id, period, name, edits, by, at, chosen: null, retired: null }),
    'scenario/renamed': (s, { name }) => ({ ...s!, name }),
    'scenario/edited': (s, { edits }) => ({ ...s!, edits }),
    'scenario/chosen': (s, _, { at }) => ({ ...s!, chosen: at }),
    'scenario/dropped': (s) => ({ ...s!, retired: { why: null } }),
  },
};
