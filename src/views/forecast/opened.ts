/** The numbers of a forecast, opened. */
import { dayLong } from '../words/format.ts';
import { NOTHING, type Opened } from '../words/opened.ts';
import { valueFull } from '../words/values.ts';
import type { OutcomeForecast } from './forecast.ts';
import { chanceWords, courseOf, coverageSentence, forecastValue, middleOf, oddsWords, rangeOf } from './words.ts';

/** The chance of the target, with what it rests on; `fine` and `chance` are those shown, moved or not. */
export const openedChance = (forecast: OutcomeForecast, chance: number, fine: readonly number[]): Opened => {
  const { name, due, target, asOf, unit, currency, loads, definition, numbers, findings, outcome } = forecast;
  const { low, high } = rangeOf(fine);
  return {
    ...NOTHING,
    what: `${name}: chance of ${forecastValue(forecast, target)} by ${dayLong(due, asOf)}`,
    value: chanceWords(chance),
    tone: courseOf(chance),
    meaning: `${oddsWords(chance)}, with the middle at ${forecastValue(forecast, middleOf(fine))}.`.replace(/^./, (c) => c.toUpperCase()),
    interval: { low, value: middleOf(fine), high, target, name: '80 % interval', write: (n) => forecastValue(forecast, n) },
    sure: 'Eight times in ten it should end within this interval; the backtest says whether it did before.',
    missing: [...(numbers && numbers.coverage.open > 0 ? [coverageSentence(numbers.coverage)] : []), ...findings.map(({ text }) => text)],
    how: `${definition} Target: ${valueFull(target, unit, currency)}.`,
    more: [
      { text: 'The forecast', href: `/prove/forecast?outcome=${outcome}` },
      { text: 'Would you have trusted it before?', href: `/prove/forecast/backtest?outcome=${outcome}` },
    ],
    asOf,
    loads,
  };
};

/** The chance of an outcome as it stands on Home; null where there is none. */
export const openedStand = ({ forecast }: { readonly forecast: OutcomeForecast | null }): Opened | null =>
  forecast?.numbers ? openedChance(forecast, forecast.numbers.chance, forecast.numbers.fine) : null;
