import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AIMS, FOUNDED, given, when } from '../../given.ts';
import type { Metric, Unit } from '../metric.ts';
import type { Expression, FormulaProblem } from './expression.ts';
import { parseFormula } from './parse.ts';
import { readableFormula, refsOf, resolveFormula } from './resolve.ts';

const book = given(...FOUNDED, ...AIMS, [
  'p_ben',
  {
    type: 'kpi/set',
    id: 'k_stay',
    name: 'Contracts  renewed',
    metric: { kind: 'reported', unit: 'percent' },
    overDays: 91,
    owner: null,
    low: 80,
    high: null,
  },
]);

/** What it would give if every name were worth this much; plain recursion, to see what stands in which parentheses. */
const shown = (e: Expression): string => {
  if (e.is === 'number') return String(e.value);
  if (e.is === 'name') return `[${e.said}]`;
  if (e.is === 'minus') return `(-${shown(e.of)})`;
  if (e.is === 'two') return `(${shown(e.left)} ${e.op} ${shown(e.right)})`;
  if (e.is === 'pick') return `${e.pick}(${e.among.map(shown).join(', ')})`;
  return `if(${shown(e.left)} ${e.compare} ${shown(e.right)}, ${shown(e.met)}, ${shown(e.otherwise)})`;
};

const READ: readonly (readonly [string, string])[] = [
  ['1 + 2 * 3', '(1 + (2 * 3))'],
  ['1 - 2 - 3', '((1 - 2) - 3)'],
  ['8 / 4 / 2', '((8 / 4) / 2)'],
  ['-2 * -[a b]', '((-2) * (-[a b]))'],
  ['(1 + 2) × 3 ÷ 4', '(((1 + 2) * 3) / 4)'],
  ['MIN(1, max(2; 3), .5)', 'min(1, max(2, 3), 0.5)'],
  ['if([x] ≥ 1 + 1, [y], 0)', 'if([x] >= (1 + 1), [y], 0)'],
];
for (const [formula, read] of READ)
  test(`${formula} is read as ${read}`, () => {
    const parsed = parseFormula(formula);
    equal(parsed.ok && shown(parsed.value), read);
  });

const WRONG: readonly (readonly [string, FormulaProblem])[] = [
  [' ', { wrong: 'empty', at: 1 }],
  ['1 +', { wrong: 'ends-early', at: 4 }],
  ['1 + [Won', { wrong: 'name-not-closed', at: 5 }],
  ['2 * (1 + 2', { wrong: 'paren-not-closed', at: 5 }],
  ['1 + $', { wrong: 'character', at: 5, found: '$' }],
  ['12.5.1', { wrong: 'number', at: 1, found: '12.5.1' }],
  ['4days', { wrong: 'number', at: 1, found: '4days' }],
  ['Revenue / 2', { wrong: 'word', at: 1, found: 'Revenue' }],
  ['sum(1, 2)', { wrong: 'function', at: 1, found: 'sum' }],
  ['max(1)', { wrong: 'arguments', at: 1, found: 'max', wants: 'two values or more', has: 1 }],
  ['if(1 > 2, 3)', { wrong: 'arguments', at: 1, found: 'if', wants: 'a comparison and two values', has: 2 }],
  ['if(1, 2, 3)', { wrong: 'comparison-missing', at: 5 }],
  ['1 > 2', { wrong: 'comparison-outside', at: 3 }],
  ['[a] [b]', { wrong: 'operator-missing', at: 5, found: '[b]' }],
  ['1 * / 2', { wrong: 'not-here', at: 5, found: '/' }],
  ['1)', { wrong: 'not-here', at: 2, found: ')' }],
  [`${'('.repeat(80)}1${')'.repeat(80)}`, { wrong: 'too-deep', at: 62 }],
  ['1'.repeat(1001), { wrong: 'too-long', at: 1001 }],
];
for (const [formula, problem] of WRONG)
  test(`“${formula.slice(0, 20)}” is refused: ${problem.wrong}`, () => deepEqual(parseFormula(formula), { ok: false, refusal: problem }));

