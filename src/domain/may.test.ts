import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../kernel/random.ts';
import type { Command } from './book.ts';
import { ROLES, type Role } from './company/company.ts';
import { decideBatch } from './decide.ts';
import { OPERATOR } from './decider.ts';
import { FOUNDED, given, minute } from './given.ts';
import { may, roleOf, rolesFor } from './may.ts';
import { randomCommand } from './random-commands.ts';

type Table = { readonly [T in Command['type']]: readonly Role[] };
const own: readonly Role[] = ['owner'];
const plan: readonly Role[] = ['owner', 'marketer'];
const ask: readonly Role[] = ['owner', 'marketer', 'stakeholder'];

/** Said a second time, command by command, so that a change of the table is a change of two places. */
const TABLE: Table = {
  'company/found': own,
  'company/rename': own,
  'company/choose-currency': own,
  'company/choose-zone': own,
  'company/choose-fiscal': own,
  'company/choose-look-back': own,
  'company/choose-shares': own,
  'company/open-feed': plan,
  'company/close-feed': plan,
  'company/show-titles': own,
  'company/name-seat': own,
  'company/add-member': own,
  'company/give-role': own,
  'company/give-seats': own,
  'company/remove-member': own,
  'outcome/remeasure': plan,
  'kpi/set': plan,
  'kpi/reword': plan,
  'kpi/remeasure': plan,
  'kpi/move-corridor': plan,
  'kpi/hand-over': plan,
  'kpi/retire': plan,
  'segment/define': plan,
  'segment/redefine': plan,
  'segment/reword': plan,
  'segment/retire': plan,
  'direction/word': plan,
  'kpi/check-in': ask,
  'outcome/state-confidence': ask,
  'outcome/score': plan,
  'objective/set': plan,
  'objective/reword': plan,
  'objective/move-due': plan,
  'objective/hand-over': plan,
  'objective/retire': plan,
  'outcome/add': plan,
  'outcome/reword': plan,
  'outcome/move-target': plan,
  'outcome/correct-baseline': plan,
  'outcome/hand-over': plan,
  'outcome/link': plan,
  'outcome/check-in': ask,
  'outcome/retire': plan,
  'guidepoint/propose': plan,
  'guidepoint/reword': plan,
  'guidepoint/sign': ask,
  'guidepoint/decline': ask,
  'guidepoint/ask-change': ask,
  'guidepoint/approve-change': ask,
  'guidepoint/refuse-change': ask,
  'guidepoint/withdraw-change': ask,
  'calendar/draw': plan,
  'calendar/rename': plan,
  'calendar/choose-weekdays': plan,
  'calendar/add-holidays': plan,
  'calendar/remove-holiday': plan,
  'calendar/retire': plan,
  'team/form': plan,
  'team/rename': plan,
  'team/follow-calendar': plan,
  'team/set-focus': plan,
  'team/retire': plan,
  'capacity/set-hours': plan,
  'capacity/set-focus': plan,
  'capacity/name-skills': plan,
  'capacity/join-team': plan,
  'capacity/follow-calendar': plan,
  'capacity/take-off': plan,
  'capacity/cancel-off': plan,
  'budget/open': plan,
  'budget/rename': plan,
  'budget/hand-over': plan,
  'budget/tie': plan,
  'budget/plan': plan,
  'budget/forecast': plan,
  'budget/commit': plan,
  'budget/release': plan,
  'budget/record': plan,
  'budget/strike': plan,
  'budget/transfer': plan,
  'budget/close': plan,
  'costs/settle': ask,
  'publication/publish': ask,
  'publication/sign': ask,
  'publication/withdraw': ask,
  'stages/propose': plan,
  'stages/sign': ask,
  'stages/decline': ask,
  'stages/withdraw': plan,
  'touches/propose': plan,
  'touches/adopt': ask,
  'touches/withdraw': plan,
  'month/lock': ask,
  'month/unlock': ask,
  'rate/set': plan,
  'rate/remove': plan,
  'priority/plan': plan,
  'priority/reword': plan,
  'priority/class': plan,
  'priority/serve': plan,
  'priority/resize': plan,
  'priority/reschedule': plan,
  'priority/hand-over': plan,
  'priority/depend': plan,
  'priority/split': plan,
  'priority/defer': plan,
  'priority/drop': plan,
  'milestone/set': plan,
  'milestone/reword': plan,
  'milestone/move': plan,
  'milestone/reach': plan,
  'milestone/reopen': plan,
  'milestone/remove': plan,
  'blueprint/pull-lever': plan,
  'blueprint/release-lever': plan,
  'blueprint/leave-out': plan,
  'blueprint/reconsider': plan,
  'blueprint/tell': plan,
  'blueprint/propose': plan,
  'blueprint/sign': ask,
  'blueprint/decline': ask,
  'blueprint/ask-change': ask,
  'blueprint/sign-change': ask,
  'blueprint/decline-change': ask,
  'blueprint/withdraw-change': ask,
  'scenario/try': plan,
  'scenario/rename': plan,
  'scenario/edit': plan,
  'scenario/choose': plan,
  'scenario/drop': plan,
  'form/make': plan,
  'form/revoke': plan,
  'request/receive': ask,
  'request/accept': plan,
  'request/merge': plan,
  'request/defer': plan,
  'request/decline': plan,
  'request/withdraw': ask,
  'request/return': plan,
  'request/ask': plan,
  'request/answer': ask,
  'request/ask-place': ask,
  'request/answer-place': plan,
  'item/add': plan,
  'item/retitle': plan,
  'item/size': plan,
  'item/assign': plan,
  'item/link': plan,
  'item/justify': plan,
  'item/record-request': plan,
  'item/start': plan,
  'item/finish': plan,
  'item/reopen': plan,
  'item/drop': plan,
  'item/restore': plan,
  'assumption/growth': plan,
  'assumption/lag': plan,
  'assumption/forget-lag': plan,
  'backlog/place': plan,
  'practice/choose-ice': plan,
  'practice/add-question': plan,
  'practice/drop-question': plan,
  'practice/rule-readiness': plan,
  'practice/limit': plan,
  'practice/calibrate': plan,
  'item/size-by-skill': plan,
  'item/size-shirt': plan,
  'item/score-rice': plan,
  'item/score-ice': plan,
  'item/score-wsjf': plan,
  'item/estimate-value': plan,
  'item/answer': plan,
  'item/withdraw-answer': plan,
  'item/depend': plan,
  'item/undepend': plan,
  'item/enable': plan,
  'item/give-to-team': plan,
  'item/record-source': plan,
  'item/label': plan,
  'item/wait': plan,
  'item/resume': plan,
  'item/put-back': plan,
  'backlog/adopt': plan,
  'cycle/plan': plan,
  'cycle/take': plan,
  'cycle/leave': plan,
  'cycle/start': plan,
  'cycle/close': plan,
  'cycle/drop': plan,
  'campaign/plan': plan,
  'campaign/rename': plan,
  'campaign/reschedule': plan,
  'campaign/rebudget': plan,
  'campaign/rechannel': plan,
  'campaign/add-alias': plan,
  'campaign/remove-alias': plan,
  'campaign/link': plan,
  'campaign/justify': plan,
  'campaign/drop': plan,
  'duty/give': plan,
  'duty/take-back': plan,
  'duty/choose-scheme': plan,
  'expectation/propose': ask,
  'expectation/revise': ask,
  'expectation/sign': ask,
  'expectation/decline': ask,
  'expectation/keep': ask,
  'expectation/break': ask,
  'expectation/release': ask,
  'expectation/withdraw': ask,
  'logged/decide': ask,
  'workshop/plan': plan,
  'workshop/reword': plan,
  'workshop/reschedule': plan,
  'workshop/set-agenda': plan,
  'workshop/invite': plan,
  'workshop/uninvite': plan,
  'workshop/renew-link': plan,
  'workshop/ask-prework': plan,
  'workshop/remind': plan,
  'workshop/put-together': plan,
  'workshop/cancel': plan,
  'workshop/send-prework': ask,
  'workshop/open': ask,
  'workshop/start-phase': ask,
  'workshop/pause': ask,
  'workshop/resume': ask,
  'workshop/extend': ask,
  'workshop/reveal-cards': ask,
  'workshop/name-groups': ask,
  'workshop/reveal-votes': ask,
  'workshop/hand-over': ask,
  'workshop/take-up': ask,
  'workshop/close': ask,
};
const types = Object.keys(TABLE) as Command['type'][];
const book = given(...FOUNDED);
const people = { owner: 'p_ana', marketer: 'p_ben', stakeholder: 'p_caro', viewer: 'p_eve' } as const;

