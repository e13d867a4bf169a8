/** Fits of lags kept in the worker that made them: the curves of a screen and what lands below them rest on the same days. */
import { fitsOf, type Fits } from '../../models/lag/curves.ts';

const KEPT = 24;
const kept = new Map<string, Fits>();

/** As fitsOf; the same days are fitted once. */
export const rememberedFits: typeof fitsOf = (all, groups) => {
  const key = JSON.stringify([all, groups]);
  const fits = kept.get(key) ?? fitsOf(all, groups);
  kept.delete(key);
  kept.set(key, fits);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return fits;
};
