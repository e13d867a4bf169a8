/** What became of single bars after a Blueprint was agreed: each a change of its own. */
import type { Edit } from '../domain/blueprint/edits.ts';
import type { PlanLine } from '../domain/blueprint/plan.ts';
import { dayFromNumber } from '../kernel/day.ts';
import type { NoteId } from '../kernel/ids.ts';
import { told, type Quarter } from './calendar.ts';
import { outcomeId } from './outcomes.ts';
import { idOf } from './people.ts';
import { endOf, minorOf, priorityId } from './priorities.ts';
import { MARKS, type Mark } from './story/blueprint-story.ts';
import type { Plan } from './story/quarter-story.ts';
import { STORY } from './story/story.ts';
import type { World } from './world.ts';

export const markId = (quarter: Quarter, priority: string, key: string) => `m_${quarter.id.toLowerCase()}-${priority}-${key}` as const;
export const marksOf = (quarter: Quarter, priority: string): readonly Mark[] => MARKS[quarter.index]?.[priority] ?? [];
export const noteOf = (quarter: Quarter, key: string): NoteId => `n_bp-${quarter.id.toLowerCase()}-${key}`;

/** A line as it was agreed, with what a change says otherwise. */
const lineOf = ({ scale }: World, quarter: Quarter, key: string, change: Partial<PlanLine> = {}): PlanLine => {
  const { title, moscow, serves, days, euro, span, by } = STORY[quarter.index]!.plans.find((p: Plan) => p.key === key)!;
  return {
    id: priorityId(quarter, key),
    owner: idOf(by),
    title: told(title, quarter),
    moscow,
    outcomes: serves.map((s) => outcomeId(quarter, s)),
    effortDays: days,
    budgetMinor: minorOf(euro, scale),
    from: dayFromNumber(quarter.first + span[0]),
    to: endOf(quarter, span[1]),
    dependsOn: [],
    skills: [],
    milestones: marksOf(quarter, key).map(([mark, name, day]) => ({
      id: markId(quarter, key, mark),
      title: name,
      day: dayFromNumber(quarter.first + day),
    })),
    ...change,
  };
};

export type Change = {
  readonly day: number;
  readonly words: string;
  readonly edits: (world: World, quarter: Quarter, why: NoteId) => readonly Edit[];
};

/** By quarter, in their order. */
export const CHANGES: { readonly [quarter: number]: readonly Change[] } = {
  0: [
    {
      day: 30,
      words: 'Two of the three shippers can only be filmed in the last weeks.',
      edits: (world, quarter) => [{ edit: 'alter', line: lineOf(world, quarter, 'first-stories', { to: endOf(quarter, 88) }) }],
    },
  ],
  2: [
    {
      day: 22,
      words: 'The crew asks for €2,500 more than it offered; the reserve carries it.',
      edits: (world, quarter) => [
        { edit: 'alter', line: lineOf(world, quarter, 'ramp-video', { budgetMinor: minorOf(28_500, world.scale) }) },
      ],
    },
  ],
  3: [
    {
      day: 8,
      words: 'Julien says that French shippers decide in summer: it may wait if something has to.',
      edits: (world, quarter) => [{ edit: 'alter', line: lineOf(world, quarter, 'french-outreach', { moscow: 'could' }) }],
    },
  ],
  4: [
    {
      day: 43,
      words: 'The money that left the quarter leaves here: a plainer newsletter form.',
      edits: (world, quarter) => [
        { edit: 'alter', line: lineOf(world, quarter, 'gate-4-new', { effortDays: 12, budgetMinor: minorOf(3_000, world.scale) }) },
      ],
    },
  ],
  5: [
    {
      day: 14,
      words: 'Half of the touches happen offline. Looking at clicks only would show half a path.',
      edits: (world, quarter) => [
        { edit: 'alter', line: lineOf(world, quarter, 'whole-path', { title: 'See the whole path of a deal, offline too' }) },
      ],
    },
    {
      day: 68,
      words: 'Sales wants to know where every new customer heard of us before the year is planned. The last stories for finance can wait.',
      edits: (world, quarter, why) => [
        { edit: 'in', line: heardOfUs(world, quarter) },
        { edit: 'out', priority: priorityId(quarter, 'finance-stories'), spentDays: 12, spentMinor: minorOf(4_000, world.scale), why },
      ],
    },
  ],
  7: [
    {
      day: 9,
      words: 'The customers with a yard answer after their spring peak, not before.',
      edits: (world, quarter) => [
        {
          edit: 'alter',
          line: lineOf(world, quarter, 'yard-expansion', { from: dayFromNumber(quarter.first + 33), to: endOf(quarter, 90) }),
        },
      ],
    },
  ],
};

/** What came in when the stories for finance went out. */
const heardOfUs = ({ scale }: World, quarter: Quarter): PlanLine => ({
  id: priorityId(quarter, 'meter'),
  owner: idOf('wes'),
  title: 'Ask every new customer where he heard of us',
  moscow: 'could',
  outcomes: [outcomeId(quarter, 'pipeline')],
  effortDays: 6,
  budgetMinor: minorOf(1_500, scale),
  from: dayFromNumber(quarter.first + 70),
  to: endOf(quarter, 88),
  dependsOn: [],
  skills: [],
  milestones: [{ id: markId(quarter, 'meter', 'form'), title: 'Question on the form', day: dayFromNumber(quarter.first + 80) }],
});
