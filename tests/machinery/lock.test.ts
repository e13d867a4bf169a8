import { deepEqual, equal } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { withLock } from '../../scripts/lock.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-lock-'));
after(() => rmSync(folder, { recursive: true }));
const module = path.join(import.meta.dirname, '../../scripts/lock.mjs');

/** A process that takes the lock, notes that it went in, waits, and notes that it came out. */
const holder = (lock: string, log: string, name: string, ms: number): Promise<number | null> => {
  const code = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(module)};
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(log)}, '${name} in\\n');
      await new Promise((done) => setTimeout(done, ${ms}));
      appendFileSync(${JSON.stringify(log)}, '${name} out\\n');
    });`;
  return new Promise((done) => spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'inherit' }).on('exit', done));
};

test('of several processes one at a time is in', async () => {
  const lock = path.join(folder, 'turns.lock');
  const log = path.join(folder, 'turns.log');
  deepEqual(await Promise.all(['a', 'b', 'c', 'd'].map((name) => holder(lock, log, name, 60))), [0, 0, 0, 0]);
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  equal(lines.length, 8);
  for (let i = 0; i < lines.length; i += 2) equal(lines[i]?.replace('in', 'out'), lines[i + 1]);
  equal(existsSync(lock), false);
});

test('the lock of a process that died is taken over', async () => {
  const lock = path.join(folder, 'dead.lock');
  const dead = spawn(process.execPath, ['--eval', '']);
  await new Promise((done) => dead.on('exit', done));
  writeFileSync(lock, `${dead.pid}\n`);
  equal(await withLock(lock, async () => 'in'), 'in');
});

test('a lock stays held while a process that its dead owner named still runs', async () => {
  const lock = path.join(folder, 'child.lock');
  const child = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 400)']);
  writeFileSync(lock, `999999999 ${child.pid}\n`);
  let waited = false;
  await withLock(
    lock,
    async () => equal(child.exitCode, 0),
    () => (waited = true),
  );
  equal(waited, true);
});

test('the lock is given back when the work fails', async () => {
  const lock = path.join(folder, 'failing.lock');
  await withLock(lock, () => Promise.reject(new Error('no'))).catch(() => {});
  equal(existsSync(lock), false);
});
