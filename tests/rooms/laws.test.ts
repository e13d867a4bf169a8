/** Plants one offence against each law of the house that no tool knows. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { judged } from '../../scripts/checks/judge.mjs';
import { laws, linesOfCode } from '../../scripts/checks/laws.mjs';
import { SOUND, withTree } from './tree.ts';

const long = (lines: number) => 'export const one = 1;\n'.repeat(lines);
// In two parts, or this file would break the law itself.
const dialect = ["test('it sho", "uld hold', () => {});\n"].join('');
const side = ['export const folder = "..', 'shared/data";\n'].join('/');

const OFFENCES: readonly (readonly [file: string, text: string, law: string])[] = [
  ['src/facts/questions.ts', long(301), 'size'],
  ['src/facts/all.sql', 'select 1;\n'.repeat(301), 'size'],
  ['src/kernel/utils.ts', long(1), 'name'],
  ['src/models/helpers/mean.ts', long(1), 'name'],
  ['src/views/common.ts', long(1), 'name'],
  ['src/store/types.ts', long(1), 'name'],
  ['src/server/index.ts', long(1), 'name'],
  ['src/stray.ts', long(1), 'room'],
  ['src/attic/box.ts', long(1), 'room'],
  ['src/domain/pricing/price.ts', long(1), 'area'],
  ['src/models/dialect.test.ts', dialect, 'should'],
  ['tests/facts/side.ts', side, 'shared'],
  ['package-lock.json', '{ "packages": { "node_modules/zod": { "resolved": "https://somewhere/zod.tgz" } } }', 'lock'],
];

test('a sound house breaks no law, and its median is told', async () => {
  const { problems, note } = await withTree(SOUND, (root) => judged(laws, root));
  deepEqual(problems, []);
  ok(note?.startsWith('median '));
});

test('each law names the file that breaks it, and no other', async () => {
  const planted = Object.fromEntries(OFFENCES.map(([file, text]) => [file, text]));
  const { problems } = await withTree({ ...SOUND, ...planted }, (root) => judged(laws, root));
  const told = problems.map((problem) => problem.split(' ', 2).join(' '));
  deepEqual(told.toSorted(), OFFENCES.map(([file, , law]) => `${law}: ${file}`).toSorted());
});

test('300 lines of code stand, however many comments and blanks lie between', async () => {
  const file = `/**\n * Says much.\n */\n\n// and more\n${long(300)}`;
  const { problems } = await withTree({ ...SOUND, 'src/facts/questions.ts': file }, (root) => judged(laws, root));
  deepEqual(problems, []);
});

test('a line of code is one that is neither blank nor wholly comment', () => {
  equal(linesOfCode('/* one */\n/*\n two\n*/\n\n// three\n-- four\nconst five = 5; // counts\n/* six */ const six = 6;\n'), 2);
});
