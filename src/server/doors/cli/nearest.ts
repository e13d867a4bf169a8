/** Nearest: what somebody may have meant by a word that is nearly one of ours. */

/** Edits (insert, remove, replace, swap two neighbours) between two words; case does not count. */
export const distance = (a: string, b: string): number => {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const now = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      now[j] = Math.min(last[j]! + 1, now[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) now[j] = Math.min(now[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, now];
  }
  return last[right.length]!;
};

/** The words most like `said`, at most three: those that begin with it, else those within a third of its length. */
export const nearest = (said: string, words: readonly string[]): string[] => {
  const begun = said.length >= 2 ? words.filter((word) => word.toLowerCase().startsWith(said.toLowerCase())) : [];
  if (begun.length > 0) return begun.toSorted().slice(0, 3);
  const most = Math.max(1, Math.floor(said.length / 3));
  return words
    .map((word) => ({ word, far: distance(said, word) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .slice(0, 3)
    .map(({ word }) => word);
};
