/**
 * Home: what the server's `home` operation answers.
 *
 * Counts of decisions are counted from the book, numbers of the market from the facts; every number
 * carries what an open number shows (kernel/answer.ts says what the parts mean). The page itself is
 * made of this and the book by `homePage` (page.ts).
 */
import type { Coverage, Finding } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import type { OutcomeId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { Link } from '../thread/links.ts';

/** Where the rows behind a number are: what the `rows` operation is asked. */
export type RowsBehind = {
  /** What the link says, with its count: "19 deals". */
  readonly text: string;
  readonly entity: 'opportunity' | 'touch' | 'lead' | 'spend' | 'work_done' | 'account' | 'contact';
  /** Either the ids (the first thousand) … */
  readonly ids?: readonly string[];
  /** … or the filter, each `field=value`. */
  readonly where?: readonly string[];
};

/** What opens behind a number. */
export type Behind = {
  readonly asOf: Day;
  /** Numbers of the loads it rests on, oldest first; empty for what is counted from decisions alone. */
  readonly loads: readonly number[];
  /** One paragraph: what was counted, in which unit, zone and currency, by which rule. */
  readonly definition: string;
  /** null where the number is counted from decisions, which are complete. */
  readonly coverage: Coverage | null;
  readonly findings: readonly Finding[];
  readonly rows: readonly RowsBehind[];
};

/** An outcome as it stands: measured from the facts, or the latest check-in. */
export type OutcomeNow = {
  readonly id: OutcomeId;
  /** In the unit of its metric (whole minor units, a count, or percent); null where it is not known. */
  readonly value: number | null;
  /** Why the value is null, as one sentence: "Not known: no deals are loaded yet." null where there is a value. */
  readonly why: string | null;
  /** Measured: last day counted. Reported: day of the latest check-in. */
  readonly asOf: Day;
  readonly behind: Behind;
};

/** One knot of the strip: what stands on this link in the period. */
export type Knot = {
  readonly link: Link;
  /** How many; for revenue, how many won deals. null where it is not known (nothing loaded). */
  readonly n: number | null;
  /** Priority: person-days planned. Work: person-days done (work_done, else sizes of finished items). Else null. */
  readonly effortDays: number | null;
  /** Campaign: spend. Revenue: closed and booked. Else null; null also where it is not known. */
  readonly money: Money | null;
  /**
   * Breaks at this link, worst first, with their texts short enough to stand under the knot: "214 untracked",
   * "1 untouched", "2 orphans", "1 starved". `ids` lead to the things.
   */
  readonly gaps: readonly Finding[];
  /** Why `n` is null, as one sentence; else null. */
  readonly why: string | null;
  readonly behind: Behind;
};

/** So much money in so many deals. */
export type Part = { readonly money: Money; readonly deals: number; readonly behind: Behind };

/** What closed in the period, and what our work had to do with it. */
export type Won = {
  /** Closed and booked in the period. */
  readonly closed: Part;
  /** Of it: deals with at least one counting touch of a campaign of ours. */
  readonly touched: Part;
  /** Of it: deals whose first counting touch belongs to a campaign of ours. */
  readonly started: Part;
  /** Of it: deals whose first counting touch lies before the period began. */
  readonly before: Part;
};

export type HomeFacts = {
  /** Fiscal quarter: 2026-Q2, as asked; else the one that holds `asOf`. */
  readonly period: string;
  /** Last local day the numbers may know about. */
  readonly asOf: Day;
  /** When the newest standing load landed; null where nothing is loaded. */
  readonly loadedAt: Instant | null;
  /** Numbers of the standing loads; empty where nothing is loaded. */
  readonly loads: readonly number[];
  /** Every outcome that is not retired. */
  readonly outcomes: readonly OutcomeNow[];
  /** All nine, in order. */
  readonly strip: readonly Knot[];
  /** null where no deal was ever loaded. */
  readonly won: Won | null;
};
