/** What each counted touch of one deal gets under every model, and which key touch it is. */
import type { Day } from '../../kernel/day.ts';
import { keyTouchesOf, type KeyTouch } from '../../models/attribution/key-touches.ts';
import { MODELS, type Model } from '../../models/attribution/models.ts';
import { creditMinor, weights } from '../../models/attribution/weights.ts';
import { journeyOf, type Met, type Milestones } from './journey-of.ts';

export type TouchShares = {
  /** Shares of the deal by model, summing to 1 over its touches. */
  readonly weights: { readonly [M in Model]: number };
  /** Whole minor units by model, summing to the deal's; null where it brings no money. */
  readonly minor: { readonly [M in Model]: number } | null;
  readonly keys: readonly KeyTouch[];
};

/** One entry per touch of `met`, in its order. `minor`: the deal's amount, null where it is not won or has none. */
export const sharesOf = (
  met: readonly Met[],
  milestones: Milestones,
  minor: number | null,
  { halfLife, direct }: { readonly halfLife: number; readonly direct: readonly string[] },
): readonly TouchShares[] => {
  if (met.length === 0) return [];
  const journey = journeyOf(met, milestones, direct);
  const by = MODELS.map((model) => ({
    model,
    weights: weights(model, journey, halfLife),
    minor: minor === null ? null : creditMinor(model, minor, journey, halfLife),
  }));
  return met.map((_, i) => ({
    weights: Object.fromEntries(by.map((m) => [m.model, m.weights[i]!])) as { [M in Model]: number },
    minor: minor === null ? null : (Object.fromEntries(by.map((m) => [m.model, m.minor![i]!])) as { [M in Model]: number }),
    keys: keyTouchesOf(journey, i),
  }));
};

/** Milestones of a deal from its columns. */
export type DealMoments = {
  /** When its lead was made: created, else, where no lead with a day is here, when the first of its people became a contact. */
  readonly made_on: Day | null;
  readonly made_at: string | null;
  readonly opened_on: Day | null;
  readonly opened_at: string | null;
  readonly closed_on: Day | null;
};
export const milestonesOf = (deal: DealMoments, asOf: Day): Milestones => ({
  lead: { on: deal.made_on, at: deal.made_at },
  opened: { on: deal.opened_on, at: deal.opened_at },
  end: deal.closed_on ?? asOf,
});
