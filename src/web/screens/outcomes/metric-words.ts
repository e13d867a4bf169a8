/** Metrics as a person chooses and reads them. */
import type { Measure, Metric, Unit } from '../../../domain/strategy/metric.ts';

export const MEASURE_WORDS: { readonly [M in Measure]: { readonly name: string; readonly small: string } } = {
  'won-revenue': { name: 'Won revenue', small: 'Money of deals closed and won between start and due date' },
  'open-pipeline': { name: 'Open pipeline', small: 'Money of deals that stand open on the day' },
  'opportunities-opened': { name: 'Opportunities opened', small: 'Deals opened between start and due date' },
  'deals-won': { name: 'Deals won', small: 'Deals closed and won between start and due date' },
  'deals-lost': { name: 'Deals lost', small: 'Deals closed and lost between start and due date' },
};
export const UNIT_WORDS: { readonly [U in Unit]: string } = { count: 'A number', money: 'Money', percent: 'Percent' };

/** How its value comes to be, in one line. */
export const metricWords = (metric: Metric): string =>
  metric.kind === 'measured'
    ? `Measured from the facts: ${MEASURE_WORDS[metric.measure].small.toLowerCase()}.`
    : metric.kind === 'formula'
      ? 'Computed by its formula from other numbers.'
      : 'Reported: a person checks in its value.';
