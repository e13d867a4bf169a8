import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Change } from './entry.ts';
import { readChange } from './read-change.ts';

const CHANGES: readonly Change[] = [
  { do: 'write', card: 'j_a', topic: 'ideas', lane: '', text: 'Letters' },
  { do: 'rewrite', card: 'j_a', topic: 'ideas', text: null },
  { do: 'tear', card: 'j_a', topic: 'ideas' },
  { do: 'put', card: 'j_a', group: null, before: 'j_b' },
  { do: 'group', group: 'j_g', topic: 'ideas', title: 'Post' },
  { do: 'ungroup', group: 'j_g' },
  { do: 'vote', topic: 'plan', on: 'w_a', dots: 2 },
  { do: 'raise', entry: 'j_e', text: 'Why now?' },
  { do: 'lower', entry: 'j_e' },
  { do: 'class', card: 'w_a', into: 'must', before: null },
  { do: 'terms', card: 'w_a', terms: { days: 2.5, outcomes: ['u_a'], under: null } },
  { do: 'money', card: 'w_a', minor: 120_000 },
  { do: 'reason', card: 'w_a', text: 'Not now', later: '2026-09-01' },
  { do: 'word', statement: 'More tenders won', outcomes: ['u_a', 'u_b'] },
];

test('every change is read as it was sent', () => {
  for (const change of CHANGES) deepEqual(readChange(JSON.parse(JSON.stringify(change))), change);
});

test('a field too few, too many or of another kind is no change', () => {
  const odd = fc.oneof(
    fc.object(),
    fc.array(fc.anything(), { minLength: 6 }),
    fc.boolean(),
    fc.constant('x'.repeat(1001)),
    fc.constant(Number.NaN),
  );
  fc.assert(
    fc.property(fc.constantFrom(...CHANGES), fc.nat(), odd, (change, n, value) => {
      const fields = Object.keys(change).filter((field) => field !== 'do');
      const field = fields[n % fields.length]!;
      const { [field]: _, ...fewer } = change as Record<string, unknown>;
      for (const sent of [fewer, { ...change, more: value }, { ...change, [field]: value }, { ...change, do: value }])
        equal(readChange(sent), null, JSON.stringify(sent));
    }),
  );
});

test('the cards of the plan cannot be told terms that are none', () => {
  const terms = { days: 1, outcomes: [], under: null };
  const of = (more: object): unknown => readChange({ do: 'terms', card: 'w_a', terms: { ...terms, ...more } });
  equal(of({}) === null, false);
  for (const more of [
    { outcomes: 'ab' },
    { outcomes: [{}, 5, null] },
    { outcomes: ['r_a'] },
    { minor: 5 },
    { days: '2' },
    { under: 'w_a' },
  ])
    equal(of(more), null, JSON.stringify(more));
});

test('whatever else is sent is no change', () => {
  fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (sent) => equal(readChange(sent), null)));
});
