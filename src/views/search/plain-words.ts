/** Words as search compares them: without case, accents and marks. */

const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i' };

/** "Mühlen-Straße" → "muhlen strasse". */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđı]/g, (letter) => LETTERS[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Part of a text; `hit` where it is what was looked for. */
export type Piece = { readonly text: string; readonly hit: boolean };

/** The text in pieces, with every word marked that begins as one of `words` does (words are plain already). */
export const marked = (text: string, words: readonly string[]): readonly Piece[] => {
  const pieces: { text: string; hit: boolean }[] = [];
  let from = 0;
  const put = (to: number, hit: boolean): void => {
    if (to <= from) return;
    const last = pieces.at(-1);
    if (last && last.hit === hit) last.text += text.slice(from, to);
    else pieces.push({ text: text.slice(from, to), hit });
    from = to;
  };
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const plain = plainWords(word);
    if (!words.some((w) => plain.startsWith(w))) continue;
    put(index, false);
    put(index + word.length, true);
  }
  put(text.length, false);
  return pieces;
};

/** The part of a long text around its first hit, with an ellipsis where something was left out. */
export const around = (pieces: readonly Piece[], most = 220): readonly Piece[] => {
  const text = pieces.map((p) => p.text).join('');
  if (text.length <= most) return pieces;
  const first = pieces.findIndex((p) => p.hit);
  const at = pieces.slice(0, Math.max(0, first)).reduce((sum, p) => sum + p.text.length, 0);
  const start = first < 0 || at < most - 60 ? 0 : at - 60;
  const out: Piece[] = start > 0 ? [{ text: '… ', hit: false }] : [];
  let place = 0;
  for (const { text: part, hit } of pieces) {
    const cut = part.slice(Math.max(0, start - place), Math.max(0, start + most - place));
    if (cut !== '') out.push({ text: cut, hit });
    place += part.length;
  }
  return start + most < text.length ? [...out, { text: ' …', hit: false }] : out;
};
