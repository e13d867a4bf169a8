/** A micro-campaign for tests: Ben writes to 300 shippers, Caro freezes what counts as success, Ben starts it on 3 February. */
import type { Said, VerdictCommand } from './agreements/verdict.ts';
import type { Book } from './book.ts';
import type { Arm, Criteria } from './campaign/criteria.ts';
import type { CampaignCommand } from './campaign/decide-campaign.ts';
import { QUESTIONS } from './campaign/micro.ts';
import { decideBatch } from './decide.ts';
import { FOUNDED, type Answered, type Asked } from './given.ts';

export const MICRO = 'c_wave';
export const ben = (command: CampaignCommand | VerdictCommand): Asked => ['p_ben', command];
export const caro = (command: CampaignCommand | VerdictCommand): Asked => ['p_caro', command];

export const criteria: Criteria = {
  measure: {
    kind: 'share',
    better: 'more',
    of: { what: 'hand', name: 'Replies that ask for something' },
    outOf: { what: 'hand', name: 'Messages sent' },
    relative: false,
  },
  scale: 0.08,
  abort: 0.05,
  minimum: 150,
  deadline: '2026-05-15',
  error: 0.1,
  guardrails: [],
};
export const share = (n: number, of: number): Arm => ({ n, of, ofSquares: null, outOf: null, outOfSquares: null, products: null });

/** 3,000 euros on a line for outreach, 1,000 of them for this campaign; its work item, sized at three days. */
export const PLANNED_MICRO: readonly Asked[] = [
  ...FOUNDED,
  [
    'p_ben',
    {
      type: 'budget/open',
      id: 'b_out',
      name: 'Outreach',
      currency: 'EUR',
      owner: null,
      purpose: null,
      takesSpend: false,
      months: [{ month: '2026-M02', minor: 300_000 }],
    },
  ],
  [
    'p_ben',
    {
      type: 'item/add',
      id: 'w_wave',
      title: 'Write to 300 shippers',
      priority: null,
      owner: 'p_ben',
      sizeDays: 3,
      request: null,
      foundational: null,
      on: '2026-02-02',
    },
  ],
  ben({
    type: 'campaign/plan',
    id: MICRO,
    name: 'Outreach, wave 1',
    channel: 'Outreach',
    from: '2026-02-03',
    to: '2026-03-31',
    budgetMinor: 100_000,
    key: 'wave-1',
    aliases: [],
    item: 'w_wave',
    foundational: null,
    owner: 'p_ben',
  }),
];
export const brief = {
  type: 'campaign/brief',
  id: MICRO,
  hypothesis: 'n_believe',
  segment: null,
  line: 'b_out',
  variants: [{ name: 'With their tender date', weight: 1 }],
  randomised: false,
} as const satisfies CampaignCommand;
export const BRIEFED: readonly Asked[] = [...PLANNED_MICRO, ben(brief)];
export const WRITTEN: readonly Asked[] = [...BRIEFED, ben({ type: 'campaign/write-criteria', id: MICRO, criteria })];
export const PROPOSED: readonly Asked[] = [
  ...WRITTEN,
  ben({ type: 'campaign/propose-criteria', id: MICRO, revision: 1, second: 'p_caro' }),
];
export const FROZEN: readonly Asked[] = [...PROPOSED, caro({ type: 'campaign/freeze', id: MICRO, revision: 1 })];
export const READY: readonly Asked[] = [
  ...FROZEN,
  ...QUESTIONS.map((question) => ben({ type: 'campaign/answer', id: MICRO, question, answer: 'n_answer' })),
];
export const start = { type: 'campaign/start', id: MICRO, commitment: 'g_wave' } as const satisfies CampaignCommand;
export const RUNNING: readonly Asked[] = [...READY, ben(start)];

export const looked = (n: number, of: number, more: Partial<Extract<CampaignCommand, { type: 'campaign/look' }>> = {}): Asked =>
  ben({
    type: 'campaign/look',
    id: MICRO,
    on: '2026-02-03',
    arms: [share(n, of)],
    guards: [],
    spentMinor: null,
    correction: null,
    ...more,
  });
export const said = (word: Said['word'], more: Partial<Said> = {}): Said => ({
  word,
  finding: '31 of 300 replied',
  asOf: '2026-02-03',
  sha256: 'a'.repeat(64),
  evidence: [],
  ...more,
});
export const take = (word: Said['word'], log: `l_${string}` = 'l_take'): Asked =>
  ben({ type: 'verdict/take', id: MICRO, said: said(word), log });
/** Ben asks Caro for another word than the rule's. */
export const overrule = (word: Said['word'], rule: Said['word'] = 'scale'): Asked =>
  ben({ type: 'verdict/ask-overrule', id: MICRO, word, said: said(rule), second: 'p_caro', why: 'n_forwarded' });

/** A second wave in the next quarter, for 1,500 euros and twelve days of work. */
export const follow = {
  id: 'c_wave2',
  name: 'Outreach, wave 2',
  key: 'wave-2',
  from: '2026-04-01',
  to: '2026-06-15',
  budgetMinor: 150_000,
  line: 'b_out',
  commitment: 'g_wave2',
  owner: 'p_ben',
} as const;
export type Scale = Extract<VerdictCommand, { type: 'verdict/scale' }>;
export const scale = (change: Partial<Scale> = {}): Asked =>
  ben({
    type: 'verdict/scale',
    id: MICRO,
    follow,
    move: null,
    priority: null,
    items: [
      { id: 'w_two', title: 'Write to 240 more', sizeDays: 8, owner: null },
      { id: 'w_pages', title: 'A page for each country', sizeDays: 4, owner: 'p_ben' },
    ],
    why: 'n_grow',
    log: 'l_scale',
    ...change,
  });

/** What comes of asking this on another day, at noon. */
export const whenOn = (book: Book, day: string, [by, command]: Asked): Answered => {
  const decided = decideBatch(book, [command], { by, at: `${day}T12:00:00.000Z` });
  return decided.ok ? { events: decided.value.entries.map(({ event }) => event) } : { refused: decided.refusal.refusal };
};
