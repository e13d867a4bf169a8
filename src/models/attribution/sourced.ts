/**
 * Sourced: whether marketing brought a deal, by each of three definitions, and which touch is marketing's first.
 *
 * lead-source    the source that the CRM has on the deal's lead is not sales' own; not known where it names none
 * first-touch    the first counted touch is not sales' own
 * before-sales   a counted touch that is not sales' own stands before the first activity of sales, or on its day
 *
 * In    source     per deal of `won`: 0 not sales' own, 1 sales' own, 2 not known
 *       salesAge   per deal: whole local days from the first activity of sales to the close; NEVER where sales did nothing
 * Out   opener     per deal, the first touch that is not sales' own, as an index into the walks; -1 where there is none
 *       by         per deal, the definitions by which marketing brought it: bit 1 << place in SOURCES
 * Checked against: deal by deal in tests/facts/credit-oracle.ts (property).
 */
import { SALES, type Walks, type Won } from './walks.ts';

export const SOURCES = ['lead-source', 'first-touch', 'before-sales'] as const;
export type Source = (typeof SOURCES)[number];
export type BySource = { readonly [S in Source]: number };

export const NEVER = -2_147_483_648;
export const UNKNOWN_SOURCE = 2;

/** Deals won, with what is known of where they came from. */
export type Brought = Won & { readonly source: Uint8Array; readonly salesAge: Int32Array };
export type Sourced = { readonly opener: Int32Array; readonly by: Uint8Array };

export const sourcedOf = ({ start, age, bits }: Walks, { deal, source, salesAge }: Brought): Sourced => {
  const opener = new Int32Array(deal.length).fill(-1);
  const by = new Uint8Array(deal.length);
  for (let i = 0; i < deal.length; i += 1) {
    const [from, to] = [start[deal[i]!]!, start[deal[i]! + 1]!];
    let t = from;
    while (t < to && (bits[t]! & SALES) !== 0) t += 1;
    const has = t < to;
    if (has) opener[i] = t;
    by[i] = (source[i] === 0 ? 1 : 0) | (has && t === from ? 2 : 0) | (has && age[t]! >= salesAge[i]! ? 4 : 0);
  }
  return { opener, by };
};
