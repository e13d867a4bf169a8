import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fit } from './match.ts';

const best = (wish: string, lines: readonly string[]): string | undefined =>
  lines.filter((l) => fit(wish, l) > 0).toSorted((a, b) => fit(wish, b) - fit(wish, a))[0];

test('what begins like the wish comes first', () => assert.equal(best('back', ['Go back', 'Backlog']), 'Backlog'));
test('beginnings of words are enough', () =>
  assert.equal(best('qu op', ['Open pipeline', 'Qualified opportunities opened']), 'Qualified opportunities opened'));
test('accents and case do not matter', () => assert.ok(fit('muhlen', 'Kornhaus Mühlen') > 0));
test('scattered letters fit least', () => assert.ok(fit('gdp', 'Guidepoint') > 0 && fit('gdp', 'Guidepoint') < fit('guide', 'Guidepoint')));
test('other words lead there too', () => assert.ok(fit('invite', 'People', 'members roles seats invite') > 0));
test('nothing fits nothing', () => assert.equal(fit('zzz', 'Guidepoint'), 0));
