/** Edits between two names: insertions, deletions, changes and swaps of neighbours (optimal string alignment). */
export const editsBetween = (a: string, b: string): number => {
  const [x, y] = [Array.from(a), Array.from(b)];
  let [before, last]: [number[], number[]] = [[], Array.from({ length: y.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    for (let j = 1; j <= y.length; j++) {
      const change = x[i - 1] === y[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[y.length]!;
};
