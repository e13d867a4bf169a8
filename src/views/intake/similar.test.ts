import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ALIKE, alike, judge, ready } from './similar.ts';

/** Pairs that ask for the same, as people write it a second time. */
const SAME: readonly (readonly [string, string])[] = [
  ['Ten food shippers meet sales at the Hamburg dock day', 'At the dock day in Hamburg, sales should meet shippers of food'],
  ['Invite customers of our carriers to Hamburg', 'Could we invite the carriers’ customers to the Hamburg event?'],
  ['Buyers find the savings calculator without a password', 'The savings calculator asks for a password. Let buyers open it.'],
  ['A Dutch version of the tender checklist for shippers', 'Shippers want the tender checklist in Dutch'],
  ['Our partners’ sales people find a page about the joint offer', 'A partner page that explains the joint offer to their sales people'],
  ['Dispatchers read the newsletter on the phone', 'The newsletter must be readable on a phone, dispatchers have no desk'],
  ['Customers with a yard know that the yard module exists', 'Show the yard module to customers who have a yard'],
  ['Press picks up our waiting time study in Germany', 'German press should write about the study of waiting times'],
  ['Reference customers take fewer calls', 'Our reference customers get too many calls'],
  ['Five warehouse managers in Lyon register for the webinar', 'More warehouse managers from Lyon should register for our webinar'],
];
/** Pairs of one trade that ask for different things. */
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['Ten food shippers meet sales at the Hamburg dock day', 'Dutch shippers know when tenders are published'],
  ['Buyers find the savings calculator without a password', 'Our logo is on the shirts of the amateur cup team'],
  ['Dispatchers read the newsletter on the phone', 'Drivers find gate 12 without calling our service line'],
  ['Customers with a yard know that the yard module exists', 'Customers with two sites ask for a second contract'],
  ['Press picks up our waiting time study in Germany', 'German applicants find our careers page'],
  ['Reference customers take fewer calls', 'Sales calls every lead within a day'],
  ['A Dutch version of the tender checklist for shippers', 'A Danish site for warehouse managers'],
  ['Five warehouse managers in Lyon register for the webinar', 'The webinar recording is found on our site'],
];

const texts = [...SAME, ...DIFFERENT].flat();
const likeness = judge(texts.map(ready));
const found = ([a, b]: readonly [string, string]): boolean => likeness(ready(a), ready(b)) >= ALIKE;

test('of pairs that ask for the same, nine in ten or more are found; of pairs that do not, none', () => {
  deepEqual(DIFFERENT.filter(found), []);
  ok(SAME.filter(found).length >= 0.9 * SAME.length, `missed: ${JSON.stringify(SAME.filter((pair) => !found(pair)))}`);
});

test('a text is as like itself as can be, and likeness does not ask which comes first', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (a, b) => {
      equal(likeness(ready(a), ready(a)) > 0.999, true);
      equal(likeness(ready(a), ready(b)).toFixed(9), likeness(ready(b), ready(a)).toFixed(9));
    }),
  );
});

test('case, accents, punctuation and number make no difference', () => {
  equal(likeness(ready('CAFÉ owners, in Lyon; order pallets'), ready('cafe owner in lyon order pallet')) > 0.999, true);
});

test('too few words are never judged', () => {
  deepEqual(alike('A webinar', [[1, 'A webinar']]), []);
  deepEqual(alike('', [[1, '']]), []);
});

test('the likest come first, three at most', () => {
  const others = SAME.flat().map((text, n) => [n, text] as const);
  const [first, ...rest] = alike(SAME[0]![0], others);
  equal(first?.of, 0);
  ok(rest.length <= 2 && rest[0]?.of === 1);
});
