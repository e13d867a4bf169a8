/** Touch rules: proposed, looked at, adopted by who answers for the numbers; the look-back stays one with the company's. */
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../book.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import { FIRST_TOUCH_RULES, rulesInForce, type TouchRules } from './touch-rules.ts';

const rules = (more: Partial<TouchRules> = {}): TouchRules => ({
  ...FIRST_TOUCH_RULES,
  leaveOut: { channels: [], kinds: ['Unsubscribe'] },
  ...more,
});
const propose = (more: Partial<TouchRules> = {}): Command => ({ type: 'touches/propose', rules: rules(more), why: 'n_why' });
const ana = (command: Command): Asked => ['p_ana', command];
const proposed = given(...FOUNDED, ana(propose()));
const adopted = given(...FOUNDED, ana(propose({ lookBackDays: 540 })), ana({ type: 'touches/adopt', proposal: 1 }));

test('before any is adopted the first rules hold, as version 0, with the look-back of the company', () => {
  const book = given(...FOUNDED, ana({ type: 'company/choose-look-back', days: 90 }));
  deepEqual(rulesInForce(book), { version: 0, rules: { ...FIRST_TOUCH_RULES, lookBackDays: 90 } });
});

test('a proposal changes nothing until it is adopted', () => {
  equal(rulesInForce(proposed).version, 0);
  const book = given(...FOUNDED, ana(propose()), ana({ type: 'touches/adopt', proposal: 1 }));
  deepEqual(rulesInForce(book), { version: 1, rules: rules() });
});

test('adopting another look-back changes the company with it, and the company may no longer choose its own', () => {
  equal(adopted.company.get('company')!.lookBackDays, 540);
  equal(rulesInForce(adopted).rules.lookBackDays, 540);
  deepEqual(when(adopted, ana({ type: 'company/choose-look-back', days: 30 })), {
    refused: { code: 'look-back-in-touch-rules', version: 1 },
  });
});

test('who adopts is an owner or signs for sales or finance, and adopts the proposal he looked at', () => {
  deepEqual(when(proposed, ['p_ben', { type: 'touches/adopt', proposal: 1 }]), { refused: { code: 'not-your-seat', seat: 'finance' } });
  deepEqual(when(proposed, ['p_dirk', { type: 'touches/adopt', proposal: 1 }]), { events: [{ type: 'touches/adopted', proposal: 1 }] });
  const changed = given(...FOUNDED, ana(propose()), ana(propose({ halfLifeDays: 30 })));
  deepEqual(when(changed, ana({ type: 'touches/adopt', proposal: 1 })), { refused: { code: 'no-such-proposal', proposal: 1 } });
});

test('the rules in force cannot be proposed again, and names are kept once whatever their case', () => {
  deepEqual(when(adopted, ana(propose({ lookBackDays: 540 }))), { refused: { code: 'rules-in-force' } });
  const events = when(given(...FOUNDED), ana(propose({ leaveOut: { channels: ['Mail ', 'mail', 'MAIL'], kinds: [] } })));
  deepEqual('events' in events && events.events.map((e) => e.type === 'touches/proposed' && e.rules.leaveOut.channels), [['MAIL']]);
});

const wrong: readonly (readonly [string, Partial<TouchRules>, object])[] = [
  ['no look-back at all', { lookBackDays: 0 }, { code: 'look-back-out-of-range' }],
  ['half a day of half-life', { halfLifeDays: 0.5 }, { code: 'half-life-out-of-range' }],
  ['repeats over two years', { repeats: { keep: 'last', minutes: 1_100_000 } }, { code: 'repeats-out-of-range' }],
  ['a channel without a name', { direct: [' '] }, { code: 'empty', field: 'direct' }],
];
for (const [name, more, refused] of wrong)
  test(`refused: ${name}`, () => deepEqual(when(given(...FOUNDED), ana(propose(more))), { refused }));
