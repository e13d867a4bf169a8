/** Criteria while they are written: what fields hold, and the criteria they make. Shares and errors are percent here. */

import type { Counted, Criteria, Guardrail, Measure } from '../../../domain/campaign/criteria.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { exponentOf, type Currency } from '../../../kernel/money.ts';

export type Costly = 'lead' | 'opportunity' | 'won';
export type CriteriaDraft = {
  readonly kind: Measure['kind'];
  readonly better: Measure['better'];
  readonly of: Counted;
  readonly outOf: Counted;
  readonly relative: boolean;
  readonly scale: number | null;
  readonly abort: number | null;
  readonly minimum: number | null;
  readonly deadline: Day;
  readonly error: number | null;
  /** A second measure by hand that must stay under a share: opt-outs. */
  readonly guard: { readonly name: string; readonly limit: number | null } | null;
  /** What one lead, opportunity or won deal may cost, in whole minor units; spend and cases are counted from facts. */
  readonly cost: { readonly each: Costly; readonly limit: number | null } | null;
  /** Guardrails that were written elsewhere and stay. */
  readonly kept: readonly Guardrail[];
};

/** Shares are typed as percent, and so are differences relative to the first variant. */
export const asPercent = ({ kind, relative }: Pick<CriteriaDraft, 'kind' | 'relative'>): boolean => kind === 'share' || relative;

/** Money is typed as people write it and kept in minor units; one amount of money over another has no unit. */
export const asMoney = ({ kind, relative, of, outOf }: Pick<CriteriaDraft, 'kind' | 'relative' | 'of' | 'outOf'>): boolean =>
  !asPercent({ kind, relative }) && isMoney(of) && !(kind === 'ratio' && isMoney(outOf));
const isMoney = ({ what }: Counted): boolean => what === 'revenue' || what === 'spend';

type Typed = Pick<CriteriaDraft, 'kind' | 'relative' | 'of' | 'outOf'>;
/** What is typed for each unit that is kept. */
const factorOf = (of: Typed, currency: Currency | null): number => (asPercent(of) ? 100 : asMoney(of) ? 10 ** -exponentOf(currency) : 1);

export const draftOf = (c: Criteria | null, from: Day, currency: Currency | null): CriteriaDraft => {
  if (!c)
    return {
      kind: 'share',
      better: 'more',
      of: { what: 'hand', name: 'Replies that ask for something' },
      outOf: { what: 'hand', name: 'Messages sent' },
      relative: false,
      scale: 8,
      abort: 5,
      minimum: 150,
      deadline: addDays(from, 28),
      error: 10,
      guard: null,
      cost: null,
      kept: [],
    };
  const { kind, better, of, outOf, relative } = c.measure;
  const factor = factorOf(c.measure, currency);
  const shown = (value: number): number => Math.round(value * factor * 1e6) / 1e6;
  const simple = c.guardrails.find(({ measure }) => measure.kind === 'share' && measure.better === 'less' && measure.of.what === 'hand');
  const cost = c.guardrails.find(({ measure }) => measure.kind === 'ratio' && measure.of.what === 'spend' && isCostly(measure.outOf));
  return {
    kind,
    better,
    of,
    outOf,
    relative,
    scale: shown(c.scale),
    abort: shown(c.abort),
    minimum: c.minimum,
    deadline: c.deadline,
    error: Math.round(c.error * 1e4) / 100,
    guard: simple?.measure.of.what === 'hand' ? { name: simple.measure.of.name, limit: simple.limit * 100 } : null,
    cost: cost ? { each: cost.measure.outOf.what as Costly, limit: cost.limit } : null,
    kept: c.guardrails.filter((one) => one !== simple && one !== cost),
  };
};
const isCostly = ({ what }: Counted): boolean => what === 'lead' || what === 'opportunity' || what === 'won';

/** The criteria that the fields make; null while something is missing. */
export const criteriaOf = (d: CriteriaDraft, currency: Currency | null): Criteria | null => {
  if (d.scale === null || d.abort === null || d.minimum === null || d.error === null) return null;
  const factor = factorOf(d, currency);
  const kept = (typed: number): number => (asMoney(d) ? Math.round(typed / factor) : typed / factor);
  const cost: Guardrail[] =
    d.cost && d.cost.limit !== null
      ? [
          {
            measure: { kind: 'ratio', better: 'less', of: { what: 'spend' }, outOf: { what: d.cost.each }, relative: false },
            limit: d.cost.limit,
          },
        ]
      : [];
  const guard: Guardrail[] =
    d.guard && d.guard.limit !== null
      ? [
          {
            measure: { kind: 'share', better: 'less', of: { what: 'hand', name: d.guard.name }, outOf: handed(d.outOf), relative: false },
            limit: d.guard.limit / 100,
          },
        ]
      : [];
  return {
    measure: { kind: d.kind, better: d.better, of: d.of, outOf: d.outOf, relative: d.relative },
    scale: kept(d.scale),
    abort: kept(d.abort),
    minimum: d.minimum,
    deadline: d.deadline,
    error: d.error / 100,
    guardrails: [...guard, ...cost, ...d.kept],
  };
};
const handed = (counted: Counted): Counted => (counted.what === 'hand' ? counted : { what: 'hand', name: 'Cases' });
