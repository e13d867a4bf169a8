/** oxfmt: `npm run format` writes what this asks for. */
import { filesOf, linesOf, run, typescriptOf } from './run.mjs';

/** @type {import('./run.mjs').Check} */
export const format = {
  name: 'format',
  run: async (root) => {
    const { code, out, err } = await run(root, 'oxfmt', ['--check', '.']);
    const looked = Number(/ on (\d+) files?/.exec(out + err)?.[1] ?? 0);
    const expected = typescriptOf(root).length + filesOf(root, 'scripts/**/*.mjs').length;
    const named = linesOf(out)
      .map((line) => /^(\S+) \(\d+/.exec(line)?.[1])
      .filter((file) => file !== undefined);
    return {
      looked: expected === 0 ? 0 : looked,
      at: 'files',
      problems: [
        ...named.map((file) => `${file}: run npm run format`),
        ...(code !== 0 && named.length === 0 ? linesOf(out + err) : []),
        ...(looked < expected ? [`looked at ${looked} files of ${expected}`] : []),
      ],
    };
  },
};
