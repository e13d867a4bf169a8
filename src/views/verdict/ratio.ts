/** Whether the variants got the shares they were meant to get, in words. Two alarms: one to look into, one that stops the verdict. */
import type { Variant } from '../../domain/campaign/criteria.ts';
import type { Look, Verdict } from '../../models/verdict/verdict.ts';
import { count, list } from '../words/format.ts';

export type RatioView = {
  readonly observed: readonly number[];
  readonly meant: readonly number[];
  /** Share of honest randomisations at least this far off. */
  readonly chance: number;
  readonly alarm: 'none' | 'look' | 'stop';
  readonly text: string;
};

export const ratioOf = ({ ratio, why }: Verdict, looks: readonly Look[], variants: readonly Variant[]): RatioView | null => {
  if (ratio === null) return null;
  const told = why.code === 'sample-ratio' ? why.ratio : ratio;
  const arms = looks[why.code === 'sample-ratio' ? why.look : looks.length - 1]!.seen.arms;
  const observed = arms.map(({ n }) => n);
  const weights = variants.reduce((sum, { weight }) => sum + weight, 0);
  const meant = variants.map(({ weight }) => weight / weights);
  const alarm = why.code === 'sample-ratio' ? 'stop' : told.warning ? 'look' : 'none';
  const off = told.chance < 0.001 ? 'less than once in a thousand' : `about ${count(told.chance * 1000, 1)} times in a thousand`;
  const n = observed.reduce((sum, x) => sum + x, 0);
  const wanted = list(meant.map((share) => count(Math.round(n * share))));
  const text =
    alarm === 'none'
      ? `The variants got the shares they were meant to get: ${list(observed.map((x) => count(x)))}.`
      : `The variants did not get the shares they were meant to get: ${list(observed.map((x) => count(x)))} instead of about ${wanted}. An honest draw is this far off ${off}, so something else may decide who is counted${alarm === 'stop' ? '; until it is found, the comparison is not to be believed' : '. Look into it before you believe the comparison'}.`;
  return { observed, meant, chance: told.chance, alarm, text };
};
