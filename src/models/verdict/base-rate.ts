/**
 * Base rate: what campaigns of a kind have reached so far, and where the next one probably lies.
 *
 * Campaigns differ by more than chance: each has a true rate of its own, drawn from a beta distribution of some mean and strength (the
 * smaller, the more they differ), and its hits are binomial. What is known of mean and strength is a posterior over a grid; with few
 * campaigns it is wide, and so is what is said. A large campaign among small ones therefore does not speak for all.
 *
 * pooled   the mean of campaigns, not of cases: posterior mean, and the middle four fifths. With fewer than three campaigns, or where
 *          nothing or everything came: hits of all over cases of all, with Wilson's interval
 * next     the true rate of the next campaign: beta distribution with mean and variance of the posterior predictive; its quantiles.
 *          null: fewer than three campaigns, or nothing or everything came
 *
 * In    hits and cases of each campaign, whole, n > 0
 * Out   shares in [0, 1]; spread: correlation of two cases of one campaign; near 0 where they differ no more than chance would have it
 *
 * Prior: flat in the mean; in the logarithm of the strength, from ½ to 20,000, a little towards campaigns that differ (strength^−¼), so that
 * four fifths of the mean hold it in some four of five also with three campaigns. Of the next one they hold some nine tenths then, and
 * four fifths from twelve campaigns on: rather too careful than too sure.
 * Not for: campaigns chosen because they went well; a learning library holds them all.
 * Source: beta-binomial hierarchy on a grid as in A. Gelman et al., "Bayesian Data Analysis", 3rd ed. (2013), section 5.3.
 * Checked against: drawn campaigns with known rates, alike and unlike in size (base-rate.test.ts).
 */
import type { Estimate } from '../../kernel/answer.ts';
import { betaTails, logBeta } from '../beta.ts';
import { wilson } from '../wilson.ts';

export type Reached = { readonly hits: number; readonly n: number };
export type BaseRate = {
  readonly campaigns: number;
  readonly n: number;
  readonly pooled: Estimate | null;
  readonly next: {
    readonly low: number;
    readonly quarter: number;
    readonly half: number;
    readonly threeQuarters: number;
    readonly high: number;
  } | null;
  readonly spread: number | null;
};

const LEAST_CAMPAIGNS = 3;
const CONFIDENCE = 0.8;

export const baseRate = (reached: readonly Reached[]): BaseRate => {
  const counted = reached.filter(({ n }) => n > 0);
  const [hits, n] = [sum(counted.map((one) => one.hits)), sum(counted.map((one) => one.n))];
  const none = { campaigns: counted.length, n, next: null, spread: null };
  if (counted.length < LEAST_CAMPAIGNS || hits === 0 || hits === n) return { ...none, pooled: wilson(hits, n, CONFIDENCE) };
  const cells = posterior(counted);
  const over = (f: (cell: Cell) => number): number => sum(cells.map((cell) => cell.weight * f(cell)));
  const mean = over((cell) => cell.mean);
  const variance = over((cell) => (cell.mean * (1 - cell.mean)) / (cell.strength + 1) + cell.mean ** 2) - mean ** 2;
  const strength = (mean * (1 - mean)) / variance - 1;
  const at = (share: number): number => betaQuantile(mean * strength, (1 - mean) * strength, share);
  const [low, high] = [meanQuantile(cells, (1 - CONFIDENCE) / 2), meanQuantile(cells, (1 + CONFIDENCE) / 2)];
  return {
    ...none,
    pooled: { value: mean, low: Math.min(low, mean), high: Math.max(high, mean) },
    spread: over((cell) => 1 / (1 + cell.strength)),
    next: { low: at(0.1), quarter: at(0.25), half: at(0.5), threeQuarters: at(0.75), high: at(0.9) },
  };
};

type Cell = { readonly mean: number; readonly strength: number; readonly weight: number };
type Axis = { readonly from: number; readonly to: number };
type Point = { readonly u: number; readonly v: number };

/** Points of each axis: few to find where the weight lies, more to read it off. */
const [ROUGH, FINE] = [15, 31];
const PASSES = 4;
const LOG_STRENGTH: Axis = { from: Math.log(0.5), to: Math.log(20_000) };

/** Weights, summing to 1, over means (flat in the share, stepped in its logit) and strengths; the grid closes in on where they lie. */
const posterior = (counted: readonly Reached[]): readonly Cell[] => {
  const first = sum(counted.map(({ hits, n }) => (hits + 0.5) / (n + 1))) / counted.length;
  let [us, vs]: [Axis, Axis] = [{ from: logit(first) - 5, to: logit(first) + 5 }, LOG_STRENGTH];
  for (let pass = 1; ; pass++) {
    const n = pass === PASSES ? FINE : ROUGH;
    const points = steps(us, n).flatMap((u) => steps(vs, n).map((v): Point => ({ u, v })));
    const logs = points.map((point) => logWeight(counted, point));
    const most = Math.max(...logs);
    const raw = logs.map((log) => Math.exp(log - most));
    const all = sum(raw);
    const weights = raw.map((weight) => weight / all);
    if (pass === PASSES) return points.map(({ u, v }, i) => ({ mean: 1 / (1 + Math.exp(-u)), strength: Math.exp(v), weight: weights[i]! }));
    us = around(
      us,
      points.map(({ u }) => u),
      weights,
    );
    vs = around(
      vs,
      points.map(({ v }) => v),
      weights,
    );
    vs = { from: Math.max(vs.from, LOG_STRENGTH.from), to: Math.min(vs.to, LOG_STRENGTH.to) };
  }
};

const logit = (p: number): number => Math.log(p / (1 - p));
const steps = ({ from, to }: Axis, n: number): number[] => Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));

const logWeight = (counted: readonly Reached[], { u, v }: Point): number => {
  const [mean, strength] = [1 / (1 + Math.exp(-u)), Math.exp(v)];
  const [a, b] = [mean * strength, (1 - mean) * strength];
  const none = logBeta(a, b);
  // Flat in the mean: its logit is stepped, hence the factor m(1 − m). A little towards campaigns that differ.
  return sum(counted.map(({ hits, n }) => logBeta(a + hits, b + n - hits) - none)) + Math.log(mean * (1 - mean)) - v / 4;
};

/** Four and a half standard deviations around the mean, a step of the grid at least. */
const around = (axis: Axis, values: readonly number[], weights: readonly number[]): Axis => {
  const mean = sum(values.map((value, i) => value * weights[i]!));
  const deviation = Math.sqrt(sum(values.map((value, i) => (value - mean) ** 2 * weights[i]!)));
  const reach = Math.max(4.5 * deviation, (axis.to - axis.from) / (ROUGH - 1));
  return { from: mean - reach, to: mean + reach };
};

/** The mean below which so large a part of the weight lies, drawn straight between the means of the grid, each in the middle of its weight. */
const meanQuantile = (cells: readonly Cell[], share: number): number => {
  let [below, before, last] = [0, 0, 0];
  for (const [mean, here] of Map.groupBy(cells, (cell) => cell.mean)) {
    const weight = sum(here.map((cell) => cell.weight));
    const middle = below + weight / 2;
    if (middle >= share) return last === 0 ? mean : last + ((mean - last) * (share - before)) / (middle - before);
    [below, before, last] = [below + weight, middle, mean];
  }
  return last;
};

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

const betaQuantile = (a: number, b: number, share: number): number => {
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (betaTails(a, b, middle).below < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
