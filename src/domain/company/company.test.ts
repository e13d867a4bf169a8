import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { given, FOUNDED, minute, when, type Asked } from '../given.ts';
import type { Refusal } from '../decide.ts';
import { OPERATOR } from '../decider.ts';
import { FIRST_SEATS, type CompanyCommand, type CompanyEvent } from './company.ts';

const book = given(...FOUNDED);
const company = (b = book) => b.company.get('company')!;
const ana = (command: CompanyCommand): Asked => ['p_ana', command];
const found: CompanyCommand = {
  type: 'company/found',
  name: 'Spree Pumps',
  currency: null,
  zone: 'UTC',
  fiscal: { startMonth: 1, pattern: 'calendar' },
};

test('whoever founds a company owns it and holds the seats he names', () => {
  deepEqual(when(given(), ['p_zoe', { ...found, name: ' Spree Pumps ', seats: ['ceo', 'ceo'] }]), {
    events: [
      {
        type: 'company/founded',
        name: 'Spree Pumps',
        currency: null,
        zone: 'UTC',
        fiscal: { startMonth: 1, pattern: 'calendar' },
        demo: false,
      },
      { type: 'company/member-added', person: 'p_zoe', role: 'owner', seats: ['ceo'] },
    ],
  });
});

test('a company founded on the command line has no member yet', () => {
  deepEqual(when(given(), [OPERATOR, { ...found, demo: true }]), {
    events: [
      {
        type: 'company/founded',
        name: 'Spree Pumps',
        currency: null,
        zone: 'UTC',
        fiscal: { startMonth: 1, pattern: 'calendar' },
        demo: true,
      },
    ],
  });
});

test('a new company looks back a year and has the first seats', () => {
  const { lookBackDays, seats, foundedAt } = company();
  deepEqual({ lookBackDays, seats, foundedAt }, { lookBackDays: 365, seats: FIRST_SEATS, foundedAt: minute(0) });
});

const GRANTED: readonly (readonly [string, CompanyCommand, ...CompanyEvent[]])[] = [
  ['an owner renames the company', { type: 'company/rename', name: ' Havel ' }, { type: 'company/renamed', name: 'Havel' }],
  ['the name it has already is no event', { type: 'company/rename', name: 'Havel Pumps' }],
  ['the currency it has already is no event', { type: 'company/choose-currency', currency: 'EUR' }],
  ['an owner chooses another zone', { type: 'company/choose-zone', zone: 'UTC' }, { type: 'company/zone-chosen', zone: 'UTC' }],
  ['the zone it has already is no event', { type: 'company/choose-zone', zone: 'Europe/Berlin' }],
  [
    'an owner chooses another fiscal calendar',
    { type: 'company/choose-fiscal', fiscal: { startMonth: 4, pattern: '4-4-5' } },
    { type: 'company/fiscal-chosen', fiscal: { startMonth: 4, pattern: '4-4-5' } },
  ],
  ['the calendar it has already is no event', { type: 'company/choose-fiscal', fiscal: { startMonth: 1, pattern: 'calendar' } }],
  [
    'an owner chooses how far touches count',
    { type: 'company/choose-look-back', days: 540 },
    { type: 'company/look-back-chosen', days: 540 },
  ],
  [
    'an owner names a new seat',
    { type: 'company/name-seat', seat: 'export', title: ' Export ' },
    { type: 'company/seat-named', seat: 'export', title: 'Export' },
  ],
  ['a seat that is called so already is no event', { type: 'company/name-seat', seat: 'ceo', title: 'CEO' }],
  [
    'an owner adds a person, each seat once',
    { type: 'company/add-member', person: 'p_fay', role: 'viewer', seats: ['sales', 'sales'] },
    { type: 'company/member-added', person: 'p_fay', role: 'viewer', seats: ['sales'] },
  ],
  [
    'an owner gives a role',
    { type: 'company/give-role', person: 'p_eve', role: 'owner' },
    { type: 'company/role-given', person: 'p_eve', role: 'owner' },
  ],
  ['the role he has already is no event', { type: 'company/give-role', person: 'p_eve', role: 'viewer' }],
  [
    'an owner gives seats',
    { type: 'company/give-seats', person: 'p_eve', seats: ['service'] },
    { type: 'company/seats-given', person: 'p_eve', seats: ['service'] },
  ],
  ['the seats he holds already are no event', { type: 'company/give-seats', person: 'p_caro', seats: ['sales', 'sales'] }],
  ['an owner removes a person', { type: 'company/remove-member', person: 'p_eve' }, { type: 'company/member-removed', person: 'p_eve' }],
];
for (const [rule, command, ...events] of GRANTED) test(rule, () => deepEqual(when(book, ana(command)), { events }));

