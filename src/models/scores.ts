/**
 * Scores that teams order work by. Each is a ratio or a product of numbers people said; none of them is measured, and
 * none knows what another item needs first. They are for comparing items scored by the same people in the same way.
 *
 * rice    reach × impact × confidence ÷ effort
 *   In    reach         people (or accounts) reached in a quarter, ≥ 0
 *         impact        3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal
 *         confidence    percent: 100 high, 80 medium, 50 low
 *         effortMonths  person-months of the whole team, > 0
 *   Out   how much impact a person-month brings; no unit, ≥ 0
 *   Source: S. McBride, “RICE: Simple prioritization for product managers”, Intercom (2018).
 *
 * ice     impact × confidence × ease, each from 1 to 10; 1 to 1,000
 *   Two variants are in use: S. Ellis multiplies by ease; others call the third part effort. So that a high score is a
 *   good one in both, effort is scored with 10 for the least. The variant is named beside every score, and scores of
 *   different variants are not compared.
 *   Source: S. Ellis and M. Brown, “Hacking Growth” (2017).
 *
 * wsjf    (user and business value + time criticality + risk reduction or opportunity enablement) ÷ job size
 *   In    each from 1 to 20, relative to the other items (1, 2, 3, 5, 8, 13, 20 is customary)
 *   Out   cost of delay for each unit of work; no unit, > 0
 *   Source: Scaled Agile Framework, “Weighted Shortest Job First”, after D. Reinertsen, “The Principles of Product
 *   Development Flow” (2009).
 *
 * outcomeValue   sum of the estimated shares of the gaps of the outcomes an item serves
 *   In    shares   percent of the way from an outcome’s baseline to its target that the item is estimated to go, 0 to 100
 *   Out   points: 1 point is one hundredth of one outcome’s gap; null where nothing was estimated, never 0
 *   Every outcome weighs the same: all of them were agreed. It is an estimate that people recorded, not an effect.
 *
 * Throws RangeError   effort or job size that is not above 0; anything that is no finite number
 * Checked against: examples worked by hand from the published formulas, and properties (scores.test.ts). The shared vectors hold
 *   forecast scores (CRPS, pinball), which these are not.
 */
export const rice = ({
  reach,
  impact,
  confidence,
  effortMonths,
}: {
  readonly reach: number;
  readonly impact: number;
  readonly confidence: number;
  readonly effortMonths: number;
}): number => ratio('rice', reach * impact * (confidence / 100), effortMonths);

export const ice = ({
  impact,
  confidence,
  last,
}: {
  readonly impact: number;
  readonly confidence: number;
  readonly last: number;
}): number => ratio('ice', impact * confidence * last, 1);

export const wsjf = ({
  value,
  urgency,
  enablement,
  jobSize,
}: {
  readonly value: number;
  readonly urgency: number;
  readonly enablement: number;
  readonly jobSize: number;
}): number => ratio('wsjf', value + urgency + enablement, jobSize);

export const outcomeValue = (shares: readonly number[]): number | null =>
  shares.length === 0
    ? null
    : ratio(
        'outcomeValue',
        shares.reduce((sum, share) => sum + share, 0),
        1,
      );

const ratio = (name: string, above: number, below: number): number => {
  if (!Number.isFinite(above) || !Number.isFinite(below) || below <= 0) throw new RangeError(`${name}: ${above} ÷ ${below} is no score`);
  return above / below;
};
