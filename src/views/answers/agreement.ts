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
import type { Walks, Won } from '../../models/attribution/walks.ts';
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

/** What is known of deals for it: what each says (its place in `words`, -1 for nothing), and the channel and campaign of each unit of touches. */
export type SaidOf = {
  readonly walks: Pick<Walks, 'start' | 'unit'>;
  readonly won: Pick<Won, 'deal' | 'minor'> & { readonly said: Int32Array };
  readonly words: readonly string[];
  readonly names: readonly { readonly channel: string | null; readonly campaign: string | null }[];
};

export const agreementOf = ({ walks: { start, unit }, won, words, names }: SaidOf): Agreement => {
  const lines = new Map<number, { said: string; tracked: string | null; match: Match; n: number; minor: number }>();
  const spoken = words.map((text) => text.trim());
  const heard = words.map(folded);
  const silent = heard.map((text) => SILENT.has(text.trim()));
  const called = names.map(({ channel, campaign }) => [channel, campaign].flatMap((name) => (name === null ? [] : [folded(name)])));
  const known = new Map<number, boolean>();
  const namedBy = (w: number, u: number): boolean => {
    const pair = w * names.length + u;
    const found = known.get(pair);
    if (found !== undefined) return found;
    const same = called[u]!.some((name) => alike(heard[w]!, name));
    known.set(pair, same);
    return same;
  };
  const [sameWords] = placesOf(heard);
  const [sourceOf, sources] = placesOf(names.map(({ channel, campaign }) => channel ?? campaign ?? null));
  let said = 0;
  for (let i = 0; i < won.deal.length; i += 1) {
    const w = won.said[i]!;
    if (w < 0 || silent[w]!) continue;
    said += 1;
    const [from, to] = [start[won.deal[i]!]!, start[won.deal[i]! + 1]!];
    let at = from;
    while (at < to && !namedBy(w, unit[at]!)) at += 1;
    const match: Match = at === to ? 'not' : at === from ? 'same' : 'tracked';
    const name =
      (sameWords[w]! * (sources.length + 1) + (from < to ? sourceOf[unit[from]!]! : sources.length)) * 3 + MATCHES.indexOf(match);
    const line = lines.get(name) ?? {
      said: spoken[w]!,
      tracked: from < to ? sources[sourceOf[unit[from]!]!]! : null,
      match,
      n: 0,
      minor: 0,
    };
    line.n += 1;
    if (!Number.isNaN(won.minor[i]!)) line.minor += won.minor[i]!;
    lines.set(name, line);
  }
  return {
    said,
    silent: won.deal.length - said,
    lines: [...lines.values()].toSorted((a, b) => b.minor - a.minor || (a.said < b.said ? -1 : 1)),
  };
};

const MATCHES: readonly Match[] = ['same', 'tracked', 'not'];

/** Each one's place among the different ones, and these. */
const placesOf = <T>(all: readonly T[]): readonly [readonly number[], readonly T[]] => {
  const places = new Map<T, number>();
  const own = all.map((one) => places.get(one) ?? (places.set(one, places.size), places.size - 1));
  return [own, [...places.keys()]];
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
/** Both folded: one stands within the other. */
const alike = (said: string, name: string): boolean =>
  name.trim() !== '' && said.trim() !== '' && (said.includes(name) || name.includes(said));
