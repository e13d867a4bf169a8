/**
 * Figures: what the facts say for each quarter, so that baselines and targets in the agreements fit them.
 * Counted on the first accounts and multiplied where there are more; today counts as the end of the present quarter.
 */
import { accountAt } from './accounts.ts';
import { journeyOf } from './journeys.ts';
import type { World } from './world.ts';

/** By quarter: opportunities opened (count), won and still open at its end (cents). */
export type Figures = {
  readonly opened: readonly number[];
  readonly wonMinor: readonly number[];
  readonly pipelineMinor: readonly number[];
};

const ENOUGH = 2_600;

export const figuresOf = (world: World): Figures => {
  const { quarters, today } = world.calendar;
  const looked = Math.min(world.accounts, ENOUGH);
  const opened = quarters.map(() => 0);
  const won = quarters.map(() => 0);
  const pipeline = quarters.map(() => 0);
  for (let i = 1; i <= looked; i++) {
    for (const { day, closed, won: isWon, minor } of journeyOf(world, accountAt(world, i)).deals) {
      for (const { index, first, days } of quarters) {
        const end = Math.min(first + days - 1, today);
        if (day >= first && day <= end) opened[index]! += 1;
        if (isWon && closed !== null && closed >= first && closed <= end) won[index]! += minor ?? 0;
        if (day <= end && (closed === null || closed > end)) pipeline[index]! += minor ?? 0;
      }
    }
  }
  const grown = (figures: readonly number[]): number[] => figures.map((f) => Math.round((f * world.accounts) / looked));
  return { opened: grown(opened), wonMinor: grown(won), pipelineMinor: grown(pipeline) };
};
