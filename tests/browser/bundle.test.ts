/** The first load: what a browser fetches until Home stands, compressed as the web compresses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { launch } from '../support/chromium.ts';
import { startServer } from './support/house.ts';
import { claim, settled, somebody } from './support/people.ts';
import { smallCompany } from './support/small.ts';

const PAGES = path.join(import.meta.dirname, '../../dist/web');
const MOST = 250_000;

test('Home stands after at most 250 KB of JavaScript', async (t) => {
  const server = await startServer();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await server.stop();
  });
  const who = await somebody(browser, server.url);
  await claim(who);
  const company = await smallCompany(who);
  // What comes in idle moments once Home stands is no part of it; on a slow machine it would come while this still looks.
  await who.page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
  const scripts = new Set<string>();
  who.page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  await who.page.goto(`/c/${company}`);
  await settled(who.page);
  const sizes = [...scripts]
    .map((file) => [file, gzipSync(readFileSync(path.join(PAGES, file)), { level: 9 }).length] as const)
    .toSorted((a, b) => b[1] - a[1]);
  const sum = sizes.reduce((all, [, size]) => all + size, 0);
  t.diagnostic(
    `${(sum / 1000).toFixed(1)} KB in ${sizes.length} files: ${sizes
      .slice(0, 6)
      .map(([file, size]) => `${path.basename(file)} ${(size / 1000).toFixed(1)}`)
      .join(', ')}`,
  );
  assert.ok(sizes.length > 0, 'no script was fetched');
  assert.ok(sum <= MOST, `${sum} bytes are more than ${MOST}`);
});
