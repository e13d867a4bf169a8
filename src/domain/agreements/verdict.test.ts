import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { leftOn } from '../campaign/set-aside.ts';
import type { Refusal } from '../decide.ts';
import { given, minute, when, type Asked } from '../given.ts';
import { ben, caro, criteria, follow, looked, MICRO, overrule, READY, RUNNING, said, scale, take } from '../given-campaign.ts';
import { takenNow, waitingOverrule } from './verdict.ts';

const running = given(...RUNNING);
const waiting = given(...RUNNING, overrule('keep-going'));
const confirm = caro({ type: 'verdict/confirm-overrule', id: MICRO, overrule: 1, log: 'l_over' });
const overruled = given(...RUNNING, overrule('keep-going'), confirm);
const scaled = given(...RUNNING, take('scale'));
const toAbort = given(...RUNNING, looked(200, 2, { spentMinor: 30_000 }), take('abort'));

test('one person takes the word of the rule, and it stands in the decision log', () => {
  const answered = when(running, take('scale'));
  ok('events' in answered);
  deepEqual(
    answered.events.map(({ type }) => type),
    ['verdict/taken', 'logged/decided'],
  );
  const entry = scaled.logged.get('l_take')!;
  deepEqual([entry.decided, entry.deciders, entry.about], ['Scale, as the rule says: 31 of 300 replied', ['p_ben'], [MICRO]]);
  equal(takenNow(scaled.verdict.get(MICRO))!.said.sha256, 'a'.repeat(64));
});
test('another word than the rule’s waits for the second person, and lands only when he confirms', () => {
  equal(takenNow(waiting.verdict.get(MICRO)), null);
  equal(waitingOverrule(waiting.verdict.get(MICRO))!.second, 'p_caro');
  const now = takenNow(overruled.verdict.get(MICRO))!;
  deepEqual([now.word, now.said.word, now.by, now.overruled], ['keep-going', 'scale', 'p_ben', { second: 'p_caro', why: 'n_forwarded' }]);
  deepEqual(overruled.logged.get('l_over')!.deciders, ['p_ben', 'p_caro']);
});
test('it may be declined with a reason, or withdrawn by whoever asked', () => {
  const declined = given(
    ...RUNNING,
    overrule('abort'),
    caro({ type: 'verdict/decline-overrule', id: MICRO, overrule: 1, why: 'n_no', log: 'l_no' }),
  );
  equal(declined.verdict.get(MICRO)!.overrules[0]!.answered!.why, 'n_no');
  equal('events' in when(declined, take('scale')), true);
  deepEqual(when(waiting, ben({ type: 'verdict/withdraw-overrule', id: MICRO, overrule: 1 })), {
    events: [{ type: 'verdict/overrule-withdrawn', id: MICRO, overrule: 1 }],
  });
});
test('after an overrule the rule’s word counts again once there is more evidence', () =>
  equal('events' in when(given(...RUNNING, overrule('keep-going'), confirm, looked(350, 40)), take('scale')), true));

test('a scale plans the follow-up, sets its money aside and puts the work into the Backlog, in one act', () => {
  const answered = when(scaled, scale());
  ok('events' in answered);
  deepEqual(
    answered.events.map(({ type }) => type),
    [
      'item/added',
      'backlog/placed',
      'item/added',
      'backlog/placed',
      'campaign/planned',
      'campaign/briefed',
      'campaign/criteria-written',
      'budget/committed',
      'campaign/money-set-aside',
      'campaign/followed',
      'campaign/scaled',
      'verdict/logged',
      'logged/decided',
    ],
  );
  const after = given(...RUNNING, take('scale'), scale());
  const next = after.campaign.get('c_wave2')!;
  deepEqual(next.micro!.written!.criteria, { ...criteria, deadline: '2026-06-15' });
  deepEqual([next.micro!.written!.frozen, next.micro!.follows!.days, next.item], [null, 12, 'w_two']);
  deepEqual(after.campaign.get(MICRO)!.micro!.ended, { how: 'scaled', into: 'c_wave2', by: 'p_ben', at: minute(RUNNING.length + 1) });
  equal(leftOn(after, after.budget.get('b_out')!), 50_000);
  deepEqual([after.item.get('w_two')!.ref, after.item.get('w_pages')!.ref], ['W-2', 'W-3']);
});
test('its criteria stay open until they are frozen for it, and its money comes back where it is dropped', () => {
  const after = given(...RUNNING, take('scale'), scale());
  equal(
    'events' in
      when(after, ben({ type: 'campaign/write-criteria', id: 'c_wave2', criteria: { ...criteria, scale: 0.1, deadline: '2026-06-15' } })),
    true,
  );
  const dropped = given(...RUNNING, take('scale'), scale(), ben({ type: 'campaign/drop', id: 'c_wave2', why: 'n_no' }));
  equal(leftOn(dropped, dropped.budget.get('b_out')!), 200_000);
});
test('money is moved from a named line', () => {
  const reserve: Asked = [
    'p_ben',
    {
      type: 'budget/open',
      id: 'b_res',
      name: 'Reserve',
      currency: 'EUR',
      owner: null,
      purpose: null,
      takesSpend: false,
      months: [{ month: '2026-M04', minor: 250_000 }],
    },
  ];
  const with100 = { ...follow, budgetMinor: 300_000 };
  const move = { from: 'b_res', month: '2026-M04', toMonth: '2026-M04', minor: 110_000 } as const;
  const after = given(...RUNNING, reserve, take('scale'), scale({ follow: with100, move }));
  equal(leftOn(after, after.budget.get('b_res')!), 140_000);
  equal(leftOn(after, after.budget.get('b_out')!), 10_000);
  deepEqual(when(given(...RUNNING, reserve, take('scale')), scale({ follow: with100, move: { ...move, minor: 260_000 } })), {
    refused: { code: 'more-than-left', line: 'b_res', left: 250_000, wanted: 260_000, currency: 'EUR' },
  });
});

