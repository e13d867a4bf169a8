import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../../domain/decide.ts';
import { given } from '../../domain/given.ts';
import { RUNNING } from '../../domain/given-campaign.ts';
import { refusalWords } from './refusals.ts';

const book = given(...RUNNING);

test('a threshold that cannot be is told in the unit of its field, and so is what can', () => {
  const said = (more: Partial<Extract<Refusal, { code: 'not-a-threshold' }>>): string => {
    const { text, todo } = refusalWords(
      { code: 'not-a-threshold', field: 'scale', kind: 'share', relative: false, found: 8, ...more },
      book,
    );
    return `${text} ${todo}`;
  };
  assert.equal(said({}), 'The scale threshold cannot be 800 %. Give more than 0 % and less than 100 %; a command writes 8 % as 0.08.');
  assert.match(said({ field: 'limit', found: 3 }), /^The limit of a guardrail cannot be 300 %\. Give more than 0 %/);
  assert.match(said({ relative: true, found: -1.5 }), /cannot be −150 %\. Give a difference of more than −100 % and less than 10,000 %/);
  assert.equal(said({ kind: 'mean', found: 0 }), 'The scale threshold cannot be 0. Give more than 0, in the unit of the measure.');
});

test('a number that cannot stand is told with the range that can', () => {
  const said = (field: string): string => {
    const { text, todo } = refusalWords({ code: 'not-a-number', field }, book);
    return `${text} ${todo}`;
  };
  assert.match(said('minimum'), /Give a whole number of cases, 1 or more\.$/);
  assert.match(said('error'), /Give more than 0 % and less than 50 %/);
  assert.match(said('weight'), /^The weight of a variant .* Give more than 0/);
  assert.equal(
    said('hits'),
    'What came is not a number that can stand here. Give a whole number, 0 or more; of a share no more than its cases.',
  );
  assert.equal(said('effortDays'), 'The effort is not a number that can stand here. Give the effort as a number, 0 or more.');
});

test('money without a line is said of the campaign by its name, of a follow-up that is not planned yet by that', () => {
  assert.match(
    refusalWords({ code: 'line-needed', campaign: 'c_none' }, book).text,
    /^The follow-up costs money, and no budget line pays for it\.$/,
  );
});
