/** Where models disagree, and why in words. */
import { MODELS, type Model } from '../../models/attribution/models.ts';
import { count, plural } from '../words/format.ts';
import type { CreditLine, Disagreement } from './credit-view.ts';

/** What a key gets at least and at most, over all models. */
export const rangeOf = (line: Pick<CreditLine, 'minor'>): Pick<Disagreement, 'low' | 'high'> => {
  let [low, high]: [Model, Model] = [MODELS[0], MODELS[0]];
  for (const model of MODELS) {
    if (line.minor[model] < line.minor[low]) low = model;
    if (line.minor[model] >= line.minor[high]) high = model;
  }
  return { low: { model: low, minor: line.minor[low] }, high: { model: high, minor: line.minor[high] } };
};
export const spreadOf = (line: Pick<CreditLine, 'minor'>): number => {
  const { low, high } = rangeOf(line);
  return high.minor - low.minor;
};

/** Lines with their spread, widest first; of two alike the first by key. */
export const bySpread = (lines: readonly CreditLine[]): readonly { readonly line: CreditLine; readonly spread: number }[] =>
  lines.map((line) => ({ line, spread: spreadOf(line) })).toSorted((a, b) => b.spread - a.spread || (a.line.key < b.line.key ? -1 : 1));

/** The keys with most money between their lowest and their highest model, widest first. */
export const disagreements = (lines: readonly CreditLine[], most = 3): readonly Disagreement[] =>
  bySpread(lines)
    .filter(({ spread }) => spread > 0)
    .slice(0, most)
    .map(({ line }) => ({ key: line.key, label: line.label, ...rangeOf(line), why: whyOf(line) }));

/** Where its touches stand in their deals is what tells models apart. */
const whyOf = ({ n, firsts, lasts }: CreditLine): string => {
  const begins = firsts === 0 ? 'none' : count(firsts);
  const ends = lasts === 0 ? 'none' : count(lasts);
  const counted = `It is the first touch of ${begins} of its ${plural(n, 'deal')} and the last of ${ends}`;
  if (firsts > lasts * 1.5 && firsts > 0) return `${counted}, so models that reward the beginning give it most.`;
  if (lasts > firsts * 1.5 && lasts > 0) return `${counted}, so models that reward the end give it most.`;
  if ((firsts + lasts) * 2 < n) return `${counted}; it stands in the middle, which first and last pass over.`;
  return `${counted}, so it depends on which end a model rewards.`;
};

/** The key that models agree on best, of those with at least a tenth of the money; null where there is none. */
export const agreed = (lines: readonly CreditLine[], closed: number): CreditLine | null =>
  lines
    .filter((line) => !line.gap && line.minor.linear >= closed * 0.1 && line.minor.linear > 0)
    .toSorted((a, b) => spreadOf(a) / a.minor.linear - spreadOf(b) / b.minor.linear)[0] ?? null;
