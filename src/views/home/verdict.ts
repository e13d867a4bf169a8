/** The answer of Home: its first word is the verdict, the rest says why. Held against an even pace, and says so. */
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import { capital, inWords, list, plural } from '../words/format.ts';
import { valueShort } from '../words/values.ts';
import type { Stand } from './stand.ts';

export type VerdictWord = 'Yes' | 'Nearly' | 'No' | 'Too early';
/** A sentence in parts; a part about one outcome opens its number. */
export type VerdictPart = { readonly text: string; readonly opens?: Stand };
export type Verdict = { readonly word: VerdictWord; readonly parts: readonly VerdictPart[] };

const early = (text: string): Verdict => ({ word: 'Too early', parts: [{ text: `Too early to say. ${text}` }] });
const good = (s: Stand): boolean => s.standing === 'reached' || s.standing === 'ahead';

/** Yes where all keep pace, nearly where at least half do, no where fewer do, too early where nothing can be said. */
export const verdict = (book: Book, stands: readonly Stand[], today: Day): Verdict => {
  if (stands.length === 0) return early('No outcome is named yet, so there is nothing to be in step with.');
  const known = stands.filter((s) => s.standing !== 'unknown' && s.standing !== 'early');
  const unknown = stands.filter((s) => s.standing === 'unknown');
  if (unknown.length === stands.length) return early(`No value is known yet for ${whole(stands.length)}.`);
  if (known.length === 0)
    return early(`${capital(plural(stands.length, 'outcome'))} ${stands.length === 1 ? 'has' : 'have'} only just begun.`);
  // What is not known may be good or bad: half of it unknown is no answer.
  if (unknown.length * 2 >= stands.length) {
    const parts = shortOf(book, known);
    return {
      word: 'Too early',
      parts: [
        {
          text: `Too early to say. ${capital(inWords(unknown.length))} of ${inWords(stands.length)} outcomes ${unknown.length === 1 ? 'is' : 'are'} not known`,
        },
        ...parts,
      ],
    };
  }
  const well = known.filter(good);
  const word: VerdictWord = well.length === stands.length ? 'Yes' : well.length * 2 >= stands.length ? 'Nearly' : 'No';
  return { word, parts: [{ text: `${word}. ${tally(stands, well, today)}` }, ...shortOf(book, stands)] };
};

const whole = (n: number): string => (n === 1 ? 'the one outcome' : n === 2 ? 'both outcomes' : `all ${inWords(n)} outcomes`);

const tally = (stands: readonly Stand[], well: readonly Stand[], today: Day): string => {
  const over = stands.every((s) => today > s.outcome.due);
  const reached = well.filter((s) => s.standing === 'reached').length;
  const n = stands.length;
  const some =
    well.length === n ? capital(whole(n)) : `${well.length === 0 ? 'None' : capital(inWords(well.length))} of ${inWords(n)} outcomes`;
  if (over || (reached === well.length && reached > 0))
    return `${some} ${well.length === 1 ? 'has reached its target' : 'have reached their targets'}`;
  if (well.length === 0)
    return `${n === 1 ? 'The one outcome does not keep' : n === 2 ? 'Neither outcome keeps' : `None of ${inWords(n)} outcomes keeps`} an even pace`;
  return `${some} ${well.length === 1 ? 'keeps an even pace to its target' : 'keep an even pace to their targets'}${reached > 0 ? `, ${inWords(reached)} of them already there` : ''}`;
};

/** What is furthest behind, by name and by how much; at most two. */
const shortOf = (book: Book, stands: readonly Stand[]): VerdictPart[] => {
  const currency = book.company.get('company')?.currency ?? null;
  const behind = stands
    .filter((s) => s.standing === 'behind' || s.standing === 'missed')
    .toSorted((a, b) => share(a) - share(b))
    .slice(0, 2);
  if (behind.length === 0) return [{ text: unknownTail(stands) }];
  const named = behind.flatMap((s, place) => {
    const gap = Math.abs(s.outcome.target - s.now!.value!);
    return [
      { text: place === 0 ? '; ' : ', ' },
      { text: `${s.outcome.name} is ` },
      {
        text: `${valueShort(gap, s.outcome.metric.unit, currency)} ${s.outcome.target >= (s.now!.value ?? 0) ? 'short' : 'over'}`,
        opens: s,
      },
    ];
  });
  return [...named, { text: '.' }];
};
const share = (s: Stand): number => (s.now!.value ?? 0) / (s.outcome.target || 1);

const unknownTail = (stands: readonly Stand[]): string => {
  const names = stands.filter((s) => s.standing === 'unknown').map((s) => s.outcome.name);
  return names.length === 0 ? '.' : `; ${list(names)} ${names.length === 1 ? 'is' : 'are'} not known.`;
};
