/**
 * Amounts: what a deal brings when it is won, as won deals of the past did.
 *
 * In    deals   as known on a day; amounts in whole minor units, null where nobody wrote one
 * Out   pools   won amounts by segment and of all; a won deal without an amount is 0 there, as it is in the sums
 *       changes amount at the close ÷ amount CHANGE_DAYS before, of won deals whose earlier amounts are kept
 *       of      the pool of a segment with LEAST won deals or more, else that of all deals
 * Null  means nothing here: without a won deal the pools are empty and nothing can be drawn
 *
 * Credit notes (negative amounts) are no deals to come and stay out of the pools.
 * Checked against: amounts by hand (fit.test.ts).
 */
import type { PastDeal } from './past.ts';

/** Amounts of so many days count. */
const MEMORY = 730;
const LEAST = 6;
const CHANGE_DAYS = 28;
const LEAST_CHANGES = 10;

export type AmountPools = {
  readonly all: readonly number[];
  readonly of: (segment: string) => readonly number[];
  /** Ratios; empty where fewer than ten won deals kept their earlier amounts. */
  readonly changes: readonly number[];
};

export const amountPools = (deals: readonly PastDeal[], day: number): AmountPools => {
  const won = deals.filter((d) => d.won && d.closed !== null && d.closed > day - MEMORY && (d.minor ?? 0) >= 0);
  const bySegment = new Map<string, number[]>();
  for (const deal of won) {
    const those = bySegment.get(deal.segment) ?? [];
    those.push(deal.minor ?? 0);
    bySegment.set(deal.segment, those);
  }
  const all = won.map(({ minor }) => minor ?? 0);
  const changes = won.flatMap((deal) => {
    const before = deal.amounts.findLast(([on]) => on <= deal.closed! - CHANGE_DAYS)?.[1] ?? null;
    return before !== null && before > 0 && deal.minor !== null && deal.minor > 0 ? [deal.minor / before] : [];
  });
  return {
    all,
    of: (segment) => {
      const those = bySegment.get(segment) ?? [];
      return those.length >= LEAST ? those : all;
    },
    changes: changes.length >= LEAST_CHANGES ? changes : [],
  };
};