const seat = (id: string): CompanyCommand => ({ type: 'company/name-seat', seat: id, title: 'Seat' });
const REFUSED: readonly (readonly [string, CompanyCommand, Refusal])[] = [
  ['a company is founded once', found, { code: 'founded-already' }],
  ['a company has a name', { type: 'company/rename', name: '  ' }, { code: 'empty', field: 'name' }],
  ['a name has at most eighty characters', { type: 'company/rename', name: 'x'.repeat(81) }, { code: 'too-long', field: 'name', most: 80 }],
  ['a currency is three capital letters', { type: 'company/choose-currency', currency: 'euro' }, { code: 'not-a-currency', found: 'euro' }],
  [
    'a currency stays, since targets are written in it',
    { type: 'company/choose-currency', currency: 'USD' },
    { code: 'currency-in-use', currency: 'EUR' },
  ],
  ['a zone has a name', { type: 'company/choose-zone', zone: '' }, { code: 'empty', field: 'zone' }],
  [
    'a fiscal year starts in one of twelve months',
    { type: 'company/choose-fiscal', fiscal: { startMonth: 13, pattern: 'calendar' } },
    { code: 'not-a-fiscal-calendar' },
  ],
  ['a look-back is at least a day', { type: 'company/choose-look-back', days: 0 }, { code: 'look-back-out-of-range' }],
  ['a look-back is whole days', { type: 'company/choose-look-back', days: 30.5 }, { code: 'look-back-out-of-range' }],
  ['a look-back is at most ten years', { type: 'company/choose-look-back', days: 3651 }, { code: 'look-back-out-of-range' }],
  ['a seat has a title', { ...seat('export'), title: '' } as CompanyCommand, { code: 'empty', field: 'title' }],
  ['a seat has a plain id', seat('no seat'), { code: 'not-an-id', thing: 'seat', id: 'no seat' }],
  [
    'a seat is not called like a property of every object, which would read as signed',
    seat('constructor'),
    { code: 'not-an-id', thing: 'seat', id: 'constructor' },
  ],
  [
    'a person is added once',
    { type: 'company/add-member', person: 'p_ben', role: 'viewer', seats: [] },
    { code: 'there-already', thing: 'member', id: 'p_ben' },
  ],
  [
    'a role is one of four',
    { type: 'company/give-role', person: 'p_ben', role: 'boss' as 'owner' },
    { code: 'not-one-of', field: 'role', found: 'boss', choices: ['owner', 'marketer', 'stakeholder', 'viewer'] },
  ],
  [
    'a person holds seats that the company has',
    { type: 'company/give-seats', person: 'p_ben', seats: ['fleet'] },
    { code: 'not-there', thing: 'seat', id: 'fleet' },
  ],
  [
    'nobody is given a role who does not belong',
    { type: 'company/give-role', person: 'p_zoe', role: 'viewer' },
    { code: 'not-there', thing: 'member', id: 'p_zoe' },
  ],
  ['the last owner keeps his role', { type: 'company/give-role', person: 'p_ana', role: 'viewer' }, { code: 'last-owner' }],
  ['the last owner stays', { type: 'company/remove-member', person: 'p_ana' }, { code: 'last-owner' }],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ana(command)), { refused }));

test('nothing may be asked of a company that was not founded, not even by the operator', () => {
  for (const by of ['p_ana', OPERATOR] as const)
    deepEqual(when(given(), [by, { type: 'company/rename', name: 'x' }]), { refused: { code: 'not-founded' } });
});

test('a company without a currency may choose one', () => {
  const silent = given(['p_zoe', found]);
  deepEqual(when(silent, ['p_zoe', { type: 'company/choose-currency', currency: 'CHF' }]), {
    events: [{ type: 'company/currency-chosen', currency: 'CHF' }],
  });
});

test('with a second owner the first one may go, and comes back as somebody new', () => {
  const two = given(
    ...FOUNDED,
    ana({ type: 'company/give-role', person: 'p_ben', role: 'owner' }),
    ana({ type: 'company/remove-member', person: 'p_ana' }),
  );
  equal(company(two).members.p_ana?.left, minute(6));
  const back = given(
    ...FOUNDED,
    ana({ type: 'company/give-role', person: 'p_ben', role: 'owner' }),
    ana({ type: 'company/remove-member', person: 'p_ana' }),
    ['p_ben', { type: 'company/add-member', person: 'p_ana', role: 'viewer', seats: [] }],
  );
  deepEqual(company(back).members.p_ana, { role: 'viewer', seats: [], since: minute(7), left: null });
});

test('where the operator founded the company, a person who is no owner may change role or go', () => {
  const operators = given([OPERATOR, found], [OPERATOR, { type: 'company/add-member', person: 'p_zoe', role: 'marketer', seats: [] }]);
  deepEqual(when(operators, [OPERATOR, { type: 'company/give-role', person: 'p_zoe', role: 'viewer' }]), {
    events: [{ type: 'company/role-given', person: 'p_zoe', role: 'viewer' }],
  });
  deepEqual(when(operators, [OPERATOR, { type: 'company/remove-member', person: 'p_zoe' }]), {
    events: [{ type: 'company/member-removed', person: 'p_zoe' }],
  });
});

test('a seat that gets another title keeps its place', () => {
  const renamed = given(
    ...FOUNDED,
    ana({ type: 'company/name-seat', seat: 'sales', title: 'Selling' }),
    ana({ type: 'company/name-seat', seat: 'export', title: 'Export' }),
  );
  deepEqual(
    company(renamed).seats.map(({ id, title }) => `${id}: ${title}`),
    ['ceo: CEO', 'sales: Selling', 'finance: Finance', 'marketing: Marketing', 'product: Product', 'service: Service', 'export: Export'],
  );
});

test('whether requesters read the titles of other work is said once, and is no before anybody says so', () => {
  const show = (shown: boolean): Asked => ['p_ana', { type: 'company/show-titles', shown }];
  deepEqual(when(given(...FOUNDED), show(false)), { events: [] });
  deepEqual(when(given(...FOUNDED), show(true)), { events: [{ type: 'company/titles-shown', shown: true }] });
});
