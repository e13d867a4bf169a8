/**
 * KPI: a number that is kept healthy, within a corridor. Not a key result: nobody promises to change it, and leaving the
 * corridor is what asks for attention.
 *
 * Its value is that of the last `overDays` days (a level, such as the open pipeline, stands on the day itself).
 * A corridor has a lower bound, an upper bound, or both; a bound itself is still healthy.
 */
import type { Day } from '../../kernel/day.ts';
import type { KpiId, NoteId, OutcomeId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, fresh, stands, text } from '../check.ts';
import type { CompanyBook } from '../company/company.ts';
import type { Decider } from '../decider.ts';
import type { CheckIn } from './check-in.ts';
import type { Readable } from './formula/names.ts';
import { inUnit, type Metric } from './metric.ts';
import { metricFits, type MetricRefusal } from './metric-fits.ts';

export type Corridor = { readonly low: number | null; readonly high: number | null };

export type Kpi = Corridor & {
  readonly id: KpiId;
  readonly name: string;
  readonly metric: Metric;
  readonly overDays: number;
  readonly owner: PersonId | null;
  readonly checkIns: readonly CheckIn[];
  readonly retired: { readonly why: NoteId } | null;
};

export type KpiCommand =
  | ({
      readonly type: 'kpi/set';
      readonly id: KpiId;
      readonly name: string;
      readonly metric: Metric;
      readonly overDays: number;
      readonly owner: PersonId | null;
    } & Corridor)
  | { readonly type: 'kpi/reword'; readonly id: KpiId; readonly name: string }
  | { readonly type: 'kpi/remeasure'; readonly id: KpiId; readonly metric: Metric; readonly overDays: number; readonly why: NoteId }
  | ({ readonly type: 'kpi/move-corridor'; readonly id: KpiId; readonly why: NoteId } & Corridor)
  | { readonly type: 'kpi/hand-over'; readonly id: KpiId; readonly owner: PersonId }
  | { readonly type: 'kpi/check-in'; readonly id: KpiId; readonly value: number; readonly on: Day; readonly note: NoteId | null }
  | { readonly type: 'kpi/retire'; readonly id: KpiId; readonly why: NoteId };

export type KpiEvent =
  | ({
      readonly type: 'kpi/set';
      readonly id: KpiId;
      readonly name: string;
      readonly metric: Metric;
      readonly overDays: number;
      readonly owner: PersonId | null;
    } & Corridor)
  | { readonly type: 'kpi/reworded'; readonly id: KpiId; readonly name: string }
  | { readonly type: 'kpi/remeasured'; readonly id: KpiId; readonly metric: Metric; readonly overDays: number; readonly why: NoteId }
  | ({ readonly type: 'kpi/corridor-moved'; readonly id: KpiId; readonly why: NoteId } & Corridor)
  | { readonly type: 'kpi/handed-over'; readonly id: KpiId; readonly owner: PersonId }
  | { readonly type: 'kpi/checked-in'; readonly id: KpiId; readonly value: number; readonly on: Day; readonly note: NoteId | null }
  | { readonly type: 'kpi/retired'; readonly id: KpiId; readonly why: NoteId };

export type KpiRefusal =
  | MetricRefusal
  | { readonly code: 'measured-not-reported'; readonly id: OutcomeId | KpiId }
  | { readonly code: 'corridor-empty' | 'corridor-upside-down' | 'over-days-out-of-range' | 'unit-stays' };

/** Outcomes and KPIs may read each other in formulas, so they share a book. */
export type KpiBook = CompanyBook & Readable;

const corridorHolds = (metric: Metric, { low, high }: Corridor): Result<null, KpiRefusal> => {
  if (low === null && high === null) return refuse({ code: 'corridor-empty' });
  const bounds = all(inUnit(metric, 'low', low ?? 0), inUnit(metric, 'high', high ?? 0));
  if (!bounds.ok) return bounds;
  return low !== null && high !== null && low >= high ? refuse({ code: 'corridor-upside-down' }) : ok(null);
};
const daysHold = (days: number): Result<null, KpiRefusal> =>
  Number.isInteger(days) && days >= 1 && days <= 1100 ? ok(null) : refuse({ code: 'over-days-out-of-range' });

