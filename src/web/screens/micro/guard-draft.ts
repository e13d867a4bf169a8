/** A guardrail while it is written. Shares are percent here; money is whole minor units. */
import type { Counted, Guardrail, Measure } from '../../../domain/campaign/criteria.ts';

/**
 * hand: a share that a person tells at each look (opt-outs); facts: a share of the same cases, by touches of a kind that are loaded;
 * cost: money spent for each lead, opportunity or won deal, counted from the facts; other: one of another shape, written by another door.
 */
export type GuardDraft = { readonly key: number; readonly limit: number | null } & (
  | { readonly what: 'hand' | 'facts'; readonly name: string }
  | { readonly what: 'cost'; readonly each: Costly }
  | { readonly what: 'other'; readonly guardrail: Guardrail }
);
export type Costly = 'lead' | 'opportunity' | 'won';
type About = Pick<Measure, 'outOf'>;

export const MOST_GUARDS = 6;

/** The guardrails as they stand, each in fields where those can hold all of it. */
export const guardsOf = (guardrails: readonly Guardrail[], about: About): readonly GuardDraft[] =>
  guardrails.map((guardrail, key): GuardDraft => {
    const { measure, limit } = guardrail;
    const { kind, better, of, outOf } = measure;
    const percent = Number((limit * 100).toPrecision(12));
    const same = kind === 'share' && better === 'less';
    if (same && of.what === 'hand' && equal(outOf, casesByHand(about))) return { key, what: 'hand', name: of.name, limit: percent };
    if (same && of.what === 'touch' && equal(outOf, about.outOf)) return { key, what: 'facts', name: of.kind, limit: percent };
    if (kind === 'ratio' && better === 'less' && of.what === 'spend' && isCostly(outOf.what))
      return { key, what: 'cost', each: outOf.what, limit };
    return { key, what: 'other', guardrail, limit };
  });

/** What is still to be filled in; null where nothing is. */
export const missingInGuards = (guards: readonly GuardDraft[]): string | null => {
  for (const [n, guard] of guards.entries()) {
    const which = guards.length > 1 ? `guardrail ${n + 1}` : 'the guardrail';
    if ((guard.what === 'hand' || guard.what === 'facts') && guard.name.trim() === '') return `Fill in what ${which} counts`;
    if (guard.limit === null) return `Fill in the limit of ${which}, or remove it`;
  }
  return null;
};

/** The guardrail that the fields make; null while something is missing. */
export const guardrailOf = (guard: GuardDraft, about: About): Guardrail | null => {
  if (guard.limit === null) return null;
  const { limit } = guard;
  const share = (of: Counted, outOf: Counted): Guardrail => ({
    measure: { kind: 'share', better: 'less', of, outOf, relative: false },
    limit: Number((limit / 100).toPrecision(12)),
  });
  switch (guard.what) {
    case 'hand':
      return share({ what: 'hand', name: guard.name }, casesByHand(about));
    case 'facts':
      return share({ what: 'touch', kind: guard.name }, about.outOf);
    case 'cost':
      return { measure: { kind: 'ratio', better: 'less', of: { what: 'spend' }, outOf: { what: guard.each }, relative: false }, limit };
    case 'other':
      return guard.guardrail;
  }
};

const isCostly = (what: Counted['what']): what is Costly => what === 'lead' || what === 'opportunity' || what === 'won';
/** Out of the cases of the measure where those are told, too; else out of cases that are told beside it. */
const casesByHand = ({ outOf }: About): Counted => (outOf.what === 'hand' ? outOf : { what: 'hand', name: 'Cases' });
const equal = (a: Counted, b: Counted): boolean => JSON.stringify(a) === JSON.stringify(b);