const MEANT: readonly (readonly [string, Unit, FormulaProblem | string])[] = [
  [
    '[won revenue] / [Deals won]',
    'money',
    { wrong: 'name-twice', at: 1, found: 'won revenue', choices: ['measure: Won revenue', 'outcome: Won revenue'] },
  ],
  ['[measure: Won revenue] / [Deals won]', 'money', '[won-revenue] / [deals-won]'],
  ['[outcome:  won revenue] - 5000', 'money', '[u_rev] - 5000'],
  ['[u_rev] / [measure: won revenue]', 'percent', '[u_rev] / [won-revenue]'],
  ['[kpi: Contracts renewed] * [Deals won] / 100', 'count', '[k_stay] * [deals-won] / 100'],
  ['[Deals wun]', 'count', { wrong: 'name-unknown', at: 1, found: 'Deals wun', near: ['Deals won', 'Deals lost'] }],
  ['[u_rev] + [Deals won]', 'money', { wrong: 'units-differ', at: 9, left: 'money', right: 'count', does: 'added' }],
  ['[u_rev] * [u_rev]', 'money', { wrong: 'units-differ', at: 9, left: 'money', right: 'money', does: 'multiplied' }],
  ['[Deals won] / [u_rev]', 'count', { wrong: 'units-differ', at: 13, left: 'count', right: 'money', does: 'divided' }],
  ['max([u_rev], [Deals won])', 'money', { wrong: 'units-differ', at: 14, left: 'money', right: 'count', does: 'compared' }],
  ['[u_rev] / [Deals won]', 'count', { wrong: 'unit-of-result', at: 1, found: 'money', wanted: 'count' }],
];
for (const [formula, unit, meant] of MEANT)
  test(`${formula} in ${unit}`, () => {
    const found = resolveFormula(book, formula, unit, null);
    deepEqual(found, typeof meant === 'string' ? { ok: true, value: meant } : { ok: false, refusal: meant });
  });

test('a kept formula reads with the names of today', () => {
  equal(
    readableFormula(book, '[won-revenue] / [u_rev] + [k_stay]'),
    '[measure: Won revenue] / [outcome: Won revenue] + [kpi: Contracts renewed]',
  );
  const renamed = given(...FOUNDED, ...AIMS, ['p_ben', { type: 'outcome/reword', id: 'u_rev', name: 'Revenue [new]' }]);
  equal(readableFormula(renamed, '[won-revenue] / [u_rev]'), '[Won revenue] / [Revenue new]');
});

const formula = (text: string): Metric => ({ kind: 'formula', formula: text, unit: 'count' });
const add = {
  type: 'outcome/add',
  objective: 'o_grow',
  owner: null,
  from: '2026-01-01',
  due: '2026-12-31',
  baseline: 1,
  target: 2,
} as const;

test('no formula comes to read itself, however many lie between', () => {
  const chain = given(
    ...FOUNDED,
    ...AIMS,
    ['p_ben', { ...add, id: 'u_a', name: 'A', metric: formula('[Deals won] * 2') }],
    ['p_ben', { ...add, id: 'u_b', name: 'B', metric: formula('[A] + 1') }],
    ['p_ben', { type: 'kpi/set', id: 'k_c', name: 'C', metric: formula('[B] + [A]'), overDays: 91, owner: null, low: 1, high: null }],
  );
  const again = { type: 'outcome/remeasure', id: 'u_a', metric: formula('3 * [C]'), why: 'n_x' } as const;
  deepEqual(when(chain, ['p_ben', again]), {
    refused: { code: 'formula', formula: '3 * [C]', problem: { wrong: 'cycle', at: 5, found: 'C' } },
  });
  deepEqual(refsOf('[u_a] + [k_c] * [u_a]'), ['u_a', 'k_c']);
});

test('the parser never throws, and what it refuses has a column within the formula or just after it', () => {
  const piece = fc.constantFrom(
    '1',
    '.5',
    '[a]',
    '[',
    ']',
    '(',
    ')',
    '+',
    '-',
    '*',
    '/',
    ',',
    '<',
    '=',
    'min(',
    'if(',
    'x',
    ' ',
    '\n',
    '€',
    '[[',
    '9e9',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(piece, { maxLength: 30 }).map((p) => p.join('')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const parsed = parseFormula(written);
      ok(parsed.ok || (parsed.refusal.at >= 1 && parsed.refusal.at <= written.length + 1), written);
      const resolved = resolveFormula(book, written, 'money', 'k_stay');
      ok(resolved.ok || (resolved.refusal.at >= 1 && resolved.refusal.at <= written.length + 1), written);
    }),
    { numRuns: 2000 },
  );
});
