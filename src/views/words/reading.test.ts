import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber } from './reading.ts';

const reads = (typed: string, value: number | null): void =>
  void test(`"${typed}" is ${value}`, () => assert.equal(readNumber(typed), value));

reads('40', 40);
reads('1,200', 1200);
reads('1 200', 1200);
reads("1'200", 1200);
reads('1.2k', 1200);
reads('€3.6 M', 3_600_000);
reads('3,6 Mio', 3_600_000);
reads('1.234.567,89', 1_234_567.89);
reads('1.234.567', 1_234_567);
reads('86,400.50', 86_400.5);
reads('45 %', 45);
reads('0.5', 0.5);
reads('.5', 0.5);
reads('−4', -4);
reads('EUR 250', 250);
reads('250 EUR', 250);
reads('', null);
reads('many', null);
reads('1,2,3', null);
reads('12 weeks', null);
