/** Metrics as a person chooses and reads them. */
import type { Readable } from '../../../domain/strategy/formula/names.ts';
import { readableFormula } from '../../../domain/strategy/formula/resolve.ts';
import type { Measure, Metric, Unit } from '../../../domain/strategy/metric.ts';

export const MEASURE_SMALL: { readonly [M in Measure]: string } = {
  'won-revenue': 'money of deals closed and won in its time',
  'open-pipeline': 'money of deals that stand open on the day',
  'opportunities-opened': 'deals opened in its time',
  'deals-won': 'deals closed and won in its time',
  'deals-lost': 'deals closed and lost in its time',
};
export const UNIT_WORDS: { readonly [U in Unit]: string } = { count: 'A number', money: 'Money', percent: 'Percent' };

/** How its value comes to be, in one line; with the book, a formula is spelled out. */
export const metricWords = (metric: Metric, book?: Readable): string => {
  if (metric.kind === 'measured') return `Measured from the facts: ${MEASURE_SMALL[metric.measure]}.`;
  if (metric.kind === 'reported') return 'Reported: a person checks in its value.';
  return book ? `Computed: ${readableFormula(book, metric.formula)}` : 'Computed by its formula from other numbers.';
};
