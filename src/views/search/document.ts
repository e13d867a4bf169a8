/** Document: one thing that search can find, with who and when, and where it stands. */
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';

export const DOCUMENT_TYPES = [
  'objective',
  'outcome',
  'guidepoint',
  'priority',
  'request',
  'item',
  'campaign',
  'expectation',
  'decision',
  'note',
  'comment',
  'event',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** What each type is called where there are several. */
export const TYPE_WORDS: { readonly [T in DocumentType]: string } = {
  objective: 'Objectives',
  outcome: 'Outcomes',
  guidepoint: 'Guidepoints',
  priority: 'Priorities',
  request: 'Requests',
  item: 'Work items',
  campaign: 'Campaigns',
  expectation: 'Expectations',
  decision: 'Logged decisions',
  note: 'Reasons and words',
  comment: 'Comments',
  event: 'What else happened',
};
/** And where there is one. */
export const TYPE_WORD: { readonly [T in DocumentType]: string } = {
  objective: 'Objective',
  outcome: 'Outcome',
  guidepoint: 'Guidepoint',
  priority: 'Priority',
  request: 'Request',
  item: 'Work item',
  campaign: 'Campaign',
  expectation: 'Expectation',
  decision: 'Logged decision',
  note: 'Reason',
  comment: 'Comment',
  event: 'Decision',
};

export type Document = {
  /** The thing's id; versions and revisions have theirs behind it. */
  readonly id: string;
  readonly type: DocumentType;
  readonly title: string;
  /** What else is in it; "" where the title says it all. */
  readonly text: string;
  readonly href: string | null;
  readonly by: PersonId | null;
  readonly at: Instant;
  /** The note whose words these are; they may be erased, and not everybody may read them. */
  readonly note: NoteId | null;
};
