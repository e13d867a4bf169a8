import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from './csv.ts';

test('cells are quoted where they must be, unknown is empty, and nothing is taken for a formula', () => {
  equal(
    csvOf([
      ['a', 'b'],
      ['=1+1', null],
      ['say "x", y', -3],
    ]),
    `a,b\r\n'=1+1,\r\n"say ""x"", y",-3\r\n`,
  );
});
