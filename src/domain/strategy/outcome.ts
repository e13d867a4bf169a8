/**
 * Outcome: a change one can measure: metric, baseline, target, due date, owner.
 *
 * Values stand in the unit of the metric: whole minor units of the company's currency for money,
 * plain counts, or percent (0 to 100). A measured metric is computed from the facts in
 * [from, due]; a reported one is checked in by a person. An agreed target moves only through its
 * Guidepoint (see guards.ts).
 */
import type { Day } from '../../kernel/day.ts';
import type { NoteId, ObjectiveId, OutcomeId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { all, amount, day, fresh, minor, oneOf, span, stands, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { ObjectiveBook } from './objective.ts';

export type Measure = 'won-revenue' | 'open-pipeline' | 'opportunities-opened';
export type Unit = 'money' | 'count' | 'percent';
export type Metric =
  | { readonly kind: 'measured'; readonly measure: Measure; readonly unit: Unit }
  | { readonly kind: 'reported'; readonly unit: Unit };

/** The unit each built-in measure is counted in. */
export const MEASURES: { readonly [M in Measure]: Unit } = {
  'won-revenue': 'money',
  'open-pipeline': 'money',
  'opportunities-opened': 'count',
};

export type CheckIn = {
  readonly value: number;
  readonly on: Day;
  readonly by: PersonId;
  readonly at: Instant;
  readonly note: NoteId | null;
};

/** What is agreed about an outcome; the part a Guidepoint freezes. */
export type Terms = {
  readonly name: string;
  readonly metric: Metric;
  readonly from: Day;
  readonly due: Day;
  readonly baseline: number | null;
  readonly target: number;
};

export type Outcome = Terms & {
  readonly id: OutcomeId;
  readonly objective: ObjectiveId;
  readonly owner: PersonId | null;
  readonly checkIns: readonly CheckIn[];
  readonly retired: { readonly why: NoteId } | null;
};

export type OutcomeCommand =
  | ({ readonly type: 'outcome/add'; readonly id: OutcomeId; readonly objective: ObjectiveId; readonly owner: PersonId | null } & Terms)
  | { readonly type: 'outcome/reword'; readonly id: OutcomeId; readonly name: string }
  | { readonly type: 'outcome/move-target'; readonly id: OutcomeId; readonly target: number; readonly due: Day; readonly why: NoteId }
  | { readonly type: 'outcome/correct-baseline'; readonly id: OutcomeId; readonly baseline: number; readonly why: NoteId }
  | { readonly type: 'outcome/hand-over'; readonly id: OutcomeId; readonly owner: PersonId }
  | { readonly type: 'outcome/link'; readonly id: OutcomeId; readonly objective: ObjectiveId }
  | { readonly type: 'outcome/check-in'; readonly id: OutcomeId; readonly value: number; readonly on: Day; readonly note: NoteId | null }
  | { readonly type: 'outcome/retire'; readonly id: OutcomeId; readonly why: NoteId };

/** `why` is null where the Guidepoint's change says why. */
export type TargetMoved = {
  readonly type: 'outcome/target-moved';
  readonly id: OutcomeId;
  readonly target: number;
  readonly due: Day;
  readonly why: NoteId | null;
};
export type OutcomeEvent =
  | ({ readonly type: 'outcome/added'; readonly id: OutcomeId; readonly objective: ObjectiveId; readonly owner: PersonId | null } & Terms)
  | { readonly type: 'outcome/reworded'; readonly id: OutcomeId; readonly name: string }
  | TargetMoved
  | { readonly type: 'outcome/baseline-corrected'; readonly id: OutcomeId; readonly baseline: number; readonly why: NoteId }
  | { readonly type: 'outcome/handed-over'; readonly id: OutcomeId; readonly owner: PersonId }
  | { readonly type: 'outcome/linked'; readonly id: OutcomeId; readonly objective: ObjectiveId }
  | { readonly type: 'outcome/checked-in'; readonly id: OutcomeId; readonly value: number; readonly on: Day; readonly note: NoteId | null }
  | { readonly type: 'outcome/retired'; readonly id: OutcomeId; readonly why: NoteId };

export type OutcomeRefusal =
  | Basic
  | { readonly code: 'measured-not-reported'; readonly id: OutcomeId }
  | { readonly code: 'target-is-baseline' }
  | { readonly code: 'money-without-currency' };

export type OutcomeBook = ObjectiveBook & { readonly outcome: ReadonlyMap<OutcomeId, Outcome> };

const metricFits = (metric: Metric): Result<null, OutcomeRefusal> =>
  metric.kind === 'reported'
    ? oneOf('unit', metric.unit, ['money', 'count', 'percent'])
    : all(oneOf('measure', metric.measure, Object.keys(MEASURES)), oneOf('unit', metric.unit, [MEASURES[metric.measure] ?? 'count']));

/** A value that can stand in the unit of a metric: 0 or more, and whole minor units where it is money. */
export const inUnit = (metric: Metric, field: string, value: number): Result<null, Basic> =>
  metric.unit === 'money' ? minor(field, value) : amount(field, value);

export const outcome: Decider<OutcomeId, Outcome, OutcomeCommand, OutcomeEvent, OutcomeRefusal, OutcomeBook> = {
  keyOf: (message) => message.id,
  decide: {
    'outcome/add': (o, { id, objective, owner, name, metric, from, due, baseline, target }, _, book) => {
      const checked = all(
        fresh('outcome', 'u', id, o),
        stands('objective', objective, book.objective.get(objective)),
        text('name', name, 120),
        span(from, due),
        inUnit(metric, 'target', target),
        inUnit(metric, 'baseline', baseline ?? 0),
      );
      if (!checked.ok) return checked;
      const fits = metricFits(metric);
      if (!fits.ok) return fits;
      if (target === baseline) return refuse({ code: 'target-is-baseline' });
      if (metric.unit === 'money' && book.company.get('company')?.currency === null) return refuse({ code: 'money-without-currency' });
      return ok([{ type: 'outcome/added', id, objective, owner, name: name.trim(), metric, from, due, baseline, target }]);
    },
    'outcome/reword': (o, { id, name }) => {
      const checked = all(stands('outcome', id, o), text('name', name, 120));
      if (!checked.ok) return checked;
      return ok(o!.name === name.trim() ? [] : [{ type: 'outcome/reworded', id, name: name.trim() }]);
    },
    'outcome/move-target': (o, { id, target, due, why }) => {
      const checked = stands('outcome', id, o);
      if (!checked.ok) return checked;
      const fits = all(inUnit(o!.metric, 'target', target), day('due', due), span(o!.from, due));
      if (!fits.ok) return fits;
      if (target === o!.baseline) return refuse({ code: 'target-is-baseline' });
      return ok(o!.target === target && o!.due === due ? [] : [{ type: 'outcome/target-moved', id, target, due, why }]);
    },
    'outcome/correct-baseline': (o, { id, baseline, why }) => {
      const checked = stands('outcome', id, o);
      if (!checked.ok) return checked;
      const fits = inUnit(o!.metric, 'baseline', baseline);
      if (!fits.ok) return fits;
      if (baseline === o!.target) return refuse({ code: 'target-is-baseline' });
      return ok(o!.baseline === baseline ? [] : [{ type: 'outcome/baseline-corrected', id, baseline, why }]);
    },
    'outcome/hand-over': (o, { id, owner }) => {
      const checked = stands('outcome', id, o);
      if (!checked.ok) return checked;
      return ok(o!.owner === owner ? [] : [{ type: 'outcome/handed-over', id, owner }]);
    },
    'outcome/link': (o, { id, objective }, _, book) => {
      const checked = all(stands('outcome', id, o), stands('objective', objective, book.objective.get(objective)));
      if (!checked.ok) return checked;
      return ok(o!.objective === objective ? [] : [{ type: 'outcome/linked', id, objective }]);
    },
    'outcome/check-in': (o, { id, value, on, note }) => {
      const checked = all(stands('outcome', id, o), day('on', on));
      if (!checked.ok) return checked;
      const fits = inUnit(o!.metric, 'value', value);
      if (!fits.ok) return fits;
      if (o!.metric.kind !== 'reported') return refuse({ code: 'measured-not-reported', id });
      return ok([{ type: 'outcome/checked-in', id, value, on, note }]);
    },
    'outcome/retire': (o, { id, why }) => {
      const checked = stands('outcome', id, o);
      return checked.ok ? ok([{ type: 'outcome/retired', id, why }]) : checked;
    },
  },
  evolve: {
    'outcome/added': (_, { id, objective, owner, name, metric, from, due, baseline, target }) => ({
      id,
      objective,
      owner,
      name,
      metric,
      from,
      due,
      baseline,
      target,
      checkIns: [],
      retired: null,
    }),
    'outcome/reworded': (o, { name }) => ({ ...o!, name }),
    'outcome/target-moved': (o, { target, due }) => ({ ...o!, target, due }),
    'outcome/baseline-corrected': (o, { baseline }) => ({ ...o!, baseline }),
    'outcome/handed-over': (o, { owner }) => ({ ...o!, owner }),
    'outcome/linked': (o, { objective }) => ({ ...o!, objective }),
    'outcome/checked-in': (o, { value, on, note }, { by, at }) => ({ ...o!, checkIns: [...o!.checkIns, { value, on, note, by, at }] }),
    'outcome/retired': (o, { why }) => ({ ...o!, retired: { why } }),
  },
};

/** The latest value checked in for a day not after `asOf`; null when nobody has said anything yet. */
export const reportedValue = (o: Outcome, asOf: Day): CheckIn | null =>
  o.checkIns.filter((c) => c.on <= asOf).reduce<CheckIn | null>((best, c) => (best === null || c.on >= best.on ? c : best), null);
