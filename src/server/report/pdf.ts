/** A page as PDF, printed by a Chromium of this machine; without one the page itself is what there is. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ok, type Result } from '../../kernel/result.ts';
import type { Problem } from '../contract/problem.ts';
import { problem } from '../house/problems.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/snap/bin/chromium',
];
const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
];
const PATIENCE_MS = 60_000;

const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The program that prints: what CHROMIUM names, else one that stands where such programs stand; undefined where none does. */
const printer = (env: NodeJS.ProcessEnv): string | undefined => {
  const named = env['CHROMIUM'];
  if (named !== undefined) return runs(named) ? named : undefined;
  const onPath = NAMES.flatMap((name) => (env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, name)));
  return [...onPath, ...PLACES].find(runs);
};

/** The bytes of the PDF. Refused with the way out where no Chromium stands on this machine, or it fails. */
export const pdfOf = async (html: string, env: NodeJS.ProcessEnv = process.env): Promise<Result<Uint8Array, Problem>> => {
  const program = printer(env);
  if (program === undefined)
    return problem(
      'no-printer',
      'A PDF is printed by Chromium, and none was found on the machine of the server.',
      'Take the report as HTML and print it from a browser; or install Chromium there, or let CHROMIUM name the program.',
    );
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-report-'));
  try {
    const [page, out] = [path.join(folder, 'report.html'), path.join(folder, 'report.pdf')];
    await writeFile(page, html);
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const fault = await printed(program, [
      ...FLAGS,
      ...root,
      `--user-data-dir=${path.join(folder, 'profile')}`,
      `--print-to-pdf=${out}`,
      pathToFileURL(page).href,
    ]);
    if (fault !== null)
      return problem('not-printed', `Chromium did not print the report: ${fault}.`, 'Take it as HTML and print it from a browser.');
    return ok(await readFile(out));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

/** null where it went well; else what went wrong. */
const printed = (program: string, args: readonly string[]): Promise<string | null> =>
  new Promise((done) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    const end = (fault: string | null): void => {
      clearTimeout(timer);
      done(fault);
    };
    child.on('error', (fault) => end(fault.message));
    child.on('exit', (code, signal) => end(code === 0 ? null : signal === null ? `it ended with ${code}` : 'it took more than a minute'));
  });
