/**
 * Search: the documents in which every word that was asked for begins a word; whole phrases in quotes. Titles count
 * more than texts, whole words more than beginnings, newer before older where they count the same. Exact: it guesses
 * nothing, so that "no result" means that nobody wrote it.
 */
import type { PersonId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/day.ts';
import { DOCUMENT_TYPES, type Document, type DocumentType } from './document.ts';
import { plainWords } from './plain-words.ts';

/** A document made ready: its words as they are compared. */
export type Indexed = { readonly document: Document; readonly title: string; readonly text: string; readonly day: Day };

export type Wanted = {
  readonly words: string;
  /** Only these types; none means all. */
  readonly types: readonly DocumentType[];
  readonly who: PersonId | null;
  /** Half-open, by the day in the company's zone. */
  readonly since: Day | null;
  readonly until: Day | null;
};

export type Found = {
  readonly hits: readonly Document[];
  /** How many of each type, before the filter by type. */
  readonly byType: readonly { readonly type: DocumentType; readonly n: number }[];
  /** The words as they are marked in the hits. */
  readonly marks: readonly string[];
};

/** Documents with their words ready to be compared; `dayOf` gives the day in the company's zone. */
export const indexed = (documents: readonly Document[], dayOf: (at: string) => Day): Indexed[] =>
  documents.map((document) => ({
    document,
    title: ` ${plainWords(document.title)} `,
    text: ` ${plainWords(document.text)} `,
    day: document.at === '' ? '' : dayOf(document.at),
  }));

/** What is looked for: single words, and phrases that stood in quotes. */
export const termsOf = (words: string): { readonly words: readonly string[]; readonly phrases: readonly string[] } => {
  const phrases = [...words.matchAll(/["“”„]([^"“”„]+)["“”„]/gu)].map((m) => plainWords(m[1]!)).filter((p) => p !== '');
  const rest = plainWords(words.replace(/["“”„][^"“”„]*["“”„]/gu, ' '));
  return { words: rest === '' ? [] : [...new Set(rest.split(' '))], phrases };
};

/** 0 where it does not fit. */
const score = ({ title, text }: Indexed, { words, phrases }: ReturnType<typeof termsOf>): number => {
  let sum = 1;
  for (const phrase of phrases) {
    if (title.includes(` ${phrase} `)) sum += 12;
    else if (text.includes(` ${phrase} `)) sum += 6;
    else return 0;
  }
  for (const word of words) {
    const best = title.includes(` ${word} `)
      ? 8
      : title.includes(` ${word}`)
        ? 6
        : text.includes(` ${word} `)
          ? 3
          : text.includes(` ${word}`)
            ? 2
            : 0;
    if (best === 0) return 0;
    sum += best;
  }
  if (words.length > 1 && title.includes(` ${words.join(' ')}`)) sum += 6;
  return sum;
};

export const search = (documents: readonly Indexed[], wanted: Wanted): Found => {
  const terms = termsOf(wanted.words);
  const fits = documents.flatMap((one) => {
    const { by } = one.document;
    if (wanted.who !== null && by !== wanted.who) return [];
    if (wanted.since !== null && one.day < wanted.since) return [];
    if (wanted.until !== null && one.day >= wanted.until) return [];
    const rank = score(one, terms);
    return rank === 0 ? [] : [{ document: one.document, rank }];
  });
  const byType = DOCUMENT_TYPES.flatMap((type) => {
    const n = fits.filter((f) => f.document.type === type).length;
    return n === 0 ? [] : [{ type, n }];
  });
  const hits = fits
    .filter(({ document }) => wanted.types.length === 0 || wanted.types.includes(document.type))
    .toSorted((a, b) => b.rank - a.rank || b.document.at.localeCompare(a.document.at) || a.document.id.localeCompare(b.document.id));
  return { hits: hits.map(({ document }) => document), byType, marks: [...terms.words, ...terms.phrases.flatMap((p) => p.split(' '))] };
};
