/** A shell for tests: `lockstep` on a data folder of its own, within this process or as one of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { lockstep } from '../../src/server/doors/cli/run.ts';
import type { Terminal } from '../../src/server/doors/cli/terminal.ts';

const MAIN = path.join(import.meta.dirname, '../../src/server/doors/cli/main.ts');

export type Ran = {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** stdout as the one JSON document it must be. */
  readonly json: <T>() => T;
  /** The problem on stderr of a command with --json. */
  readonly problem: () => {
    readonly code: string;
    readonly text: string;
    readonly todo?: string;
    readonly detail?: Record<string, unknown>;
  };
};

export type Shell = {
  readonly folder: string;
  /** Runs the command within this process. */
  readonly run: (...argv: string[]) => Promise<Ran>;
  /** Runs it as a process, as a person does. */
  readonly spawn: (...argv: string[]) => Promise<Ran>;
  /** Runs it with somebody at the terminal, who gives these answers in turn. */
  readonly asked: (answers: readonly string[], ...argv: string[]) => Promise<Ran>;
  /** Runs it and fails unless it ends well; the JSON document it printed. */
  readonly get: <T>(...argv: string[]) => Promise<T>;
};

const ran = (code: number, out: string, err: string): Ran => ({
  code,
  out,
  err,
  json: <T>() => JSON.parse(out) as T,
  problem: () => (JSON.parse(err) as { error: ReturnType<Ran['problem']> }).error,
});

/** A data folder that does not exist yet, below one that is taken away with `end`. */
export const openShell = (env: Readonly<Record<string, string>> = {}): Shell & { readonly end: () => void } => {
  const root = mkdtempSync(path.join(tmpdir(), 'lockstep-cli-'));
  const folder = path.join(root, 'data');
  return { ...shellOn(folder, root, env), end: () => rmSync(root, { recursive: true, force: true }) };
};

/** A shell on a data folder; paths are meant from `cwd`. */
export const shellOn = (folder: string, cwd: string, env: Readonly<Record<string, string>> = {}): Shell => {
  const within = async (answers: readonly string[] | null, argv: readonly string[]): Promise<Ran> => {
    let [out, err] = ['', ''];
    const left = [...(answers ?? [])];
    const terminal: Terminal = {
      out: (words) => void (out += words),
      err: (words) => void (err += words),
      answers: answers !== null,
      rewrites: false,
      ask: async (question) => {
        err += question;
        return left.shift() ?? null;
      },
      stdin: async () => left.join('\n'),
      env: { LOCKSTEP_DATA: folder, ...env },
      cwd,
      home: cwd,
    };
    const code = await lockstep(argv, terminal, '0.1.0');
    return ran(code, out, err);
  };
  const run = (...argv: string[]): Promise<Ran> => within(null, argv);
  return {
    folder,
    run,
    asked: (answers, ...argv) => within(answers, argv),
    spawn: async (...argv) => {
      const { npm_lifecycle_event: _, ...rest } = process.env;
      const child = spawn(process.execPath, [MAIN, ...argv], {
        cwd,
        env: { ...rest, LOCKSTEP_DATA: folder, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const ended = new Promise<number>((done, fail) => child.on('error', fail).on('close', (code) => done(code ?? -1)));
      const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return ran(code, out, err);
    },
    get: async <T>(...argv: string[]) => {
      const { code, out, err, json } = await run(...argv, '--json');
      if (code !== 0) throw new Error(`lockstep ${argv.join(' ')} ended with ${code}: ${err}${out}`);
      return json<T>();
    },
  };
};
