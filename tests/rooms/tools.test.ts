/** Plants what the linter, the compiler, knip and oxfmt are there to catch, and expects each to name it. */
import { deepEqual, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { compiler } from '../../scripts/checks/compiler.mjs';
import { format } from '../../scripts/checks/format.mjs';
import { judged } from '../../scripts/checks/judge.mjs';
import { laws } from '../../scripts/checks/laws.mjs';
import { lint } from '../../scripts/checks/lint.mjs';
import { picture } from '../../scripts/checks/picture.mjs';
import { unused } from '../../scripts/checks/unused.mjs';
import { importing, SOUND, withTree, type Files } from './tree.ts';

type Offence = readonly [file: string, text: string, rule: string];

const LINT: readonly Offence[] = [
  ['src/kernel/now.ts', 'export const now = () => Date.now();\n', 'no-restricted-globals'],
  ['src/models/today.ts', 'export const today = () => new Date();\n', 'no-restricted-globals'],
  ['src/domain/chance.ts', 'export const chance = () => Math.random();\n', 'no-restricted-properties'],
  ['src/views/other.ts', 'export const now = () => globalThis.Date.now();\n', 'no-restricted-globals'],
  ['src/charts/born.ts', 'export const born = () => new Date(0);\n', 'no-restricted-globals'],
  ['src/demo/start.ts', 'export const start = () => Date.now();\n', 'no-restricted-globals'],
  ['src/demo/seed.ts', 'export const seed = () => Math.random();\n', 'no-restricted-properties'],
  ['src/demo/name.ts', `import { randomUUID } from 'node:crypto';\n\nexport const name = () => randomUUID();\n`, 'no-restricted-imports'],
  ['src/demo/tick.ts', 'export const tick = () => performance.now();\n', 'no-restricted-globals'],
  [
    'src/kernel/zone.ts',
    `import { Temporal } from 'temporal-polyfill';\n\nexport const one = Temporal.Now.instant();\n`,
    'no-restricted-properties',
  ],
  ['src/server/chief.ts', 'export default 1;\n', 'no-default-export'],
  ['src/server/barrel.ts', `export * from './chief.ts';\nexport * from './loose.ts';\n`, 'no-barrel-file'],
  ['src/server/loose.ts', 'export const loose = (x: any): string => String(x);\n', 'no-explicit-any'],
  ['src/server/hidden.ts', `export type Hidden = import('./loose.ts').Loose;\n`, 'consistent-type-imports'],
  [
    'src/server/forgot.ts',
    'const later = async (): Promise<void> => {};\nexport const forgot = (): void => {\n  later();\n};\n',
    'no-floating-promises',
  ],
  ['src/server/drawer.ts', 'export namespace Drawer {\n  export const one = 1;\n}\n', 'no-namespace'],
];

const TYPES: readonly Offence[] = [
  ['src/kernel/folder.ts', 'export const folder = () => process.cwd();\n', 'TS2591'],
  ['src/models/net.ts', `export const net = () => fetch('/');\n`, 'TS2304'],
  ['src/charts/dom.ts', 'export const dom = () => document.title;\n', 'TS2584'],
  ['src/store/dom.ts', 'export const dom = () => document.title;\n', 'TS2584'],
  ['src/web/folder.ts', 'export const folder = () => process.cwd();\n', 'TS2591'],
  ['src/domain/grade.ts', 'export enum Grade {\n  Must,\n  Should,\n}\n', 'TS1294'],
  ['src/domain/first.ts', 'export const first = (all: readonly number[]): number => all[0];\n', 'TS2322'],
];

const planted = (offences: readonly Offence[]): Files => ({
  ...SOUND,
  ...Object.fromEntries(offences.map(([file, text]) => [file, text])),
});

/** The offences that no problem tells of. */
const untold = (offences: readonly Offence[], problems: readonly string[]): readonly Offence[] =>
  offences.filter(([file, , rule]) => !problems.some((problem) => problem.startsWith(file) && problem.includes(rule)));

test('lint and types pass a sound house', async () => {
  const [linted, compiled] = await withTree(SOUND, async (root) => [await judged(lint, root), await judged(compiler, root)]);
  deepEqual(linted.problems, []);
  deepEqual(compiled.problems, []);
});

test('the linter names each clock, each chance, each default export, barrel and loose type', async () => {
  const { problems } = await withTree(planted(LINT), (root) => judged(lint, root));
  deepEqual(untold(LINT, problems), []);
});

test('the compiler knows no Node in pure rooms, no page outside the web, no enum, no unchecked index', async () => {
  const { problems } = await withTree(planted(TYPES), (root) => judged(compiler, root));
  deepEqual(untold(TYPES, problems), []);
});

test('a file that no tsconfig covers fails', async () => {
  const { problems } = await withTree(SOUND, (root) => {
    writeFileSync(path.join(root, 'tsconfig.browser.json'), '{ "extends": "./tsconfig.base.json", "files": ["src/kernel/number.ts"] }');
    return judged(compiler, root);
  });
  deepEqual(problems, ['tests/browser/truth.test.ts: no tsconfig covers it']);
});

test('a linter that passes over files fails', async () => {
  const { problems } = await withTree(SOUND, (root) => {
    writeFileSync(path.join(root, '.oxlintrc.json'), '{ "ignorePatterns": ["src", "node_modules"] }');
    return judged(lint, root);
  });
  ok(problems.some((problem) => /looked at \d+ files of \d+/.test(problem)));
});

test('knip names a file that nothing uses, and a pattern of its own that finds nothing', async () => {
  const { problems } = await withTree({ ...SOUND, 'src/models/left-over.ts': importing('../kernel/number.ts') }, (root) =>
    judged(unused, root),
  );
  ok(problems.some((problem) => problem.includes('src/models/left-over.ts')));
  ok(problems.some((problem) => problem.startsWith('bench/*.bench.ts') && problem.includes('no matches')));
});

test('the formatter names a file that is not as it would write it', async () => {
  const { problems } = await withTree({ ...SOUND, 'src/kernel/crooked.ts': 'export const crooked = {a:"b"}' }, (root) =>
    judged(format, root),
  );
  ok(problems.includes('src/kernel/crooked.ts: run npm run format'));
});

test('a picture that is not drawn, or stale, fails', async () => {
  const { problems } = await withTree({ ...SOUND, 'docs/architecture.svg': '<svg/>' }, (root) => judged(picture, root));
  deepEqual(problems, ['docs/architecture.svg is not what the code says; npm run picture draws it']);
});

test('each tool that looks at nothing fails', async () => {
  for (const check of [lint, compiler, laws, unused, format, picture]) {
    const { problems } = await withTree({}, (root) => judged(check, root));
    ok(problems.includes('looked at nothing'), check.name);
  }
});
