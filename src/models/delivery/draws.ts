/**
 * Draws by number: evenly spread 32-bit values that depend on a key and a counter alone, in any order, on every machine.
 *
 * keyOf     32-bit key of a text, from the seeded generator of kernel/random
 * drawn     the n-th value of a key's stream, a whole number in [0, 2³²) given as a signed 32-bit integer
 * below     such a value as a whole number in [0, n), n from 1 to 2¹⁵
 *
 * A simulation takes millions of draws and must find the same one again for the same item and trial; a generator that
 * walks on cannot do that, and one that keeps its state in floating point takes five times as long.
 *
 * Source: Steele, Lea & Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, doi:10.1145/2660193.2660195
 *   (a Weyl sequence through a finaliser); finaliser of MurmurHash3 (A. Appleby). Not for secrets.
 * Checked against: chi-squared over 16 cells, and the exact answers of the models that draw from it.
 */
import { random } from '../../kernel/random.ts';

export const keyOf = (text: string): number => random(text).whole(0, 0xffff_ffff) | 0;

export const drawn = (key: number, n: number): number => {
  let h = (key + Math.imul(n, 0x9e37_79b9)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return h ^ (h >>> 16);
};

export const below = (value: number, n: number): number => Math.imul(value >>> 16, n) >>> 16;
