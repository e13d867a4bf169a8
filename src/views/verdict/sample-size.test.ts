import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { sampleSize, type SampleSizeInput } from '../../models/verdict/sample-size.ts';
import { sampleSizeView, type Reach } from './sample-size.ts';

const asked: SampleSizeInput = {
  kind: 'share',
  better: 'more',
  scale: 0.08,
  abort: 0.05,
  error: 0.1,
  power: 0.8,
  minimum: 150,
  there: 1750,
  base: null,
  arms: 2,
  spread: null,
};
const reach: Reach = {
  audience: { name: 'Directors', size: 1750 },
  pace: { channel: 'Outreach', n: 900, days: 90 },
  spread: null,
  money: false,
  currency: 'EUR',
  within: 28,
};
const view = (more: Partial<SampleSizeInput>, other: Partial<Reach> = {}) =>
  sampleSizeView({ ...asked, ...more }, sampleSize({ ...asked, ...more }), { ...reach, ...other });

void test('a minimum larger than the audience is said to be that, and no threshold is blamed for it', () => {
  for (const minimum of [5000, 900_000]) {
    const { fits, inTime, sentences } = view({ minimum });
    deepEqual([fits, inTime], [false, false]);
    const all = sentences.join(' ');
    match(
      all,
      new RegExp(`has 1,750 today, and nothing is said before ${minimum === 5000 ? '5,000' : '900,000'} cases: the rule could not speak`),
    );
    ok(!/Not even|no truth near the threshold/.test(all), all);
  }
  match(view({ minimum: 900_000 }).sentences[0]!, /^Nothing is said before the 900,000 cases that you ask for at least/);
  match(view({ minimum: 5000, there: 300 }, { audience: null }).sentences.at(-1)!, /^With 300 cases nothing is said: at least 5,000/);
});

void test('the minimum is of each variant where they are compared', () => {
  const { fits, needed, sentences } = view({ base: 0.05, scale: 2, abort: 0, minimum: 1000 });
  equal(fits, false);
  ok(needed === null || needed >= 2000);
  match(sentences.join(' '), /nothing is said before 2,000 cases/);
});

void test('the pace is held against the deadline', () => {
  const late = view({});
  deepEqual([late.fits, late.inTime], [true, false]);
  match(late.sentences.join(' '), /at that pace it takes \d+ days, and the deadline leaves 28 days: too few/);
  const fine = view({}, { within: 300 });
  equal(fine.inTime, true);
  match(fine.sentences.join(' '), /takes \d+ days, of the 300 days until the deadline/);
  equal(view({}, { within: null }).inTime, null);
});

void test('thresholds are told as they were set', () => {
  match(view({ scale: 0.125, abort: 0.105 }).sentences[0]!, /tell 12\.5 % from 10\.5 %/);
  match(view({ scale: 0.0008, abort: 0.0005 }).sentences[0]!, /tell 0\.08 % from 0\.05 %/);
});
