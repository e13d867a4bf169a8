import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from './book.ts';
import { HIDDEN, mayReadNote, visible } from './visible.ts';

const request = { by: 'p_caro', on: '2026-02-11', words: 'n_w' } as const;
const item = { id: 'w_a', ref: 'W-1', title: 'Letter', priority: null, owner: null, sizeDays: null, on: '2026-02-12' } as const;
const priority = {
  id: 'r_a',
  period: '2026-Q2',
  owner: null,
  title: 'Offer',
  moscow: 'must',
  outcomes: [],
  effortDays: 5,
  from: '2026-04-01',
  to: '2026-04-02',
} as const;
const campaign = {
  id: 'c_a',
  name: 'Fair',
  channel: 'Fair',
  from: '2026-04-01',
  to: '2026-04-02',
  key: 'fair',
  aliases: [],
  item: null,
  owner: null,
} as const;
const change = {
  period: '2026-Q2',
  change: 'x_a',
  reason: 'law-or-regulator',
  terms: [],
  approver: 'p_dirk',
  statement: 'S',
  outcomes: ['u_a'],
  seats: ['ceo'],
} as const;

/** What happened, and what a viewer hears of it. */
const HEARD: readonly (readonly [string, Event, Event | null])[] = [
  [
    'the budget of a priority is kept from him',
    { type: 'priority/planned', ...priority, budgetMinor: 9 },
    { type: 'priority/planned', ...priority, budgetMinor: null },
  ],
  [
    'a priority that is resized tells him its effort',
    { type: 'priority/resized', id: 'r_a', effortDays: 3, budgetMinor: 9 },
    { type: 'priority/resized', id: 'r_a', effortDays: 3, budgetMinor: null },
  ],
  [
    'the budget of a campaign is kept from him',
    { type: 'campaign/planned', ...campaign, budgetMinor: 9, foundational: null },
    { type: 'campaign/planned', ...campaign, budgetMinor: null, foundational: null },
  ],
  [
    'that a campaign is foundational he may know, why not',
    { type: 'campaign/planned', ...campaign, budgetMinor: 9, foundational: 'n_f' },
    { type: 'campaign/planned', ...campaign, budgetMinor: null, foundational: HIDDEN },
  ],
  ['a changed budget is no news for him', { type: 'campaign/rebudgeted', id: 'c_a', budgetMinor: 9 }, null],
  [
    'who asked for a work item is kept from him',
    { type: 'item/added', ...item, request, foundational: null },
    { type: 'item/added', ...item, request: null, foundational: null },
  ],
  [
    'that a work item is foundational he may know',
    { type: 'item/justified', id: 'w_a', foundational: 'n_f' },
    { type: 'item/justified', id: 'w_a', foundational: HIDDEN },
  ],
  ['a request recorded later is no news for him', { type: 'item/request-recorded', id: 'w_a', request }, null],
  [
    'a check-in tells him the value, not the note',
    { type: 'outcome/checked-in', id: 'u_a', value: 5, on: '2026-04-01', note: 'n_n' },
    { type: 'outcome/checked-in', id: 'u_a', value: 5, on: '2026-04-01', note: null },
  ],
  [
    'a moved target tells him that there is a reason',
    { type: 'outcome/target-moved', id: 'u_a', target: 5, due: '2026-04-01', why: 'n_w' },
    { type: 'outcome/target-moved', id: 'u_a', target: 5, due: '2026-04-01', why: HIDDEN },
  ],
  [
    'a target that a change moved is told as it is',
    { type: 'outcome/target-moved', id: 'u_a', target: 5, due: '2026-04-01', why: null },
    { type: 'outcome/target-moved', id: 'u_a', target: 5, due: '2026-04-01', why: null },
  ],
  [
    'a change tells him its class of reason, not its words',
    { type: 'guidepoint/change-asked', ...change, words: 'n_w' },
    { type: 'guidepoint/change-asked', ...change, words: HIDDEN },
  ],
  [
    'who declined he may know, why not',
    { type: 'guidepoint/declined', period: '2026-Q2', version: 1, seat: 'ceo', why: 'n_w' },
    { type: 'guidepoint/declined', period: '2026-Q2', version: 1, seat: 'ceo', why: HIDDEN },
  ],
  [
    'what was dropped he may know, why not',
    { type: 'item/dropped', id: 'w_a', why: 'n_w' },
    { type: 'item/dropped', id: 'w_a', why: HIDDEN },
  ],
];
for (const [rule, event, heard] of HEARD)
  test(`a viewer: ${rule}`, () => {
    deepEqual(visible('viewer', event), heard);
    for (const role of ['owner', 'marketer', 'stakeholder'] as const) equal(visible(role, event), event);
  });

test('a viewer: a signature is told as it is', () => {
  const signed: Event = { type: 'guidepoint/signed', period: '2026-Q2', version: 1, seat: 'ceo' };
  equal(visible('viewer', signed), signed);
});

test('notes are read by everybody but viewers, who read what they wrote themselves', () => {
  const note = { by: 'p_ben' };
  deepEqual(
    (['owner', 'marketer', 'stakeholder', 'viewer'] as const).map((role) => mayReadNote(role, 'p_eve', note)),
    [true, true, true, false],
  );
  equal(mayReadNote('viewer', 'p_ben', note), true);
});
