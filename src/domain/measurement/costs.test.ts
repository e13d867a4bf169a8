/** Cost rules: who settles them, what they may say, and that every version stays. */
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../book.ts';
import { FOUNDED, given, when } from '../given.ts';
import { costRules, type CostRules } from './costs.ts';

const RULES: CostRules = {
  spend: true,
  lines: true,
  dayMinor: 48_000,
  salesMonthMinor: null,
  currency: 'EUR',
  marginPercent: 72,
  termMonths: 12,
};
const settle = (rules: Partial<CostRules> = {}): Command => ({ type: 'costs/settle', rules: { ...RULES, ...rules }, why: 'n_why' });
const company = given(...FOUNDED);

test('until somebody settles it, money counts and effort does not', () => {
  const { rules, version } = costRules(company);
  deepEqual([version, rules.spend, rules.lines, rules.dayMinor, rules.marginPercent], [0, true, true, null, null]);
});

test('an owner or the seat of finance settles what counts as cost; nobody else', () => {
  deepEqual(when(company, ['p_ben', settle()]), { refused: { code: 'not-your-seat', seat: 'finance' } });
  deepEqual(when(company, ['p_dirk', settle()]), { events: [{ type: 'costs/settled', rules: RULES, why: 'n_why' }] });
});

test('versions follow one another; settling the same again changes nothing', () => {
  const first = given(...FOUNDED, ['p_dirk', settle()]);
  equal(costRules(first).version, 1);
  deepEqual(when(first, ['p_ana', settle()]), { events: [] });
  const second = given(...FOUNDED, ['p_dirk', settle()], ['p_ana', settle({ dayMinor: null })]);
  deepEqual(costRules(second), { version: 2, rules: { ...RULES, dayMinor: null } });
  deepEqual(second.costs.get('rules')!.versions[0]!.rules, RULES);
});

test('rules that no number could rest on are refused', () => {
  const settled = (rules: Partial<CostRules>): unknown => when(company, ['p_dirk', settle(rules)]);
  deepEqual(settled({ spend: false, lines: false, dayMinor: null }), { refused: { code: 'nothing-counts' } });
  equal('events' in when(company, ['p_dirk', settle({ spend: false, lines: false })]), true);
  for (const marginPercent of [0, 101]) deepEqual(settled({ marginPercent }), { refused: { code: 'margin-out-of-range' } });
  for (const termMonths of [0, 1.5, 121]) deepEqual(settled({ termMonths }), { refused: { code: 'term-out-of-range' } });
  deepEqual(settled({ dayMinor: -1 }), { refused: { code: 'not-a-number', field: 'price of a day' } });
  deepEqual(settled({ currency: 'euro' }), { refused: { code: 'not-a-currency', found: 'euro' } });
});
