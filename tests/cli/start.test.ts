/** `lockstep start`: the server on this folder, which ends when it is told to. */
import { equal, match } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { openShell } from './shell.ts';

const MAIN = path.join(import.meta.dirname, '../../src/server/doors/cli/main.ts');

test('start runs the server on the folder that --data names, and passes the signal to end on', async (t) => {
  const shell = openShell();
  t.after(shell.end);
  const child = spawn(process.execPath, [MAIN, 'start', '--data', shell.folder], {
    cwd: path.dirname(shell.folder),
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const ready = await new Promise<string>((done) => child.stdout.on('data', (chunk: Buffer) => done(chunk.toString())));
  match(ready, /^Lockstep is ready: http:\/\/localhost:\d+/);
  equal((await shell.run('companies')).code, 0);
  child.kill('SIGTERM');
  equal(await ended, 0);
});
