/** Criteria while they are written: what fields hold, and the criteria they make. Shares and errors are percent here. */

import type { Counted, Criteria, Measure } from '../../../domain/campaign/criteria.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { exponentOf, type Currency } from '../../../kernel/money.ts';
import { guardrailOf, guardsOf, missingInGuards, type GuardDraft } from './guard-draft.ts';

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
  readonly guards: readonly GuardDraft[];
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
      guards: [],
    };
  const { kind, better, of, outOf, relative } = c.measure;
  const factor = factorOf(c.measure, currency);
  const shown = (value: number): number => typed(value * factor);
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
    error: typed(c.error * 100),
    guards: guardsOf(c.guardrails, c.measure),
  };
};
/** Every digit that was given, without what binary fractions add. */
const typed = (value: number): number => Number(value.toPrecision(12));

/** What is still to be filled in; null where nothing is. */
export const missingIn = (d: CriteriaDraft): string | null => {
  if (d.scale === null || d.abort === null) return 'Fill in both thresholds';
  if (d.minimum === null) return 'Fill in the least number of cases';
  if (d.error === null) return 'Fill in how often we accept to be wrong';
  return missingInGuards(d.guards);
};

/** The criteria that the fields make; null while something is missing. */
export const criteriaOf = (d: CriteriaDraft, currency: Currency | null): Criteria | null => {
  const { kind, better, of, outOf, relative, scale, abort, minimum, deadline, error } = d;
  const guardrails = d.guards.map((guard) => guardrailOf(guard, d));
  if (scale === null || abort === null || minimum === null || error === null || !guardrails.every((one) => one !== null)) return null;
  const factor = factorOf(d, currency);
  const kept = (value: number): number => (asMoney(d) ? Math.round(value / factor) : typed(value / factor));
  return {
    measure: { kind, better, of, outOf, relative },
    scale: kept(scale),
    abort: kept(abort),
    minimum,
    deadline,
    error: typed(error / 100),
    guardrails,
  };
};
