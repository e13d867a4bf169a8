/**
 * Curves: of several groups of counted spells, what has come by when, what is still to come, and how sure that is.
 *
 * In    all, groups   spells: event 1 came, 2 ended otherwise, 0 is open; days are differences of local dates
 *       recent        how many began and came in the last RECENT days, for the pace
 *       confidence    of every interval
 *       horizon       days the curves are drawn over; null: as far as they reach, in steps of 30
 * Out   for all and each group
 *       stands    own       fitted alone: OWN_EVENTS came or more, or there is nobody to lean on
 *                 leans     enough to draw, few enough to lean on the other groups (pool.ts)
 *                 borrowed  too few to draw (enough.ts): no curve; what it says is the groups' common curve, widely bounded
 *                 null      nothing came anywhere: nothing can be said
 *       ever, half, by90   share that ever comes, day by which half of those have, share that came within 90 days
 *       points    observed share (Kaplan–Meier; Aalen–Johansen where some ended otherwise) to the last day on which WATCHED or more
 *                 were at risk, then null; share by the fit; its interval. Beyond the observed part `share` goes on from it by the
 *                 chance that one still open comes (fit.ts)
 *       ticks     days beyond which a tenth, two tenths … of the open ones have not been watched
 *       wait      days until there is enough to draw, at the recent pace; 0 there is; null never
 *
 * Checked against: the parts it is made of; coverage over 200 invented companies (bench/lag-truth.bench.ts).
 */
import type { Estimate } from '../../kernel/answer.ts';
import { aalenJohansen } from '../survival/aalen-johansen.ts';
import type { Spell } from '../survival/spell.ts';
import { fitCure, type Compared, type CureFit } from './cure.ts';
import { daysToEnough, isEnough } from './enough.ts';
import { conditionalWin, halfDays, shareBy, type LagFit } from './fit.ts';
import { intervalOf, neverInterval, type Chosen } from './interval.ts';
import { plateau, type Plateau } from './plateau.ts';
import { pool } from './pool.ts';

export const RECENT = 182;
/** From this many on, a group's own events outweigh what it could learn from others. */
export const OWN_EVENTS = 30;
const WATCHED = 5;
const STEPS = 80;
const NOTHING_YET = 1e-4;

export type Group = { readonly spells: readonly Spell[]; readonly recent: { readonly n: number; readonly events: number } };
export type CurvesInput = {
  readonly all: Group;
  readonly groups: readonly Group[];
  readonly confidence: number;
  readonly horizon: number | null;
};

export type CurvePoint = {
  readonly day: number;
  readonly observed: number | null;
  readonly share: number;
  readonly low: number;
  readonly high: number;
};
export type Curve = {
  readonly n: number;
  readonly events: number;
  readonly losses: number;
  readonly stands: 'own' | 'leans' | 'borrowed' | null;
  readonly fit: LagFit | null;
  readonly compared: readonly Compared[];
  readonly ever: Estimate | null;
  readonly half: Estimate | null;
  readonly by90: Estimate | null;
  readonly plateau: Plateau | null;
  readonly watched: number;
  readonly points: readonly CurvePoint[];
  readonly ticks: readonly number[];
  readonly wait: number | null;
};
export type Curves = { readonly all: Curve; readonly groups: readonly Curve[]; readonly horizon: number };

export const curvesOf = ({ all, groups, confidence, horizon: asked }: CurvesInput, fitted: typeof fitsOf = fitsOf): Curves => {
  const drawn = [all, ...groups].filter((group) => isEnough(evidence(group.spells)));
  const { n, events } = evidence(all.spells);
  const rate = events / Math.max(1, n);
  const fits = fitted(
    all.spells,
    groups.map(({ spells }) => spells),
  );
  const stands = (group: Group, own: boolean, fit: Chosen | null): Curve['stands'] =>
    fit === null ? null : !isEnough(evidence(group.spells)) ? 'borrowed' : own ? 'own' : 'leans';
  const first = { stands: stands(all, true, fits.all), fit: fits.all };
  const known = groups.map((group, i): Known => ({ stands: stands(group, fits.own[i]!, fits.groups[i]!), fit: fits.groups[i]! }));
  const horizon = asked ?? horizonOf(drawn, [first, ...known]);
  return {
    all: curveOf(all, first, confidence, horizon, rate),
    groups: groups.map((group, i) => curveOf(group, known[i]!, confidence, horizon, rate)),
    horizon,
  };
};

type Known = { readonly stands: Curve['stands']; readonly fit: Chosen | null };
export type Fits = { readonly all: CureFit | null; readonly groups: readonly (Chosen | null)[]; readonly own: readonly boolean[] };

/** The fit of all, and of each group: alone where OWN_EVENTS came (or there is nobody to lean on), else leaning on the others. */
export const fitsOf = (all: readonly Spell[], groups: readonly (readonly Spell[])[]): Fits => {
  const whole = fitCure(all);
  const leaning = whole && groups.length > 1 ? leaningFits(groups, whole) : null;
  const alone = groups.map((spells, i) => {
    const { n, events } = evidence(spells);
    return isEnough({ n, events }) && (events >= OWN_EVENTS || !leaning?.[i]) ? fitCure(spells) : null;
  });
  return { all: whole, groups: groups.map((_, i) => alone[i] ?? leaning?.[i] ?? whole), own: alone.map((fit) => fit !== null) };
};

