/** The credit of a period: every model side by side by one link, with what they do not say. */
import type { Coverage, Finding } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Model } from '../../models/attribution/models.ts';
import type { Agreement } from '../answers/agreement.ts';
import type { BySource, Source } from '../../models/attribution/sourced.ts';
import type { HalfLife } from '../answers/half-life.ts';
import type { Prose } from '../words/prose.ts';

/** What credit is cut by on the page; further columns can be asked for by name at the other doors. */
export const LINKS_OF_CREDIT = ['channel', 'campaign', 'item', 'requester', 'priority', 'outcome', 'objective'] as const;

export type CreditModel = { readonly name: Model; readonly label: string; readonly convention: string | null; readonly words: string };

export type CreditLine = {
  readonly key: string;
  readonly label: string;
  /** What stands behind the key: a campaign's or priority's page; null where it says nothing or has none. */
  readonly href: string | null;
  readonly id: string | null;
  /** Says nothing: blank, unknown, or no link of the thread. */
  readonly gap: boolean;
  readonly n: number;
  readonly touches: number;
  readonly firsts: number;
  readonly lasts: number;
  readonly minor: { readonly [M in Model]: number };
  readonly influenced: number;
  readonly sourced: BySource;
  /** Of the linear credit, moved by touches that arrived after the close. */
  readonly moved: number;
  /** Of the linear credit, of touches that are their deals' by a likely link. */
  readonly likely: number;
  /** 80 %, by drawing the deals anew; null where there are too few deals, or it is none of the keys with most credit. */
  readonly interval: { readonly [M in Model]?: { readonly low: number; readonly high: number } } | null;
};

/** Where the models are furthest apart, and what about the key's touches makes them so. */
export type Disagreement = {
  readonly key: string;
  readonly label: string;
  readonly low: { readonly model: Model; readonly minor: number };
  readonly high: { readonly model: Model; readonly minor: number };
  readonly why: string;
};

export type SourcedLine = {
  readonly source: Source;
  readonly label: string;
  readonly words: string;
  readonly minor: number;
  readonly deals: number;
  /** Deals that the definition cannot judge. */
  readonly unknown: number;
  readonly share: number | null;
  /** The definition that the touch rules lock. */
  readonly locked: boolean;
};

export type CreditPeriod = { readonly id: string; readonly from: Day; readonly to: Day; readonly before: string; readonly after: string };

export type CreditView = {
  readonly title: Prose;
  readonly scope: string;
  /** With the ids of the quarters beside it. */
  readonly period: CreditPeriod;
  readonly by: string;
  readonly byWords: string;
  readonly currency: Currency | null;
  readonly closed: { readonly minor: number; readonly deals: number };
  readonly models: readonly CreditModel[];
  readonly lines: readonly CreditLine[];
  /** Deals without a counted touch, and their money: the same under every model. */
  readonly dark: { readonly deals: number; readonly minor: number };
  readonly disagree: readonly Disagreement[];
  readonly sourced: readonly SourcedLine[];
  readonly influenced: { readonly minor: number; readonly deals: number; readonly share: number | null };
  readonly agreement: Agreement;
  /** `first`: the id of one such deal. */
  readonly late: { readonly touches: number; readonly moved: number; readonly deals: number; readonly first: string | null };
  readonly likely: { readonly touches: number; readonly deals: number; readonly minor: number };
  readonly intervals: { readonly times: number; readonly deals: number } | null;
  readonly halfLife: HalfLife;
  readonly rules: { readonly version: number; readonly words: string };
  readonly asOf: Day;
  readonly coverage: Coverage;
  readonly definition: string;
  readonly findings: readonly Finding[];
  readonly loads: readonly number[];
};
