/** A forecast in words: its finding, the chance, how it stands. Never more certain than the numbers. */
import { count, dayLong, dayWords, percent, plural } from '../words/format.ts';
import { valueShort } from '../words/values.ts';
import type { OutcomeForecast } from './forecast.ts';

export type Course = 'on' | 'risk' | 'off';
/** On course from this chance on, at risk from that. */
export const ON_COURSE = 0.6;
export const AT_RISK = 0.3;

export const courseOf = (chance: number): Course => (chance >= ON_COURSE ? 'on' : chance >= AT_RISK ? 'risk' : 'off');

/** "On course, just", "At risk", "Off course". */
export const COURSE_WORDS: { readonly [C in Course]: string } = { on: 'On course', risk: 'At risk', off: 'Off course' };
export const courseWords = (chance: number): string =>
  chance >= ON_COURSE && chance < ON_COURSE + 0.05 ? 'On course, just' : COURSE_WORDS[courseOf(chance)];

/** "17 %", "under 1 %", "over 99 %": no forecast is certain. */
export const chanceWords = (chance: number): string =>
  chance < 0.01 ? 'under 1 %' : chance > 0.99 ? 'over 99 %' : percent(Math.round(chance * 100) / 100);

/** "about one in six", "even odds", "about nine in ten". */
export const oddsWords = (chance: number): string => {
  if (chance < 0.01) return 'less than one in a hundred';
  if (chance > 0.99) return 'more than ninety-nine in a hundred';
  if (chance < 0.04) return `about one in ${count(Math.round(1 / chance))}`;
  if (Math.abs(chance - 0.5) < 0.025) return 'even odds';
  const near = ODDS.reduce((best, one) => (Math.abs(one[0] / one[1] - chance) < Math.abs(best[0] / best[1] - chance) ? one : best));
  return `about ${NUMBERS[near[0]]} in ${NUMBERS[near[1]]}`;
};
const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  'twenty',
];
const ODDS: readonly (readonly [number, number])[] = [
  [1, 20],
  [1, 10],
  [1, 8],
  [1, 7],
  [1, 6],
  [1, 5],
  [1, 4],
  [1, 3],
  [2, 5],
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [4, 5],
  [5, 6],
  [7, 8],
  [9, 10],
  [19, 20],
];

const write = ({ unit, currency }: Pick<OutcomeForecast, 'unit' | 'currency'>, value: number): string =>
  valueShort(unit === 'count' ? Math.round(value) : unit === 'percent' ? Math.round(value * 10) / 10 : value, unit, currency);
export const forecastValue = write;

/** The middle of the forecast at the due date. */
export const middleOf = (fine: readonly number[]): number => (fine[(fine.length >> 1) - 1]! + fine[fine.length >> 1]!) / 2;
export const rangeOf = (fine: readonly number[]): { readonly low: number; readonly high: number } => ({
  low: fine[Math.floor(fine.length * 0.1)]!,
  high: fine[Math.floor(fine.length * 0.9) - 1]!,
});

/** The title of the page: a finding, or what is missing. */
export const findingOf = (forecast: OutcomeForecast, chance: number | null, fine: readonly number[] | null): string => {
  const { name, due, target, asOf, up } = forecast;
  if (chance === null || fine === null)
    return forecast.state === 'over' ? `${name} was due on ${dayLong(due, asOf)}.` : `Nobody can say yet how ${name} will end.`;
  const middle = write(forecast, middleOf(fine));
  const on = dayLong(due, asOf);
  const aim = `${up ? 'The agreed' : 'To stay within the agreed'} ${write(forecast, target)} has a chance of ${chanceWords(chance)}.`;
  return `${name.replace(/ on \d+ \w+$/, '')} will probably reach ${middle} by ${on}. ${aim}`;
};

/** The sentence of the chart, for those who do not see it. */
export const fanSentence = (forecast: OutcomeForecast, chance: number, fine: readonly number[]): string => {
  const { low, high } = rangeOf(fine);
  const { name, due, target, asOf, numbers } = forecast;
  return `${name}: ${numbers?.now === null || !numbers ? '' : `${write(forecast, numbers.now)} today, `}even odds at ${write(forecast, middleOf(fine))} on ${dayWords(due, asOf)}, eight times in ten between ${write(forecast, low)} and ${write(forecast, high)}; target ${write(forecast, target)}, chance ${chanceWords(chance)}.`;
};

/** "97 % of open deals have a stage date, 91 % an amount. The other 9 % take amounts as won deals of their product had." */
export const coverageSentence = ({
  open,
  staged,
  priced,
}: {
  readonly open: number;
  readonly staged: number;
  readonly priced: number;
}): string => {
  if (open === 0) return 'No deal is open today.';
  const share = (n: number): string => percent(Math.round((n / open) * 100) / 100);
  const first = `Coverage: ${share(staged)} of ${plural(open, 'open deal')} ${staged === 1 ? 'has' : 'have'} a stage date, ${share(priced)} an amount.`;
  return priced === open ? first : `${first} The other ${share(open - priced)} take amounts as won deals of their product had.`;
};
