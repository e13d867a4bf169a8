/**
 * One deal, back-tracked: who was met where and when, what each touch is credited with, and the chain
 * from the touch to the request that caused it and the objective it served.
 */
import type { Day } from '../../kernel/day.ts';
import type { CampaignId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import type { KeyTouch } from '../../models/attribution/key-touches.ts';
import type { Link } from '../thread/links.ts';
import type { Prose } from '../words/prose.ts';

/** Why a touch does not count towards the deal. */
export type NotCounted = 'after-close' | 'outside-look-back' | 'left-out' | 'repeat' | 'not-closed';

/** A touch as the facts know it, oldest first. */
export type DealTouch = {
  readonly id: string;
  readonly on: Day;
  readonly contactId: string | null;
  readonly contact: string | null;
  readonly title: string | null;
  readonly what: string | null;
  readonly channel: string | null;
  /** The campaign of the plan it belongs to, and the name the file gave. */
  readonly campaign: CampaignId | null;
  readonly campaignFound: string | null;
  readonly offline: boolean;
  readonly notCounted: NotCounted | null;
  /** Day its load arrived, where that was after the close. */
  readonly arrivedLate: Day | null;
  /** Which key touches it is; empty where it does not count. */
  readonly keys: readonly KeyTouch[];
  /** Shares of the deal by model, summing to 1 over the touches that count; absent where it does not count. */
  readonly weights: { readonly [model: string]: number } | null;
  readonly minor: { readonly [model: string]: number } | null;
};

export type DealFacts = {
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly status: 'open' | 'won' | 'lost' | null;
  readonly stage: string | null;
  readonly owner: string | null;
  readonly amountMinor: number | null;
  readonly currency: Currency | null;
  readonly leadOn: Day | null;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly selfReported: string | null;
  readonly stages: readonly { readonly stage: string; readonly on: Day | null }[];
  /** Whose touches count: those of the linked contacts, or of the whole account where none is linked. */
  readonly rule: 'contacts' | 'account' | 'none';
  readonly lookBackDays: number;
  readonly models: readonly { readonly name: string; readonly label: string; readonly convention: string | null; readonly words: string }[];
  /** The version of the touch rules, and where the half-life of time decay comes from, in words. */
  readonly rules: string;
  readonly halfLife: string;
  readonly touches: readonly DealTouch[];
};

export type TouchLine = DealTouch & {
  /** Place among the touches that count, from 1; null for one that does not. */
  readonly n: number | null;
  readonly campaignName: string | null;
  readonly role: string | null;
  readonly words: string;
};

/** A vertical line of the lanes: lead, opened, closed. */
export type Mark = { readonly on: Day; readonly label: string; readonly link: Link };

export type ChainStep = { readonly link: Link; readonly label: string; readonly sub: string; readonly href: string | null };

export type DealView = {
  readonly id: string;
  readonly title: Prose;
  readonly scope: Prose;
  readonly amount: Money | null;
  readonly facts: DealFacts;
  readonly people: readonly { readonly id: string; readonly name: string; readonly title: string | null }[];
  readonly marks: readonly Mark[];
  readonly touches: readonly TouchLine[];
  /** Sum of shares by model; 1 exactly where a touch counts. */
  readonly sums: { readonly [model: string]: number };
  readonly request: {
    readonly words: string | null;
    readonly by: string;
    readonly on: Day;
    readonly item: string;
    /** Where it came as a request. */ readonly request: { readonly id: string; readonly ref: string } | null;
  } | null;
  readonly chain: readonly ChainStep[];
  readonly notes: readonly {
    readonly code: string;
    readonly tone: 'plain' | 'risk' | 'early';
    readonly head: string;
    readonly text: string;
    readonly todo?: string;
    readonly href?: string;
  }[];
};
