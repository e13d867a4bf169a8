/** A server of its own for a browser test: a process on a fresh data folder and a free port. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../..');

export type Server = {
  readonly url: string;
  /** What the server complained about. */
  readonly complaints: () => string;
  readonly stop: () => Promise<void>;
  /** Ends the process as a power cut would, and starts it again on the same folder and port. */
  readonly restart: (pause?: number) => Promise<void>;
};

/** Starts one; `folder` keeps its data over a stop where it is given. */
export const startServer = async (folder?: string): Promise<Server> => {
  const data = folder ?? mkdtempSync(path.join(tmpdir(), 'lockstep-browser-'));
  let complaints = '';
  const begin = async (port: string): Promise<{ readonly child: ChildProcess; readonly url: string }> => {
    const { HOST: _, ...env } = process.env;
    const child = spawn(process.execPath, ['src/server/main.ts'], {
      cwd: root,
      env: { ...env, PORT: port, LOCKSTEP_DATA: data },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    const url = await new Promise<string>((done, fail) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        const found = /ready: (\S+)/.exec(out);
        if (found) done(found[1]!);
      });
      child.on('exit', (code) => fail(new Error(`the server ended with ${code}: ${complaints}`)));
    });
    return { child, url };
  };
  let { child, url } = await begin('0');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null) return;
    child.removeAllListeners('exit');
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url,
    complaints: () => complaints,
    restart: async (pause = 0) => {
      await end('SIGKILL');
      await new Promise((done) => setTimeout(done, pause));
      ({ child } = await begin(new URL(url).port));
    },
    stop: async () => {
      await end('SIGTERM');
      if (!folder) rmSync(data, { recursive: true, force: true });
    },
  };
};
