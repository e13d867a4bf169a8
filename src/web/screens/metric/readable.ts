/** A metric as a person edits it: a formula with names in place of ids. */
import type { Readable } from '../../../domain/strategy/formula/names.ts';
import { readableFormula } from '../../../domain/strategy/formula/resolve.ts';
import type { Metric } from '../../../domain/strategy/metric.ts';

export const readable = (book: Readable, metric: Metric): Metric =>
  metric.kind === 'formula' ? { ...metric, formula: readableFormula(book, metric.formula) } : metric;
