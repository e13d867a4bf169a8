/** The compiler, once for each kind of room: pure, Node, web, and tests that look at a page. */
import path from 'node:path';
import { linesOf, run, typescriptOf } from './run.mjs';

const PROJECTS = ['pure', 'node', 'web', 'browser'];

/** @type {import('./run.mjs').Check} */
export const types = {
  name: 'types',
  run: async (root) => {
    const seen = new Set();
    /** @type {Set<string>} */
    const problems = new Set();
    for (const project of PROJECTS) {
      const { code, out, err } = await run(root, 'tsc', ['-p', `tsconfig.${project}.json`, '--listFiles', '--pretty', 'false']);
      const lines = linesOf(out + err);
      for (const line of lines) {
        if (path.isAbsolute(line)) seen.add(path.relative(root, line).split(path.sep).join('/'));
        else problems.add(line);
      }
      if (code !== 0 && lines.every((line) => path.isAbsolute(line)))
        problems.add(`tsconfig.${project}.json: the compiler stopped with ${code}`);
    }
    const files = typescriptOf(root);
    for (const file of files) if (!seen.has(file)) problems.add(`${file}: no tsconfig covers it`);
    return { looked: files.filter((file) => seen.has(file)).length, at: 'files', problems: [...problems] };
  },
};
