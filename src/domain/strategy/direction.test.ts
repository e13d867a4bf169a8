import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { FOUNDED, given, when } from '../given.ts';
import { worded } from './direction.ts';

const vision = { type: 'direction/word', what: 'vision', statement: 'Every town runs on pumps that last' } as const;
const book = given(...FOUNDED, ['p_ben', vision]);

test('vision and mission are worded, and the last wording stands', () => {
  const again = given(...FOUNDED, ['p_ben', vision], ['p_ana', { ...vision, statement: ' Pumps that outlive their buildings ' }]);
  equal(worded(again, 'vision')?.statement, 'Pumps that outlive their buildings');
  equal(worded(again, 'vision')?.by, 'p_ana');
  equal(again.direction.get('direction')?.vision.length, 2);
  equal(worded(again, 'mission'), null);
});
test('the wording it has already is no event', () => deepEqual(when(book, ['p_ana', vision]), { events: [] }));
test('a mission says something, in at most 400 characters', () => {
  deepEqual(when(book, ['p_ben', { ...vision, what: 'mission', statement: ' ' }]), { refused: { code: 'empty', field: 'statement' } });
  deepEqual(when(book, ['p_ben', { ...vision, statement: 'x'.repeat(401) }]), {
    refused: { code: 'too-long', field: 'statement', most: 400 },
  });
});
test('there is a vision and a mission and nothing else', () =>
  deepEqual(when(book, ['p_ben', { ...vision, what: 'purpose' as 'vision' }]), {
    refused: { code: 'not-one-of', field: 'what', found: 'purpose', choices: ['vision', 'mission'] },
  }));
test('a stakeholder does not word it', () =>
  deepEqual(when(book, ['p_caro', vision]), { refused: { code: 'may-not', command: 'direction/word' } }));
