/** What a long Backlog costs in a browser: rows in the page, rows drawn anew by a move, and how long it takes to see it. For bench/delivery.bench.ts. */
import type { Page } from 'playwright-core';
import { launch } from '../../support/chromium.ts';
import { backlogCompany } from './backlog.ts';
import { startServer } from './house.ts';
import { claim, settled, somebody } from './people.ts';
import { countRenders, drawnSince } from './renders.ts';

type Figure = { readonly what: string; readonly value: number; readonly unit: 'ms' | 'rows'; readonly atMost?: number };
const MOVES = 6;

export const measureBacklog = async (items: number): Promise<readonly Figure[]> => {
  const server = await startServer();
  const browser = await launch();
  try {
    const ines = await somebody(browser, server.url);
    const { page } = ines;
    await countRenders(page);
    await claim(ines);
    const company = await backlogCompany(ines, items);
    await page.goto(`/c/${company}/work/backlog`);
    await settled(page);
    const began = performance.now();
    await page.goto(`/c/${company}/work/backlog`);
    await page.locator('[data-item]').first().waitFor();
    const opened = performance.now() - began;
    await page.waitForTimeout(3_000);
    const rows = await page.locator('[data-item]').count();
    await page.getByRole('button', { name: /^Move W-12, / }).focus();
    await page.keyboard.press('Space');
    await page.waitForTimeout(300);
    const stood = new Set(await page.locator('[data-item]').evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset['item']!)));
    await drawnSince(page);
    const steps: number[] = [];
    const again: number[] = [];
    for (let i = 0; i < MOVES; i++) {
      steps.push(await painted(page));
      again.push((await drawnSince(page)).filter((id) => stood.has(id)).length);
    }
    const list = `${items.toLocaleString('en')} items`;
    return [
      { what: `${list}: from the address to the first row, warm`, value: opened, unit: 'ms' },
      { what: `${list}: rows in the page`, value: rows, unit: 'rows', atMost: 60 },
      { what: `${list}: one place up, rows drawn anew, median`, value: median(again), unit: 'rows', atMost: 2 },
      { what: `${list}: one place up, from the key to the painted page, median`, value: median(steps), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
};

/** Milliseconds from the key to the frame after the page has changed. */
const painted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const began = performance.now();
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }));
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
      }),
  );

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1]!;
