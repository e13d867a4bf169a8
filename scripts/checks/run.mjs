/** What the checks share: a program run to its end, and the files there are. */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * What one check says: how much it looked at, and each thing it found wrong. A check that looked at nothing has failed.
 *
 * @typedef {{ looked: number, at: string, problems: string[], note?: string }} Verdict
 * @typedef {{ name: string, run: (root: string) => Promise<Verdict> }} Check
 */

/**
 * Runs one of the programs in node_modules/.bin with `root` as its working folder.
 *
 * @param {string} root @param {string} program @param {readonly string[]} args
 * @returns {Promise<{ code: number | null, out: string, err: string }>}
 */
export const run = (root, program, args) =>
  new Promise((done, fail) => {
    const { FORCE_COLOR: _, ...rest } = process.env;
    const child = spawn(path.join(root, 'node_modules/.bin', program), args, {
      cwd: root,
      env: { ...rest, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const out = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (out.out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (out.err += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...out }));
  });

/** Lines that say something. @param {string} text */
export const linesOf = (text) =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '');

/** Paths below `root`, with `/`, sorted. @param {string} root @param {string | string[]} patterns */
export const filesOf = (root, patterns) =>
  globSync(patterns, { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .toSorted();

/** TypeScript that belongs to the product or its tests. @param {string} root */
export const typescriptOf = (root) => filesOf(root, '{src,tests,bench}/**/*.{ts,tsx}').filter((file) => !file.endsWith('.d.ts'));
