/**
 * Return on cost: what came back for what was spent.
 *
 * In    back    attributed return, whole minor units; may be negative (credit notes)
 *       cost    what counts as cost, whole minor units of the same currency; null: none is recorded
 * Out   roi     (return − cost) ÷ cost; −1 where nothing came back, 0 where it came back once
 *       roas    return ÷ ad spend
 *       null    no cost is recorded, or it is not above 0 (a credit note outweighs it): dividing by nothing would say
 *               "infinite" of work whose cost is simply not known
 *
 * Not for: saying what the money caused. The return is as good as the attribution it comes from.
 *
 * Source: conventions.md, "Funnel and revenue"; ROAS as in Snowplow's attribution model.
 * Checked against: data/dbt-attribution-playbook facts roas_linear and cpa_linear.
 */
const per = (above: number, below: number | null): number | null => (below === null || below <= 0 ? null : above / below);

export const roiOf = (back: number, cost: number | null): number | null => per(back - (cost ?? 0), cost);
export const roasOf = (back: number, spend: number | null): number | null => per(back, spend);
/** Cost of one of something, in whole minor units; null where no cost is recorded or there was none of it. */
export const costPer = (cost: number | null, n: number): number | null => (cost === null || n <= 0 ? null : Math.round(cost / n));
