/** Edits: a named difference to a plan, as a scenario tries it and a change asks for it. Applied, they give another plan. */
import type { NoteId, PriorityId } from '../../kernel/ids.ts';
import { lineOf, type Lever, type NotDoing, type Plan, type PlanLine } from './plan.ts';
import { MOSCOW } from './priority.ts';

/** In: a new priority. Alter: one that stands reads otherwise. Out: it stops, and what was spent stays spent. Lever: see Lever. */
export type Edit =
  | { readonly edit: 'in'; readonly line: PlanLine }
  | { readonly edit: 'alter'; readonly line: PlanLine }
  | {
      readonly edit: 'out';
      readonly priority: PriorityId;
      /** Done and paid already, so not given back. */
      readonly spentDays: number;
      readonly spentMinor: number | null;
      readonly why: NoteId;
    }
  | { readonly edit: 'lever'; readonly lever: Lever };

/** Must first, then by start: the one order in which lines stand. */
export const inOrder = (lines: readonly PlanLine[]): PlanLine[] =>
  lines.toSorted(
    (a, b) =>
      MOSCOW.indexOf(a.moscow) - MOSCOW.indexOf(b.moscow) ||
      (a.from === b.from ? 0 : a.from < b.from ? -1 : 1) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );

const without = (plan: Plan, id: PriorityId, how: NotDoing['how'], why: NoteId): Plan => {
  const line = plan.lines.find((l) => l.id === id);
  if (!line) return plan;
  return {
    ...plan,
    lines: plan.lines.filter((l) => l.id !== id),
    notDoing: [...plan.notDoing, { how, priority: id, title: line.title, why }],
  };
};

/** The plan once this lever is pulled. */
export const withLever = (plan: Plan, lever: Lever): Plan => {
  const pulled = { ...plan, levers: [...plan.levers, lever] };
  switch (lever.lever) {
    case 'cut':
      return without(pulled, lever.priority, 'cut', lever.why);
    case 'defer':
      return without(pulled, lever.priority, 'deferred', lever.why);
    case 'extend':
      return { ...pulled, lines: pulled.lines.map((l) => (l.id === lever.priority ? { ...l, to: lever.to } : l)) };
    case 'add':
      return pulled;
  }
};

const withEdit = (plan: Plan, edit: Edit): Plan => {
  switch (edit.edit) {
    case 'in':
      return edit.line.moscow === 'wont'
        ? { ...plan, notDoing: [...plan.notDoing, { how: 'wont', priority: edit.line.id, title: edit.line.title, why: null }] }
        : { ...plan, lines: [...plan.lines, lineOf(edit.line)] };
    case 'alter':
      return { ...plan, lines: plan.lines.map((l) => (l.id === edit.line.id ? lineOf(edit.line) : l)) };
    case 'out': {
      const line = plan.lines.find((l) => l.id === edit.priority);
      if (!line) return plan;
      const { id, title, moscow } = line;
      const { spentDays, spentMinor } = edit;
      const spent = spentDays > 0 || (spentMinor ?? 0) > 0;
      return {
        ...without(plan, edit.priority, 'stopped', edit.why),
        stopped: spent ? [...plan.stopped, { id, title, moscow, spentDays, spentMinor }] : plan.stopped,
      };
    }
    case 'lever':
      return withLever(plan, edit.lever);
  }
};

/** The plan as it reads with these edits. Edits about what is not there change nothing. */
export const withEdits = (plan: Plan, edits: readonly Edit[]): Plan => {
  const edited = edits.reduce(withEdit, plan);
  return { ...edited, lines: inOrder(edited.lines) };
};

/** The priority an edit is about; null for capacity that is added. */
export const aboutOf = (edit: Edit): PriorityId | null =>
  edit.edit === 'out' ? edit.priority : edit.edit === 'lever' ? (edit.lever.lever === 'add' ? null : edit.lever.priority) : edit.line.id;
