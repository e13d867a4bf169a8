/** A plan as a viewer may see it: what is done, by when and with how many days, but no money and no words of people. */
import type { NoteId } from '../../kernel/ids.ts';
import type { Edit } from './edits.ts';
import type { Lever, Plan, PlanLine } from './plan.ts';

const line = (l: PlanLine): PlanLine => ({ ...l, budgetMinor: null });

/** A lever without its money; `why` stands in place of its reason. */
export const leverWithoutMoney = (lever: Lever, why: NoteId): Lever => {
  switch (lever.lever) {
    case 'add':
      return { ...lever, minor: null, why };
    case 'extend':
      return { ...lever, minorAfter: null, why };
    default:
      return { ...lever, why };
  }
};

/** A plan without its money; `why` stands in place of every reason there is. */
export const planWithoutMoney = (plan: Plan, why: NoteId): Plan => ({
  ...plan,
  lines: plan.lines.map(line),
  stopped: plan.stopped.map((s) => ({ ...s, spentMinor: null })),
  carried: plan.carried.map((c) => ({ ...c, minor: null })),
  capacity: { ...plan.capacity, moneyMinor: null },
  levers: plan.levers.map((l) => leverWithoutMoney(l, why)),
  notDoing: plan.notDoing.map((n) => ({ ...n, why: n.why === null ? null : why })),
});

/** An edit without its money; `why` stands in place of its reason. */
export const editWithoutMoney = (edit: Edit, why: NoteId): Edit => {
  switch (edit.edit) {
    case 'out':
      return { ...edit, spentMinor: null, why };
    case 'lever':
      return { ...edit, lever: leverWithoutMoney(edit.lever, why) };
    default:
      return { ...edit, line: line(edit.line) };
  }
};
