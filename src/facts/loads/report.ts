/**
 * What an import says for itself: before (Preview), after (Loaded), and in the ledger ever after (LoadRecord).
 */
import type { Finding } from '../../kernel/answer.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { Entity, Kind, Mapping, Question } from '../import/mapping.ts';
import type { Problem, Reading } from '../import/reading.ts';

/** Rows of one entity by what the load does to them. A row that changes nothing is `unchanged`. */
export type EntityCount = {
  readonly entity: Entity;
  /** Name of the reference list, for lookups. */
  readonly lookup?: string;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
};

/** One column of the file: where it goes, how full it is, what it holds. */
export type Column = {
  readonly header: string;
  /** `opportunity.closed_on`, `opportunity.attrs.lead_type`; empty: not used. */
  readonly goesTo: readonly string[];
  readonly kind: Kind | 'time' | 'money';
  readonly filled: number;
  readonly of: number;
  /** Up to three different values, as found. */
  readonly examples: readonly string[];
};

/** Money before and after, one line per currency; minor units. */
export type MoneyChange = {
  readonly currency: Currency | null;
  readonly openBefore: number;
  readonly openAfter: number;
  readonly wonBefore: number;
  readonly wonAfter: number;
};

/**
 * Days that stand and that the file gives anew: they are replaced whole. `of`: the ad platform, or the web analytics.
 * Money of spend only, one line per currency, minor units. `gone`: campaigns of these days that the file does not have;
 * `kept`: how many it has; of touches, how many of those that stand it has, too.
 */
export type Replaced = {
  readonly entity: Entity;
  readonly of: string;
  readonly days: number;
  readonly from: string;
  readonly to: string;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly money: readonly { readonly currency: Currency | null; readonly before: number; readonly after: number }[];
  readonly gone: readonly { readonly campaign: string; readonly currency: Currency | null; readonly minor: number }[];
  readonly kept: number;
};

/** Everything an import would do, found out without writing. */
export type Preview = {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly reading: Reading;
  readonly mapping: Mapping;
  /** Where the mapping came from, as a sentence: "The mapping of load 41 was used." */
  readonly mappingFrom: {
    readonly kind: 'given' | 'saved' | 'proposed';
    readonly load?: number;
    readonly name?: string;
    readonly text: string;
  };
  readonly questions: readonly Question[];
  readonly counts: readonly EntityCount[];
  readonly held: number;
  /** The first thousand, and how many there are. */
  readonly problems: { readonly rows: readonly Problem[]; readonly total: number };
  readonly columns: readonly Column[];
  readonly findings: readonly Finding[];
  /** What this changes. */
  readonly money: readonly MoneyChange[];
  readonly replaces: readonly Replaced[];
  /** Zone and currency the file is read with, as sentences. */
  readonly stated: readonly string[];
};

/** What an import did. */
export type Loaded = {
  readonly n: number;
  readonly counts: readonly EntityCount[];
  readonly rows: number;
  readonly held: number;
  readonly problems: { readonly rows: readonly Problem[]; readonly total: number };
  readonly findings: readonly Finding[];
  readonly money: readonly MoneyChange[];
  readonly replaces: readonly Replaced[];
  /** Values that an earlier load knew otherwise. */
  readonly conflicts: number;
  /** The load said nothing that was not known. */
  readonly nothingNew: boolean;
  readonly mapping: Mapping;
  readonly reading: Reading;
  readonly stated: readonly string[];
  /** One sentence: "Load 3: 842 leads, 842 opportunities …". */
  readonly text: string;
};

/** One line of the ledger of loads. */
export type LoadRecord = {
  readonly n: number;
  readonly loadedAt: Instant;
  readonly loadedBy: string;
  readonly src: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly encoding: string | null;
  /** Data rows in the file; of these `loadedRows` landed and `heldRows` were held. */
  readonly rows: number;
  readonly loadedRows: number;
  readonly heldRows: number;
  /** Held rows that nobody has mended yet. */
  readonly waitingRows: number;
  readonly mapping: Mapping;
  readonly conflicts: number;
  readonly revertedAt: Instant | null;
  readonly revertedBy: string | null;
  /** When the file as received was removed because it named somebody who was erased; null: it stands. */
  readonly fileErasedAt: Instant | null;
};

/** A row kept back, with its cells by header as they stood in the file. */
export type HeldRow = Problem & {
  readonly load: number;
  readonly cells: { readonly [header: string]: string };
  readonly mendedByLoad: number | null;
};

/** Two loads that disagree: the later one stands. */
export type Conflict = {
  readonly load: number;
  readonly entity: Entity;
  readonly src: string;
  readonly id: string;
  readonly field: string;
  readonly was: string | null;
  readonly isNow: string | null;
  readonly wasLoad: number;
};
