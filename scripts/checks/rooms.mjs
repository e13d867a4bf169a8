/** dependency-cruiser: who imports whom, held against the tables in .dependency-cruiser.mjs. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { typescriptOf } from './run.mjs';

/** @type {import('./run.mjs').Check} */
export const rooms = {
  name: 'rooms',
  run: async (root) => {
    const { modules, summary } = await cruised(root);
    const seen = new Set(modules.map(({ source }) => source));
    const files = typescriptOf(root);
    return {
      looked: files.filter((file) => seen.has(file)).length,
      at: 'modules',
      problems: [
        ...summary.violations.map(({ rule, from, to, via, cycle }) => {
          const way = (cycle ?? via ?? []).map(({ name }) => name);
          return `${rule.name}: ${[from, ...(way.length > 0 ? way : from === to ? [] : [to])].join(' → ')}`;
        }),
        ...files.filter((file) => !seen.has(file)).map((file) => `${file}: not cruised`),
      ],
    };
  },
};

/** Every module there is, with what it imports and which walls that breaks. @param {string} root */
export const cruised = async (root) => {
  const folders = ['src', 'tests', 'bench'].filter((folder) => existsSync(path.join(root, folder)));
  const options = await extractDepcruiseOptions(path.join(root, '.dependency-cruiser.mjs'));
  const { output } = await cruise(folders, { ...options, baseDir: root });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output}`);
  return output;
};
