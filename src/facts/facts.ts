/**
 * Facts: the door to one company's rows. Everything the server may do with them is here.
 *
 * A folder holds `facts.duckdb`, `imports/` (files as received, by their SHA-256) and `rejects/`
 * (held rows as CSV, by load). Refusals are Results; an exception is a defect or a dead disk.
 */
import type { Result } from '../kernel/result.ts';
import type { Currency } from '../kernel/money.ts';
import type { Instant } from '../kernel/zone.ts';
import type { Engine } from './engine.ts';
import type { Answers, Entity, Kind, Mapping } from './import/mapping.ts';
import type { Progress } from './import/reading.ts';
import type { ImportRefusal } from './import/refusal.ts';
import type { Links } from './loads/links.ts';
import type { NamesReport } from './loads/names.ts';
import type { Conflict, HeldRow, Loaded, LoadRecord, Preview } from './loads/report.ts';

/** A file to import: where its bytes lie now, and what the person calls it. */
export type FileReceived = { readonly path: string; readonly name: string };

/** Who does it and when: the time enters here and nowhere else. */
export type Doing = { readonly by: string; readonly at: Instant; readonly onProgress?: (progress: Progress) => void };

/** What the person said beside the file. All optional; a given mapping wins over a proposal. */
export type ImportWish = {
  /** A mapping confirmed or edited by a person. Absent: one is proposed. */
  readonly mapping?: Mapping;
  /** Mappings saved by name; those of earlier loads are known anyway. */
  readonly saved?: readonly Mapping[];
  readonly src?: string;
  readonly currency?: Currency;
  readonly zone?: string;
  readonly answers?: Answers;
};

/** One row given by a program: values by field name (as in Mapping), days and instants as ISO text, `amount` in minor units. */
export type GivenRow = { readonly [field: string]: string | number | boolean | null | undefined | { readonly [attribute: string]: string | number | boolean | null } };

export type GivenRows = {
  readonly entity: Exclude<Entity, 'lookup'>;
  readonly rows: AsyncIterable<GivenRow> | Iterable<GivenRow>;
  /** What the load is called in the ledger. */
  readonly file: string;
  readonly src?: string;
  /** Kinds of attributes (`attrs` of a row); text unless said otherwise. */
  readonly attributes?: { readonly [name: string]: Kind };
  /** How many rows there will be, for progress. */
  readonly of?: number;
};

export type Facts = {
  readonly engine: Engine;
  /** Says all that `load` would do. Writes nothing. */
  readonly preview: (file: FileReceived, wish: ImportWish, onProgress?: (progress: Progress) => void) => Promise<Result<Preview, ImportRefusal>>;
  /** Loads a file, whole or not at all. Refuses while a question is open; bad rows are held and the rest lands. */
  readonly load: (file: FileReceived, wish: ImportWish, doing: Doing) => Promise<Result<Loaded, ImportRefusal>>;
  /** Loads rows of a program as one load, by the same path. */
  readonly importRows: (given: GivenRows, doing: Doing) => Promise<Result<Loaded, ImportRefusal>>;
  /** The ledger, oldest first. */
  readonly loads: () => Promise<LoadRecord[]>;
  /** Takes load `n` back: afterwards the facts are as if it had never been. */
  readonly revert: (n: number, doing: Doing) => Promise<Result<{ readonly n: number; readonly rows: number; readonly text: string }, ImportRefusal>>;
  /** Rows of load `n` that were held, in the order of the file. */
  readonly held: (n: number, page?: { readonly from: number; readonly limit: number }) => Promise<HeldRow[]>;
  /** Loads mended rows of load `n` (cells by header; cells left out stay as they were) as a load of their own. */
  readonly mend: (n: number, rows: readonly { readonly line: number; readonly cells: { readonly [header: string]: string } }[], doing: Doing) => Promise<Result<Loaded, ImportRefusal>>;
  /** The held rows of load `n` as a CSV file to download; null when none were held. */
  readonly rejectsPath: (n: number) => string | null;
  readonly conflicts: (n?: number) => Promise<Conflict[]>;
  /** Names that match nothing, list members nobody uses, campaign names nobody answers to. */
  readonly names: () => Promise<NamesReport>;
  /** From now on `found` in `field` means `means`. The rows keep the file's spelling. */
  readonly confirmAlias: (alias: { readonly field: string; readonly found: string; readonly means: string }, doing: Doing) => Promise<Result<null, ImportRefusal>>;
  readonly revokeAlias: (alias: { readonly field: string; readonly found: string }, doing: Doing) => Promise<Result<null, ImportRefusal>>;
  /** Replaces what the journal projects (thread tables, campaign spellings, company), in one transaction. */
  readonly project: (links: Links) => Promise<void>;
  /** All current facts as canonical JSON lines (sorted rows, sorted keys, no load numbers): export, SHA-256, tests. */
  readonly dump: () => AsyncIterable<string>;
  readonly close: () => Promise<void>;
};

/** Opens (or makes) the facts of the company whose folder this is. */
export const openFacts = async ({ folder }: { readonly folder: string }): Promise<Facts> => {
  throw new Error(`not built yet: ${folder}`);
};
