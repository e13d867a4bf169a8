/**
 * Base rate: what campaigns of a kind have reached so far, and where the next one probably lies.
 *
 * pooled   hits of all over cases of all, with Wilson's interval: what an average case did
 * next     campaigns differ by more than chance, so the next one lies wider: a beta distribution of true rates over campaigns, its mean
 *          and spread by the method of moments; quantiles of it. null: fewer than three campaigns, or nothing has come at all
 *
 * In    hits and cases of each campaign, whole, n > 0
 * Out   shares in [0, 1]; spread: correlation of two cases of one campaign, 0 where they differ no more than chance would have it
 *
 * Not for: campaigns chosen because they went well; a learning library holds them all.
 * Source: J. C. Kleinman, "Proportions with extraneous variance: single and independent samples", JASA 68 (1973) 46–54,
 *   doi:10.1080/01621459.1973.10481332 (moments weighted by cases).
 * Checked against: drawn campaigns with known rates (base-rate.test.ts).
 */
import type { Estimate } from '../../kernel/answer.ts';
import { betaTails } from '../beta.ts';
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
  const pooled = wilson(hits, n, CONFIDENCE);
  const none = { campaigns: counted.length, n, pooled, next: null, spread: null };
  const k = counted.length;
  const p = n === 0 ? 0 : hits / n;
  if (k < LEAST_CAMPAIGNS || p === 0 || p === 1) return none;
  // S = Σ w (pᵢ − p)² with weights by cases, against what chance alone would give.
  const s = sum(counted.map((one) => (one.n / n) * (one.hits / one.n - p) ** 2));
  const [chance, room] = [
    sum(counted.map((one) => (one.n / n) * (1 - one.n / n) * (1 / one.n))),
    sum(counted.map((one) => (one.n / n) * (1 - one.n / n))),
  ];
  const spread = Math.min(0.99, Math.max(0, (s - p * (1 - p) * chance) / (p * (1 - p) * (room - chance) || Number.POSITIVE_INFINITY)));
  // Even where they differ no more than chance, so few campaigns do not say that they are all alike.
  const strength = Math.min((1 - spread) / Math.max(spread, 1e-9), n);
  const at = (share: number): number => betaQuantile(p * strength, (1 - p) * strength, share);
  return { ...none, spread, next: { low: at(0.1), quarter: at(0.25), half: at(0.5), threeQuarters: at(0.75), high: at(0.9) } };
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
