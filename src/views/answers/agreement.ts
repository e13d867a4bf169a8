/**
 * Agreement: what people say brought them, beside what was tracked.
 *
 * same      channel or campaign of the first counted touch is what they say
 * tracked   that of a later counted touch is
 * not       that of no counted touch is; nothing is wrong with either: people remember what mattered, tracking what it could see
 *
 * Words are compared without case and punctuation: one stands within the other ("Met you at the Utrecht fair" and "Fair").
 * What is not said is not counted as disagreement.
 */
import type { DealSums } from './credit-sums.ts';
import { many, percent } from './words.ts';

export type Match = 'same' | 'tracked' | 'not';
export type AgreementLine = {
  readonly said: string;
  /** Channel of the first counted touch, else its campaign; null where there is no touch. */
  readonly tracked: string | null;
  readonly match: Match;
  readonly n: number;
  readonly minor: number;
};
export type Agreement = { readonly said: number; readonly silent: number; readonly lines: readonly AgreementLine[] };

export const agreementOf = (deals: readonly DealSums[]): Agreement => {
  const lines = new Map<string, { said: string; tracked: string | null; match: Match; n: number; minor: number }>();
  let said = 0;
  for (const deal of deals) {
    if (deal.said === null || SILENT.has(folded(deal.said).trim())) continue;
    said += 1;
    const words = deal.said.trim();
    const tracked = deal.first?.channel ?? deal.first?.campaign ?? null;
    const names = [deal.first?.channel, deal.first?.campaign].filter((name) => typeof name === 'string');
    const match: Match = names.some((key) => alike(words, key)) ? 'same' : deal.met.some((key) => alike(words, key)) ? 'tracked' : 'not';
    const name = JSON.stringify([folded(words), tracked, match]);
    const line = lines.get(name) ?? { said: words, tracked, match, n: 0, minor: 0 };
    line.n += 1;
    line.minor += deal.minor ?? 0;
    lines.set(name, line);
  }
  return {
    said,
    silent: deals.length - said,
    lines: [...lines.values()].toSorted((a, b) => b.minor - a.minor || (a.said < b.said ? -1 : 1)),
  };
};

/** One sentence: how often both say the same. */
export const agreementWords = ({ said, lines }: Agreement, money: (minor: number) => string): string => {
  const of = (match: Match): { readonly n: number; readonly minor: number } =>
    lines.filter((l) => l.match === match).reduce((sum, l) => ({ n: sum.n + l.n, minor: sum.minor + l.minor }), { n: 0, minor: 0 });
  const [same, tracked, not] = [of('same'), of('tracked'), of('not')];
  return `${many(said, 'won deal says', 'won deals say')} what brought ${said === 1 ? 'it' : 'them'}: ${percent(same.n / said)} name what the first tracked touch was (${money(same.minor)}), ${percent(tracked.n / said)} something tracked later (${money(tracked.minor)}), ${percent(not.n / said)} nothing that was tracked (${money(not.minor)}).`;
};

/** Words that say that nobody knows: no answer, and no disagreement either. */
const SILENT: ReadonlySet<string> = new Set([
  '',
  'other',
  'unknown',
  'none',
  'n a',
  'not sure',
  'do not know',
  'don t know',
  'do not remember',
  'don t remember',
]);

const folded = (words: string): string =>
  ` ${words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
const alike = (said: string, key: string): boolean => {
  const [a, b] = [folded(said), folded(key)];
  return b.trim() !== '' && a.trim() !== '' && (a.includes(b) || b.includes(a));
};
