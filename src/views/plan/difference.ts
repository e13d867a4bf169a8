/** What differs between two plans, as data: enough to make the second of the first, and to say what changed. */
import { inOrder } from '../../domain/blueprint/edits.ts';
import { lineOf, type Plan, type PlanLine } from '../../domain/blueprint/plan.ts';
import type { PriorityId } from '../../kernel/ids.ts';

export type LineField = Exclude<keyof PlanLine, 'id'>;
export type Altered = { readonly id: PriorityId; readonly was: PlanLine; readonly now: PlanLine; readonly fields: readonly LineField[] };
/** Parts of a plan that are compared as a whole. */
type Whole = Omit<Plan, 'lines'>;
export type PlanDifference = {
  readonly added: readonly PlanLine[];
  readonly removed: readonly PlanLine[];
  readonly altered: readonly Altered[];
  /** The other parts that read otherwise, as they read now. */
  readonly parts: Partial<Whole>;
  readonly partsWas: Partial<Whole>;
};

const FIELDS: readonly LineField[] = [
  'title',
  'moscow',
  'outcomes',
  'effortDays',
  'budgetMinor',
  'from',
  'to',
  'owner',
  'dependsOn',
  'skills',
  'milestones',
];
const PARTS = ['from', 'to', 'stopped', 'carried', 'capacity', 'rule', 'levers', 'notDoing'] as const satisfies readonly (keyof Whole)[];
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Exactly what changed from `a` to `b`. */
export const difference = (a: Plan, b: Plan): PlanDifference => {
  const was = new Map(a.lines.map((l) => [l.id, lineOf(l)]));
  const now = new Map(b.lines.map((l) => [l.id, lineOf(l)]));
  const altered = [...now.values()].flatMap((line): Altered[] => {
    const before = was.get(line.id);
    const fields = before ? FIELDS.filter((f) => !same(before[f], line[f])) : [];
    return before && fields.length > 0 ? [{ id: line.id, was: before, now: line, fields }] : [];
  });
  const moved = PARTS.filter((part) => !same(a[part], b[part]));
  const pick = (of: Plan): Partial<Whole> => Object.fromEntries(moved.map((part) => [part, of[part]]));
  return {
    added: [...now.values()].filter((l) => !was.has(l.id)),
    removed: [...was.values()].filter((l) => !now.has(l.id)),
    altered,
    parts: pick(b),
    partsWas: pick(a),
  };
};

/** The plan that a difference makes of the one it was taken from. */
export const applied = (a: Plan, { added, removed, altered, parts }: PlanDifference): Plan => {
  const gone = new Set(removed.map((l) => l.id));
  const now = new Map(altered.map((c) => [c.id, c.now]));
  const lines = [...a.lines.filter((l) => !gone.has(l.id)).map((l) => now.get(l.id) ?? lineOf(l)), ...added];
  return { ...a, ...parts, lines: inOrder(lines) };
};

/** True where nothing differs. */
export const isSame = ({ added, removed, altered, parts }: PlanDifference): boolean =>
  added.length + removed.length + altered.length + Object.keys(parts).length === 0;
