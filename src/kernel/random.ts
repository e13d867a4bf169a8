/**
 * Seeded randomness: the same seed gives the same numbers on every machine.
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), seeded by a 32-bit FNV-1a hash of text.
 * Not for secrets.
 */
export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Whole number in [low, high], both included. */
  readonly whole: (low: number, high: number) => number;
  /** One of the list; throws RangeError on an empty list. */
  readonly pick: <T>(from: readonly T[]) => T;
  /** Normal variate with mean 0 and standard deviation 1 (Box and Muller). */
  readonly normal: () => number;
  /** True with probability p. */
  readonly chance: (p: number) => boolean;
  /** An independent stream named by `label`, so that adding a draw in one place moves no other. */
  readonly fork: (label: string) => Random;
};

const hash = (text: string, basis: number): number => {
  let h = basis >>> 0;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 16_777_619) >>> 0;
  }
  return h >>> 0;
};

export const random = (seed: string): Random => {
  let a = hash(seed, 2_166_136_261);
  let b = hash(seed, a ^ 0x9e37_79b9);
  let c = hash(seed, b ^ 0x85eb_ca6b);
  let d = 1;
  const next = (): number => {
    const t = (a + b + d) >>> 0;
    d = (d + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + t) >>> 0;
    return t / 4_294_967_296;
  };
  for (let i = 0; i < 15; i++) next();
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (from) => {
      if (from.length === 0) throw new RangeError('pick: nothing to pick from');
      return from[Math.floor(next() * from.length)]!;
    },
    normal,
    chance: (p) => next() < p,
    fork: (label) => random(`${seed}/${label}`),
  };
};
