/**
 * The browser that browser tests drive: the Chromium of this machine, or Debian's, installed once where we may.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, globSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { withLock } from '../../scripts/lock.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const INSTALLED = {
  linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].flatMap(
    (inside) =>
      [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((base) => base !== undefined)
        .map((base) => path.join(base, inside)),
  ),
} as const;

/** Where Playwright keeps the browsers that it downloads. */
const CACHES = [process.env.PLAYWRIGHT_BROWSERS_PATH, '.cache/ms-playwright', 'Library/Caches/ms-playwright', 'AppData/Local/ms-playwright']
  .filter((place) => place !== undefined)
  .map((place) => path.resolve(homedir(), place));
const IN_CACHE = 'chromium-*/{chrome-linux*/chrome,chrome-mac*/*.app/Contents/MacOS/*,chrome-win*/chrome.exe}';

/** A browser without a window. The caller closes it. */
export const launch = async (): Promise<Browser> => chromium.launch({ executablePath: await chromiumPath(), args: FLAGS });

/** The program itself; installs it where that is possible, else throws and says how to. */
export const chromiumPath = async (): Promise<string> => {
  const named = process.env.CHROMIUM;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which is not a program that can be run`);
  }
  return found() ?? (await installed());
};

const found = (): string | undefined => {
  const onPath = NAMES.flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)));
  const usual = INSTALLED[process.platform as keyof typeof INSTALLED] ?? [];
  return (
    [...onPath, ...usual].find(runs) ?? CACHES.flatMap((cache) => globSync(path.join(cache, IN_CACHE)).toSorted().toReversed()).find(runs)
  );
};

const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const HOW = `Browser tests need Chromium, and none was found. Install it, then run the tests again:
  Debian, Ubuntu   sudo apt-get install chromium
  Fedora           sudo dnf install chromium
  macOS            brew install --cask chromium
  anywhere         npx playwright-core install chromium
or let CHROMIUM name the program, if it stands in an unusual place.`;

/** Debian's Chromium, where we are root and have apt-get. One process installs; others wait for it. */
const installed = async (): Promise<string> => {
  const root = process.getuid?.() === 0;
  if (!root || spawnSync('apt-get', ['--version']).status !== 0) throw new Error(HOW);
  return withLock(path.join(tmpdir(), 'lockstep-chromium.lock'), async () => {
    const already = found();
    if (already) return already;
    console.error('Installing Chromium for the browser tests …');
    try {
      apt('update');
      apt('install', '-y', '--no-install-recommends', 'chromium');
    } catch (fault) {
      throw new Error(`apt-get could not install Chromium.\n${HOW}`, { cause: fault });
    }
    const program = found();
    if (program) return program;
    throw new Error(HOW);
  });
};

const apt = (...args: readonly string[]): void => {
  execFileSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
};
