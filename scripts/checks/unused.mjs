/** knip: files, exports and packages that nothing uses any more. A pattern of knip.jsonc that matches nothing is a fault as well. */
import { filesOf, linesOf, run, typescriptOf } from './run.mjs';

/** @type {import('./run.mjs').Check} */
export const unused = {
  name: 'unused',
  run: async (root) => {
    const { code, out, err } = await run(root, 'knip', ['--no-progress', '--treat-config-hints-as-errors']);
    const said = linesOf(`${out}\n${err}`).map((line) => line.trimEnd());
    return {
      looked: typescriptOf(root).length + filesOf(root, 'scripts/**/*.mjs').length,
      at: 'files',
      problems: code === 0 ? [] : said.length > 0 ? said : [`knip stopped with ${code}`],
    };
  },
};
