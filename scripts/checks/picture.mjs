/** docs/architecture.svg: drawn from the code, so it fails here when the code has moved on. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PICTURE, draw } from '../architecture.mjs';

/** @type {import('./run.mjs').Check} */
export const picture = {
  name: 'picture',
  run: async (root) => {
    const { svg, rooms, arrows } = await draw(root);
    const file = path.join(root, PICTURE);
    const stands = existsSync(file) && readFileSync(file, 'utf8') === svg;
    return {
      looked: rooms,
      at: `rooms and ${arrows} arrows`,
      problems: stands ? [] : [`${PICTURE} is not what the code says; npm run picture draws it`],
    };
  },
};
