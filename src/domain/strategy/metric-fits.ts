/** Whether a metric can be what somebody wants it to be: its unit, its formula, and money only where there is a currency. */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Basic } from '../check.ts';
import type { CompanyBook } from '../company/company.ts';
import type { Readable, Ref } from './formula/names.ts';
import { resolveFormula, type FormulaRefusal } from './formula/resolve.ts';
import { unitFits, type Metric } from './metric.ts';

export type MetricRefusal = Basic | FormulaRefusal | { readonly code: 'money-without-currency' };

/** The metric as the journal keeps it: a formula's names become ids. `self` is the thing it measures; null while that is new. */
export const metricFits = (book: CompanyBook & Readable, metric: Metric, self: Ref | null): Result<Metric, MetricRefusal> => {
  const unit = unitFits(metric);
  if (!unit.ok) return unit;
  if (metric.unit === 'money' && book.company.get('company')?.currency === null) return refuse({ code: 'money-without-currency' });
  if (metric.kind !== 'formula') return ok(metric);
  const formula = resolveFormula(book, metric.formula, metric.unit, self);
  if (!formula.ok) return refuse({ code: 'formula', formula: metric.formula, problem: formula.refusal });
  return ok({ kind: 'formula', formula: formula.value, unit: metric.unit });
};
