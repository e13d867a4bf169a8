/**
 * Cost of a customer (CAC), and in how many months it is paid back. Two variants of payback are in use and give different
 * numbers, so each is named wherever it is shown.
 *
 * CAC              sales and marketing cost ÷ new customers of the same period
 * margin payback   CAC ÷ (revenue of a new customer a month × gross margin): months of gross profit until it is earned back
 *                  (HubSpot: "gross margin-adjusted payback")
 * revenue payback  sales and marketing cost of the period before ÷ new and upsell revenue a year of this one × 12
 *
 * In    money in whole minor units of one currency; margin a share in (0, 1]; term the months over which a deal's
 *       amount is earned, ≥ 1
 * Out   CAC in whole minor units; paybacks in months
 *       null    no new customer, no revenue, or a margin or term that nobody settled: not 0 months and not infinite ones
 *
 * Not for: a period so short that the customers it won were paid for before it; the revenue variant takes the cost of the
 * period before for that reason.
 *
 * Source: conventions.md, "Funnel and revenue".
 * Checked against: worked by hand in tests/facts/roi.test.ts.
 */
export const customerCost = (cost: number, customers: number): number | null => (customers > 0 ? Math.round(cost / customers) : null);

export const marginPayback = (wish: {
  readonly cac: number | null;
  /** Revenue of a new customer over the whole term. */
  readonly revenue: number | null;
  readonly term: number | null;
  readonly margin: number | null;
}): number | null => {
  const { cac, revenue, term, margin } = wish;
  if (cac === null || revenue === null || term === null || margin === null || revenue <= 0) return null;
  return cac / ((revenue / term) * margin);
};

export const revenuePayback = (wish: {
  readonly costBefore: number | null;
  readonly won: number;
  readonly term: number | null;
}): number | null => {
  const { costBefore, won, term } = wish;
  if (costBefore === null || term === null || won <= 0) return null;
  const aYear = (won * 12) / term;
  return (costBefore / aYear) * 12;
};