test('every command may be asked by the roles that are written down for it, and by no other', () => {
  for (const type of types)
    deepEqual(
      ROLES.filter((role) => may(book, people[role], type)),
      TABLE[type],
      type,
    );
});

test('every command may be asked by somebody', () => {
  for (const type of types) ok(rolesFor(type).length > 0, type);
});

test('a viewer may ask nothing, whatever it is', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const [, command] = randomCommand(random(`viewer ${seed}`), book);
    deepEqual(decideBatch(book, [command], { by: 'p_eve', at: minute(9) }), {
      ok: false,
      refusal: { index: 0, refusal: { code: 'may-not', command: command.type } },
    });
  }
});

test('somebody who does not belong to the company, or has left it, may ask nothing', () => {
  const left = given(...FOUNDED, ['p_ana', { type: 'company/remove-member', person: 'p_ben' }]);
  for (const type of types) deepEqual([may(left, 'p_ben', type), may(left, 'p_zoe', type)], [false, false]);
  deepEqual([roleOf(left, 'p_ben'), roleOf(left, 'p_zoe')], [null, null]);
});

test('a role counts from the moment it is given', () => {
  const promoted = given(...FOUNDED, ['p_ana', { type: 'company/give-role', person: 'p_eve', role: 'marketer' }]);
  equal(may(promoted, 'p_eve', 'item/add'), true);
});

test('who holds the data folder holds the company', () => {
  equal(roleOf(book, OPERATOR), 'owner');
});

test('a company that does not stand yet may be founded by anybody, once', () => {
  equal(may(given(), 'p_zoe', 'company/found'), true);
  equal(may(book, 'p_zoe', 'company/found'), false);
});