const evidence = (spells: readonly Spell[]): { n: number; events: number; losses: number } => {
  const count = (event: number): number => spells.reduce((sum, s) => (s.event === event ? sum + s.n : sum), 0);
  return { n: spells.reduce((sum, s) => sum + s.n, 0), events: count(1), losses: count(2) };
};

/** Fits that lean on each other: in the best family that has a share that never comes. Null where there is none. */
const leaningFits = (groups: readonly (readonly Spell[])[], whole: CureFit): readonly Chosen[] | null => {
  const best = whole.compared.find(({ converged, maximum }) => converged && maximum.shape.never && maximum.covariance);
  return best ? pool(groups, best).groups : null;
};

const curveOf = (group: Group, { stands, fit }: Known, confidence: number, horizon: number, rate: number): Curve => {
  const { n, events, losses } = evidence(group.spells);
  const table = aalenJohansen(group.spells, 2);
  const watched = table.findLast(({ atRisk }) => atRisk >= WATCHED)?.day ?? 0;
  const ever =
    fit &&
    (stands === 'own' ? turned(neverInterval(group.spells, fit, confidence)) : intervalOf(fit, (f) => 1 - f.never, 'logit', confidence));
  const drawn = stands === 'own' || stands === 'leans';
  return {
    n,
    events,
    losses,
    stands,
    fit: fit && { timing: fit.timing, never: fit.never, edge: fit.edge, come: fit.come, lost: fit.lost },
    compared: fit
      ? fit.compared.map(({ family, logLikelihood, parameters, aic, never, converged }) => ({
          family,
          logLikelihood,
          parameters,
          aic,
          never,
          converged,
        }))
      : [],
    ever,
    half: fit && intervalOf(fit, halfDays, 'log', confidence),
    by90: fit && intervalOf(fit, (f) => shareBy(f, 90), 'logit', confidence),
    plateau: plateau(group.spells, fit ?? undefined, ever),
    watched,
    points: drawn && fit ? pointsOf(fit, table, watched, confidence, horizon) : [],
    ticks: ticksOf(group.spells, Math.min(watched, horizon)),
    wait: daysToEnough({ n, events }, RECENT, rate, group.recent),
  };
};

const turned = ({ value, low, high }: Estimate): Estimate => ({ value: 1 - value, low: 1 - high, high: 1 - low });

const pointsOf = (
  fit: Chosen,
  table: readonly { readonly day: number; readonly none: number; readonly shares: readonly number[] }[],
  watched: number,
  confidence: number,
  horizon: number,
): CurvePoint[] => {
  const last = table.findLast(({ day }) => day <= watched);
  const days = [
    ...new Set(Array.from({ length: STEPS + 1 }, (_, i) => Math.round((i * horizon) / STEPS)).concat(Math.min(watched, horizon))),
  ];
  let next = 0;
  let observed = 0;
  const points = days
    .toSorted((a, b) => a - b)
    .map((day): CurvePoint => {
      while (next < table.length && table[next]!.day <= day) observed = table[next++]!.shares[0]!;
      const modelled = shareBy(fit, day);
      // So little that a logarithm of it says nothing: no doubt to draw.
      const bound = modelled > NOTHING_YET ? intervalOf(fit, (f) => shareBy(f, day), 'logit', confidence) : null;
      const ahead = last && day > watched ? last.shares[0]! + last.none * (conditionalWin(fit, watched, day - watched) ?? 0) : modelled;
      return { day, observed: day <= watched ? observed : null, share: ahead, low: bound?.low ?? modelled, high: bound?.high ?? modelled };
    });
  // What came by a day has come by every later one: so it is with the bounds.
  let [high, low] = [1, 0];
  const highs = points.toReversed().map((p) => (high = Math.min(high, Math.max(p.high, p.share))));
  return points.map((p, i) => ({ ...p, low: (low = Math.max(low, Math.min(p.low, p.share))), high: highs[points.length - 1 - i]! }));
};

/** Days by which a tenth, two tenths … of the open ones were last seen, as far as the observed curve goes. */
const ticksOf = (spells: readonly Spell[], watched: number): number[] => {
  const open = spells.filter(({ event }) => event === 0).toSorted((a, b) => a.day - b.day);
  const total = open.reduce((sum, { n }) => sum + n, 0);
  const days = Array.from({ length: 9 }, (_, i) => {
    let passed = 0;
    return open.find(({ n }) => (passed += n) >= ((i + 1) / 10) * total)?.day ?? 0;
  });
  return [...new Set(days)].filter((day) => day > 0 && day <= watched);
};

/** As far as the slowest drawn lag needs for 97 in 100, no further than somebody was watched; whole months of 30 days. */
const horizonOf = (drawn: readonly Group[], known: readonly Known[]): number => {
  const longest = drawn.reduce((most, { spells }) => spells.reduce((m, { day }) => Math.max(m, day), most), 30);
  const needs = known.flatMap(({ fit, stands }) => (fit && (stands === 'own' || stands === 'leans') ? [halfDays(fit, 0.97)] : []));
  return Math.min(720, Math.max(60, Math.ceil(Math.min(longest, Math.max(60, ...needs)) / 30) * 30));
};
