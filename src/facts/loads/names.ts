/**
 * Names: values that ought to occur in a list and do not, with what they carry.
 */
import type { Currency } from '../../kernel/money.ts';

/** A value of a field that its lookup does not know. Rows, wins and won money are those of the field's entity. */
export type UnmatchedName = {
  /** `opportunity.product`, or `opportunity.attrs.seller_id` for an attribute. */
  readonly field: string;
  readonly header: string;
  readonly lookup: string;
  readonly found: string;
  readonly rows: number;
  readonly won: number;
  readonly wonMinor: number;
  readonly currency: Currency | null;
  /** Share of all won money of the entity, in [0, 1]; null when there is none. */
  readonly wonShare: number | null;
  /** Closest members of the list, nearest first, at most three; distance is edits after folding case, space and punctuation. */
  readonly candidates: readonly { readonly id: string; readonly distance: number }[];
};

/** Members of a list that no row uses. */
export type UnusedMembers = { readonly lookup: string; readonly field: string; readonly ids: readonly string[] };

/** A campaign name in touches, spend or leads that no campaign answers to. */
export type UnmatchedCampaign = {
  readonly found: string;
  readonly touches: number;
  readonly leads: number;
  readonly spend: readonly { readonly minor: number; readonly currency: Currency | null }[];
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly distance: number }[];
};

export type NamesReport = {
  readonly unmatched: readonly UnmatchedName[];
  readonly unused: readonly UnusedMembers[];
  readonly campaigns: readonly UnmatchedCampaign[];
  /** Aliases that hold today. */
  readonly aliases: readonly Alias[];
};

export type Alias = { readonly field: string; readonly found: string; readonly means: string; readonly confirmedBy: string; readonly confirmedAt: string };
