/** Forecasts of outcomes as text: the finding of each, what it is made of and what would move it; and a backtest in words. */
import { backtestFinding } from '../../../../views/forecast/backtest.ts';
import type { OutcomeForecast } from '../../../../views/forecast/forecast.ts';
import {
  chanceWords,
  courseWords,
  coverageSentence,
  findingOf,
  forecastValue,
  middleOf,
  rangeOf,
} from '../../../../views/forecast/words.ts';
import { dayWords } from '../../../../views/words/format.ts';
import type { Output } from '../../../operations/operation.ts';
import { table, wrapped } from './table.ts';

export const outcomeForecastText = ({ forecasts, answer }: Output<'outcome-forecast'>): string =>
  forecasts.length === 0
    ? 'No outcome is still to be due.'
    : [
        table(
          [
            { title: 'outcome' },
            { title: 'due' },
            { title: 'now', right: true },
            { title: 'low', right: true },
            { title: 'even odds', right: true },
            { title: 'high', right: true },
            { title: 'target', right: true },
            { title: 'chance', right: true },
            { title: '' },
          ],
          forecasts.map(rowOf),
        ),
        ...forecasts.map(toldOf),
        ...answer.findings.map(({ text }) => wrapped(text)),
        wrapped('Low and high hold eight futures in ten. A forecast describes; it does not prove what causes what.'),
        `As of ${dayWords(answer.asOf)}. lockstep forecast-backtest OUTCOME says whether one could have trusted it.`,
      ].join('\n\n');

const rowOf = (forecast: OutcomeForecast): string[] => {
  const { numbers, name, due, asOf, target } = forecast;
  const write = (n: number): string => forecastValue(forecast, n);
  if (numbers === null) return [name, dayWords(due, asOf), '', '', '', '', write(target), '', 'no forecast'];
  const { low, high } = rangeOf(numbers.fine);
  return [
    name,
    dayWords(due, asOf),
    numbers.now === null ? '' : write(numbers.now),
    write(low),
    write(middleOf(numbers.fine)),
    write(high),
    write(target),
    chanceWords(numbers.chance),
    courseWords(numbers.chance),
  ];
};

const toldOf = (forecast: OutcomeForecast): string => {
  const { numbers, name, why } = forecast;
  if (numbers === null) return wrapped(`${name}: ${why ?? 'no forecast.'}`);
  return [
    wrapped(findingOf(forecast, numbers.chance, numbers.fine)),
    ...numbers.made.map(({ text, value }) => `  ${text}: ${forecastValue(forecast, value)}`),
    ...numbers.movers.map(({ text, chance }) => `  ${text}: ${chanceWords(chance)}`),
    ...(numbers.coverage.open > 0 ? [wrapped(coverageSentence(numbers.coverage))] : []),
  ].join('\n');
};

export const backtestText = (view: Output<'forecast-backtest'>): string =>
  [
    wrapped(backtestFinding(view)),
    ...(view.why === null ? [] : [wrapped(view.why)]),
    ...(view.stripWords === null ? [] : [wrapped(`With as many days to go in earlier periods: ${view.stripWords}`)]),
    ...view.horizons.flatMap(({ days, words }) =>
      words.length === 0 ? [] : [[`${days} days ahead`, ...words.map((text) => `  ${text}`)].join('\n')],
    ),
  ].join('\n\n');
