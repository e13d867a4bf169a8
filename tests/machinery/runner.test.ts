/** What `npm test` lets pass and what it does not, tried on a house of three or four test files. */
import { equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const scripts = path.join(import.meta.dirname, '../../scripts');
const holds = `import { test } from 'node:test';\ntest('holds', () => {});\n`;
const breaks = `import { test } from 'node:test';\ntest('breaks', () => { throw new Error('broken on purpose'); });\n`;
const passes = { 'src/kernel/a.test.ts': holds, 'src/facts/b.test.ts': holds, 'tests/browser/c.test.ts': holds };

/** Runs the runner itself over these files; answers with its exit code and what it printed. */
const ran = (files: { readonly [file: string]: string }, ...args: readonly string[]) => {
  const root = mkdtempSync(path.join(tmpdir(), 'lockstep-runner-'));
  try {
    cpSync(scripts, path.join(root, 'scripts'), { recursive: true });
    writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }');
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    // A runner started from a test would take itself for one of its files.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/test.mjs'), ...args], {
      env,
      encoding: 'utf8',
    });
    return { status, last: stdout.trimEnd().split('\n').at(-1), all: stdout + stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
};

test('three groups give one summary', () => {
  const { status, last } = ran(passes);
  equal(last, '3 passed, 0 failed');
  equal(status, 0);
});

test('a failure in any group fails the run, and is told again above the summary', () => {
  const { status, last, all } = ran({
    ...passes,
    'src/kernel/x.test.ts': breaks,
    'src/server/x.test.ts': breaks,
    'tests/browser/x.test.ts': breaks,
  });
  equal(last, '3 passed, 3 failed');
  equal(status, 1);
  match(all, /broken on purpose/);
  match(
    all,
    /✖ breaks \(src\/kernel\/x.test.ts:2\)\n✖ breaks \(src\/server\/x.test.ts:2\)\n✖ breaks \(tests\/browser\/x.test.ts:2\)\n3 passed/,
  );
});

test('a file that runs no test fails', () => {
  const { status, last, all } = ran({
    ...passes,
    'src/kernel/empty.test.ts': 'export const nothing = 0;\n',
    'src/facts/empty.test.ts': '',
  });
  equal(last, '3 passed, 2 failed');
  equal(status, 1);
  match(all, /src\/kernel\/empty.test.ts ran no test/);
});

test('a file that ends the process before its tests are through fails', () => {
  const early = `${holds}process.exit(0);\n`;
  const { status, last } = ran({ ...passes, 'src/kernel/b.test.ts': early, 'src/facts/c.test.ts': early });
  equal(last, '2 passed, 2 failed');
  equal(status, 1);
});

test('a file that cannot be loaded fails', () => {
  const { status, last } = ran({ ...passes, 'src/facts/bad.test.ts': `import './nowhere.ts';\n` });
  equal(last, '3 passed, 1 failed');
  equal(status, 1);
});

test('--only runs the files whose path holds the word; none found fails', () => {
  equal(ran(passes, '--only=facts', '--only', 'kernel').last, '2 passed, 0 failed');
  const { status, last } = ran(passes, '--only', 'nowhere');
  equal(last, '0 passed, 1 failed');
  equal(status, 1);
});

test('--name runs the tests whose name matches; none found fails', () => {
  const files = { ...passes, 'src/kernel/x.test.ts': breaks };
  equal(ran(files, '--name', 'holds').last, '3 passed, 0 failed');
  equal(ran(passes, '--name', 'nothing is called so').status, 1);
});

test('a skipped test is told with its reason', () => {
  const skipped = `import { test } from 'node:test';\ntest('later', { skip: 'no folder' }, () => {});\n`;
  const { status, last, all } = ran({ ...passes, 'src/store/s.test.ts': skipped });
  equal(last, '3 passed, 0 failed, 1 skipped');
  equal(status, 0);
  match(all, /– 1 skipped: no folder/);
});
