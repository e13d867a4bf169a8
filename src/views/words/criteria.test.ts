import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Criteria, Measure } from '../../domain/campaign/criteria.ts';
import { criteriaWords } from '../market/criteria-words.ts';
import { limitWords, sideWords, thresholdWords } from './criteria.ts';

const hand = (name: string) => ({ what: 'hand', name }) as const;
const REPLIES: Measure = { kind: 'share', better: 'more', of: hand('Replies'), outOf: hand('Messages'), relative: false };
const STOPS: Measure = { ...REPLIES, better: 'less', of: hand('Opt-outs') };
const REVENUE: Measure = { kind: 'mean', better: 'more', of: { what: 'revenue' }, outOf: { what: 'lead' }, relative: false };
const share = (value: number): string => thresholdWords(REPLIES, value, 'EUR');

void test('a threshold is told to its last digit: what two people sign is what counts', () => {
  equal(sideWords(REPLIES, 'scale', 0.125, 'EUR'), 'above 12.5 %');
  equal(sideWords(REPLIES, 'abort', 0.105, 'EUR'), 'below 10.5 %');
  equal(share(0.0008), '0.08 %');
  equal(share(0.0005), '0.05 %');
  equal(share(0.07), '7 %');
  equal(share(0.29), '29 %');
  equal(limitWords({ measure: STOPS, limit: 0.0004 }, 'EUR'), 'not above 0.04 %');
  equal(thresholdWords({ ...REPLIES, relative: true }, 0.125, 'EUR'), '12.5 % better than the first variant');
  equal(thresholdWords({ ...REPLIES, kind: 'count' }, 0.00025, null), '0.00025');
  equal(thresholdWords(REVENUE, 123_456, 'EUR'), '€1,234.56');
  equal(thresholdWords(REVENUE, 123_456.5, 'EUR'), '€1,234.565');
});

void test('every share of four digits after the point in per cent reads back as the number that was set', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), (ten) => {
      const set = ten / 1e4 / 100;
      equal(Number(share(set).replace(' %', '')), ten / 1e4);
    }),
  );
});

void test('the frozen criteria name the error and every guardrail as they were set', () => {
  const criteria: Criteria = {
    measure: REPLIES,
    scale: 0.125,
    abort: 0.105,
    minimum: 150,
    deadline: '2026-05-15',
    error: 0.125,
    guardrails: [
      { measure: STOPS, limit: 0.0004 },
      { measure: { kind: 'ratio', better: 'less', of: { what: 'spend' }, outOf: { what: 'lead' }, relative: false }, limit: 8050 },
    ],
  };
  const said = criteriaWords(criteria, 'EUR', '2026-05-01').map(({ text }) => text);
  equal(said[4], 'wrong at most 12.5 % of the time, for scale and for abort, however often we look');
  equal(said[5], 'Opt-outs, of messages: not above 0.04 %');
  equal(said[6], 'Money spent over leads: not above €80.50');
});
