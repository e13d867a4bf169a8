/** A campaign that has ended, as its verdict page reads: what was decided, on what was known then, and what came late. */
import type { Taken } from '../../domain/agreements/verdict.ts';
import { isLate, type Ended, type Micro } from '../../domain/campaign/micro.ts';
import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/zone.ts';
import { VERDICT_WORDS } from '../words/criteria.ts';
import { capital, count, dayWords, list, plural, tally } from '../words/format.ts';
import { valueWords } from './value-words.ts';
import type { VerdictInput } from './verdict-input.ts';
import type { VerdictView } from './verdict-view.ts';

type Counted = { readonly input: VerdictInput; readonly view: VerdictView };

/** A load of the ledger, as far as it can be the cause of something late. */
export type LoadLine = { readonly file: string; readonly loadedAt: Instant; readonly revertedAt: Instant | null };

export type Since = {
  /** How many looks were told after the end. */
  readonly looks: number;
  /** How many loads came, or were taken back, after it had been decided; 0 where the sums rest on no load. */
  readonly loads: number;
  readonly text: string;
};

/** "Scaled: 60 of 400, 15 %, surely above 8 %". An overrule says that people stood against the rule. */
export const endedTitle = ({ how }: Ended, { said, overruled }: Taken): string =>
  `${capital(how)}${overruled ? `, against the rule, which said “${VERDICT_WORDS[said.word].toLowerCase()}”` : ''}: ${bareFinding(said.finding)}`;

/** The finding without the word that it begins with, for where the word stands before it. */
export const bareFinding = (finding: string): string => finding.replace(/^(Scale it|Abort it|Keep going|Review): /, '');

/**
 * What came after it had been decided, with its cause: looks that were told, files that were loaded or taken back, else names that
 * were matched otherwise. `stood` is what was decided on, at the instant `decidedAt`. null where nothing came. It decides nothing.
 */
export const sinceThen = (
  micro: Micro,
  stood: Counted,
  now: Counted,
  ledger: readonly LoadLine[],
  { at, on }: { readonly at: Instant; readonly on: Day },
): Since | null => {
  const looks = micro.looks.filter((look) => isLate(micro, look)).length;
  if (looks === 0 && sums(stood.view) === sums(now.view)) return null;
  const counted = now.input.measured !== null;
  const came = counted ? ledger.filter(({ loadedAt, revertedAt }) => loadedAt > at && revertedAt === null) : [];
  const gone = counted ? ledger.filter(({ loadedAt, revertedAt }) => loadedAt <= at && revertedAt !== null && revertedAt > at) : [];
  const day = dayWords(on, now.input.today);
  const causes = [
    ...(looks > 0 ? [`${plural(looks, 'look')} came after the end on ${day}`] : []),
    ...(came.length > 0 ? [`${filesWords(came)} ${came.length === 1 ? 'was' : 'were'} loaded after it had been decided on ${day}`] : []),
    ...(gone.length > 0
      ? [`${filesWords(gone)} ${gone.length === 1 ? 'was' : 'were'} taken back after it had been decided on ${day}`]
      : []),
  ];
  const cause = causes.length > 0 ? causes.join('; ') : `the facts are matched otherwise than when it was decided on ${day}`;
  const says =
    now.view.word === stood.view.word
      ? `Counted again, it stands at ${standing(now)}; the rule’s word would be the same.`
      : `Counted again, it stands at ${standing(now)}, and the rule’s word would be “${VERDICT_WORDS[now.view.word].toLowerCase()}”.`;
  return {
    looks,
    loads: came.length + gone.length,
    text: [`${capital(cause)}.`, brings(stood, now, on), says, 'It is kept as late and changes nothing that was decided.']
      .filter((part) => part !== null)
      .join(' '),
  };
};

/** By value: what is kept has its keys in another order. */
const sums = ({ now }: VerdictView): string => (now?.arms ?? []).map(({ n, came }) => `${n}/${came}`).join(' ');

/** “june.csv” and “july.csv”; of more than three only how many, and the last. */
const filesWords = (loads: readonly LoadLine[]): string => {
  const names = [...new Set(loads.toSorted((a, b) => (a.loadedAt < b.loadedAt ? -1 : 1)).map(({ file }) => `“${file}”`))];
  return names.length > 3 ? `${plural(names.length, 'file')}, the last of them ${names.at(-1)!},` : list(names);
};

/** What the facts count more, or less, than they did, and how much of it is of days that were over when it was decided. */
const brings = (stood: Counted, now: Counted, on: Day): string | null => {
  // Over money the sums are of money, which says itself in the value.
  if (now.input.measured === null || now.input.criteria.measure.outOf.what === 'spend') return null;
  const more = casesIn(now) - casesIn(stood);
  if (more === 0) return null;
  const before = casesIn(now, on) - casesIn(stood, on);
  const what = tally(Math.abs(more), 'case');
  if (more < 0) return `That takes ${what} away.`;
  const dated =
    before === more
      ? more === 1
        ? 'which began by then'
        : 'all of which had begun by then'
      : before <= 0
        ? 'begun only since then'
        : `${count(before)} of which had begun by then`;
  return `That brings ${what} more, ${dated}.`;
};
/** Cases that had begun by the end of this day, or at all. */
const casesIn = ({ input: { measured } }: Counted, by?: Day): number =>
  (measured?.days ?? []).reduce((sum, { day, n }) => (by === undefined || day <= by ? sum + n : sum), 0);

const standing = ({ input, view: { now, unit } }: Counted): string => {
  if (now === null || now.value === null) return 'nothing';
  const arm = now.arms[now.arm];
  const of = unit === 'share' && arm !== undefined ? `${count(arm.came)} of ${count(arm.n)}, ` : '';
  return `${of}${valueWords(now.value, unit, input.currency)}`;
};
