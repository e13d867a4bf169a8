/** `start`: the server, as a process of its own in front of this one. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Terminal } from '../terminal.ts';

const MAIN = fileURLToPath(new URL('../../../main.ts', import.meta.url));

/** Runs until the server ends; its exit code is ours. */
export const start = (folder: string, { env }: Terminal): Promise<number> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [MAIN], { stdio: 'inherit', env: { ...env, LOCKSTEP_DATA: folder } });
    const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
    process.on('SIGTERM', pass);
    process.on('SIGINT', pass);
    child.on('error', fail);
    child.on('exit', (code, signal) => done(code ?? (signal === null ? 0 : 1)));
  });
