/**
 * Log-rank: do groups come at the same pace? And Peto and Peto's version, which weighs early days more.
 *
 * In    groups      spells by group, two or more; event 1 counts, any other ends the watching; no delayed entry
 *       weight      'log-rank' (every day alike) or 'peto' (each day by the share of all still without the event before it)
 * Out   by group: n, observed and expected events (weighted); covariance of observed − expected
 *       chiSquare   with `df` degrees of freedom; chance: of one as large where no group differs
 * Throws RangeError   fewer than two groups
 *
 * Says whether, never by how much. A screen says "they differ more than chance explains", with the curves beside it.
 *
 * Source: Peto & Peto, J. R. Statist. Soc. A 135 (1972) 185–207, doi:10.2307/2344317; Harrington & Fleming, Biometrika 69
 *   (1982) 553–566, doi:10.1093/biomet/69.3.553 (rho 0 and 1).
 * Checked against: R survival 3.5.3 survdiff (vectors/survival_lung, _gehan, _synthetic600), 1e-10.
 */
import { chiSquareAbove } from '../gamma.ts';
import { solve } from '../matrix.ts';
import { riskTable, type Spell } from './spell.ts';

export type LogRank = {
  readonly groups: readonly { readonly n: number; readonly observed: number; readonly expected: number }[];
  readonly covariance: readonly (readonly number[])[];
  readonly chiSquare: number;
  readonly df: number;
  readonly chance: number;
};

export const logRank = (groups: readonly (readonly Spell[])[], weight: 'log-rank' | 'peto' = 'log-rank'): LogRank => {
  const k = groups.length;
  if (k < 2) throw new RangeError('logRank: two groups or more wanted');
  const all = riskTable(groups.flat());
  const rows = groups.map((spells) => riskTable(spells));
  const at = rows.map(() => 0);
  const left = groups.map((spells) => spells.reduce((sum, { n }) => sum + n, 0));
  const observed = left.map(() => 0);
  const expected = left.map(() => 0);
  const covariance = left.map(() => left.map(() => 0));
  const sizes = [...left];
  let survival = 1;
  for (const { day, atRisk, events } of all) {
    const d = events[0]!;
    const w = weight === 'peto' ? survival : 1;
    const risk = [...left];
    rows.forEach((row, g) => {
      const here = row[at[g]!];
      if (here?.day !== day) return;
      at[g]!++;
      observed[g]! += w * here.events[0]!;
      left[g]! -= here.events[0]! + here.censored;
    });
    if (d === 0) continue;
    const spread = atRisk > 1 ? (w * w * d * (atRisk - d)) / (atRisk - 1) : 0;
    risk.forEach((n, g) => {
      expected[g]! += (w * d * n) / atRisk;
      risk.forEach((m, h) => (covariance[g]![h]! += spread * ((g === h ? n / atRisk : 0) - (n * m) / (atRisk * atRisk))));
    });
    survival *= 1 - d / atRisk;
  }
  const off = observed.slice(1).map((o, i) => o - expected[i + 1]!);
  const solved = solve(
    covariance.slice(1).map((row) => row.slice(1)),
    off,
  );
  const chiSquare = solved === null ? 0 : off.reduce((sum, o, i) => sum + o * solved[i]!, 0);
  return {
    groups: sizes.map((n, g) => ({ n, observed: observed[g]!, expected: expected[g]! })),
    covariance,
    chiSquare,
    df: k - 1,
    chance: chiSquareAbove(chiSquare, k - 1),
  };
};
