/**
 * Inverse of I − Q, where Q holds the chances of going from one state to another: the expected visits of an absorbing chain.
 *
 * In place, by blocked Gauss-Jordan elimination without exchanging rows: every row of I − Q has 1 on the diagonal and
 * what is left of it leads out, so no pivot is 0 where each state can reach an end (an M-matrix; Golub and Van Loan,
 * Matrix Computations, 4th ed., 3.4.10 and 2.7). Blocks of 32 columns keep the working part of a large matrix in the cache:
 * 2 n³ operations, about one second for n = 1,000.
 *
 * a         n × n, row by row; replaced by its inverse
 * told      told how many of the n columns are done, after each block
 * Throws RangeError   a pivot that is 0 or not finite: a state from which no end can be reached
 * Source: the algorithm is classical. Checked against: the identity, and 3,000 states against a × inverse (property).
 */
const BLOCK = 32;
const TILE = 512;

export const invert = (a: Float64Array, n: number, told: (done: number) => void = () => undefined): void => {
  const block = new Float64Array(BLOCK * BLOCK);
  const held = new Float64Array(BLOCK);
  for (let k0 = 0; k0 < n; k0 += BLOCK) {
    const size = Math.min(BLOCK, n - k0);
    invertBlock(a, n, k0, size, block);
    scaleRows(a, n, k0, size, block);
    for (let j0 = 0; j0 < n; j0 += TILE) {
      const j1 = Math.min(n, j0 + TILE);
      for (let i = 0; i < n; i += 1) if (i < k0 || i >= k0 + size) subtractRows(a, n, i, k0, size, j0, j1);
    }
    for (let i = 0; i < n; i += 1) {
      if (i >= k0 && i < k0 + size) continue;
      for (let k = 0; k < size; k += 1) held[k] = a[i * n + k0 + k]!;
      for (let c = 0; c < size; c += 1) {
        let sum = 0;
        for (let k = 0; k < size; k += 1) sum += held[k]! * block[k * size + c]!;
        a[i * n + k0 + c] = -sum;
      }
    }
    for (let r = 0; r < size; r += 1) for (let c = 0; c < size; c += 1) a[(k0 + r) * n + k0 + c] = block[r * size + c]!;
    told(k0 + size);
  }
};

/** block = inverse of a[k0…, k0…], by elimination within it. */
const invertBlock = (a: Float64Array, n: number, k0: number, size: number, block: Float64Array): void => {
  for (let r = 0; r < size; r += 1) for (let c = 0; c < size; c += 1) block[r * size + c] = a[(k0 + r) * n + k0 + c]!;
  for (let k = 0; k < size; k += 1) {
    const pivot = block[k * size + k]!;
    if (!(Math.abs(pivot) > 0) || !Number.isFinite(pivot)) throw new RangeError(`invert: from state ${k0 + k} no end can be reached`);
    const by = 1 / pivot;
    block[k * size + k] = 1;
    for (let c = 0; c < size; c += 1) block[k * size + c]! *= by;
    for (let r = 0; r < size; r += 1) {
      if (r === k) continue;
      const f = block[r * size + k]!;
      block[r * size + k] = 0;
      for (let c = 0; c < size; c += 1) block[r * size + c]! -= f * block[k * size + c]!;
    }
  }
};

/** Rows k0… = block × those rows, in all columns but the block's own. */
const scaleRows = (a: Float64Array, n: number, k0: number, size: number, block: Float64Array): void => {
  const column = new Float64Array(size);
  for (let j = 0; j < n; j += 1) {
    if (j >= k0 && j < k0 + size) continue;
    for (let k = 0; k < size; k += 1) column[k] = a[(k0 + k) * n + j]!;
    for (let r = 0; r < size; r += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += block[r * size + k]! * column[k]!;
      a[(k0 + r) * n + j] = sum;
    }
  }
};

/** Row i −= its part in the block × rows k0…, in columns [j0, j1) but the block's own; eight rows at a time. */
const subtractRows = (a: Float64Array, n: number, i: number, k0: number, size: number, j0: number, j1: number): void => {
  subtractPart(a, n, i, k0, size, j0, Math.min(j1, k0));
  subtractPart(a, n, i, k0, size, Math.max(j0, k0 + size), j1);
};

const subtractPart = (a: Float64Array, n: number, i: number, k0: number, size: number, j0: number, j1: number): void => {
  if (j0 >= j1) return;
  const own = i * n;
  let k = 0;
  for (; k + 8 <= size; k += 8) {
    const at = own + k0 + k;
    const [f0, f1, f2, f3] = [a[at]!, a[at + 1]!, a[at + 2]!, a[at + 3]!];
    const [f4, f5, f6, f7] = [a[at + 4]!, a[at + 5]!, a[at + 6]!, a[at + 7]!];
    const r0 = (k0 + k) * n;
    const [r1, r2, r3, r4, r5, r6, r7] = [r0 + n, r0 + 2 * n, r0 + 3 * n, r0 + 4 * n, r0 + 5 * n, r0 + 6 * n, r0 + 7 * n];
    for (let j = j0; j < j1; j += 1)
      a[own + j]! -=
        f0 * a[r0 + j]! +
        f1 * a[r1 + j]! +
        f2 * a[r2 + j]! +
        f3 * a[r3 + j]! +
        f4 * a[r4 + j]! +
        f5 * a[r5 + j]! +
        f6 * a[r6 + j]! +
        f7 * a[r7 + j]!;
  }
  for (; k < size; k += 1) {
    const f = a[own + k0 + k]!;
    const row = (k0 + k) * n;
    for (let j = j0; j < j1; j += 1) a[own + j]! -= f * a[row + j]!;
  }
};
