/**
 * Links: the small tables that the journal projects into the facts, so that a walk of the thread is a join.
 */
import type { Currency } from '../../kernel/money.ts';

export type CompanyFacts = {
  readonly name: string;
  readonly zone: string;
  readonly currency: Currency | null;
  readonly lookBackDays: number;
  readonly startMonth: number;
  readonly pattern: 'calendar' | '4-4-5';
};

/** The whole of what the journal says; what is absent from a list is gone from the facts. */
export type Links = {
  readonly company: CompanyFacts;
  readonly campaigns: readonly {
    readonly campaignId: string; readonly name: string; readonly channel: string | null; readonly foundational: boolean;
    readonly itemId: string | null; readonly priorityId: string | null; readonly guidepoint: string | null;
    /** Every spelling that means it: tracking key, aliases, CRM and ad platform names. Its id and name are added by themselves. */
    readonly spellings: readonly string[];
  }[];
  readonly items: readonly { readonly itemId: string; readonly ref: string; readonly title: string; readonly priorityId: string | null; readonly foundational: boolean }[];
  readonly outcomes: readonly { readonly priorityId: string; readonly outcomeId: string; readonly objectiveId: string }[];
};
