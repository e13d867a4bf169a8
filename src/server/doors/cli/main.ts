#!/usr/bin/env node
/** `lockstep`: the command line. Every operation of the house by the name it has over HTTP. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { lockstep } from './run.ts';
import type { Terminal } from './terminal.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

// Who reads us may stop reading, as `head` does; that is no fault of the command.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.stdout.destroy();
});
process.stderr.on('error', () => undefined);

const asked = async (question: string): Promise<string | null> => {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<null>((done) => lines.once('close', () => done(null)));
  const answer = await Promise.race([lines.question(question), ended]);
  lines.close();
  return answer;
};

const terminal: Terminal = {
  out: (words) => void (process.stdout.destroyed || process.stdout.write(words)),
  err: (words) => void process.stderr.write(words),
  answers: process.stdin.isTTY && process.stderr.isTTY,
  rewrites: process.stderr.isTTY,
  ask: asked,
  stdin: () => text(process.stdin),
  env: process.env,
  home: process.cwd(),
  // `npm run` steps into the package; paths are meant from where it was called.
  cwd: process.env.npm_lifecycle_event === 'lockstep' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd(),
};

process.exitCode = await lockstep(process.argv.slice(2), terminal, version);
