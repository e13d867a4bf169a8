/**
 * Requests that may ask for the same: found by their words alone, the same on every machine, without any model.
 *
 * Two texts are as alike as the larger of two shares: of their words (in the root form that a few English endings leave,
 * weighed by how rare each is among the requests at hand) and of their character trigrams, both as the cosine between
 * the two texts. A text with fewer than three words of meaning is never judged.
 *
 * Measured on the cases in similar.test.ts: at `ALIKE`, half-way between the pairs there that ask for the same (0.51 and more) and
 * those that do not (0.18 and less), every one is told right. Source: cosine of tf-idf vectors, Manning, Raghavan and Schütze (2008), section 6.3.
 */
const STOP = new Set(
  'a an and are as at be because been but by can could do does for from had has have he her his how i if in into is it its may me more most my no not of on one only or our out own people she should so some than that the their them then there these they this those to too until up us very was we were what when where which who why will with would you your need needs want wants like please get make made every all any each about after before'.split(
    ' ',
  ),
);

/** From 0, nothing in common, to 1. */
export type Likeness = number;

/** Above this, two requests are shown to whoever decides as perhaps the same. */
export const ALIKE: Likeness = 0.3;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The word without the ending that only says how it is used. */
const root = (word: string): string => {
  for (const ending of ['ings', 'ing', 'ies', 'ers', 'er', 'ed', 'es', 's'])
    if (word.length - ending.length >= 4 && word.endsWith(ending)) return word.slice(0, -ending.length) + (ending === 'ies' ? 'y' : '');
  return word;
};

/** A text made ready to be compared: its roots and its trigrams with how often each stands in it. */
export type Ready = { readonly roots: ReadonlyMap<string, number>; readonly trigrams: ReadonlyMap<string, number> };

const counted = (parts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
};

export const ready = (text: string): Ready => {
  const roots = plain(text)
    .split(' ')
    .filter((word) => word.length > 1 && !STOP.has(word))
    .map(root);
  const joined = ` ${roots.join(' ')} `;
  return {
    roots: counted(roots),
    trigrams: counted(Array.from({ length: Math.max(0, joined.length - 2) }, (_, i) => joined.slice(i, i + 3))),
  };
};

const cosine = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, weight: (part: string) => number): number => {
  let [dot, left, right] = [0, 0, 0];
  for (const [part, n] of a) {
    const w = n * weight(part);
    left += w * w;
    dot += w * (b.get(part) ?? 0) * weight(part);
  }
  for (const [part, n] of b) right += (n * weight(part)) ** 2;
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right);
};

const FEWEST = 3;
/** Trigrams agree by chance more often than words do, so their share counts for less. */
const TRIGRAMS = 0.7;

/** Judges texts of one collection against each other: the rarer a word is in it, the more it says. */
export const judge = (collection: readonly Ready[]): ((a: Ready, b: Ready) => Likeness) => {
  const among = counted(collection.flatMap(({ roots }) => [...roots.keys()]));
  const rarity = (part: string): number => Math.log(1 + (collection.length + 1) / (1 + (among.get(part) ?? 0)));
  return (a, b) => {
    if (a.roots.size < FEWEST || b.roots.size < FEWEST) return 0;
    return Math.max(cosine(a.roots, b.roots, rarity), TRIGRAMS * cosine(a.trigrams, b.trigrams, () => 1));
  };
};

/** Of `others`, those at least as like as ALIKE, the likest first; at most three. */
export const alike = <T>(text: string, others: readonly (readonly [T, string])[]): { readonly of: T; readonly likeness: Likeness }[] => {
  const mine = ready(text);
  const theirs = others.map(([of, words]) => ({ of, ready: ready(words) }));
  const likeness = judge([mine, ...theirs.map((t) => t.ready)]);
  return theirs
    .map((t) => ({ of: t.of, likeness: likeness(mine, t.ready) }))
    .filter((found) => found.likeness >= ALIKE)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 3);
};
