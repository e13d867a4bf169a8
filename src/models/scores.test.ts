import { equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ice, outcomeValue, rice, wsjf } from './scores.ts';

test('RICE is reach × impact × confidence ÷ effort', () => {
  // Worked by hand: 600 reached, medium impact, half sure, 0.9 person-months.
  equal(Math.round(rice({ reach: 600, impact: 1, confidence: 50, effortMonths: 0.9 })), 333);
  // 1,500 × 3 × 80 % ÷ 4, by hand.
  equal(rice({ reach: 1500, impact: 3, confidence: 80, effortMonths: 4 }), 900);
  equal(rice({ reach: 0, impact: 3, confidence: 100, effortMonths: 2 }), 0);
});

test('ICE multiplies its three parts, from 1 to 1,000', () => {
  equal(ice({ impact: 8, confidence: 6, last: 3 }), 144);
  equal(ice({ impact: 1, confidence: 1, last: 1 }), 1);
  equal(ice({ impact: 10, confidence: 10, last: 10 }), 1000);
});

test('WSJF is the cost of delay over the size of the job', () => {
  equal(wsjf({ value: 8, urgency: 5, enablement: 3, jobSize: 5 }), 3.2);
  equal(wsjf({ value: 20, urgency: 20, enablement: 20, jobSize: 1 }), 60);
});

test('outcome value adds up shares of gaps, and nothing estimated is unknown', () => {
  equal(outcomeValue([25, 10]), 35);
  equal(outcomeValue([0]), 0);
  equal(outcomeValue([]), null);
});

test('no score without effort or size, and none of what is no number', () => {
  throws(() => rice({ reach: 1, impact: 1, confidence: 50, effortMonths: 0 }), RangeError);
  throws(() => wsjf({ value: 1, urgency: 1, enablement: 1, jobSize: 0 }), RangeError);
  throws(() => ice({ impact: Number.NaN, confidence: 1, last: 1 }), RangeError);
});

const part = fc.double({ min: 1, max: 20, noNaN: true });
test('more value or less work never lowers a score', () => {
  fc.assert(
    fc.property(part, part, part, part, part, (a, b, c, size, more) => {
      ok(
        wsjf({ value: a + more, urgency: b, enablement: c, jobSize: size }) >= wsjf({ value: a, urgency: b, enablement: c, jobSize: size }),
      );
      ok(
        wsjf({ value: a, urgency: b, enablement: c, jobSize: size + more }) <= wsjf({ value: a, urgency: b, enablement: c, jobSize: size }),
      );
      ok(
        rice({ reach: a + more, impact: 1, confidence: 80, effortMonths: size }) >=
          rice({ reach: a, impact: 1, confidence: 80, effortMonths: size }),
      );
      ok(
        rice({ reach: a, impact: 1, confidence: 80, effortMonths: size + more }) <=
          rice({ reach: a, impact: 1, confidence: 80, effortMonths: size }),
      );
    }),
  );
});
