/** The parts of a journey: reaches, leads, deals and touches. Days are day numbers, contacts count from 0 within their account. */
import type { Campaign, Tool } from './campaigns.ts';
import type { Channel } from './channels.ts';

/** `opens`: the day it becomes an opportunity; null: never. `said`: where the person says he knows us from. */
export type Lead = {
  readonly n: number;
  readonly day: number;
  readonly channel: Channel;
  readonly campaign: Campaign | null;
  readonly contact: number;
  readonly opens: number | null;
  readonly said?: string;
};

/** A first meeting with a campaign, or (campaign null) a visit by one who looks by himself. */
export type Reach = {
  readonly channel: Channel;
  readonly campaign: Campaign | null;
  readonly day: number;
  readonly contact: number;
  readonly lead: Lead | null;
};

/** An opportunity at its first day; `lead` null where sales opened it. */
export type Opening = { readonly day: number; readonly lead: Lead | null; readonly channel: Channel };

export type Stage = 'Discovery' | 'Qualified' | 'Proposal' | 'Negotiation' | 'Won' | 'Lost';
export type StageEntry = { readonly stage: Stage; readonly day: number };

/**
 * How it goes on. `closed` null: it never closes. `minor` is its amount in cents, null where sales wrote none.
 * `call`: the reference call held while it was open; `byCall`: it was won because of that call. `credit`: money given back later.
 */
export type Closing = {
  readonly won: boolean;
  readonly closed: number | null;
  readonly entries: readonly StageEntry[];
  readonly minor: number | null;
  readonly product: string;
  readonly people: readonly number[];
  readonly call: { readonly day: number; readonly campaign: Campaign } | null;
  readonly byCall: boolean;
  /** Day by which sales hopes to close it. */
  readonly expected: number;
  readonly credit?: { readonly day: number; readonly minor: number; readonly why: string };
};

export type Deal = Opening & Closing & { readonly n: number };

/** `contact` null: only the account is known. `spelled`: how the tool names the campaign; null: it does not know. */
export type Touch = {
  readonly day: number;
  readonly contact: number | null;
  readonly channel: Channel;
  readonly campaign: Campaign | null;
  readonly spelled: string | null;
  readonly tool: Tool;
  readonly kind: string;
  readonly what: string;
  readonly offline: boolean;
};

/** `touches` are given where the story tells them; else they are drawn (touches.ts). */
export type Journey = {
  readonly reaches: readonly Reach[];
  readonly leads: readonly Lead[];
  readonly deals: readonly Deal[];
  readonly touches?: readonly Touch[];
};
