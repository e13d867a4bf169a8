/**
 * Journey: one deal's counted touches as the models need them, without names.
 *
 * Indexes count from 0 in order of time. A pass over many deals keeps one such object and changes it, so that no deal
 * and no touch costs memory; `ages` may be a long column of which this deal's part begins at `from`.
 */
export type Journey = {
  /** Counted touches, whole and ≥ 1. */
  n: number;
  /** The touch that made the lead (key-touches.ts); -1 where there is none. */
  lead: number;
  /** The touch that opened the deal; -1 where there is none. */
  opened: number;
  /** The last touch that was not direct; -1 where all were. */
  nonDirect: number;
  /** Days from each touch to the close, ≥ 0; only time decay reads them. */
  ages: ArrayLike<number>;
  from: number;
};

/** A journey of n touches of which nothing more is known: no milestones, nothing direct, all on the day of the close. */
export const plainJourney = (n: number): Journey => ({ n, lead: -1, opened: -1, nonDirect: n - 1, ages: new Float64Array(n), from: 0 });
