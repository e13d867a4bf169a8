/**
 * The thread as a screen, a report or the command line shows it: walked up from closed revenue, or
 * down from what was agreed. Nine counts, a weave of the paths that carry most, what each path says in
 * words, and the breaks with what to do about them.
 */
import type { Finding } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import type { CampaignId, ItemId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { AskFor } from '../words/open.ts';
import type { Prose } from '../words/prose.ts';
import type { Link } from './links.ts';
import type { Weave } from './weave.ts';

/** A won deal of the period, with the touches that count towards it. */
export type ThreadDeal = {
  readonly id: string;
  readonly name: string;
  /** Whole minor units; null where the file gave no amount. */
  readonly amountMinor: number | null;
  readonly openedOn: Day | null;
  readonly closedOn: Day;
  readonly firstTouchOn: Day | null;
  readonly touches: number;
  readonly people: number;
  /** Touches that no campaign owns. */
  readonly untracked: number;
  readonly campaigns: readonly { readonly campaign: CampaignId; readonly touches: number }[];
};

/** What the facts know of one campaign in the period asked about. */
export type ThreadCampaign = {
  readonly campaign: CampaignId;
  readonly touches: number;
  readonly accounts: number;
  /** Opportunities opened after one of its touches; won among them, and their money by equal credit. */
  readonly opened: number;
  readonly won: number;
  readonly wonMinor: number;
  readonly spendMinor: number;
};

export type ThreadFacts = {
  readonly currency: Currency | null;
  readonly deals: readonly ThreadDeal[];
  readonly campaigns: readonly ThreadCampaign[];
  /** Person-days done, by work item. */
  readonly work: readonly { readonly item: ItemId; readonly days: number }[];
  /** Touches of the period that no campaign owns. */
  readonly untracked: number;
  /** Opportunities opened and still open, closed and won in the period, whoever touched them. */
  readonly opened: number;
};

export type Column = {
  readonly link: Link;
  readonly n: number;
  readonly text: string;
  readonly sub: string | null;
  readonly gap: string | null;
  readonly open: AskFor;
};

/** One path in words: what made it, going up; what it brought, going down. */
export type LaneStory = { readonly lane: string; readonly title: string; readonly up: Prose; readonly down: Prose };

/** A break of the thread with the next action. */
export type Break = Finding & { readonly action: string; readonly href: string };

export type ThreadView = {
  readonly direction: 'down' | 'up';
  readonly period: { readonly id: string; readonly from: Day; readonly to: Day; readonly before: string; readonly after: string };
  /** The finding in a sentence, and its scope. */
  readonly title: Prose;
  readonly scope: string;
  readonly columns: readonly Column[];
  readonly weave: Weave;
  readonly stories: readonly LaneStory[];
  readonly breaks: readonly Break[];
  /** Why there is nothing to walk, and the first step; null where there is. */
  readonly empty: { readonly why: string; readonly todo: string; readonly href: string } | null;
};