export const kpi: Decider<KpiId, Kpi, KpiCommand, KpiEvent, KpiRefusal, KpiBook> = {
  keyOf: (message) => message.id,
  decide: {
    'kpi/set': (k, { id, name, metric, overDays, owner, low, high }, _, book) => {
      const checked = all(fresh('kpi', 'k', id, k), text('name', name, 120));
      if (!checked.ok) return checked;
      const fits = metricFits(book, metric, id);
      if (!fits.ok) return fits;
      const corridor = corridorHolds(metric, { low, high });
      if (!corridor.ok) return corridor;
      const days = daysHold(overDays);
      return days.ok ? ok([{ type: 'kpi/set', id, name: name.trim(), metric: fits.value, overDays, owner, low, high }]) : days;
    },
    'kpi/reword': (k, { id, name }) => {
      const checked = all(stands('kpi', id, k), text('name', name, 120));
      if (!checked.ok) return checked;
      return ok(k!.name === name.trim() ? [] : [{ type: 'kpi/reworded', id, name: name.trim() }]);
    },
    'kpi/remeasure': (k, { id, metric, overDays, why }, _, book) => {
      const checked = stands('kpi', id, k);
      if (!checked.ok) return checked;
      const fits = metricFits(book, metric, id);
      if (!fits.ok) return fits;
      if (metric.unit !== k!.metric.unit) return refuse({ code: 'unit-stays' });
      const days = daysHold(overDays);
      if (!days.ok) return days;
      const same = JSON.stringify(fits.value) === JSON.stringify(k!.metric) && overDays === k!.overDays;
      return ok(same ? [] : [{ type: 'kpi/remeasured', id, metric: fits.value, overDays, why }]);
    },
    'kpi/move-corridor': (k, { id, low, high, why }) => {
      const checked = stands('kpi', id, k);
      if (!checked.ok) return checked;
      const corridor = corridorHolds(k!.metric, { low, high });
      if (!corridor.ok) return corridor;
      return ok(k!.low === low && k!.high === high ? [] : [{ type: 'kpi/corridor-moved', id, low, high, why }]);
    },
    'kpi/hand-over': (k, { id, owner }) => {
      const checked = stands('kpi', id, k);
      if (!checked.ok) return checked;
      return ok(k!.owner === owner ? [] : [{ type: 'kpi/handed-over', id, owner }]);
    },
    'kpi/check-in': (k, { id, value, on, note }) => {
      const checked = all(stands('kpi', id, k), day('on', on));
      if (!checked.ok) return checked;
      if (k!.metric.kind !== 'reported') return refuse({ code: 'measured-not-reported', id });
      const fits = inUnit(k!.metric, 'value', value);
      return fits.ok ? ok([{ type: 'kpi/checked-in', id, value, on, note }]) : fits;
    },
    'kpi/retire': (k, { id, why }) => {
      const checked = stands('kpi', id, k);
      return checked.ok ? ok([{ type: 'kpi/retired', id, why }]) : checked;
    },
  },
  evolve: {
    'kpi/set': (_, { id, name, metric, overDays, owner, low, high }) => ({
      id,
      name,
      metric,
      overDays,
      owner,
      low,
      high,
      checkIns: [],
      retired: null,
    }),
    'kpi/reworded': (k, { name }) => ({ ...k!, name }),
    'kpi/remeasured': (k, { metric, overDays }) => ({ ...k!, metric, overDays }),
    'kpi/corridor-moved': (k, { low, high }) => ({ ...k!, low, high }),
    'kpi/handed-over': (k, { owner }) => ({ ...k!, owner }),
    'kpi/checked-in': (k, { value, on, note }, { by, at }) => ({ ...k!, checkIns: [...k!.checkIns, { value, on, note, by, at }] }),
    'kpi/retired': (k, { why }) => ({ ...k!, retired: { why } }),
  },
};
