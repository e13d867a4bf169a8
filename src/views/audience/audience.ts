/** The audience as the server counts it: what can be asked of accounts and contacts, and how many each segment holds. */
import type { Member } from '../../domain/audience/segment.ts';
import type { SegmentId } from '../../kernel/ids.ts';

export type FieldKind = 'text' | 'number' | 'boolean' | 'day' | 'money';
export type AskableField = {
  readonly on: Member;
  readonly field: string;
  /** As the file spells the column; null where it is the field's own name. */
  readonly header: string | null;
  readonly kind: FieldKind;
  readonly rows: number;
  readonly filled: number;
  /** The most frequent values. */
  readonly top: readonly string[];
};
export type MissingField = { readonly on: Member; readonly field: string };
export type SegmentNow = {
  readonly id: SegmentId;
  /** Accounts or contacts that belong; null where a field it asks about is in no file. */
  readonly size: number | null;
  readonly of: number;
  readonly missing: MissingField | null;
  /** Deals that belong to it; null with `size`. */
  readonly deals: number | null;
};
export type AudienceNow = {
  readonly accounts: number;
  readonly contacts: number;
  readonly segments: readonly SegmentNow[];
  /** Accounts in more than one segment, and in none. */
  readonly inSeveral: number;
  readonly inNone: number;
  readonly fields: readonly AskableField[];
};
export type MemberRow = {
  readonly id: string;
  readonly name: string | null;
  readonly beside: string | null;
  readonly values: readonly (string | null)[];
};
/** Who would belong to a definition. */
export type Preview = {
  readonly size: number | null;
  readonly of: number;
  readonly missing: MissingField | null;
  readonly columns: readonly string[];
  readonly rows: readonly MemberRow[];
  readonly blank: readonly { readonly field: string; readonly n: number }[];
};
