/** What has to hold of success criteria before they are written down, and of a look before it is told. */
import type { Day } from '../../kernel/day.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, oneOf, text, type Basic } from '../check.ts';
import { notJudged, type NotJudged } from './judged.ts';
import type { Arm, Counted, Criteria, Guardrail, Measure, Variant } from './criteria.ts';

export type CriteriaRefusal =
  | Basic
  | { readonly code: 'thresholds-crossed'; readonly better: Measure['better']; readonly scale: number; readonly abort: number }
  | {
      readonly code: 'not-a-threshold';
      readonly field: 'scale' | 'abort' | 'limit';
      readonly kind: Measure['kind'];
      readonly relative: boolean;
      readonly found: number;
    }
  | { readonly code: 'hand-and-facts' }
  | { readonly code: 'cannot-be-judged'; readonly why: NotJudged }
  | { readonly code: 'relative-needs-variants' }
  | { readonly code: 'too-many-guardrails'; readonly most: number }
  | { readonly code: 'deadline-before-start'; readonly deadline: Day; readonly start: Day };

type Held = Result<null, CriteriaRefusal>;

export const COUNTED: readonly Counted['what'][] = ['hand', 'touch', 'stage', 'lead', 'opportunity', 'won', 'revenue', 'spend'];
const KINDS: readonly Measure['kind'][] = ['share', 'count', 'mean', 'ratio'];
const MOST_GUARDRAILS = 6;

const countedHolds = (field: string, c: Counted): Result<null, Basic> => {
  if (c.what === 'hand') return text(field, c.name, 120);
  if (c.what === 'touch') return text(field, c.kind, 120);
  return c.what === 'stage' ? text(field, c.stage, 80) : oneOf(field, c.what, COUNTED);
};
const measureHolds = (m: Measure, variants: number): Held => {
  const checked = all(
    oneOf('kind', m.kind, KINDS),
    oneOf('better', m.better, ['more', 'less']),
    countedHolds('of', m.of),
    countedHolds('outOf', m.outOf),
  );
  if (!checked.ok) return checked;
  if ((m.of.what === 'hand') !== (m.outOf.what === 'hand')) return refuse({ code: 'hand-and-facts' });
  const why = notJudged(m, variants);
  return why === null ? ok(null) : refuse({ code: 'cannot-be-judged', why });
};

/** A level of a share lies between nothing and all; of the others it is above 0. A difference may lie on either side of 0. */
const thresholdHolds = (field: 'scale' | 'abort' | 'limit', { kind, relative }: Measure, found: number): Held => {
  const fine = relative ? found > -1 && found < 100 : kind === 'share' ? found > 0 && found < 1 : found > 0;
  return Number.isFinite(found) && fine ? ok(null) : refuse({ code: 'not-a-threshold', field, kind, relative, found });
};
const guardrailHolds = ({ measure, limit }: Guardrail, variants: number): Held => {
  const holds = measureHolds(measure, variants);
  if (!holds.ok) return holds;
  return measure.relative ? refuse({ code: 'relative-needs-variants' }) : thresholdHolds('limit', measure, limit);
};

/** Criteria that can be judged by: thresholds on the right sides, enough evidence asked for, an error that is one. */
export const criteriaHold = (c: Criteria, start: Day, variants: readonly Variant[]): Held => {
  const basic = all(
    day('deadline', c.deadline),
    Number.isSafeInteger(c.minimum) && c.minimum >= 1 ? ok(null) : refuse({ code: 'not-a-number', field: 'minimum' }),
    c.error > 0 && c.error < 0.5 ? ok(null) : refuse({ code: 'not-a-number', field: 'error' }),
  );
  if (!basic.ok) return basic;
  if (c.guardrails.length > MOST_GUARDRAILS) return refuse({ code: 'too-many-guardrails', most: MOST_GUARDRAILS });
  for (const holds of [
    measureHolds(c.measure, variants.length),
    thresholdHolds('scale', c.measure, c.scale),
    thresholdHolds('abort', c.measure, c.abort),
    ...c.guardrails.map((guardrail) => guardrailHolds(guardrail, variants.length)),
  ])
    if (!holds.ok) return holds;
  const { better, relative } = c.measure;
  if (relative && variants.length < 2) return refuse({ code: 'relative-needs-variants' });
  if (better === 'more' ? c.abort > c.scale : c.abort < c.scale)
    return refuse({ code: 'thresholds-crossed', better, scale: c.scale, abort: c.abort });
  return c.deadline < start ? refuse({ code: 'deadline-before-start', deadline: c.deadline, start }) : ok(null);
};

const counted = (c: Counted): Counted => {
  if (c.what === 'hand') return { what: 'hand', name: c.name.trim() };
  if (c.what === 'touch') return { what: 'touch', kind: c.kind.trim() };
  return c.what === 'stage' ? { what: 'stage', stage: c.stage.trim() } : { what: c.what };
};
const measure = ({ kind, better, of, outOf, relative }: Measure): Measure => ({
  kind,
  better,
  of: counted(of),
  outOf: counted(outOf),
  relative,
});
/** Field by field in one order: what is frozen is exactly this, and two that say the same compare as equal. */
export const asWritten = (c: Criteria): Criteria => ({
  measure: measure(c.measure),
  scale: c.scale,
  abort: c.abort,
  minimum: c.minimum,
  deadline: c.deadline,
  error: c.error,
  guardrails: c.guardrails.map((g) => ({ measure: measure(g.measure), limit: g.limit })),
});

/** True where people tell what was seen; false where it is counted from facts. */
export const isByHand = (m: Measure): boolean => m.of.what === 'hand';

/** The sums that a kind of measure needs of an arm, and no others. */
export const armHolds = (kind: Measure['kind'], a: Arm): Result<null, Basic> => {
  const squares = kind === 'mean' || kind === 'ratio';
  const both = kind === 'ratio';
  const here = (field: string, value: number | null, needed: boolean): Result<null, Basic> =>
    needed === (value !== null && Number.isFinite(value)) && (needed || value === null)
      ? ok(null)
      : refuse({ code: 'not-a-number', field });
  const cases = Number.isFinite(a.n) && a.n >= 0 && (kind === 'count' || Number.isSafeInteger(a.n));
  const hits = kind === 'share' ? Number.isSafeInteger(a.of) && a.of >= 0 && a.of <= a.n : Number.isFinite(a.of);
  return all(
    cases ? ok(null) : refuse({ code: 'not-a-number', field: 'cases' }),
    hits && (kind !== 'count' || (Number.isSafeInteger(a.of) && a.of >= 0)) ? ok(null) : refuse({ code: 'not-a-number', field: 'hits' }),
    here('squares', a.ofSquares, squares),
    here('amount below', a.outOf, both),
    here('squares below', a.outOfSquares, both),
    here('products', a.products, both),
  );
};
