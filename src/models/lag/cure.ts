/**
 * The lag of a group, with the share that never comes: five families fitted, the one AIC prefers chosen.
 *
 * In    rows       counted spells (day, event, n [, entry]); event 1 came, 0 is still open, 2 was lost
 *       timing     whole-days (default: lags are differences of local dates) or exact; see likelihood.ts
 *       families   which to try; all five where nothing is said
 * Out   fit        the chosen one (fit.ts), its Maximum, n, events (how many came), losses
 *       compared   every family with its log-likelihood, parameters counted and AIC = 2k − 2 ln L, best first; those whose maximum ran
 *                  off to an edge last
 *       null       nothing came: no lag can be told
 *
 * Where a family is fitted best without a share that never comes, it is fitted without one and says so (`edge`).
 * With losses (event 2) both ends are fitted at once as a mixture; a loss is then a known never-comer, and its lag is known too.
 *
 * The share that never comes hangs on the family as long as the curve is still rising: see plateau.ts and interval.ts, and never
 * show it without them.
 *
 * Source: Akaike, IEEE Trans. Automatic Control 19 (1974) 716–723, doi:10.1109/TAC.1974.1100705; Farewell, Biometrics 38 (1982)
 *   1041–1046, doi:10.2307/2529885; Larson & Dinse 1985.
 * Checked against: R (vectors/survival_cure_bc.json, _synthetic5000.json) and Stata's strsmix figures in them.
 */
import { gathered, type Spell } from '../survival/spell.ts';
import { FAMILIES, type Family } from './family.ts';
import { fitAt, type LagFit } from './fit.ts';
import { placesOf, type Shape, type Timing, type Watched } from './likelihood.ts';
import { maximum, type Maximum } from './maximum.ts';

export type Compared = {
  readonly family: Family;
  readonly logLikelihood: number;
  readonly parameters: number;
  readonly aic: number;
  readonly never: number;
  readonly converged: boolean;
};

export type CureFit = LagFit & {
  readonly maximum: Maximum;
  readonly n: number;
  readonly events: number;
  readonly losses: number;
  readonly aic: number;
  readonly compared: readonly (Compared & { readonly maximum: Maximum })[];
};

export type CureOptions = { readonly timing?: Timing; readonly families?: readonly Family[] };

export const fitCure = (spells: readonly Spell[], { timing = 'whole-days', families = FAMILIES }: CureOptions = {}): CureFit | null => {
  const rows = gathered(spells);
  const count = (event: number): number => rows.reduce((sum, row) => (row.event === event ? sum + row.n : sum), 0);
  const [events, losses] = [count(1), count(2)];
  if (events === 0) return null;
  const found = new Map<Family, Maximum>();
  const shapeOf = (family: Family, lost: Family): Shape => ({
    family,
    never: true,
    lost: losses > 0 ? { family: lost, stalls: true } : null,
    columns: 1,
    neverColumns: 1,
    timing,
  });
  for (const family of families.filter((f) => f !== 'gengamma')) {
    const best = fitFamily(rows, shapeOf(family, family));
    if (best) found.set(family, best);
  }
  // The generalised gamma last: it starts from its special cases, and leaves the losses to the family that fits them best.
  if (families.includes('gengamma')) {
    const [lead] = [...found.values()].toSorted((a, b) => comparedOf(a).aic - comparedOf(b).aic);
    const shape = shapeOf('gengamma', lead?.shape.lost?.family ?? 'lognormal');
    const best = fitFamily(rows, shape, lead ? widened(found, shape, lead) : []);
    if (best) found.set('gengamma', best);
  }
  const compared = [...found.values()].map(comparedOf).toSorted((a, b) => Number(settled(b)) - Number(settled(a)) || a.aic - b.aic);
  const first = compared[0];
  if (!first) return null;
  return {
    ...fitAt(first.maximum, first.maximum.at),
    maximum: first.maximum,
    n: rows.reduce((sum, { n }) => sum + n, 0),
    events,
    losses,
    aic: first.aic,
    compared,
  };
};

/** A maximum that was reached and lies inside: one that ran off to an edge is shown, never chosen before one that did not. */
const settled = ({ converged, maximum: { covariance } }: CureFit['compared'][number]): boolean => converged && covariance !== null;

const comparedOf = (best: Maximum): Compared & { readonly maximum: Maximum } => {
  const parameters = best.at.length;
  return {
    family: best.shape.family,
    logLikelihood: best.logLikelihood,
    parameters,
    aic: 2 * parameters - 2 * best.logLikelihood,
    never: fitAt(best, best.at).never,
    converged: best.converged,
    maximum: best,
  };
};

/** A share below this is the edge: nobody never comes. */
const EDGE = 1e-4;

/** One family at its maximum; on the edges of "never" and of "stalls", fitted without them. Null where no start works. */
export const fitFamily = (rows: readonly Watched[], shape: Shape, starts: readonly (readonly number[])[] = []): Maximum | null => {
  const best = tried(rows, shape, starts);
  if (!best) return null;
  const { never, lost } = fitAt(best, best.at);
  if (shape.never && !shape.lost && never < EDGE) return tried(rows, { ...shape, never: false }) ?? best;
  if (shape.lost?.stalls && lost!.share > 1 - EDGE) return tried(rows, { ...shape, lost: { ...shape.lost, stalls: false } }) ?? best;
  return best;
};

const tried = (rows: readonly Watched[], shape: Shape, starts: readonly (readonly number[])[] = []): Maximum | null => {
  try {
    return maximum(rows, shape, starts);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** Weibull and lognormal as generalised gammas (Q near 1 and 0), with the losses of the family that fits best so far. */
const widened = (found: ReadonlyMap<Family, Maximum>, shape: Shape, lead: Maximum): number[][] =>
  (['weibull', 'lognormal'] as const).flatMap((family) => {
    const from = found.get(family);
    if (!from || !from.shape.never || (shape.lost && (!from.shape.lost?.stalls || !lead.shape.lost?.stalls))) return [];
    const [come] = placesOf(from.shape).causes;
    const [, lost] = placesOf(lead.shape).causes;
    return [[...from.at.slice(0, come!.at + 2), family === 'weibull' ? 0.9 : 0.1, ...(lost ? lead.at.slice(lost.at) : [])]];
  });
