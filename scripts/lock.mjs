/**
 * One at a time, between processes: a file that names who is at work.
 *
 * The lock of a process that died is taken over. Plain JS without dependencies, for Node 18 and later: bootstrap needs
 * it before anything is installed.
 */
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 20 * 60_000;

/**
 * Runs `work` while this process alone holds `file`; waits while another living process does.
 * `work` may name child processes that outlive us if we are killed: the lock counts as held until they end too.
 * Throws when it has waited 20 minutes.
 *
 * @template T
 * @param {string} file
 * @param {(alsoHeldBy: (pid: number | undefined) => void) => Promise<T>} work
 * @param {() => void} [onWait] called once, when the wait begins
 * @returns {Promise<T>}
 */
export const withLock = async (file, work, onWait = () => {}) => {
  mkdirSync(path.dirname(file), { recursive: true });
  const holders = [process.pid];
  const until = Date.now() + PATIENCE_MS;
  for (let waited = false; !take(file, text(holders)); waited = true) {
    if (!waited) onWait();
    if (Date.now() > until) throw new Error(`another process has held ${file} for 20 minutes; if none is at work, delete that file`);
    await pause(100);
  }
  try {
    return await work((pid) => {
      if (pid !== undefined) writeFileSync(file, text([...holders, pid]));
    });
  } finally {
    rmSync(file, { force: true });
  }
};

/** @param {readonly number[]} pids */
const text = (pids) => `${pids.join(' ')}\n`;

/** @param {string} file @param {string} mine */
const take = (file, mine) => {
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (fault) {
    if (/** @type {NodeJS.ErrnoException} */ (fault).code !== 'EEXIST') throw fault;
    if (abandoned(file)) clear(file);
    return false;
  }
};

/** @param {string} file */
const abandoned = (file) => {
  const pids = (read(file) ?? '').split(/\s+/).map(Number).filter(Boolean);
  // An empty file is one being written this moment, or one whose writer died within it.
  return pids.length === 0 ? age(file) > 5_000 : !pids.some(alive);
};

/** Removes a dead process's lock. The guard keeps two who noticed at once from removing each other's new lock. @param {string} file */
const clear = (file) => {
  const guard = `${file}.clearing`;
  try {
    mkdirSync(guard);
  } catch {
    if (age(guard) > 10_000) rmSync(guard, { recursive: true, force: true });
    return;
  }
  if (abandoned(file)) rmSync(file, { force: true });
  rmdirSync(guard);
};

/** @param {number} pid */
const alive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return /** @type {NodeJS.ErrnoException} */ (fault).code === 'EPERM';
  }
};

/** @param {string} file */
const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Milliseconds since `file` was written; 0 when it is gone. @param {string} file */
const age = (file) => {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
};
