/**
 * Weekly throughput: how many items were finished in each of the last whole weeks.
 *
 * In    finished   days on which an item was finished, one entry an item, as day numbers (kernel/day), in any order
 *       until      day number after the last day that counts (today, because today is not over)
 *       weeks      how many weeks of seven days to look back, whole and ≥ 0
 * Out   counts     one whole number ≥ 0 a week, oldest first; a week in which nothing was finished counts as 0
 *
 * Weeks are the seven-day spans that end with the day before `until`, not calendar weeks: a Tuesday's forecast must
 * not rest on a Monday of work. A week without a finished item is part of how a team works (holidays, a fair, a
 * broken pipeline); leaving it out makes every forecast too early.
 *
 * Source: D. Vacanti, "When Will It Be Done?" (2020); T. Magennis, forecasting sheets (zero weeks are data).
 * Checked against: data/7digital facts.json, weekly_throughput_last_52_weeks.
 */
export const weeklyCounts = (finished: readonly number[], until: number, weeks: number): number[] => {
  const counts = Array.from({ length: weeks }, () => 0);
  for (const day of finished) {
    const back = Math.floor((until - 1 - day) / 7);
    if (day < until && back < weeks) counts[weeks - 1 - back]! += 1;
  }
  return counts;
};
