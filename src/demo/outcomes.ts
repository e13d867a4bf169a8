/** Outcomes: what each quarter was to change, measured or reported, with a baseline and a target that fit the facts. */
import type { Measure, Metric, Unit } from '../domain/strategy/metric.ts';
import type { Terms } from '../domain/strategy/outcome.ts';
import { addDays } from '../kernel/day.ts';
import type { OutcomeId } from '../kernel/ids.ts';
import { told, type Quarter } from './calendar.ts';
import type { Figures } from './figures.ts';
import { OBJECTIVES } from './founding.ts';
import type { Moment } from './moments.ts';
import { idOf, type Who } from './people.ts';
import type { Serves } from './story/quarter-story.ts';
import { STORY } from './story/story.ts';
import type { World } from './world.ts';

/** How much more than the quarter before each quarter set out to reach; the first is measured by itself. */
const AMBITION = [1.05, 1.15, 1.2, 1.15, 1.2, 1.15, 1.1, 1.2];

/** Meetings with customers about more: what was agreed, and what had come by the end. */
const EXPANSION = [
  [8, 7],
  [10, 11],
  [12, 12],
  [14, 11],
  [16, 18],
  [18, 17],
  [22, 24],
  [30, 31],
] as const;

const NAMES: Readonly<
  Record<Serves, { readonly name: string; readonly owner: Who; readonly measure: Measure | null; readonly unit: Unit }>
> = {
  opportunities: { name: 'Qualified opportunities opened', owner: 'samir', measure: 'opportunities-opened', unit: 'count' },
  pipeline: { name: 'Open pipeline on {lastDay}', owner: 'ines', measure: 'open-pipeline', unit: 'money' },
  revenue: { name: 'Won revenue', owner: 'diego', measure: 'won-revenue', unit: 'money' },
  expansion: { name: 'Expansion meetings held', owner: 'yuki', measure: null, unit: 'count' },
  nordics: { name: 'First meetings with Nordic shippers', owner: 'samir', measure: null, unit: 'count' },
};

export const outcomeId = ({ id }: Quarter, serves: Serves): OutcomeId => `u_${id.toLowerCase()}-${serves}`;

/** What a quarter agreed on, in one order: all that its priorities serve, and always the pipeline. */
export const agreedIn = (quarter: Quarter): Serves[] => {
  const served = new Set(STORY[quarter.index]!.plans.flatMap((p) => p.serves));
  return (['opportunities', 'pipeline', 'revenue', 'expansion'] as const).filter((s) => s === 'pipeline' || served.has(s));
};

/** Sixteen days before the quarter, together. */
export const outcomeMoments = (world: World, figures: Figures): Moment[] =>
  world.calendar.quarters.map((quarter) => ({
    day: quarter.first - 16,
    who: 'ines',
    commands: agreedIn(quarter).map((serves) => addOutcome(quarter, serves, figures, world.scale)),
  }));

export const addOutcome = (quarter: Quarter, serves: Serves, figures: Figures, scale: number) => ({
  type: 'outcome/add' as const,
  id: outcomeId(quarter, serves),
  objective: OBJECTIVES[serves],
  owner: idOf(NAMES[serves].owner),
  ...termsOf(quarter, serves, figures, scale),
});

const termsOf = (quarter: Quarter, serves: Serves, figures: Figures, scale: number): Terms => {
  const { name, measure, unit } = NAMES[serves];
  const metric: Metric = measure === null ? { kind: 'reported', unit } : ({ kind: 'measured', measure, unit } as const);
  return { name: told(name, quarter), metric, from: quarter.from, due: addDays(quarter.to, -1), ...aimOf(quarter, serves, figures, scale) };
};

/** Counts in whole steps, money in steps of 50,000 euro (at scale 1); always above the baseline. */
const aimOf = ({ index }: Quarter, serves: Serves, figures: Figures, scale: number): Pick<Terms, 'baseline' | 'target'> => {
  if (serves === 'nordics') return { baseline: 2, target: 12 };
  if (serves === 'expansion') return { baseline: EXPANSION[index - 1]?.[1] ?? null, target: EXPANSION[index]![0] };
  const values = { opportunities: figures.opened, revenue: figures.wonMinor, pipeline: figures.pipelineMinor }[serves];
  const step = serves === 'opportunities' ? 1 : Math.round(5_000_000 * scale);
  const baseline = values[index - 1] ?? null;
  const steps = Math.ceil(((baseline ?? values[index]!) * AMBITION[index]!) / step);
  return { baseline, target: Math.max(1, steps) * step };
};

/** How many expansion meetings had been held by the end of a quarter. */
export const meetingsHeld = (quarter: Quarter): number => EXPANSION[quarter.index]![1];
