/**
 * Small dense matrices: solve and invert by Gauss with partial pivoting; and the Cholesky factor.
 *
 * In    a   n × n, n of a few tens at most
 * Out   null where the matrix is singular to working precision (for cholesky: not positive definite)
 *
 * Source: Golub & Van Loan, Matrix Computations, 4th ed. (2013), 3.4 and 4.2.
 * Checked against: numpy.linalg, and by multiplying back.
 */
export type Matrix = readonly (readonly number[])[];

export const solve = (a: Matrix, b: readonly number[]): number[] | null => {
  const n = b.length;
  const rows = a.map((row, i) => [...row, b[i]!]);
  for (let col = 0; col < n; col++) {
    let pivot = col;
    for (let r = col + 1; r < n; r++) if (Math.abs(rows[r]![col]!) > Math.abs(rows[pivot]![col]!)) pivot = r;
    const top = rows[pivot]!;
    if (!(Math.abs(top[col]!) > 1e-300)) return null;
    [rows[col], rows[pivot]] = [top, rows[col]!];
    for (let r = col + 1; r < n; r++) {
      const row = rows[r]!;
      const f = row[col]! / top[col]!;
      if (f !== 0) for (let c = col; c <= n; c++) row[c]! -= f * top[c]!;
    }
  }
  const x = Array.from({ length: n }, () => 0);
  for (let r = n - 1; r >= 0; r--) {
    let sum = rows[r]![n]!;
    for (let c = r + 1; c < n; c++) sum -= rows[r]![c]! * x[c]!;
    x[r] = sum / rows[r]![r]!;
  }
  return x.every(Number.isFinite) ? x : null;
};

export const invert = (a: Matrix): number[][] | null => {
  const columns = a.map((_, i) =>
    solve(
      a,
      a.map((_row, j) => (i === j ? 1 : 0)),
    ),
  );
  if (columns.some((c) => c === null)) return null;
  return a.map((_, i) => columns.map((c) => c![i]!));
};

export const cholesky = (a: Matrix): number[][] | null => {
  const n = a.length;
  const l = a.map(() => Array.from({ length: n }, () => 0));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
      if (i !== j) l[i]![j] = sum / l[j]![j]!;
      else if (sum > 0) l[i]![i] = Math.sqrt(sum);
      else return null;
    }
  return l;
};
