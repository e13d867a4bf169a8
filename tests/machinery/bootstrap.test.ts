/** What bootstrap does with a lock and a node_modules, with a stand-in for npm that writes down how it was called. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const repository = path.join(import.meta.dirname, '../..');

const LOCK = {
  packages: {
    '': {},
    'node_modules/plain': { version: '1.0.0' },
    'node_modules/native': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
    'node_modules/foreign': { version: '1.0.0', optional: true, os: ['a-machine-of-others'], cpu: ['x64'] },
  },
};

/** Installs what INSTALLS names, refuses the commands that REFUSES names, and talks as npm does. */
const NPM = `
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
const command = process.argv[2];
appendFileSync('npm.log', command + '\\n');
console.log('added some packages');
if (process.env.REFUSES.includes(command)) process.exit(1);
await new Promise((done) => setTimeout(done, 200));
rmSync('node_modules', { recursive: true, force: true });
for (const name of process.env.INSTALLS.split(' ')) {
  mkdirSync('node_modules/' + name, { recursive: true });
  writeFileSync('node_modules/' + name + '/package.json', '{ "version": "1.0.0" }');
}
writeFileSync('node_modules/.package-lock.json', '{}');
`;

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Lends a checkout with nothing installed. */
const withCheckout = async (use: (root: string) => Promise<void>): Promise<void> => {
  const root = mkdtempSync(path.join(tmpdir(), 'lockstep-bootstrap-'));
  try {
    for (const file of ['bootstrap.mjs', 'lock.mjs']) cpSync(path.join(repository, 'scripts', file), path.join(root, 'scripts', file));
    mkdirSync(path.join(root, 'runtime'));
    writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify(LOCK));
    writeFileSync(path.join(root, 'npm.mjs'), NPM);
    await use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
};

const bootstrap = (root: string, { installs = 'plain native', refuses = '' } = {}): Promise<Ran> =>
  new Promise((done) => {
    const env = {
      ...process.env,
      npm_execpath: path.join(root, 'npm.mjs'),
      npm_node_execpath: process.execPath,
      INSTALLS: installs,
      REFUSES: refuses,
    };
    const child = spawn(process.execPath, [path.join(root, 'scripts/bootstrap.mjs')], { cwd: root, env });
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('close', (code) => done({ code, out, err }));
  });

const calls = (root: string): readonly string[] =>
  existsSync(path.join(root, 'npm.log')) ? readFileSync(path.join(root, 'npm.log'), 'utf8').trimEnd().split('\n') : [];

test('a bare checkout is installed once, and what npm says goes to standard error', () =>
  withCheckout(async (root) => {
    const first = await bootstrap(root);
    equal(first.code, 0);
    equal(first.out, '');
    match(first.err, /Installing what Lockstep is built on/);
    deepEqual(await bootstrap(root), { code: 0, out: '', err: '' });
    deepEqual(calls(root), ['ci']);
  }));

test('two at once install once', () =>
  withCheckout(async (root) => {
    const both = await Promise.all([bootstrap(root), bootstrap(root)]);
    deepEqual(
      both.map(({ code }) => code),
      [0, 0],
    );
    deepEqual(calls(root), ['ci']);
  }));

test('where npm ci refuses the lock, npm install follows it', () =>
  withCheckout(async (root) => {
    equal((await bootstrap(root, { refuses: 'ci' })).code, 0);
    deepEqual(calls(root), ['ci', 'install']);
  }));

test('where neither can, it says so and fails', () =>
  withCheckout(async (root) => {
    const { code, err } = await bootstrap(root, { refuses: 'ci install' });
    equal(code, 1);
    match(err, /Could not install/);
  }));

for (const [what, spoil] of [
  [
    'a package is of another version',
    (root: string) => writeFileSync(path.join(root, 'node_modules/plain/package.json'), '{ "version": "0.9.0" }'),
  ],
  ['a package is gone', (root: string) => rmSync(path.join(root, 'node_modules/plain'), { recursive: true })],
  ['the build for this machine is gone', (root: string) => rmSync(path.join(root, 'node_modules/native'), { recursive: true })],
  ['the last installation did not finish', (root: string) => rmSync(path.join(root, 'node_modules/.package-lock.json'))],
] as const) {
  test(`it installs again when ${what}`, () =>
    withCheckout(async (root) => {
      await bootstrap(root);
      spoil(root);
      equal((await bootstrap(root)).code, 0);
      deepEqual(calls(root), ['ci', 'ci']);
    }));
}

test('a build for this machine that cannot be had is told once, and not asked for at each start', () =>
  withCheckout(async (root) => {
    const { code, err } = await bootstrap(root, { installs: 'plain' });
    equal(code, 0);
    match(err, /node_modules\/native/);
    deepEqual(await bootstrap(root), { code: 0, out: '', err: '' });
  }));
