/**
 * Findings: what a careful reader must know beside a number, each with its code, meaning and next action.
 * Codes are stable: programs and tests key on them.
 */
import type { Figure, Finding } from '../../kernel/answer.ts';

const TODO = {
  /** A conversion dated before what it followed. */
  'negative-lag': 'Look the two dates up in the source and load it again. Until then the lag counts as it stands.',
  /** Cohorts that began before the file could show a conversion. */
  'left-truncated': 'Compare only cohorts that began on or after that day, or load the earlier conversions.',
  /** A curve that has not come to its level in the time watched. */
  'short-follow-up': 'Wait, or read only the part that was watched: the share by 90 days stands either way.',
  /** Groups without enough evidence for a curve of their own. */
  'too-few': 'Wait for more, or cut more coarsely.',
  /** A window that has not passed yet for part of a cohort. */
  immature: 'Wait until the window has passed, or ask for a shorter one.',
  /** Rows whose cell is empty in the column of the cut. */
  'blank-key': 'Fill the column in the source if it should say something. The rows are counted under (blank).',
  /** Rows that stand in several segments. */
  overlap: 'Nothing: each row says what is true of its segment. Do not add the rows up.',
  /** A name that its reference file does not know. */
  'unmatched-name': 'Say what the name means (Data, Names), or add it to the reference file.',
  /** Members of a reference file that no row names. */
  'lookup-unused': 'Nothing to do if they are new or gone; otherwise look for another spelling of them.',
  /** Money without a currency. */
  'no-currency': 'Load the file again with --currency, for instance --currency EUR.',
  /** Amounts in a currency the answer is not in. */
  'mixed-currency': 'Record a rate for that currency and day (Plan, Budget, Rates), and the amounts are converted.',
  /** Nobody said which zone times are in. */
  'zone-assumed': 'Say the zone at import (--time-zone Europe/Amsterdam) or in the company settings.',
  /** Models that learn from all deals: nothing to learn from. */
  'nothing-won': 'Choose a longer period, or look under Data, Coverage, for deals whose people are missing.',
  /** Keys with few touches that stand together. */
  'gathered-keys': 'Ask for all of them (full): about a minute for 3,000, in the background.',
  /** Keys under which deals are won more seldom than elsewhere. */
  'negative-rate': 'Compare like with like: cut by market or product as well before drawing a conclusion.',
  /** A chain with a longer memory rests on fewer deals. */
  'longer-memory': 'Compare it with order 1: where they differ much, look at intervals first.',
  /** Won deals without a counted touch. */
  'dark-deals': 'Link people to the deal, or load the touches of its account.',
  /** Touches whose campaign is blank or known to nobody. */
  'untracked-touches': 'Add the spelling to a campaign, or mark the touch with one.',
  /** One value carries most of a sum. */
  'one-value-dominates': 'Look at that row before using the sum, or use the median.',
  /** Conversions that name no lead. */
  'unlinked-deals': 'Load the lead of each deal, or map the column that names it.',
  /** Rows with a day missing where the question needs one. */
  undated: 'Fill the date in the source. The rows are left out of anything that needs it.',
  /** Won deals without an amount. */
  'no-amount': 'Fill the amount in the source. Sums and means leave these deals out.',
  /** Only won deals were loaded. */
  'no-lost-deals': 'Load the lost deals too; until then no win rate can be believed.',
  /** Deals that name no account. */
  'no-account': 'Fill the account in the source; without it neither touches nor segments reach the deal.',
  /** Deals without linked people. */
  'no-people': 'Load the people of each deal (contact roles), and only their touches will count.',
  /** Stages in the order of the files, because nobody signed what they mean. */
  'stages-of-files': 'Let marketing and sales sign what the stages mean (Data, Stages): they then count in your own order.',
  /** The definitions changed within what is shown. */
  'stages-changed': 'Nothing: one answer is counted by one version. For the older one, ask with an as-of before the change.',
  /** Stages of the CRM that no definition names. */
  'unknown-stages': 'Name them as a sign of a stage (Data, Stages), or leave them out on purpose.',
  /** Deals opened again after they were closed. */
  reopened: 'Nothing: such a deal stays one deal, and counts as closed only when it is closed again.',
  /** Entries dated after the close. */
  'entry-after-close': 'Look at the closing dates in the CRM: they are probably set too early, or stages are filled in afterwards.',
  /** Many went past a stage without a sign of it. */
  skipped: 'Ask whether the stage is worth its name, or whether it is only filled in late.',
  /** Deals without a stage. */
  'no-stage': 'Map the stage column, or fill it in the source.',
  'seen-between-loads': 'Import the history of stages that the CRM keeps, or import more often.',
  /** Leads whose channel is empty. */
  'no-channel': 'Fill the channel in the source, or map the column that says it.',
  /** Touches that name nobody. */
  'no-person': 'Load them with the contact, the address or the account they reached.',
  /** Why the rule says what it says. */
  why: 'Nothing: it is the reason of the word.',
  /** What campaigns of a kind have reached so far. */
  'base-rate': 'Hold the next thresholds against it: scale above what half of them reach, abort near what few stay under.',
  /** A guardrail that has surely been broken. */
  'guard-broken': 'Stop or change what does the harm before anything is scaled; people decide.',
  /** Variants that did not get the shares they were meant to get. */
  'sample-ratio': 'Find out who is left out or counted twice: redirects, bots, a file that misses a variant.',
  /** An outcome that comes long after its case. */
  'late-outcome': 'Wait, or choose an earlier outcome for the next campaign.',
  /** What one would say who looked once. */
  'plain-look': 'Nothing: it stands beside the rule and does not decide.',
  /** A level that no comparison explains. */
  'not-a-cause': 'To see what a campaign causes, draw by chance who gets it.',
  /** Cases of a campaign that met more than one variant. */
  'two-variants': 'Nothing: who met both says nothing about either. If there are many, look at how variants are shared out.',
  /** A campaign without cases of the kind that was asked for. */
  'other-kinds': 'Ask for one of these kinds, or map the column of the file that says what a touch was.',
  /** Leads whose campaign is blank or known to nobody. */
  'untracked-leads': 'Add the spelling to a campaign.',
  /** Deals of which the files do not say whether they are open. */
  'no-status': 'Map the stage or the outcome column.',
  /** Open deals older than any deal that ever closed. */
  stale: 'Close them or ask their owners: nothing this old has ever closed.',
  /** Work that serves no outcome. */
  orphan: 'Link it to a priority, or stop it.',
  /** An outcome or priority with no work. */
  starved: 'Start work for it, or drop it from the Guidepoint.',
  /** Campaigns without a work item. */
  'unlinked-campaign': 'Link the campaign to its work item, or mark it foundational.',
  /** Spend whose campaign is blank or known to nobody. */
  'unmatched-spend': 'Add the spelling to a campaign. Until then the money stands with no campaign.',
  /** Credit under a key of which no cost is recorded. */
  'no-cost': 'Import what it cost, or record the invoice on a budget line of the campaign.',
  /** Cost under a key that no deal won in the period was touched by. */
  'no-credit': 'Look at it with the cost of the credited days, or wait: what is spent now often closes later.',
  /** Work done that counts as no cost. */
  'effort-not-priced': 'Settle the price of a day (Prove, Funnel and ROI, what counts as cost), or leave effort out on purpose.',
  /** Sales costs that nobody settled. */
  'sales-not-priced': 'Settle what sales costs a month (Prove, Funnel and ROI, what counts as cost).',
  /** A payback without margin or term. */
  'payback-unknown': 'Settle both (Prove, Funnel and ROI, what counts as cost).',
  /** Open deals that stand too long in their stage. */
  'at-risk': 'Ask their owners what is missing, or close them.',
  /** Open deals that were expected to have closed. */
  'overdue-deals': 'Say when they are expected now, or close them.',
  /** Nothing to be covered. */
  'no-target': 'Name an outcome measured by won revenue that is due in this period, or give --target.',
  /** The target is won. */
  'target-reached': 'Nothing.',
  /** Cohorts that must not be set against each other. */
  'not-comparable': 'Compare cohorts that are both ripe and both began after the files did, or ask for a shorter window with --within.',
  /** Too few cases for an average. */
  'too-thin': 'Take a longer period, or no cut.',
  /** Touches that reached us after the deal closed, dated before it. */
  /** Touches that the touch rules leave out or count once. */
  'ruled-out': 'Nothing, if the rules are as agreed. Data, Touch rules, shows them and what others would change.',
  /** Deals whose lead names no source. */
  'source-unknown': 'Load the leads with their source, or agree on another definition of sourced (Data, Touch rules).',
  'likely-links': 'Data, Identity: confirm or deny what is on the review list.',
  'no-intervals': 'Ask for a longer period, or read the numbers without an interval.',
  'late-touches': 'Nothing: they count. Figures published earlier may differ.',
  /** Touches of the deal's people that came too late to matter to it. */
  'after-close': 'Nothing: what follows a close belongs to the next deal.',
  /** The deal has no linked people, so its account's touches are taken. */
  'account-rule': 'Link the people who decided, and only their touches will count.',
  /** Self-reported source and tracked first touch differ. */
  'self-reported': 'Keep both: one is memory, the other is tracking.',
} as const;

export type FindingCode = keyof typeof TODO;

type More = {
  readonly ids?: readonly string[];
  readonly minor?: number | null;
  readonly detail?: { readonly [name: string]: Figure };
  readonly todo?: string;
};

/** A finding, with its next action; ids are cut to the first hundred. */
export const finding = (code: FindingCode, n: number, text: string, more: More = {}): Finding => ({
  code,
  n,
  ids: (more.ids ?? []).slice(0, 100),
  text,
  todo: more.todo ?? TODO[code],
  ...(more.minor !== undefined && more.minor !== null && { minor: more.minor }),
  ...(more.detail && { detail: more.detail }),
});
