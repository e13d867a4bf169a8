/**
 * Share of the standard normal distribution that lies below z.
 *
 * In    z    any real; ±Infinity give 1 and 0
 * Out   Φ(z) in [0, 1]; absolute error below 1e-15
 * Throws nothing; NaN in, NaN out
 *
 * Source: J. F. Hart et al., "Computer Approximations" (1968), algorithm 5666, in the form of G. West, "Better
 *   approximations to cumulative normal functions", Wilmott Magazine (2005) 70–76.
 * Checked against: normalQuantile (AS 241), and the 160-point quadrature of vectors/forecast_backlog_scores.json.
 */
export const normalShare = (z: number): number => {
  const x = Math.abs(z);
  if (x > 37) return z > 0 ? 1 : 0;
  const tail = x < 7.071_067_811_865_47 ? (Math.exp((-x * x) / 2) * polynomial(ABOVE, x)) / polynomial(BELOW, x) : far(x);
  return z > 0 ? 1 - tail : tail;
};

const far = (x: number): number => Math.exp((-x * x) / 2) / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506_628_274_631;

/** Density of the standard normal distribution at z. */
export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

const polynomial = (coefficients: readonly number[], x: number): number => {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
};

const ABOVE = [
  3.526_249_659_989_11e-2, 0.700_383_064_443_688, 6.373_962_203_531_65, 33.912_866_078_383, 112.079_291_497_871, 221.213_596_169_931,
  220.206_867_912_376,
];
const BELOW = [
  8.838_834_764_831_84e-2, 1.755_667_163_182_64, 16.064_177_579_207, 86.780_732_202_946_1, 296.564_248_779_674, 637.333_633_378_831,
  793.826_512_519_948, 440.413_735_824_752,
];
