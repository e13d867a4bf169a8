/**
 * Mapping: what each column of a file means to the facts.
 *
 * A confirmed mapping is complete: every format, classification and answer that reading needs
 * stands in it, so the same cells and the same mapping give the same facts on any day. It is
 * plain JSON, is kept with every load, and is proposed again for a file with the same headers.
 */
import type { Currency } from '../../kernel/money.ts';

/** What a file can feed. `lookup` is a reference file (products, sales teams) named by its key column. */
export type Entity =
  | 'account'
  | 'contact'
  | 'lead'
  | 'opportunity'
  | 'opportunity_contact'
  | 'stage_entry'
  | 'deal_change'
  | 'campaign_record'
  | 'touch'
  | 'visitor_link'
  | 'spend'
  | 'work_done'
  | 'lookup';

/**
 * How dates are written in one column. `iso`: YYYY-MM-DD or YYYY/MM/DD, with or without a time; `iso-offset`: ISO where some
 * cells name their zone; `compact`: YYYYMMDD; `dmy`, `mdy`: / - or . between the parts, a time may follow; `ymd-dot`: YYYY.MM.DD.
 */
export type TimeFormat = 'iso' | 'iso-offset' | 'ymd-dot' | 'compact' | 'dmy' | 'mdy' | 'month-name' | 'epoch-s' | 'epoch-ms' | 'epoch-us';

/**
 * How numbers are written in one column. `plain`: digits and a decimal point; `point`, `comma`: the decimal mark, with thousands
 * marks and currency signs; `micros`: millionths (Google Ads `cost_micros`); `minor`: whole minor units (rows given by a program).
 */
export type NumberFormat = 'plain' | 'point' | 'comma' | 'micros' | 'minor';

/** What an attribute holds; decided by the whole column. */
export type Kind = 'text' | 'number' | 'boolean' | 'day';

/** Where a field's value comes from: a column (by its header, as the file spells it) or one value for every row. */
export type FieldSource =
  | {
      readonly header: string;
      readonly format?: TimeFormat | NumberFormat;
      /** Every time of day in the column is midnight: the cells are days. */
      readonly day?: true;
      /** One cell holds several values with this between them. */
      readonly split?: ';' | ',' | '|';
      /** Ids of Salesforce in their short form of 15 characters: read in the long one of 18, which other exports of it use. */
      readonly short?: true;
      /** What codes in the column mean; a cell that is none of them stays as it is. */
      readonly means?: { readonly [code: string]: string };
    }
  | { readonly constant: string }
  /** Texts of several columns with a space between them: first and last name. */
  | { readonly join: readonly string[] }
  /** The first filled of several columns: a contact's id, else its lead's. */
  | { readonly first: readonly string[]; readonly short?: true }
  /** For `channel` only: what source and medium of the link tell (kernel/channel-rules.ts); where both are empty, `otherwise`. */
  | { readonly utm: { readonly source?: string; readonly medium?: string }; readonly otherwise?: string }
  /** For `id` only: the row is known by its content, and repeats by their number. */
  | { readonly as: 'content' };

/** A column kept as it is, typed, under its own name. */
export type Attribute = {
  readonly header: string;
  readonly name: string;
  readonly kind: Kind;
  readonly format?: TimeFormat | NumberFormat;
};

/** Which rows feed: those whose cell is filled, or holds one of the values (as spelled in the file), or any other than these; or all of several conditions. */
export type Where = Condition | { readonly all: readonly Condition[] };
export type Condition =
  | { readonly header: string; readonly filled: true }
  | { readonly header: string; readonly in: readonly string[] }
  | { readonly header: string; readonly notIn: readonly string[] };

/** One entity fed by the file. `lookup` names the reference list and is present exactly when the entity is `lookup`. */
export type Feed = {
  readonly entity: Entity;
  readonly lookup?: string;
  readonly fields: { readonly [field: string]: FieldSource };
  readonly attributes: readonly Attribute[];
  readonly where?: Where;
  /** Rows only link: of several with one key the first counts, and none is held for it. */
  readonly side?: true;
  /** Rows are states, one after another: of stage entries only those count whose stage differs from the deal's row before. */
  readonly states?: true;
  /** The day is not recorded but follows from another (a stage entered at the close): gives way to a recorded one. */
  readonly inferred?: true;
};

export type StageStatus = 'open' | 'won' | 'lost';

/** How the file is to be read; absent means: as found. `headerLine` counts from 1. */
export type DialectWish = {
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter?: ',' | '\t' | ';' | '|';
  readonly headerLine?: number;
  /** Of a workbook: the sheet. */
  readonly sheet?: string;
};

/** Answers to questions by question id: `{ "date-order:won_date": "dmy" }`. */
export type Answers = { readonly [question: string]: string };

export type Mapping = {
  readonly name?: string;
  /** The known shape of the file, as shapes.ts names it. */
  readonly shape?: string;
  /** The source that ids belong to; "files" unless said otherwise. */
  readonly src: string;
  readonly dialect?: DialectWish;
  readonly feeds: readonly Feed[];
  /** What each stage value of the file is. */
  readonly stages?: { readonly [stage: string]: StageStatus };
  /** Negative amounts are credit notes; otherwise their rows are held. */
  readonly creditNotes?: boolean;
  /** Currency of amounts that name none; null: the file never said. */
  readonly currency: Currency | null;
  /** Zone of times that name none. */
  readonly zone: string;
  readonly answers: Answers;
  /** Header of every column of the file this was made for, in order: how a file is recognised. */
  readonly headers: readonly string[];
};

/** Something only a person can know. Answered with `--answer id=option`. */
export type Question = {
  /** Stable: kind, then the column where there is one: `date-order:won_date`. */
  readonly id: string;
  readonly text: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** The words to add on the command line: `--answer date-order:won_date=dmy` (quoted where the shell needs it). */
  readonly answerWith: string;
  /** Any text or any day (YYYY-MM-DD) is an answer; the options are only proposed. */
  readonly free?: 'text' | 'day';
  /** What holds while nobody answers. Absent: nothing is loaded before there is an answer. */
  readonly otherwise?: string;
};
