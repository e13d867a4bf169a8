/**
 * Metric: what an outcome or a KPI is counted by.
 *
 * Values stand in the unit of the metric: whole minor units of the company's currency for money, plain counts, or
 * percent (0 to 100). Measured is computed from the facts, reported is checked in by a person, a formula is
 * computed from other outcomes, KPIs and measures (formula/).
 */
import type { Result } from '../../kernel/result.ts';
import { all, amount, minor, oneOf, type Basic } from '../check.ts';

export type Measure = 'won-revenue' | 'open-pipeline' | 'opportunities-opened' | 'deals-won' | 'deals-lost';
export type Unit = 'money' | 'count' | 'percent';
export const UNITS: readonly Unit[] = ['money', 'count', 'percent'];
export type Metric =
  | { readonly kind: 'measured'; readonly measure: Measure; readonly unit: Unit }
  | { readonly kind: 'reported'; readonly unit: Unit }
  /** In the journal the formula names what it reads by id, so that a new name breaks nothing: `[u_rev] / [deals-won]`. */
  | { readonly kind: 'formula'; readonly formula: string; readonly unit: Unit };

/** The unit each built-in measure is counted in. */
export const MEASURES: { readonly [M in Measure]: Unit } = {
  'won-revenue': 'money',
  'open-pipeline': 'money',
  'opportunities-opened': 'count',
  'deals-won': 'count',
  'deals-lost': 'count',
};

/** What each is called in a formula and on screen. */
export const MEASURE_NAMES: { readonly [M in Measure]: string } = {
  'won-revenue': 'Won revenue',
  'open-pipeline': 'Open pipeline',
  'opportunities-opened': 'Opportunities opened',
  'deals-won': 'Deals won',
  'deals-lost': 'Deals lost',
};

export const isMeasure = (name: string): name is Measure => Object.hasOwn(MEASURES, name);

/** True where the value adds up within its period; a level, such as the open pipeline, stands on a day. */
export const addsUp = (measure: Measure): boolean => measure !== 'open-pipeline';

/** A value that can stand in the unit of a metric: 0 or more, and whole minor units where it is money. */
export const inUnit = (metric: Pick<Metric, 'unit'>, field: string, value: number): Result<null, Basic> =>
  metric.unit === 'money' ? minor(field, value) : amount(field, value);

/** A metric whose unit is its measure's. Formulas are checked by formula/resolve.ts, which needs the book. */
export const unitFits = (metric: Metric): Result<null, Basic> => {
  const unit = oneOf('unit', metric.unit, UNITS);
  if (metric.kind !== 'measured' || !unit.ok) return unit;
  const measure = oneOf('measure', metric.measure, Object.keys(MEASURES));
  return measure.ok ? all(oneOf('unit', metric.unit, [MEASURES[metric.measure]])) : measure;
};
