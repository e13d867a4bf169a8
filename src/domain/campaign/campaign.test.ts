import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import { namesOf } from './campaign.ts';
import type { CampaignCommand, CampaignEvent } from './decide-campaign.ts';

const plan = {
  type: 'campaign/plan',
  id: 'c_letter',
  name: 'Second pump letter',
  channel: 'Mail',
  from: '2026-04-20',
  to: '2026-05-15',
  budgetMinor: 620_000,
  key: 'q2-second-pump',
  aliases: ['Second_Pump'],
  item: null,
  foundational: null,
  owner: null,
} as const satisfies CampaignCommand;
const fair = { ...plan, id: 'c_fair', name: 'Fair', key: 'fair-26', aliases: [] } as const satisfies CampaignCommand;
const ben = (command: CampaignCommand): Asked => ['p_ben', command];
const item: Asked = [
  'p_ben',
  {
    type: 'item/add',
    id: 'w_mail',
    title: 'Mail',
    priority: null,
    owner: null,
    sizeDays: null,
    request: null,
    foundational: null,
    on: '2026-02-12',
  },
];
const STANDS: readonly Asked[] = [...FOUNDED, item, ben(plan)];
const book = given(...STANDS);
const drop = ben({ type: 'campaign/drop', id: 'c_letter', why: 'n_no' });

const { type: _, ...planned } = fair;
const GRANTED: readonly (readonly [string, CampaignCommand, ...CampaignEvent[]])[] = [
  [
    'a campaign is planned with its key',
    { ...fair, name: ' Fair ', key: ' fair-26 ', channel: ' Mail ' },
    { type: 'campaign/planned', ...planned },
  ],
  [
    'what means the same is kept once, as first written, and the key is no alias',
    { ...fair, aliases: ['IFAT', 'ifat ', 'FAIR-26', 'b'] },
    { type: 'campaign/planned', ...planned, aliases: ['IFAT', 'b'] },
  ],
  [
    'a campaign is renamed',
    { type: 'campaign/rename', id: 'c_letter', name: 'Letter' },
    { type: 'campaign/renamed', id: 'c_letter', name: 'Letter' },
  ],
  ['the name it has already is no event', { type: 'campaign/rename', id: 'c_letter', name: plan.name }],
  [
    'a campaign gets other dates',
    { type: 'campaign/reschedule', id: 'c_letter', from: '2026-04-01', to: '2026-04-01' },
    { type: 'campaign/rescheduled', id: 'c_letter', from: '2026-04-01', to: '2026-04-01' },
  ],
  [
    'a campaign gets another budget',
    { type: 'campaign/rebudget', id: 'c_letter', budgetMinor: null },
    { type: 'campaign/rebudgeted', id: 'c_letter', budgetMinor: null },
  ],
  ['the budget it has already is no event', { type: 'campaign/rebudget', id: 'c_letter', budgetMinor: 620_000 }],
  [
    'a campaign goes through another channel',
    { type: 'campaign/rechannel', id: 'c_letter', channel: ' Direct mail ' },
    { type: 'campaign/rechannelled', id: 'c_letter', channel: 'Direct mail' },
  ],
  [
    'a campaign is handed over',
    { type: 'campaign/hand-over', id: 'c_letter', owner: 'p_caro' },
    { type: 'campaign/handed-over', id: 'c_letter', owner: 'p_caro' },
  ],
  [
    'another spelling comes to mean the campaign',
    { type: 'campaign/add-alias', id: 'c_letter', alias: ' 701A000 ' },
    { type: 'campaign/alias-added', id: 'c_letter', alias: '701A000' },
  ],
  ['a spelling that means it already is no event', { type: 'campaign/add-alias', id: 'c_letter', alias: 'SECOND_pump' }],
  [
    'a spelling ceases to mean the campaign',
    { type: 'campaign/remove-alias', id: 'c_letter', alias: 'second_PUMP' },
    { type: 'campaign/alias-removed', id: 'c_letter', alias: 'Second_Pump' },
  ],
  ['a spelling that never meant it is no event', { type: 'campaign/remove-alias', id: 'c_letter', alias: 'third pump' }],
  [
    'a campaign is linked to a work item',
    { type: 'campaign/link', id: 'c_letter', item: 'w_mail' },
    { type: 'campaign/linked', id: 'c_letter', item: 'w_mail' },
  ],
  ['the work item it has already is no event', { type: 'campaign/link', id: 'c_letter', item: null }],
  [
    'a campaign is justified as foundational',
    { type: 'campaign/justify', id: 'c_letter', foundational: 'n_base' },
    { type: 'campaign/justified', id: 'c_letter', foundational: 'n_base' },
  ],
  [
    'a campaign is dropped for a reason',
    { type: 'campaign/drop', id: 'c_letter', why: 'n_no' },
    { type: 'campaign/dropped', id: 'c_letter', why: 'n_no' },
  ],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ben(command)), { events }));