test('an abort gives back what is not spent, drops or returns the work, and names what drops in', () => {
  const item = (id: string, sizeDays: number): Asked => [
    'p_ben',
    {
      type: 'item/add',
      id: `w_${id}`,
      title: id,
      priority: null,
      owner: null,
      sizeDays,
      request: null,
      foundational: null,
      on: '2026-02-02',
    },
  ];
  const book = given(...RUNNING, item('big', 5), item('small', 2), looked(200, 2, { spentMinor: 30_000 }), take('abort'));
  const answered = when(book, ben({ type: 'verdict/abort', id: MICRO, drop: ['w_wave'], why: 'n_no', log: 'l_end' }));
  ok('events' in answered);
  deepEqual(answered.events.slice(0, -1), [
    {
      type: 'campaign/aborted',
      id: MICRO,
      why: 'n_no',
      freedMinor: 70_000,
      freedDays: 3,
      dropped: ['w_wave'],
      returned: [],
      next: 'w_small',
    },
    { type: 'budget/released', id: 'b_out', commitment: 'g_wave', on: '2026-02-03', minor: 70_000, why: 'n_no' },
    { type: 'item/dropped', id: 'w_wave', why: 'n_no' },
    { type: 'verdict/logged', id: MICRO, did: 'aborted', log: 'l_end', why: 'n_no' },
  ]);
});
test('started work that is not dropped goes back into the Backlog', () => {
  const book = given(...RUNNING, ['p_ben', { type: 'item/start', id: 'w_wave', on: '2026-02-03' }], take('abort'));
  const answered = when(book, ben({ type: 'verdict/abort', id: MICRO, drop: [], why: 'n_no', log: 'l_end' }));
  deepEqual('events' in answered && answered.events.at(-3), { type: 'item/returned', id: 'w_wave' });
});

const dirk: Asked = ['p_dirk', confirm[1]];
const REFUSED: readonly (readonly [string, typeof running, Asked, Refusal])[] = [
  ['there is nothing to take before the start', given(...READY), take('scale'), { code: 'not-started-yet', campaign: MICRO }],
  ['an overrule says another word', running, overrule('scale'), { code: 'not-another-word', word: 'scale' }],
  [
    'nobody is his own second',
    running,
    ben({ type: 'verdict/ask-overrule', id: MICRO, word: 'abort', said: said('scale'), second: 'p_ben', why: 'n_w' }),
    { code: 'second-is-first' },
  ],
  ['nobody confirms his own', waiting, ['p_ben', confirm[1]], { code: 'not-the-second', second: 'p_caro' }],
  ['nor does a third', waiting, dirk, { code: 'not-the-second', second: 'p_caro' }],
  ['one overrule at a time', waiting, overrule('abort'), { code: 'overrule-waits', second: 'p_caro' }],
  ['while it waits nothing is taken', waiting, take('scale'), { code: 'overrule-waits', second: 'p_caro' }],
  ['an overrule is there', running, confirm, { code: 'no-such-overrule', overrule: 1 }],
  ['and waits', overruled, confirm, { code: 'overrule-answered', state: 'confirmed' }],
  [
    'only who asked withdraws it',
    waiting,
    ['p_ana', { type: 'verdict/withdraw-overrule', id: MICRO, overrule: 1 }],
    { code: 'not-the-asker', by: 'p_ben' },
  ],
  [
    'nobody undoes alone what two decided on the same evidence',
    overruled,
    take('scale'),
    { code: 'overruled-on-this', word: 'keep-going', asOf: '2026-02-03' },
  ],
  ['nothing is scaled without the word', running, scale(), { code: 'verdict-needed', word: 'scale' }],
  [
    'nor aborted',
    scaled,
    ben({ type: 'verdict/abort', id: MICRO, drop: [], why: 'n_w', log: 'l_end' }),
    { code: 'verdict-needed', word: 'abort' },
  ],
  [
    'a word counts for what was seen',
    given(...RUNNING, take('scale'), looked(300, 20)),
    scale(),
    { code: 'looked-since', on: '2026-02-03' },
  ],
  [
    'only work of the campaign is dropped',
    toAbort,
    ben({ type: 'verdict/abort', id: MICRO, drop: ['w_other'], why: 'n_w', log: 'l_end' }),
    { code: 'not-work-of-campaign', item: 'w_other' },
  ],
  [
    'a scale takes no more than the line has left',
    scaled,
    scale({ follow: { ...follow, budgetMinor: 200_001 } }),
    { code: 'more-than-left', line: 'b_out', left: 200_000, wanted: 200_001, currency: 'EUR' },
  ],
  [
    'set-aside money stays what it is',
    given(...RUNNING, take('scale'), scale()),
    ben({ type: 'campaign/rebudget', id: 'c_wave2', budgetMinor: 9 }),
    { code: 'money-set-aside', campaign: 'c_wave2' },
  ],
  [
    'what has ended takes no verdict',
    given(...RUNNING, take('scale'), scale()),
    take('abort', 'l_late'),
    { code: 'campaign-ended', campaign: MICRO, how: 'scaled' },
  ],
];
for (const [rule, book, asked, refused] of REFUSED) test(`refused: ${rule}`, () => deepEqual(when(book, asked), { refused }));
