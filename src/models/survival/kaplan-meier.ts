/**
 * Kaplan–Meier: the share still without the event after so many days, with those still open counted as "not yet".
 *
 * In    spells        event 1 counts; any other ends the watching (for "lost" that is right only where a loss says nothing
 *                     about the event: else aalen-johansen.ts)
 *       confidence    of the intervals, in (0, 1)
 * Out   one point per day on which anything ended, ascending
 *       survival      share still without, in [0, 1]; 1 minus it is the share that came
 *       variance      Greenwood's, of survival;  logError  standard error of ln survival (Greenwood), ∞ once survival is 0
 *       hazard        Nelson–Aalen: cumulated hazard Σ d/n, and its standard error √Σ d/n²
 * intervalAt      plain (S ± z·se), log, or log-log; null where the scale has none (log-log at survival 1 and 0; any at 0 but plain)
 * quantileOf      first day by which a share p has come (R's rule: where the curve lies level at 1 − p, the middle of the level);
 *                 null where the curve does not get there; its interval by inverting the intervals of the curve
 * restrictedMean  mean days without the event up to a horizon (default: last day), with Greenwood's standard error
 *
 * Refuses (RangeError) what riskTable refuses; an empty list gives an empty curve.
 *
 * Source: Kaplan & Meier, JASA 53 (1958) 457–481, doi:10.1080/01621459.1958.10501452; Greenwood 1926; Brookmeyer & Crowley,
 *   Biometrics 38 (1982) 29–41, doi:10.2307/2530286; Aalen, Annals of Statistics 6 (1978) 701–726, doi:10.1214/aos/1176344247.
 * Checked against: R survival 3.5.3 (vectors/survival_lung, _gehan, _synthetic600, _delayed_entry), 1e-10.
 */
import { normalQuantile } from '../normal.ts';
import { riskTable, type Spell } from './spell.ts';

export type SurvivalPoint = {
  readonly day: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
  readonly variance: number;
  readonly logError: number;
  readonly hazard: number;
  readonly hazardError: number;
};

export const kaplanMeier = (spells: readonly Spell[]): SurvivalPoint[] => {
  let survival = 1;
  let greenwood = 0;
  let hazard = 0;
  let hazardVariance = 0;
  const causes = spells.reduce((most, { event }) => Math.max(most, event), 1);
  return riskTable(spells, causes).map(({ day, atRisk, events: by, censored: open }) => {
    const events = by[0]!;
    const censored = by.reduce((sum, n) => sum + n, open) - events;
    if (events > 0) {
      survival = events === atRisk ? 0 : survival * (1 - events / atRisk);
      greenwood += events / (atRisk * (atRisk - events));
      hazard += events / atRisk;
      hazardVariance += events / (atRisk * atRisk);
    }
    const variance = survival === 0 ? 0 : survival * survival * greenwood;
    const [logError, hazardError] = [Math.sqrt(greenwood), Math.sqrt(hazardVariance)];
    return { day, atRisk, events, censored, survival, variance, logError, hazard, hazardError };
  });
};

export type Scale = 'plain' | 'log' | 'log-log';
export type Bounds = { readonly low: number; readonly high: number };

export const intervalAt = (
  { survival, logError }: Pick<SurvivalPoint, 'survival' | 'logError'>,
  scale: Scale,
  confidence: number,
): Bounds | null => {
  const z = normalQuantile((1 + confidence) / 2);
  if (survival === 0) return null;
  if (scale === 'plain') {
    const half = z * survival * logError;
    return { low: Math.max(0, survival - half), high: Math.min(1, survival + half) };
  }
  if (scale === 'log') return { low: survival * Math.exp(-z * logError), high: Math.min(1, survival * Math.exp(z * logError)) };
  if (survival === 1) return null;
  const minusLog = -Math.log(survival);
  const spread = (z * logError) / minusLog;
  return { low: Math.exp(-minusLog * Math.exp(spread)), high: Math.exp(-minusLog * Math.exp(-spread)) };
};

export type DayQuantile = { readonly day: number | null; readonly low: number | null; readonly high: number | null };

/** The day by which a share p has come, with its interval on a scale; each null where the data do not get there. */
export const quantileOf = (curve: readonly SurvivalPoint[], p: number, scale: Scale, confidence: number): DayQuantile => {
  const bounds = curve.map((point) => intervalAt(point, scale, confidence));
  return {
    day: crossing(
      curve,
      curve.map(({ survival }) => survival),
      p,
    ),
    low: crossing(
      curve,
      bounds.map((b) => b?.low ?? null),
      p,
    ),
    high: crossing(
      curve,
      bounds.map((b) => b?.high ?? null),
      p,
    ),
  };
};

const FUZZ = 1e-9;

/**
 * The day at which a curve first lies at or below 1 − p; the middle of the level where it lies on it. Bounds under delayed
 * entry may rise again: of the points below the level the nearest to it counts, as in R.
 */
const crossing = (curve: readonly SurvivalPoint[], values: readonly (number | null)[], p: number): number | null => {
  const level = 1 - p;
  const falling = curve
    .flatMap(({ day }, i) => (values[i] === null || values[i]! > level + FUZZ ? [] : [{ day, value: values[i]! }]))
    .toSorted((a, b) => b.value - a.value || a.day - b.day);
  const first = falling[0];
  if (!first) return null;
  if (first.value < level - FUZZ) return first.day;
  const leaves = falling.find(({ value }) => value < level - FUZZ);
  return leaves ? (first.day + leaves.day) / 2 : first.day;
};

export type RestrictedMean = { readonly days: number; readonly error: number; readonly horizon: number };

/** Mean days without the event up to `horizon`; null for an empty curve. */
export const restrictedMean = (curve: readonly SurvivalPoint[], horizon?: number): RestrictedMean | null => {
  if (curve.length === 0) return null;
  const end = horizon ?? curve.at(-1)!.day;
  // Area under the curve from each step to the end, last first.
  const within = curve.filter(({ day }) => day < end || (day === end && horizon === undefined));
  let area = 0;
  let variance = 0;
  let until = end;
  for (const { day, survival, events, atRisk } of within.toReversed()) {
    area += survival * (until - day);
    until = day;
    if (atRisk > events) variance += (events / (atRisk * (atRisk - events))) * area * area;
  }
  return { days: area + until, error: Math.sqrt(variance), horizon: end };
};
