/**
 * ImportRefusal: why a file, a mapping or a load number was not taken, in words for a person.
 *
 * `text` says what and where, `todo` what to do; `row` is the row a spreadsheet shows and `column`
 * a header, both only where they apply. Nothing was written.
 */
import type { Question } from './mapping.ts';

export type RefusalCode =
  // the file
  | 'file-missing'
  | 'file-unreadable'
  | 'file-empty'
  | 'file-without-header'
  | 'file-without-rows'
  | 'file-is-ods'
  | 'file-is-encrypted'
  | 'file-bad-xlsx'
  | 'file-too-large'
  | 'no-such-sheet'
  | 'file-is-xls'
  | 'file-is-zip'
  | 'file-is-pdf'
  | 'file-is-image'
  | 'file-is-html'
  | 'file-is-binary'
  | 'file-too-wide'
  | 'file-bad-parquet'
  | 'file-bad-json'
  | 'file-bad-gzip'
  | 'ad-file-without-days'
  | 'ad-file-demographic'
  | 'mixed-currencies'
  // the mapping
  | 'fits-nothing'
  | 'mapping-unknown-entity'
  | 'mapping-unknown-field'
  | 'mapping-misses-required'
  | 'mapping-misses-column'
  | 'mapping-unfit'
  | 'questions-open'
  | 'unknown-answer'
  | 'unknown-currency'
  | 'unknown-zone'
  | 'all-rows-held'
  // the ledger
  | 'no-such-load'
  | 'already-reverted'
  | 'no-such-row'
  | 'alias-exists'
  | 'no-such-alias'
  // who is who
  | 'unfit-handles'
  | 'no-such-handle'
  | 'no-such-decision'
  | 'already-taken-back';

export type ImportRefusal = {
  readonly code: RefusalCode;
  readonly text: string;
  readonly todo: string;
  readonly row?: number;
  readonly column?: string;
  /** With code `questions-open`: what has to be answered. */
  readonly questions?: readonly Question[];
};
