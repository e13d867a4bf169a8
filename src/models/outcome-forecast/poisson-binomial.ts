/**
 * The pipeline's exact distribution where each deal is won or not by itself: the sum of amount × won, by convolution.
 *
 * In    chances    probability of each deal, in [0, 1]
 *       amounts    whole, ≥ 0, in any unit; time and memory grow with their sum
 * Out   probability of each total from 0 to the sum of the amounts
 * Throws RangeError   lists of different length, a probability outside [0, 1], an amount that is not whole or below 0
 *
 * Deals of one company share a market: independent odds are over-confident (common-shock.ts widens them).
 *
 * Source: the weighted Poisson binomial distribution; reference/engines.md, section 3.
 * Checked against: vectors/forecast_backlog_scores.json, pipeline_independent (1e-9).
 */
export const pipelineTotals = (chances: readonly number[], amounts: readonly number[]): Float64Array => {
  if (chances.length !== amounts.length) throw new RangeError(`pipelineTotals: ${chances.length} chances, ${amounts.length} amounts`);
  let reach = 0;
  const pmf = new Float64Array(amounts.reduce((sum, amount) => sum + wholeAmount(amount), 1));
  pmf[0] = 1;
  chances.forEach((p, i) => {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`pipelineTotals: a probability in [0, 1] wanted, got ${p}`);
    const amount = amounts[i]!;
    if (amount === 0) return;
    reach += amount;
    for (let x = reach; x >= amount; x--) pmf[x] = pmf[x]! * (1 - p) + pmf[x - amount]! * p;
    for (let x = Math.min(amount - 1, reach); x >= 0; x--) pmf[x] = pmf[x]! * (1 - p);
  });
  return pmf;
};

const wholeAmount = (amount: number): number => {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`pipelineTotals: whole amounts ≥ 0 wanted, got ${amount}`);
  return amount;
};

export type Totals = { readonly mean: number; readonly sd: number; readonly quantile: (q: number) => number };

/** Mean, standard deviation and quantiles (smallest total x with P(T ≤ x) ≥ q) of such a distribution. */
export const totalsOf = (pmf: ArrayLike<number>): Totals => {
  let mean = 0;
  let square = 0;
  for (let x = 0; x < pmf.length; x++) mean += x * pmf[x]!;
  for (let x = 0; x < pmf.length; x++) square += (x - mean) ** 2 * pmf[x]!;
  return {
    mean,
    sd: Math.sqrt(square),
    quantile: (q) => {
      let sum = 0;
      for (let x = 0; x < pmf.length; x++) if ((sum += pmf[x]!) >= q) return x;
      return pmf.length - 1;
    },
  };
};
