/**
 * Makes `npm start` and `npm test` work from a bare checkout: every npm script runs this first.
 *
 * 1. Installs what package-lock.json says, unless node_modules already holds exactly that.
 * 2. Where the Node at hand is too old for Lockstep, installs the one of runtime/ and links it as node_modules/.bin/node.
 *    npm puts that folder first on PATH, so the script that follows runs on it.
 *
 * Plain JS without dependencies, for Node 18 and later. Says nothing when there is nothing to do, and never writes to
 * standard output: `npm run -s lockstep -- … --json` prints one document there.
 */
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const OLDEST = [24, 15];
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const runtime = path.join(root, 'runtime');
const link = path.join(root, 'node_modules/.bin/node');
const target = path.join(runtime, 'node_modules/.bin/node');

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

/** @param {string} file @returns {any} */
const json = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Whether this process already runs on the linked Node: an installation that wipes node_modules takes the link with it. */
const borrowed = () => realpathSync(process.execPath).startsWith(realpathSync(runtime) + path.sep);

const tooOld = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < Number(OLDEST[0]) || (major === OLDEST[0] && minor < Number(OLDEST[1]));
};

/** Musl or glibc, as npm tells them apart. */
const libc = () => {
  if (process.platform !== 'linux') return undefined;
  const report = /** @type {any} */ (process.report?.getReport());
  return report?.header?.glibcVersionRuntime ? 'glibc' : 'musl';
};

/** @param {string | string[] | undefined} allowed @param {() => string | undefined} mine */
const fits = (allowed, mine) => {
  const list = [allowed ?? []].flat();
  return list.length === 0 || list.includes(mine() ?? '') || (list[0] ?? '').startsWith('!');
};

/** Whether the lock's package `p` belongs on this machine. Optional ones do when they are made for just this kind of machine. @param {any} p */
const wanted = (p) => {
  if (p.link || p.peer) return false;
  if (!p.optional) return true;
  return Boolean(p.os && p.cpu) && fits(p.os, () => process.platform) && fits(p.cpu, () => process.arch) && fits(p.libc, libc);
};

const ABSENT = 'node_modules/.absent.json';

/** Packages of the lock that are not on disk in the locked version; all of them where the last installation did not finish. @param {string} dir */
const missing = (dir) => {
  const locked = Object.entries(json(path.join(dir, 'package-lock.json'))?.packages ?? {}).filter(([at]) => at.includes('node_modules'));
  // npm writes its own record last. Alone it proves little: some npm commands rewrite it without installing.
  const finished = existsSync(path.join(dir, 'node_modules/.package-lock.json'));
  const absent = new Set(json(path.join(dir, ABSENT)) ?? []);
  return locked
    .filter(([at, p]) => wanted(p) && !absent.has(at) && !(finished && json(path.join(dir, at, 'package.json'))?.version === p.version))
    .map(([at, p]) => ({ at, optional: Boolean(p.optional) }));
};

/** @param {string[]} args @param {string} cwd @param {(pid: number | undefined) => void} alsoHeldBy @returns {Promise<boolean>} */
const npm = (args, cwd, alsoHeldBy) =>
  new Promise((done) => {
    // npm's own `env node` may find the very binary that it is about to delete, so it runs on the Node that started it.
    const { npm_execpath: cli, npm_node_execpath: host } = process.env;
    const direct = cli && host && existsSync(cli) && existsSync(host);
    const all = [...args, '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const child = spawn(direct ? host : 'npm', direct ? [cli, ...all] : all, {
      cwd,
      stdio: ['ignore', 2, 2],
      shell: !direct && process.platform === 'win32',
    });
    alsoHeldBy(child.pid);
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });

/** @param {string} dir @param {string} what @param {(pid: number | undefined) => void} alsoHeldBy */
const install = async (dir, what, alsoHeldBy) => {
  if (missing(dir).length === 0) return;
  say(`Installing ${what} …`);
  // Gone before, written last by npm: what is there afterwards is the record of a finished installation.
  rmSync(path.join(dir, 'node_modules/.package-lock.json'), { force: true });
  rmSync(path.join(dir, ABSENT), { force: true });
  // `npm ci` refuses a lock that lacks another platform's optional packages; the second follows the same lock and leaves it as it is.
  let ran = await npm(['ci'], dir, alsoHeldBy);
  if (!ran) {
    say('npm ci would not; trying npm install, which follows the same lock …');
    ran = await npm(['install', '--no-save'], dir, alsoHeldBy);
  }
  const left = missing(dir);
  if (!ran || left.some(({ optional }) => !optional)) {
    say(`Could not install ${what}. npm's own words are above; when they are mended, run the same command again.`);
    process.exit(1);
  }
  if (left.length > 0) {
    const names = left.map(({ at }) => at);
    say(`npm left out packages made for this machine: ${names.join(', ')}. What needs them will not run.`);
    writeFileSync(path.join(dir, ABSENT), JSON.stringify(names));
  }
};

const needsLink = () => (tooOld() || borrowed()) && !existsSync(link);
const nothingToDo = () => missing(root).length === 0 && !needsLink() && !(existsSync(link) && missing(runtime).length > 0);

const linkRuntime = async (/** @type {(pid: number | undefined) => void} */ alsoHeldBy) => {
  if (!tooOld() && !borrowed() && !existsSync(link)) return;
  await install(runtime, 'Node 24, since this one is older', alsoHeldBy);
  if (!existsSync(target)) {
    say(
      `Lockstep needs Node ${OLDEST.join('.')} or later. This is ${process.versions.node}, and for ${process.platform}-${process.arch} ` +
        'no package brings one: install it from nodejs.org, then run the same command again.',
    );
    process.exit(1);
  }
  if (existsSync(link)) return;
  mkdirSync(path.dirname(link), { recursive: true });
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link, { force: true });
  symlinkSync(path.relative(path.dirname(link), target), link);
};

if (!nothingToDo()) {
  await withLock(
    path.join(root, '.cache/bootstrap.lock'),
    async (alsoHeldBy) => {
      await install(root, 'what Lockstep is built on', alsoHeldBy);
      await linkRuntime(alsoHeldBy);
    },
    () => say('Another Lockstep command is installing; waiting for it …'),
  );
}
