/**
 * The answer of Home where chances are known: yes where every outcome is on course, nearly where at least half are, no where
 * fewer are. What has reached its target is on course; what nobody can judge is named and counts as not.
 */
import type { Book } from '../../domain/book.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import { courseOf, forecastValue, middleOf } from '../forecast/words.ts';
import { capital, inWords, list, plural } from '../words/format.ts';
import { STANDING_WORDS } from './pace.ts';
import type { Stand } from './stand.ts';
import type { Verdict, VerdictPart, VerdictWord } from './verdict.ts';

/** On course: by its chance, else reached or keeping pace; null where nobody can say. */
export const isOnCourse = ({ forecast, standing }: Stand): boolean | null => {
  if (forecast?.numbers) return courseOf(forecast.numbers.chance) === 'on';
  const { kind } = STANDING_WORDS[standing];
  return kind === 'early' || kind === 'unknown' ? null : kind === 'on';
};

/** null where no outcome has a chance: an even pace must do then. */
export const verdictByChance = (_book: Book, stands: readonly Stand[], today: Day): Verdict | null => {
  if (!stands.some(({ forecast }) => forecast?.numbers)) return null;
  const n = stands.length;
  const well = stands.filter((s) => isOnCourse(s) === true).length;
  const unsure = stands.filter((s) => isOnCourse(s) === null);
  if (unsure.length * 2 > n)
    return {
      word: 'Too early',
      parts: [{ text: `Too early to say for ${inWords(unsure.length)} of ${plural(n, 'outcome')}` }, ...tail(stands, unsure, today)],
    };
  const word: VerdictWord = well === n ? 'Yes' : well * 2 >= n ? 'Nearly' : 'No';
  const tally =
    well === n
      ? n === 1
        ? 'The one outcome is on course'
        : `${n === 2 ? 'Both' : `All ${inWords(n)}`} outcomes are on course`
      : `${well === 0 ? 'None' : capital(inWords(well))} of ${inWords(n)} outcomes ${well < 2 ? 'is' : 'are'} on course`;
  return { word, parts: [{ text: `${word}. ${tally}` }, ...tail(stands, unsure, today)] };
};

/** The one with the least chance: how it will probably end, and how long new work can still change that. */
const tail = (stands: readonly Stand[], unsure: readonly Stand[], today: Day): VerdictPart[] => {
  const worst = stands
    .filter((s) => s.forecast?.numbers && isOnCourse(s) === false)
    .toSorted((a, b) => a.forecast!.numbers!.chance - b.forecast!.numbers!.chance)[0];
  if (!worst?.forecast?.numbers) return [{ text: unsure.length === 0 ? '.' : `; ${unsureWords(unsure)}.` }];
  const { forecast } = worst;
  const { target, up, lastStart } = forecast;
  const gap = (middleOf(forecast.numbers!.fine) - target) * (up ? 1 : -1);
  const name = worst.outcome.name.replace(/ on \d+ \w+$/, '');
  const ends = gap < 0 ? `${forecastValue(forecast, Math.abs(gap))} ${up ? 'short' : 'over'}` : 'about there, with little to spare';
  const left = lastStart === null ? null : daysBetween(today, lastStart);
  return [
    { text: `. ${name} will probably end ` },
    { text: ends, opens: worst },
    {
      text:
        left === null || gap >= 0
          ? '.'
          : left < 0
            ? '; work that begins now lands too late to change that.'
            : left === 0
              ? '; today is the last day on which new work can change that.'
              : `; new work can change that for ${plural(left, 'more day', 'more days')}.`,
    },
  ];
};

const unsureWords = (unsure: readonly Stand[]): string => {
  const names = list(unsure.slice(0, 3).map(({ outcome }) => outcome.name));
  return `nobody can say yet how ${names} will end`;
};
