/** Whether the variants got the shares they were meant to get, in words. Two alarms: one to look into, one that stops the verdict. */
import type { Variant } from '../../domain/campaign/criteria.ts';
import type { Look, Verdict } from '../../models/verdict/verdict.ts';
import { count, list } from '../words/format.ts';

export type RatioView = {
  readonly observed: readonly number[];
  readonly meant: readonly number[];
  /** Share of honest randomisations at least this far off at one look planned beforehand; shown, stops nothing. */
  readonly chance: number;
  /** At most this share of honest randomisations is ever so far off, at any look. */
  readonly ever: number;
  readonly alarm: 'none' | 'look' | 'stop';
  readonly text: string;
};

export const ratioOf = ({ ratio, why }: Verdict, looks: readonly Look[], variants: readonly Variant[]): RatioView | null => {
  if (ratio === null) return null;
  const stopped = why.code === 'sample-ratio';
  const { chance, ever, warned } = stopped ? why.ratio : ratio;
  const alarm = stopped ? 'stop' : warned === null ? 'none' : 'look';
  const seen = stopped ? looks[why.look] : looks.findLast(({ seen: { arms } }) => arms.length === variants.length);
  const observed = alarm === 'look' ? warned!.observed : seen!.seen.arms.map(({ n }) => n);
  const weights = variants.reduce((sum, { weight }) => sum + weight, 0);
  const meant = variants.map(({ weight }) => weight / weights);
  const got = list(observed.map((x) => count(x)));
  const text =
    alarm === 'none'
      ? `The variants got the shares they were meant to get: ${got}.`
      : `The variants did not get the shares they were meant to get: ${got} instead of about ${wanted(observed, meant)}. ${
          alarm === 'look' && warned!.once
            ? `At a first look an honest draw is this far off ${often(warned!.share)}`
            : `An honest draw is ever this far off, however often somebody looks, at most ${often(alarm === 'look' ? warned!.share : ever)}`
        }, so something else may decide who is counted${alarm === 'stop' ? '; until it is found, the comparison is not to be believed' : '. Look into it before you believe the comparison'}.`;
  return { observed, meant, chance, ever, alarm, text };
};

const wanted = (observed: readonly number[], meant: readonly number[]): string => {
  const n = observed.reduce((sum, x) => sum + x, 0);
  return list(meant.map((share) => count(Math.round(n * share))));
};
const often = (share: number): string => (share < 0.001 ? 'once in a thousand times' : `${count(share * 1000, 1)} times in a thousand`);
