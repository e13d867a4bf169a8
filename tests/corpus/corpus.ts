/**
 * Corpus: files as tools really write them, invented by us, each with what it must yield or why it is refused.
 *
 * A folder for each family of tools holds the files and an index of its name (`hubspot/hubspot.ts`) that names every one of them. To add a file:
 * put it into a folder and a line into its index; the test says when one of the two is missing.
 */
import type { ImportWish } from '../../src/facts/facts.ts';
import type { Entity } from '../../src/facts/import/mapping.ts';
import type { RefusalCode } from '../../src/facts/import/refusal.ts';

/** Rows of a file that landed. */
export type Yields = {
  /** Rows by what they are, as they stand after the load; what is not named must not be there. */
  readonly rows: { readonly [E in Entity]?: number };
  /** Sums in whole minor units: `opportunity EUR`, `spend USD`; `-` where the file said no currency. Every sum there is. */
  readonly minor?: { readonly [entityAndCurrency: string]: number };
  /** Stage entries by stage. */
  readonly entered?: { readonly [stage: string]: number };
  /** Rows kept back, as a spreadsheet numbers them. */
  readonly held?: readonly number[];
  /** Codes of findings that must be told, beside any others. */
  readonly findings?: readonly string[];
  /** Anything else, asked of the facts: the first column of the first row, as text. */
  readonly also?: { readonly [sql: string]: string | number | null };
};

/** A file that nothing is loaded from. `mend`: what the way out must speak of. */
export type Refused = { readonly code: RefusalCode; readonly mend: RegExp };

export type CorpusFile = {
  readonly file: string;
  /** What is remarkable about it. */
  readonly is: string;
  /** What a person says beside the file. */
  readonly wish?: ImportWish;
} & ({ readonly yields: Yields } | { readonly refused: Refused });

export type Family = { readonly folder: string; readonly files: readonly CorpusFile[] };
