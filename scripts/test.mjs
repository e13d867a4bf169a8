/**
 * `npm test`: every test there is, in three groups, and one summary.
 *
 *   pure      rooms without a machine, all in one process: hundreds of files in about a second
 *   engines   stores, facts, server, command line: a process for each file, two at a time
 *   browser   tests that drive Chromium, one file at a time, last
 *
 *   npm test -- --only facts             files whose path contains "facts"; may be given several times
 *   npm test -- --name "a credit note"   tests whose name matches; anything else is handed to node --test
 *
 * A file that ran no test fails, and so does a run that found none. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {import('./test-reporter.mjs').Counts} Counts */
/** @typedef {{ name: string, files: string[], how: string[] }} Group */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const ISOLATED = ['--test-timeout=900000'];

/** @returns {Group[]} */
const groups = () => {
  const pure = found('src/{kernel,models,domain,views,charts,demo}/**/*.test.ts');
  const browser = found('tests/browser/**/*.test.ts');
  const others = found('{src,tests}/**/*.test.{ts,mts,tsx}').filter((file) => !pure.includes(file) && !browser.includes(file));
  return [
    { name: 'pure', files: pure, how: ['--test-isolation=none'] },
    { name: 'engines', files: others, how: [...ISOLATED, '--test-concurrency=2'] },
    { name: 'browser', files: browser, how: [...ISOLATED, '--test-concurrency=1'] },
  ];
};

/** @param {string} pattern */
const found = (pattern) => globSync(pattern, { cwd: root }).toSorted();

/** @param {readonly string[]} args */
const asked = (args) => {
  /** @type {{ only: string[], name: string | undefined, rest: string[] }} */
  const wish = { only: [], name: undefined, rest: [] };
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    const [flag, value] = arg.split(/=(.*)/s, 2);
    if (flag === '--only') wish.only.push(value ?? left.shift() ?? '');
    else if (flag === '--name') wish.name = value ?? left.shift() ?? '';
    else wish.rest.push(arg);
  }
  return wish;
};

/** @param {string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>} */
const node = (args, env = process.env) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });

/** Runs one group and tells what came of it. @param {Group} group @param {ReturnType<typeof asked>} wish @returns {Promise<Counts>} */
const tried = async ({ name, files, how }, wish) => {
  console.log(`\n${name}: ${files.length} files`);
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-test-'));
  const counted = path.join(folder, 'counts.json');
  const args = [
    '--test',
    ...how,
    '--test-reporter=./scripts/test-reporter.mjs',
    ...(wish.name === undefined ? [] : [`--test-name-pattern=${wish.name}`]),
  ];
  const code = await node([...args, ...wish.rest, ...files], {
    ...process.env,
    LOCKSTEP_TEST_COUNTS: counted,
    NODE_COMPILE_CACHE: path.join(root, '.cache/compiled'),
  });
  const counts = existsSync(counted)
    ? JSON.parse(readFileSync(counted, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0, failures: [], reasons: [], empty: [], complete: false };
  rmSync(folder, { recursive: true });
  return judged(name, code, counts, wish);
};

/**
 * What Node lets pass and we do not: a file or a group without a test, and a process that ended early.
 *
 * @param {string} name @param {number} code @param {Counts} counts @param {ReturnType<typeof asked>} wish
 * @returns {Counts}
 */
const judged = (name, code, counts, wish) => {
  const faults = wish.name === undefined ? counts.empty.map((file) => `${file} ran no test`) : [];
  if (!counts.complete) faults.push(`${name}: a test file ended the process with ${code} before its tests were through`);
  else if (code !== 0 && counts.failed === 0) faults.push(`${name}: node --test stopped with ${code}`);
  else if (wish.name === undefined && counts.passed + counts.failed + counts.skipped + faults.length === 0)
    faults.push(`${name} has files and ran no test`);
  for (const fault of faults) console.log(`✖ ${fault}`);
  console.log(`${name}: ${counts.passed} passed, ${counts.failed + faults.length} failed, ${counts.skipped} skipped`);
  return { ...counts, failed: counts.failed + faults.length, failures: [...counts.failures, ...faults] };
};

const wish = asked(process.argv.slice(2));
const chosen = groups()
  .map((group) => ({
    ...group,
    files: group.files.filter((file) => wish.only.length === 0 || wish.only.some((part) => file.includes(part))),
  }))
  .filter(({ files }) => files.length > 0);

/** @type {Counts[]} */
const results = [];
// Whole-product tests open the pages that `npm run build` makes.
if (
  existsSync(path.join(root, 'src/web')) &&
  chosen.some(({ files }) => files.some((file) => /^tests\/(?!rooms|machinery|support)/.test(file))) &&
  (await node(['scripts/build-web.mjs'])) !== 0
) {
  results.push({ passed: 0, failed: 1, skipped: 0, failures: ['the web pages did not build'], reasons: [], empty: [], complete: true });
}
for (const group of chosen) results.push(await tried(group, wish));

const total = (/** @type {'passed' | 'failed' | 'skipped'} */ what) => results.reduce((sum, counts) => sum + counts[what], 0);
const nothing = total('passed') + total('failed') + total('skipped') === 0;
const failed = total('failed') + (nothing ? 1 : 0);
console.log('');
for (const failure of results.flatMap(({ failures }) => failures)) console.log(`✖ ${failure}`);
if (nothing) console.log(chosen.length === 0 ? '✖ no test file matches' : '✖ no test ran');
for (const [why, times] of Map.groupBy(
  results.flatMap(({ reasons }) => reasons),
  (reason) => reason,
))
  console.log(`– ${times.length} skipped: ${why}`);
console.log(`${total('passed')} passed, ${failed} failed${total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
