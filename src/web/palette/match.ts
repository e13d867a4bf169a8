/** How well words fit a line: exact beginnings before words, words before scattered letters. */

/** Higher fits better; 0 does not fit. An empty wish fits everything a little. */
export const fit = (wish: string, line: string, also = ''): number => {
  const want = plain(wish);
  const name = plain(line);
  if (want === '') return 1;
  if (name === want) return 100;
  if (name.startsWith(want)) return 80;
  if (wordsBegin(want, name)) return 60;
  if (name.includes(want)) return 45;
  if (wordsBegin(want, `${name} ${plain(also)}`)) return 40;
  return want.length >= 3 && scattered(want.replaceAll(' ', ''), name) ? 10 : 0;
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Every word that is wanted begins a word of the line. */
const wordsBegin = (want: string, line: string): boolean =>
  want.split(' ').every((w) => line.split(' ').some((word) => word.startsWith(w)));

/** The letters stand in the line in this order, the first at the beginning of a word. */
const scattered = (want: string, line: string): boolean => {
  let at = line.search(new RegExp(`\\b${want[0]}`, 'u'));
  if (at < 0) return false;
  for (const letter of want.slice(1)) {
    at = line.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
};
