import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalQuantile } from './normal.ts';
import { wilson } from './wilson.ts';

const near = (got: number, want: number, tolerance = 1e-12): void =>
  ok(Math.abs(got - want) <= tolerance * Math.max(1, Math.abs(want)), `${got} is not ${want}`);

test('the normal quantile agrees with scipy into the far tails', () => {
  const published: [number, number][] = [
    [1e-300, -37.0470962993612],
    [1e-10, -6.361340902404056],
    [1e-5, -4.264890793922825],
    [0.025, -1.9599639845400545],
    [0.1, -1.2815515655446004],
    [0.3, -0.5244005127080409],
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.975, 1.959963984540054],
    [0.999999, 4.753424308817087],
  ];
  for (const [p, z] of published) near(normalQuantile(p), z, 1e-13);
});

test('the normal quantile has no value at or beyond certainty', () => {
  for (const p of [0, 1, -0.1, Number.NaN]) throws(() => normalQuantile(p), RangeError);
});

test('intervals agree with scipy at three confidences', () => {
  const scipy: [number, number, number, number, number][] = [
    [0, 5, 0.9, 0, 0.35111650076510126],
    [5, 5, 0.9, 0.6488834992348989, 1],
    [3, 10, 0.9, 0.1268765839031979, 0.5583002041301649],
    [0, 5, 0.95, 0, 0.43448246478317476],
    [1, 1, 0.95, 0.20654931437723745, 1],
    [3, 10, 0.95, 0.10779126740630102, 0.6032218525388546],
    [842, 8000, 0.95, 0.09871382834881834, 0.11216509366688396],
    [4238, 6711, 0.95, 0.619886914783114, 0.6429636693779573],
    [4238, 6711, 0.99, 0.616209561540582, 0.64653171975368],
  ];
  for (const [hits, n, confidence, low, high] of scipy) {
    const found = wilson(hits, n, confidence)!;
    near(found.low, low);
    near(found.high, high);
    equal(found.value, hits / n);
  }
});

test('intervals agree with the four cases that Newcombe published', () => {
  const newcombe: [number, number, string, string][] = [
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ];
  for (const [hits, n, low, high] of newcombe) {
    const found = wilson(hits, n)!;
    deepEqual([found.low.toFixed(4), found.high.toFixed(4)], [low, high]);
  }
});

test('five of five is not certainty, and no case at all is no share', () => {
  ok(wilson(5, 5)!.low < 0.6);
  equal(wilson(0, 0), null);
});

test('the interval always holds the share and stays within 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (hits, misses) => {
      const found = wilson(hits, hits + misses);
      return found === null
        ? hits + misses === 0
        : found.low >= 0 && found.low <= found.value && found.value <= found.high && found.high <= 1;
    }),
  );
});

test('counting misses instead of hits mirrors the interval', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (hits, misses) => {
      const [a, b] = [wilson(hits, hits + misses)!, wilson(misses, hits + misses)!];
      return Math.abs(a.low - (1 - b.high)) < 1e-12 && Math.abs(a.high - (1 - b.low)) < 1e-12;
    }),
  );
});

test('ten times the cases never widen the interval', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 1, max: 200 }), (hits, misses) => {
      const [few, many] = [wilson(hits, hits + misses)!, wilson(hits * 10, (hits + misses) * 10)!];
      return many.high - many.low <= few.high - few.low + 1e-12;
    }),
  );
});

test('counts that cannot be are refused', () => {
  for (const [hits, n] of [
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [1, Number.NaN],
  ] as const)
    throws(() => wilson(hits, n), RangeError);
  throws(() => wilson(1, 2, 1), RangeError);
});