const taken = (found: string): Refusal => ({ code: 'name-means-another', found, campaign: 'c_letter' });
const REFUSED: readonly (readonly [string, CampaignCommand, Refusal])[] = [
  ['a campaign is planned once', plan, { code: 'there-already', thing: 'campaign', id: 'c_letter' }],
  ['a key means one campaign', { ...fair, key: 'Q2-Second-Pump ' }, taken('Q2-Second-Pump ')],
  ['a name does not mean another campaign', { ...fair, name: 'second pump LETTER' }, taken('second pump LETTER')],
  ['an alias does not mean another campaign', { ...fair, aliases: ['free', 'second_pump'] }, taken('second_pump')],
  ['no spelling is the id of another campaign', { ...fair, key: 'c_letter' }, taken('c_letter')],
  [
    'the key stays',
    { type: 'campaign/remove-alias', id: 'c_letter', alias: 'Q2-SECOND-PUMP' },
    { code: 'key-stays', key: 'q2-second-pump' },
  ],
  ['a campaign has a name', { ...fair, name: '' }, { code: 'empty', field: 'name' }],
  ['a campaign has a channel', { type: 'campaign/rechannel', id: 'c_letter', channel: '' }, { code: 'empty', field: 'channel' }],
  ['a key has at most 120 characters', { ...fair, key: 'x'.repeat(121) }, { code: 'too-long', field: 'key', most: 120 }],
  ['an alias says something', { ...fair, aliases: ['ok', ''] }, { code: 'empty', field: 'alias' }],
  [
    'a campaign ends after it starts',
    { ...fair, to: '2026-04-19' },
    { code: 'ends-before-it-starts', from: '2026-04-20', to: '2026-04-19' },
  ],
  [
    'a campaign has days that exist',
    { type: 'campaign/reschedule', id: 'c_letter', from: 'x', to: 'y' },
    { code: 'not-a-day', field: 'from', found: 'x' },
  ],
  [
    'a budget is whole minor units',
    { type: 'campaign/rebudget', id: 'c_letter', budgetMinor: 0.1 },
    { code: 'not-a-number', field: 'budgetMinor' },
  ],
  [
    'a campaign is linked to a work item that stands',
    { type: 'campaign/link', id: 'c_letter', item: 'w_none' },
    { code: 'not-there', thing: 'item', id: 'w_none' },
  ],
  [
    'a campaign that is not there is not justified',
    { type: 'campaign/justify', id: 'c_none', foundational: 'n_x' },
    { code: 'not-there', thing: 'campaign', id: 'c_none' },
  ],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ben(command)), { refused }));

test('among the names of a second campaign none means the first, whichever way it gets them', () => {
  const two = given(...STANDS, ben(fair));
  for (const name of namesOf(two.campaign.get('c_letter')!)) {
    deepEqual(when(two, ben({ type: 'campaign/rename', id: 'c_fair', name })), { refused: taken(name) });
    deepEqual(when(two, ben({ type: 'campaign/add-alias', id: 'c_fair', alias: name })), { refused: taken(name) });
  }
});

test('a dropped campaign stays as it is and gives its names free', () => {
  const dropped = given(...STANDS, drop);
  deepEqual(when(dropped, ben({ type: 'campaign/rename', id: 'c_letter', name: 'x' })), {
    refused: { code: 'retired', thing: 'campaign', id: 'c_letter' },
  });
  equal('events' in when(dropped, ben({ ...fair, key: plan.key, name: plan.name })), true);
});

test('every spelling that means a campaign is compared without case and outer space', () => {
  deepEqual(namesOf(book.campaign.get('c_letter')!), ['q2-second-pump', 'second_pump', 'second pump letter', 'c_letter']);
});
