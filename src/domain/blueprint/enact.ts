/** What agreeing does to the priorities themselves: events that make them read as the agreed plan says. */
import { quarterDays, movedInto } from './draft.ts';
import type { BlueprintBook, BlueprintProduced } from './blueprint.ts';
import type { Edit } from './edits.ts';
import { milestonesOf } from './milestone.ts';
import type { Lever, Plan, PlanLine } from './plan.ts';
import type { Priority } from './priority.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A lever, carried out: what was cut is dropped, what was deferred moves, what was extended ends later. */
export const enactLever = (book: BlueprintBook, lever: Lever): BlueprintProduced[] => {
  if (lever.lever === 'add') return [];
  const p = book.priority.get(lever.priority);
  if (!p) return [];
  switch (lever.lever) {
    case 'cut':
      return [{ type: 'priority/dropped', id: p.id, why: lever.why }];
    case 'defer': {
      const days = movedInto(p, quarterDays(book, p.period), quarterDays(book, lever.period));
      return [{ type: 'priority/deferred', id: p.id, period: lever.period, ...days }];
    }
    case 'extend':
      return [{ type: 'priority/rescheduled', id: p.id, from: p.from, to: lever.to }];
  }
};

/** The draft is agreed: its levers take effect. */
export const enactDraft = (book: BlueprintBook, plan: Plan): BlueprintProduced[] => plan.levers.flatMap((l) => enactLever(book, l));

/** Edits, carried out on the priorities. `pull` says what becomes of a lever: a draft records it, a signed change carries it out. */
export const enactEdits = (
  book: BlueprintBook,
  period: string,
  edits: readonly Edit[],
  pull: (lever: Lever) => readonly BlueprintProduced[],
): BlueprintProduced[] =>
  edits.flatMap((edit): readonly BlueprintProduced[] => {
    switch (edit.edit) {
      case 'in':
        return planned(period, edit.line);
      case 'alter':
        return altered(book, book.priority.get(edit.line.id)!, edit.line);
      case 'out':
        return [{ type: 'priority/dropped', id: edit.priority, why: edit.why }];
      case 'lever':
        return pull(edit.lever);
    }
  });

const planned = (period: string, line: PlanLine): BlueprintProduced[] => {
  const { id, owner, moscow, outcomes, effortDays, budgetMinor, from, to, dependsOn, skills, milestones } = line;
  const title = line.title.trim();
  return [
    { type: 'priority/planned', id, period, owner, title, moscow, outcomes, effortDays, budgetMinor, from, to },
    ...(dependsOn.length > 0 ? [{ type: 'priority/depends' as const, id, on: dependsOn }] : []),
    ...(skills.length > 0 ? [{ type: 'priority/split-by-skill' as const, id, skills }] : []),
    ...milestones.map((m) => ({ type: 'milestone/set' as const, id: m.id, priority: id, title: m.title.trim(), day: m.day })),
  ];
};

const altered = (book: BlueprintBook, was: Priority, line: PlanLine): BlueprintProduced[] => {
  const { id, owner, moscow, outcomes, effortDays, budgetMinor, from, to, dependsOn, skills, milestones } = line;
  const title = line.title.trim();
  const had = milestonesOf(book, id);
  return [
    ...(title !== was.title ? [{ type: 'priority/reworded' as const, id, title }] : []),
    ...(moscow !== was.moscow ? [{ type: 'priority/classed' as const, id, moscow }] : []),
    ...(same(outcomes, was.outcomes) ? [] : [{ type: 'priority/serves' as const, id, outcomes }]),
    ...(effortDays !== was.effortDays || budgetMinor !== was.budgetMinor
      ? [{ type: 'priority/resized' as const, id, effortDays, budgetMinor }]
      : []),
    ...(from !== was.from || to !== was.to ? [{ type: 'priority/rescheduled' as const, id, from, to }] : []),
    ...(owner !== null && owner !== was.owner ? [{ type: 'priority/handed-over' as const, id, owner }] : []),
    ...(same(dependsOn, was.dependsOn) ? [] : [{ type: 'priority/depends' as const, id, on: dependsOn }]),
    ...(same(skills, was.skills) ? [] : [{ type: 'priority/split-by-skill' as const, id, skills }]),
    ...milestones.flatMap((m): BlueprintProduced[] => {
      const before = had.find((h) => h.id === m.id);
      if (!before) return [{ type: 'milestone/set', id: m.id, priority: id, title: m.title.trim(), day: m.day }];
      return [
        ...(before.title !== m.title.trim() ? [{ type: 'milestone/reworded' as const, id: m.id, title: m.title.trim() }] : []),
        ...(before.day !== m.day ? [{ type: 'milestone/moved' as const, id: m.id, day: m.day }] : []),
      ];
    }),
    ...had.filter((h) => !milestones.some((m) => m.id === h.id)).map((h) => ({ type: 'milestone/removed' as const, id: h.id })),
  ];
};
