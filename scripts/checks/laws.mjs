/** The house's own laws, for which no tool has a rule: how long a file may be, what it may be called, where it stands. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOf } from './run.mjs';

const LONGEST = 300;
const GOAL = 80;
const NAMELESS = /(^|\/)(utils?|helpers?|common|types|index)(\/|\.[^/]*$)/;
const SHOULD = /\b(?:test|it|describe|suite)\(\s*(?:'[^'\n]*|"[^"\n]*|`[^`\n]*)\bshould\b/i;
const SHARED = /LOCKSTEP_SHARED|\.\.\/shared(?!\.ts)\b/;
const LOCKS = ['package-lock.json', 'runtime/package-lock.json'];

/** @type {import('./run.mjs').Check} */
export const laws = {
  name: 'laws',
  run: async (root) => {
    const { MAY_SEE, AREAS } = await import(pathToFileURL(path.join(root, '.dependency-cruiser.mjs')).href);
    const files = filesOf(root, ['{src,tests,bench}/**/*.{ts,tsx,sql}', 'scripts/**/*.mjs', '*.{mjs,ts}']).map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return { file, text, size: linesOfCode(text), test: file.includes('.test.'), rooms: Object.keys(MAY_SEE), areas: AREAS };
    });
    const product = files.filter(({ file, test }) => file.startsWith('src/') && !test).map(({ size }) => size);
    return {
      looked: product.length,
      at: 'product files',
      note: `median ${median(product)} lines of code (goal: under ${GOAL}), longest ${Math.max(0, ...product)}`,
      problems: [
        ...files.flatMap((file) => LAWS.map((law) => law(file)).filter((problem) => problem !== undefined)),
        ...lockProblems(root),
      ],
    };
  },
};

/**
 * @typedef {{ file: string, text: string, size: number, test: boolean, rooms: string[], areas: string[] }} File
 * @type {((file: File) => string | undefined)[]}
 */
const LAWS = [
  ({ file, size }) => (size > LONGEST ? `size: ${file} has ${size} lines of code; ${LONGEST} is the most` : undefined),
  ({ file }) => (NAMELESS.test(file) ? `name: ${file} is called after nothing; name the noun or the question it holds` : undefined),
  ({ file, rooms }) =>
    file.startsWith('src/') && !rooms.includes(file.split('/')[1] ?? '') ? `room: ${file} stands in no room` : undefined,
  ({ file, areas }) => (strayArea(file, areas) ? `area: ${file} stands in no area of the sentence` : undefined),
  ({ file, text, test }) => (test && SHOULD.test(text) ? `should: ${file} has a test called "should"; state the rule` : undefined),
  ({ file, text }) =>
    /^(src|tests|bench)\//.test(file) && !file.startsWith('tests/support/shared') && SHARED.test(text)
      ? `shared: ${file} reads ../shared without tests/support/shared.ts`
      : undefined,
];

/** Lines that are neither blank nor wholly comment. @param {string} text */
export const linesOfCode = (text) => {
  let within = false;
  return text.split('\n').filter((raw) => {
    const line = raw.trim();
    if (within || line.startsWith('/*')) {
      within = !line.includes('*/');
      return !within && !line.endsWith('*/');
    }
    return line !== '' && !line.startsWith('//') && !line.startsWith('-- ') && line !== '--';
  }).length;
};

/** The one in the middle; of two, the lower; 0 of none. @param {readonly number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;

/** A folder of `domain` that the sentence of areas does not name; `history` holds the journal's past shapes. @param {string} file @param {string[]} areas */
const strayArea = (file, areas) => {
  const [src, room, area, ...rest] = file.split('/');
  return src === 'src' && room === 'domain' && rest.length > 0 && ![...areas, 'history'].includes(area ?? '');
};

/** A download address would tie every installation to one registry. @param {string} root */
const lockProblems = (root) =>
  LOCKS.filter(
    (file) => existsSync(path.join(root, file)) && readFileSync(path.join(root, file), 'utf8').includes('"resolved": "http'),
  ).map((file) => `lock: ${file} names download addresses; npm install --omit-lockfile-registry-resolved leaves them out`);
