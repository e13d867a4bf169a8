import { equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { chiSquareAbove, expm1Less, gammaTails, stirlingError } from './gamma.ts';
import { normalAbove, normalDensity, normalShare } from './normal-share.ts';

const near = (got: number, want: number, tolerance: number): void =>
  ok(Math.abs(got - want) <= tolerance * Math.abs(want), `${got} is not ${want}`);

/** a, u, share below and above a·e^u: mpmath.gammainc at 40 digits. */
const TAILS = [
  [0.05, -35.77708763999664, 0.14781586678148334, 0.8521841332185166],
  [0.05, 0.00447213595499958, 0.8824316604430689, 0.11756833955693118],
  [0.3, -5.477225575051661, 0.15009691531139224, 0.8499030846886078],
  [0.3, 1.8257418583505538, 0.9737545701231493, 0.02624542987685069],
  [1, -3, 0.04856800709954659, 0.9514319929004534],
  [1, 1, 0.9340119641546875, 0.06598803584531254],
  [2.5, -1.8973665961010275, 0.019876730265349418, 0.9801232697346506],
  [2.5, 0.6324555320336759, 0.9062529810024275, 0.09374701899757253],
  [40, -0.4743416490252569, 0.0032070540674953513, 0.9967929459325047],
  [40, 0.15811388300841897, 0.8597249348250692, 0.14027506517493077],
  [99.5, -0.3007528242702513, 0.0023813934239253725, 0.9976186065760746],
  [99.5, 0.1002509414234171, 0.8531713581683272, 0.1468286418316727],
  [100, -0.3, 0.0023782134350233916, 0.9976217865649766],
  [100, 0.1, 0.8531425048621949, 0.14685749513780516],
  [500, -0.13416407864998736, 0.0017539724630447793, 0.9982460275369552],
  [500, 0.044721359549995794, 0.8466950285965801, 0.1533049714034199],
  [7468, -0.03471515431248254, 0.0014465483557659327, 0.998553451644234],
  [7468, 0.011571718104160847, 0.8427407069031221, 0.15725929309687792],
] as const;

/** z, Φ(z), 1 − Φ(z): scipy.stats.norm (1.17.1). */
const NORMAL = [
  [-37, 5.7255712225239266e-300, 1.0],
  [-12, 1.776482112077653e-33, 1.0],
  [-5.5, 1.898956246588768e-8, 0.9999999810104375],
  [-3, 0.0013498980316300933, 0.9986501019683699],
  [-1, 0.15865525393145707, 0.8413447460685429],
  [-0.5, 0.3085375387259869, 0.6914624612740131],
  [0, 0.5, 0.5],
  [0.3, 0.6179114221889526, 0.3820885778110474],
  [0.7, 0.758036347776927, 0.24196365222307303],
  [2, 0.9772498680518208, 0.022750131948179195],
  [5.7, 0.9999999940096286, 5.99037140106353e-9],
  [9, 1.0, 1.1285884059538324e-19],
  [30, 1.0, 4.906713927147908e-198],
] as const;

test('shares of the gamma distribution agree with forty digits, also far out and for large shapes', () => {
  for (const [a, u, below, above] of TAILS) {
    const got = gammaTails(a, u);
    near(got.below, below, 2e-12);
    near(got.above, above, 2e-12);
  }
});

test('shares of the normal distribution agree with scipy, also far out', () => {
  for (const [z, below, above] of NORMAL) {
    near(normalShare(z), below, 2e-13);
    near(normalAbove(z), above, 2e-13);
  }
  equal(normalAbove(40), 0);
  near(normalDensity(1), 0.24197072451914337, 1e-15);
});

test('chi-square, Stirling’s error and e^u − 1 − u agree with scipy and series', () => {
  near(chiSquareAbove(16.79, 1), 4.1752751389197874e-5, 1e-12);
  near(chiSquareAbove(3.2, 4), 0.5249309467861041, 1e-12);
  near(chiSquareAbove(100, 30), 1.8568023365102314e-9, 1e-12);
  equal(chiSquareAbove(0, 1), 1);
  near(stirlingError(0.3), 0.2360649007482156, 1e-12);
  near(stirlingError(1), 0.08106146679532726, 1e-12);
  near(stirlingError(7.5), 0.011104559758206917, 1e-12);
  near(stirlingError(40), 0.0020832899383024218, 1e-12);
  near(expm1Less(0.0001), 5.0001666708334175e-9, 1e-14);
  near(expm1Less(-0.2), 0.01873075307798186, 1e-14);
  near(expm1Less(0.5), 0.14872127070012814, 1e-14);
  throws(() => gammaTails(0, 1), RangeError);
  throws(() => stirlingError(-1), RangeError);
  throws(() => chiSquareAbove(1, 0), RangeError);
});
