import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Criteria, Guardrail, Measure } from '../../../domain/campaign/criteria.ts';
import { criteriaOf, draftOf, missingIn } from './criteria-draft.ts';

const hand = (name: string) => ({ what: 'hand', name }) as const;
const STOPS: Guardrail = {
  measure: { kind: 'share', better: 'less', of: hand('Opt-outs'), outOf: hand('Messages sent'), relative: false },
  limit: 0.0004,
};
const COST: Guardrail = {
  measure: { kind: 'ratio', better: 'less', of: { what: 'spend' }, outOf: { what: 'lead' }, relative: false },
  limit: 8050,
};
const OTHER: Guardrail = {
  measure: { kind: 'count', better: 'less', of: hand('Complaints'), outOf: hand('Messages sent'), relative: false },
  limit: 0.002,
};
const REPLIES: Measure = { kind: 'share', better: 'more', of: hand('Replies'), outOf: hand('Messages sent'), relative: false };
const criteria: Criteria = {
  measure: REPLIES,
  scale: 0.125,
  abort: 0.105,
  minimum: 150,
  deadline: '2026-05-15',
  error: 0.1,
  guardrails: [STOPS, COST, OTHER, { ...STOPS, limit: 0.03 }],
};

void test('criteria come through the fields as they were: every digit, every guardrail in its place', () => {
  deepEqual(criteriaOf(draftOf(criteria, '2026-05-01', 'EUR'), 'EUR'), criteria);
  const counted: Criteria = {
    ...criteria,
    measure: { ...REPLIES, of: { what: 'touch', kind: 'Reply' }, outOf: { what: 'touch', kind: 'Message' } },
    guardrails: [
      {
        measure: { ...STOPS.measure, of: { what: 'touch', kind: 'Unsubscribed' }, outOf: { what: 'touch', kind: 'Message' } },
        limit: 0.005,
      },
      { measure: { ...STOPS.measure, outOf: hand('Cases') }, limit: 0.01 },
      STOPS,
    ],
  };
  const draft = draftOf(counted, '2026-05-01', 'EUR');
  deepEqual(
    draft.guards.map(({ what }) => what),
    ['facts', 'hand', 'other'],
  );
  deepEqual(criteriaOf(draft, 'EUR'), counted);
});

void test('a percentage of up to four digits after the point is kept as it was typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => {
      const scale = Number((n / 1e6).toPrecision(12));
      equal(criteriaOf(draftOf({ ...criteria, scale }, '2026-05-01', 'EUR'), 'EUR')!.scale, scale);
    }),
  );
});

void test('a guardrail without its limit or its name is asked for, and never left out', () => {
  const draft = draftOf(criteria, '2026-05-01', 'EUR');
  equal(missingIn(draft), null);
  const empty = { ...draft, guards: draft.guards.map((guard, n) => (n === 1 ? { ...guard, limit: null } : guard)) };
  equal(missingIn(empty), 'Fill in the limit of guardrail 2, or remove it');
  equal(criteriaOf(empty, 'EUR'), null);
  equal(missingIn({ ...draft, guards: [{ key: 0, what: 'hand', name: ' ', limit: 3 }] }), 'Fill in what the guardrail counts');
  equal(missingIn({ ...draft, minimum: null }), 'Fill in the least number of cases');
});
