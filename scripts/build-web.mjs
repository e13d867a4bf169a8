/**
 * Makes dist/web, the pages that the server hands out, when they are missing or older than what they are made from.
 *
 * "Older" is told by content, not by clock: dist/web.stamp holds the hash of every source. The new pages are built
 * beside the old and take their place when whole, so a server that is running never hands out half of them.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const pages = path.join(dist, 'web');
const stamp = path.join(dist, 'web.stamp');
const SOURCES = [
  'src/{web,kernel,models,domain,views,charts}/**/*',
  'src/server/contract{.ts,/**/*}',
  'vite.config.ts',
  'tsconfig.{base,web}.json',
  'package-lock.json',
];

/** Builds the pages unless they are up to date. Throws when there is nothing to build them from, or the build fails. */
export const ensureWeb = async () => {
  if (upToDate()) return;
  await withLock(path.join(root, '.cache/build-web.lock'), async () => {
    if (upToDate()) return;
    if (!existsSync(path.join(root, 'src/web/index.html'))) throw new Error('src/web/index.html is missing: there are no pages to build');
    console.error('Building the pages …');
    const hash = contentHash();
    const next = path.join(dist, 'web.next');
    const last = path.join(dist, 'web.last');
    mkdirSync(dist, { recursive: true });
    const { build } = await import('vite');
    await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: next, emptyOutDir: true } });
    rmSync(stamp, { force: true });
    rmSync(last, { recursive: true, force: true });
    if (existsSync(pages)) renameSync(pages, last);
    renameSync(next, pages);
    rmSync(last, { recursive: true, force: true });
    writeFileSync(stamp, hash);
  });
};

const upToDate = () => existsSync(path.join(pages, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === contentHash();

const contentHash = () => {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.includes('.test.'));
  for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).toSorted()) {
    const bytes = readFileSync(file);
    hash.update(`${path.relative(root, file)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureWeb();
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  }
}
