/** Forecasts in the one shape of an answer: a row for each outcome. */
import type { Answer, Row } from '../../kernel/answer.ts';
import type { OutcomeForecast } from './forecast.ts';
import { COURSE_WORDS, courseOf, middleOf, rangeOf } from './words.ts';

type Head = { readonly company: string; readonly asOf: string; readonly loads: readonly number[] };

export const forecastAnswer = (forecasts: readonly OutcomeForecast[], { company, asOf, loads }: Head): Answer => {
  const known = forecasts.filter(({ numbers }) => numbers !== null);
  const open = known[0]?.numbers?.coverage ?? { open: 0, staged: 0, priced: 0 };
  return {
    question: 'outcome-forecast',
    company,
    asOf,
    loads,
    definition: [
      ...new Set(forecasts.map(({ definition }) => definition)),
      'Low and high hold eight futures in ten. On course means a chance of at least 60 %, at risk 30 to 60 %, off course below 30 %.',
    ].join(' '),
    rows: forecasts.map(rowOf),
    total: { key: 'total', n: forecasts.length },
    coverage: {
      have: open.priced,
      of: open.open,
      missing: open.open === open.priced ? [] : [{ why: 'no amount: drawn as won deals of their product had', n: open.open - open.priced }],
    },
    findings: forecasts[0]?.findings ?? [],
  };
};

const rowOf = (forecast: OutcomeForecast): Row => {
  const { outcome, name, unit, currency, due, target, numbers, why, state, lastStart } = forecast;
  const value = (n: number) => (unit === 'money' ? { minor: Math.round(n), currency } : n);
  const figures =
    numbers === null
      ? { forecast: null, chance: null, why }
      : {
          forecast: { value: middleOf(numbers.fine), ...rangeOf(numbers.fine) },
          chance: numbers.chance,
          course: COURSE_WORDS[courseOf(numbers.chance)],
          now: numbers.now === null ? null : value(numbers.now),
          made: numbers.made.map(({ code, text, value: part }) => ({ code, text, value: value(part) })),
          movers: numbers.movers.map(({ text, chance }) => ({ text, chance })),
        };
  return { key: name, n: numbers?.coverage.open ?? 0, id: outcome, state, unit, due, target: value(target), lastStart, ...figures };
};
