/** The compiler, once for each kind of room: pure, Node, web, and tests that look at a page. */
import path from 'node:path';
import { linesOf, run, typescriptOf } from './run.mjs';

const PROJECTS = ['pure', 'node', 'web', 'browser'];

/** @type {import('./run.mjs').Check} */
export const compiler = {
  name: 'types',
  run: async (root) => {
    const runs = await Promise.all(PROJECTS.map((project) => compiled(root, project)));
    const seen = new Set(runs.flatMap(({ files }) => files));
    const files = typescriptOf(root);
    return {
      looked: files.filter((file) => seen.has(file)).length,
      at: 'files',
      problems: [
        ...new Set(runs.flatMap(({ problems }) => problems)),
        ...files.filter((file) => !seen.has(file)).map((file) => `${file}: no tsconfig covers it`),
      ],
    };
  },
};

/** What one project covers and complains of. One checker each: four side by side would infer the same types four times over. @param {string} root @param {string} project */
const compiled = async (root, project) => {
  const { code, out, err } = await run(root, 'tsc', [
    '-p',
    `tsconfig.${project}.json`,
    '--checkers',
    '1',
    '--listFiles',
    '--pretty',
    'false',
  ]);
  const lines = linesOf(out + err);
  const problems = lines.filter((line) => !path.isAbsolute(line));
  return {
    files: lines.filter((line) => path.isAbsolute(line)).map((line) => path.relative(root, line).split(path.sep).join('/')),
    problems: code !== 0 && problems.length === 0 ? [`tsconfig.${project}.json: the compiler stopped with ${code}`] : problems,
  };
};
