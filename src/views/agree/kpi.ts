/** KPIs as they stand: within their corridor, below, above, or not known. */
import type { Corridor, Kpi } from '../../domain/strategy/kpi.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import type { KpiId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Behind } from '../home/home.ts';
import { corridorWords } from '../words/corridor.ts';
import { dayWords, tally } from '../words/format.ts';
import { openedBehind, type Opened } from '../words/opened.ts';
import { valueFull } from '../words/values.ts';

/** What the `kpis` operation says of one. */
export type KpiNow = {
  readonly id: KpiId;
  /** In the unit of its metric; null where it is not known. */
  readonly value: number | null;
  /** Why the value is null, as one sentence; null where there is a value. */
  readonly why: string | null;
  readonly asOf: Day;
  readonly behind: Behind;
  /** Where it stood before, oldest first, the present value last; a value is null where it is not known. */
  readonly trail: readonly { readonly on: Day; readonly value: number | null }[];
};
export type KpisNow = { readonly asOf: Day; readonly kpis: readonly KpiNow[] };

export type Health = 'healthy' | 'low' | 'high' | 'silent' | 'unknown';

/** A bound itself is still healthy. */
export const healthOf = ({ low, high }: Corridor, value: number | null): Health =>
  value === null ? 'unknown' : low !== null && value < low ? 'low' : high !== null && value > high ? 'high' : 'healthy';

/** The same as it is shown: a reported value older than what the KPI looks back over is silence, and silence is not green. */
export const healthShown = (kpi: Kpi, now: Pick<KpiNow, 'value' | 'asOf'> | null, today: Day): Health => {
  const health = healthOf(kpi, now?.value ?? null);
  const silent = kpi.metric.kind === 'reported' && now !== null && daysBetween(now.asOf, today) > kpi.overDays;
  return silent && health === 'healthy' ? 'silent' : health;
};

export const HEALTH_WORDS: { readonly [H in Health]: { readonly kind: 'on' | 'risk' | 'off' | 'unknown'; readonly text: string } } = {
  healthy: { kind: 'on', text: 'Healthy' },
  low: { kind: 'off', text: 'Below its corridor' },
  high: { kind: 'off', text: 'Above its corridor' },
  silent: { kind: 'risk', text: 'Silent too long' },
  unknown: { kind: 'unknown', text: 'Not known' },
};

/** A KPI, opened. */
export const openedKpi = (kpi: Kpi, now: KpiNow, currency: Currency | null, today: Day): Opened => {
  const { unit } = kpi.metric;
  const health = healthShown(kpi, now, today);
  return openedBehind(kpi.name, now.value === null ? 'Not known' : valueFull(now.value, unit, currency), now.behind, {
    tone: HEALTH_WORDS[health].kind === 'on' ? 'plain' : HEALTH_WORDS[health].kind,
    meaning:
      now.why ??
      `${HEALTH_WORDS[health].text}: it is healthy ${corridorWords(kpi, unit, currency)}. It looks back over ${tally(kpi.overDays, 'day')}.`,
    sure: kpi.metric.kind === 'reported' ? `Reported by a person on ${dayWords(now.asOf, today)}` : 'Counted, not estimated',
    more: [{ text: 'The KPI', href: `/agree/kpis/${kpi.id}` }],
  });
};
