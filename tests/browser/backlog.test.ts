/** The Backlog in the hand: with the keyboard, with the pointer, put back, undone, and cut. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { dayBrief, percent } from '../../src/views/words/format.ts';
import { launch } from '../support/chromium.ts';
import { backlogCompany } from './support/backlog.ts';
import { startServer, type Server } from './support/house.ts';
import { claim, joined, post, settled, somebody, type Somebody } from './support/people.ts';
import { countRenders, drawnSince } from './support/renders.ts';

const handle = (page: Page, ref: string) => page.getByRole('button', { name: new RegExp(`^Move ${ref}, `) });
const places = (page: Page): Promise<string[]> =>
  page.locator('[data-item]').evaluateAll((rows) =>
    rows
      .map((row) => ({ item: (row as HTMLElement).dataset['item']!, top: row.getBoundingClientRect().top }))
      .toSorted((a, b) => a.top - b.top)
      .map(({ item }) => item),
  );
const halfSure = (page: Page, item: string): Promise<string> =>
  page
    .locator(`[data-item="${item}"] [role=cell]`)
    .nth(8)
    .textContent()
    .then((text) => text ?? '');
const told = (page: Page) => page.locator('main p[aria-live=polite], p.unseen[aria-live=polite]').first();

describe('the Backlog in the hand', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let company: string;
  const open = async (who: Somebody, at = ''): Promise<void> => {
    await who.page.goto(`/c/${company}/work/backlog${at}`);
    await settled(who.page);
  };

  before(async () => {
    server = await startServer();
    browser = await launch();
    ines = await somebody(browser, server.url);
    await countRenders(ines.page);
    await claim(ines);
    company = await backlogCompany(ines, 60);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  test('says what fits, and draws the two lines where the odds put them', async () => {
    await open(ines);
    await ines.page.getByRole('heading', { level: 1, name: /items? fits? this quarter|likely to be finished/ }).waitFor();
    assert.equal(await ines.page.locator('[data-line=sure]').count(), 1);
    assert.equal(await ines.page.locator('[data-line=even]').count(), 1);
    assert.match(await halfSure(ines.page, 'w_n1'), /^\d+ \w+/);
  });

  test('shows the very dates that the server gives, and the command line with it', async () => {
    const { items } = await post<{ items: { id: string; p85: string; chance: number }[] }>(ines, 'forecast', { company, limit: 15 });
    await ines.page.waitForTimeout(1_500);
    for (const { id, p85, chance } of items) {
      const cells = ines.page.locator(`[data-item="${id}"] [role=cell]`);
      assert.equal(await cells.nth(9).textContent(), dayBrief(p85, new Date().toISOString().slice(0, 10)), id);
      assert.match((await cells.nth(8).getAttribute('title')) ?? '', new RegExp(`: ${percent(Math.round(chance * 100) / 100)}$`), id);
    }
  });

  test('with the keyboard alone: lifted, moved, its dates and those of others changed, let go, told once', async () => {
    const { page } = ines;
    await handle(page, 'W-8').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.getByRole('heading', { level: 1, name: /Moving “Letter to buyers/ }).waitFor();
    await page
      .getByText(/sooner delays three items by/)
      .first()
      .waitFor();
    assert.match(
      (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '',
      /^Move W-8, /,
      'the row keeps the focus',
    );
    assert.match(
      await halfSure(
        page,
        (await places(page)).find((id) => id === 'w_n5')!,
      ),
      /\+\d+ d|−\d+ d|\d/,
    );
    await page.keyboard.press('Space');
    await page.waitForFunction(() =>
      /moved to place \d+\. Finishing it \d+ days? sooner/.test(document.querySelector('p.unseen[aria-live=polite]')?.textContent ?? ''),
    );
    assert.match((await told(page).textContent()) ?? '', /delays three items/);
    await page.getByText('W-8 moved to place').first().waitFor();
  });

  test('the key for undo puts it back', async () => {
    const { page } = ines;
    const now = await places(page);
    await page.keyboard.press('Control+z');
    await page.waitForFunction((was) => document.querySelectorAll('[data-item]').length > 0 && was !== '', now.join());
    await page.getByText(/Taken back/).waitFor();
    assert.notDeepEqual(await places(page), now);
  });

  test('under the pointer the dates follow; Esc restores, letting go keeps, and the toast undoes', async () => {
    const { page } = ines;
    await open(ines);
    const was = await places(page);
    await drag(page, 'W-9', -3);
    await page.getByRole('heading', { level: 1, name: /Moving “/ }).waitFor();
    assert.ok((await page.locator('[data-item] em').count()) >= 3, 'the shifted days stand beside the dates');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    assert.deepEqual(await places(page), was);

    await drag(page, 'W-9', -3);
    await page.mouse.up();
    await page
      .getByText(/W-9 moved to place/)
      .first()
      .waitFor();
    assert.notDeepEqual(await places(page), was);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.waitForFunction((first) => (document.querySelectorAll('[data-item]').length > 0 ? first : null) !== null, was[0]);
    await page.waitForTimeout(300);
    assert.deepEqual(await places(page), was);
  });

  test('a move draws anew only the rows that it changes', async () => {
    const { page } = ines;
    await open(ines);
    await page.waitForTimeout(600);
    await drawnSince(page);
    // Rows that come into view are drawn for the first time; what counts is those that stood there.
    const stood = new Set(await places(page));
    const again = async (): Promise<string[]> => (await drawnSince(page)).filter((id) => stood.has(id));
    await handle(page, 'W-12').focus();
    await page.keyboard.press('Space');
    await page.waitForTimeout(100);
    assert.deepEqual(await again(), await heldItem(page), 'lifting draws the row in the hand');
    await page.keyboard.press('ArrowUp');
    await page.waitForTimeout(100);
    const moved = await again();
    assert.equal(moved.length, 2, `${moved.join(', ')} of ${stood.size} rows`);
    await page.keyboard.press('Escape');
  });

  test('“Move to place…” says what it does before it is done', async () => {
    const { page } = ines;
    await open(ines);
    await handle(page, 'W-20').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Place in the Backlog').fill('2');
    await dialog.getByText(/sooner delays/).waitFor();
    await dialog.getByRole('button', { name: 'Move to place 2' }).click();
    await page.getByText('W-20 moved to place 2.').first().waitFor();
    assert.match(
      await page
        .locator('[data-item]')
        .nth(1)
        .textContent()
        .then((t) => t ?? ''),
      /\d/,
    );
  });

  test('who may not order it sees what a move would do, and is told the rule', async () => {
    const tom = await joined(ines, browser, server.url, company, { name: 'Tom Okafor', role: 'stakeholder', seats: [] });
    await open(tom);
    const was = await places(tom.page);
    await handle(tom.page, 'W-9').focus();
    await tom.page.keyboard.press('Space');
    await tom.page.keyboard.press('ArrowUp');
    await tom.page.keyboard.press('Space');
    await tom.page.getByText(/was put back: owners and marketers order the Backlog/).waitFor();
    assert.deepEqual(await places(tom.page), was);
    assert.deepEqual(tom.errors, []);
  });

  test('the guided cut shrinks the horizon, gives a reason, and brings back', async () => {
    const { page } = ines;
    await open(ines);
    await page.getByRole('link', { name: 'Start the cut' }).click();
    await settled(page);
    const side = page.getByRole('complementary', { name: 'Horizon' });
    const horizon = await side.locator('p').first().textContent();
    const group = page.getByRole('region', { name: 'Nobody asked in a year' });
    await group.getByRole('button', { name: 'Mark all' }).click();
    await side.getByText(/instead of/).waitFor();
    assert.notEqual(await side.locator('p').first().textContent(), horizon);
    await group.getByLabel('Why they go').fill('We cleaned up what nobody asked for in two years.');
    await group.getByRole('button', { name: /^Remove/ }).click();
    await side.getByText(/Removed here/).waitFor();
    const gone = await side.getByRole('button', { name: 'Bring back', exact: true }).count();
    assert.ok(gone >= 10, `${gone} removed`);
    await side.getByRole('button', { name: /^Bring back all/ }).click();
    await page.getByRole('region', { name: 'Nobody asked in a year' }).waitFor();
    assert.equal(await side.locator('p').first().textContent(), horizon);
  });

  test('work that grows moves the lines, and says who stated it', async () => {
    const { page } = ines;
    await open(ines);
    const was = await page.locator('h1').textContent();
    await page.getByRole('button', { name: 'What the dates rest on' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('at most').nth(1).fill('3');
    await dialog.getByLabel('One item turns into, at least').fill('3');
    await dialog.getByRole('button', { name: 'Keep these assumptions' }).click();
    await page.waitForFunction((title) => document.querySelector('h1')?.textContent !== title, was);
  });

  test('nobody’s console said a word', () => assert.deepEqual(ines.errors, []));
});

const heldItem = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const row = document.activeElement?.closest<HTMLElement>('[data-item]');
    return row ? [row.dataset['item']!] : [];
  });

/** Presses a row's handle and moves it by so many rows, without letting go. */
const drag = async (page: Page, ref: string, rows: number): Promise<void> => {
  const box = (await handle(page, ref).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) await page.mouse.move(x, y + (rows * 41 * step) / 12);
};
