/**
 * The picture of ARCHITECTURE.md, drawn from what the code imports: `npm run picture` writes it, `npm run check` fails
 * when the committed one is stale. The same code gives the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CONTRACT, svgOf } from './architecture-svg.mjs';
import { cruised } from './checks/rooms.mjs';

export const PICTURE = 'docs/architecture.svg';

/** The picture for the code below `root`, and how much there is in it. @param {string} root */
export const draw = async (root) => {
  const [{ modules }, { AREAS }] = await Promise.all([
    cruised(root),
    import(pathToFileURL(path.join(root, '.dependency-cruiser.mjs')).href),
  ]);
  const sees = roomsOf(modules);
  const areas = AREAS.filter((/** @type {string} */ area) => modules.some(({ source }) => source.startsWith(`src/domain/${area}/`)));
  return { svg: svgOf(sees, areas), rooms: sees.size, arrows: [...sees.values()].reduce((sum, below) => sum + below.length, 0) };
};

/**
 * Which room imports which, tests left out, in the order of the alphabet.
 *
 * @param {readonly import('dependency-cruiser').IModule[]} modules
 * @returns {Map<string, string[]>}
 */
export const roomsOf = (modules) => {
  /** @type {Map<string, Set<string>>} */
  const sees = new Map();
  for (const { source, dependencies } of modules) {
    const room = roomOf(source);
    if (!room) continue;
    const below = sees.get(room) ?? new Set();
    sees.set(room, below);
    for (const { resolved } of dependencies) {
      const other = roomOf(resolved);
      if (other && other !== room) below.add(resolved.startsWith(`src/${CONTRACT}`) && room === 'web' ? CONTRACT : other);
    }
  }
  return new Map([...sees].toSorted(([a], [b]) => a.localeCompare(b, 'en')).map(([room, below]) => [room, [...below].toSorted()]));
};

/** @param {string} file */
const roomOf = (file) => (file.includes('.test.') ? undefined : /^src\/([^/]+)\//.exec(file)?.[1]);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const { svg, rooms, arrows } = await draw(root);
  mkdirSync(path.join(root, path.dirname(PICTURE)), { recursive: true });
  writeFileSync(path.join(root, PICTURE), svg);
  console.log(`${PICTURE}: ${rooms} rooms, ${arrows} arrows`);
}
