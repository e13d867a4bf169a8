/** What is to be forecast for an outcome: the figure it counts, or the figures its formula reads. */
import type { Book } from '../../domain/book.ts';
import { labelOf, nameables, type Ref } from '../../domain/strategy/formula/names.ts';
import { refsOf } from '../../domain/strategy/formula/resolve.ts';
import { isMeasure, type Measure } from '../../domain/strategy/metric.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { OutcomeId } from '../../kernel/ids.ts';
import { exponentOf } from '../../kernel/money.ts';
import type { FigureName } from '../../models/outcome-forecast/figures.ts';
import type { ForecastWish } from './computed.ts';

export const FIGURE_OF: { readonly [M in Measure]: FigureName } = {
  'won-revenue': 'wonMinor',
  'open-pipeline': 'pipelineMinor',
  'opportunities-opened': 'opened',
  'deals-won': 'won',
  'deals-lost': 'lost',
};

export type Counts = { readonly counts: ForecastWish['counts']; readonly why: null } | { readonly counts: null; readonly why: string };

/** What an outcome counts; `why` in words where no deal says anything about it. Reported ones are not asked here. */
export const countsOf = (book: Book, { metric, from, due }: Outcome): Counts => {
  if (metric.kind === 'measured') return { counts: { figure: FIGURE_OF[metric.measure] }, why: null };
  if (metric.kind === 'reported') return { counts: null, why: 'People report it.' };
  const names: { [ref: string]: FigureName } = {};
  for (const ref of refsOf(metric.formula)) {
    const figure = figureOf(book, ref, from, due);
    if (figure === null) {
      const all = nameables(book);
      const one = all.find((n) => n.ref === ref);
      return { counts: null, why: `Its formula reads ${one ? labelOf(all, one) : 'something that is gone'}, which no deal tells ahead.` };
    }
    names[ref] = figure;
  }
  const whole = 10 ** exponentOf(book.company.get('company')?.currency ?? null);
  return { counts: { formula: metric.formula, names, whole, scale: metric.unit === 'money' ? whole : 1 }, why: null };
};

/** A measure, or a measured outcome of the same days. */
const figureOf = (book: Book, ref: Ref, from: string, due: string): FigureName | null => {
  if (isMeasure(ref)) return FIGURE_OF[ref];
  const other = book.outcome.get(ref as OutcomeId);
  return other?.metric.kind === 'measured' && other.from === from && other.due === due ? FIGURE_OF[other.metric.measure] : null;
};
