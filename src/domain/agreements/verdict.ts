/**
 * Verdict of a micro-campaign: what the rule said of the frozen criteria, on the evidence as it stood, and what people
 * made of it. One person may take the word of the rule. Another word than the rule's is an overrule: one asks with a
 * reason, it waits for a second person by name, and lands only when he confirms. Nobody overrules alone.
 *
 * What the rule says is counted by the server (models/verdict over the facts and the looks told by hand); here stands what
 * it said then, with the SHA-256 of the whole answer, kept byte for byte. Whatever is decided about it stands in the decision
 * log (verdict-log.ts).
 */
import type { Day } from '../../kernel/day.ts';
import type { BudgetId, CampaignId, CommitmentId, ItemId, LoggedId, NoteId, PersonId, PriorityId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { BriefRefusal } from '../campaign/brief.ts';
import type { CoreRefusal } from '../campaign/campaign.ts';
import type { CampaignEvent } from '../campaign/decide-campaign.ts';
import type { Word } from '../campaign/criteria.ts';
import type { SecondRefusal } from '../campaign/write.ts';
import type { BudgetEvent, BudgetRefusal } from '../capacity/budget.ts';
import type { ItemEvent, ItemRefusal } from '../backlog/decide-item.ts';
import type { Placed } from '../backlog/placing.ts';
import type { Shortfall } from '../blueprint/gate.ts';
import type { Evidence } from './evidence.ts';
import type { AgreementsBook, LoggedEvent } from './logged.ts';

/** What the rule said, as it stood. */
export type Said = {
  readonly word: Word;
  /** The finding of the answer, in its words. */
  readonly finding: string;
  /** Last day it knew about. */
  readonly asOf: Day;
  /** Of the whole answer in canonical JSON, as it is kept. */
  readonly sha256: string;
  readonly evidence: readonly Evidence[];
};

/** A word that counts: the rule's, or another that two people stood for. */
export type Taken = {
  readonly word: Word;
  readonly said: Said;
  readonly by: PersonId;
  readonly at: Instant;
  readonly log: LoggedId;
  /** Who confirmed that it is another word than the rule's, and why it is; null where it is the rule's. */
  readonly overruled: { readonly second: PersonId; readonly why: NoteId } | null;
};

export type Overrule = {
  readonly n: number;
  readonly word: Word;
  readonly said: Said;
  readonly why: NoteId;
  readonly by: PersonId;
  readonly second: PersonId;
  readonly at: Instant;
  readonly state: 'waiting' | 'confirmed' | 'declined' | 'withdrawn';
  readonly answered: { readonly by: PersonId; readonly at: Instant; readonly why: NoteId | null } | null;
};

/** What was done about a verdict besides taking it, as it stands in the decision log, and why. */
export type Did = {
  readonly did: 'scaled' | 'aborted' | 'declined';
  readonly log: LoggedId;
  readonly why: NoteId;
  readonly by: PersonId;
  readonly at: Instant;
};

export type Verdict = {
  readonly id: CampaignId;
  /** Oldest first; the last one counts. */
  readonly taken: readonly Taken[];
  readonly overrules: readonly Overrule[];
  /** Oldest first. */
  readonly logged: readonly Did[];
};

/** A piece of work that a scale puts into the Backlog. */
export type NewItem = { readonly id: ItemId; readonly title: string; readonly sizeDays: number; readonly owner: PersonId | null };

/** The follow-up that a scale plans, with the money and the work it brings. */
export type Scaling = {
  readonly follow: {
    readonly id: CampaignId;
    readonly name: string;
    readonly key: string;
    readonly from: Day;
    readonly to: Day;
    readonly budgetMinor: number | null;
    /** The line that pays; null where it costs no money. */
    readonly line: BudgetId | null;
    readonly commitment: CommitmentId;
    readonly owner: PersonId | null;
  };
  /** Plan moved to the follow-up's line; null where that line has enough. */
  readonly move: { readonly from: BudgetId; readonly month: string; readonly toMonth: string; readonly minor: number } | null;
  /** Which priority the new work serves; null where it serves that of the campaign's own work item. */
  readonly priority: PriorityId | null;
  readonly items: readonly NewItem[];
  readonly why: NoteId;
  /** Its entry in the decision log. */
  readonly log: LoggedId;
};

type Of = { readonly id: CampaignId };
type One = Of & { readonly overrule: number };
type Asking = Of & { readonly word: Word; readonly said: Said; readonly second: PersonId; readonly why: NoteId };

export type VerdictCommand =
  | ({ readonly type: 'verdict/take'; readonly said: Said; readonly log: LoggedId } & Of)
  | ({ readonly type: 'verdict/ask-overrule' } & Asking)
  | ({ readonly type: 'verdict/confirm-overrule'; readonly log: LoggedId } & One)
  | ({ readonly type: 'verdict/decline-overrule'; readonly why: NoteId; readonly log: LoggedId } & One)
  | ({ readonly type: 'verdict/withdraw-overrule' } & One)
  | ({ readonly type: 'verdict/scale' } & Of & Scaling)
  /** `drop`: open work of the campaign that nobody needs any more; the rest goes back into the Backlog. */
  | ({ readonly type: 'verdict/abort'; readonly drop: readonly ItemId[]; readonly why: NoteId; readonly log: LoggedId } & Of);

export type VerdictEvent =
  | ({ readonly type: 'verdict/taken'; readonly said: Said; readonly log: LoggedId } & Of)
  | ({ readonly type: 'verdict/overrule-asked' } & One & Asking)
  | ({ readonly type: 'verdict/overrule-confirmed'; readonly log: LoggedId } & One)
  | ({ readonly type: 'verdict/overrule-declined'; readonly why: NoteId } & One)
  | ({ readonly type: 'verdict/overrule-withdrawn' } & One)
  /** It was scaled, aborted, or its overrule declined, and that stands in the decision log. */
  | ({ readonly type: 'verdict/logged'; readonly did: Did['did']; readonly log: LoggedId; readonly why: NoteId } & Of);

/** What a verdict changes besides itself: the campaign, its follow-up, money, work, the log. */
export type VerdictProduced = VerdictEvent | CampaignEvent | BudgetEvent | ItemEvent | Placed | LoggedEvent;

export type VerdictRefusal =
  | BriefRefusal
  | CoreRefusal
  | SecondRefusal
  | BudgetRefusal
  | ItemRefusal
  | { readonly code: 'not-started-yet'; readonly campaign: CampaignId }
  | { readonly code: 'not-another-word'; readonly word: Word }
  | { readonly code: 'overrule-waits'; readonly second: PersonId }
  | { readonly code: 'no-such-overrule'; readonly overrule: number }
  | { readonly code: 'overrule-answered'; readonly state: Exclude<Overrule['state'], 'waiting'> }
  | { readonly code: 'not-the-asker'; readonly by: PersonId }
  | { readonly code: 'overruled-on-this'; readonly word: Word; readonly asOf: Day }
  | { readonly code: 'verdict-needed'; readonly word: 'scale' | 'abort' }
  | { readonly code: 'looked-since'; readonly on: Day }
  | { readonly code: 'not-work-of-campaign'; readonly item: ItemId }
  | { readonly code: 'follow-in-the-past'; readonly from: Day; readonly today: Day }
  | { readonly code: 'scale-over-capacity'; readonly period: string; readonly short: readonly Shortfall[] };

export type VerdictBook = AgreementsBook & { readonly verdict: ReadonlyMap<CampaignId, Verdict> };

/** The word that counts now; null where none was taken. */
export const takenNow = (v: Verdict | undefined): Taken | null => v?.taken.at(-1) ?? null;
/** The overrule that waits for its second person; null where none does. */
export const waitingOverrule = (v: Verdict | undefined): Overrule | null => v?.overrules.find(({ state }) => state === 'waiting') ?? null;
