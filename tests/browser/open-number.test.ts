/** Every number opens: by pointer and by key, in a fixed order, and gives the focus back. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { demo, settled, somebody, type Somebody } from './support/people.ts';

const ORDER = ['How sure', 'Coverage', 'Rows', 'Which', 'Missing', 'Changed', 'As of', 'How'];

describe('an open number', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let close: Visit['close'];
  let company: string;

  before(async () => {
    ({ server, browser, ines, close } = await firstVisit());
    company = await demo(ines, 0.2);
    await ines.page.goto(`/c/${company}`);
    await settled(ines.page);
  });
  after(() => close());

  test('opens on Enter, closes on Esc, and the focus returns', async () => {
    const { page } = ines;
    const figure = page.locator('td [data-figure]').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    const open = page.getByRole('dialog');
    await open.waitFor();
    assert.equal(Math.round((await open.boundingBox())!.width), 412);
    assert.equal(await figure.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Escape');
    await open.waitFor({ state: 'detached' });
    assert.ok(await figure.evaluate((element) => element === document.activeElement));
  });

  test('says its parts in the fixed order', async () => {
    const { page } = ines;
    const figures = await page.locator('main [data-figure]').all();
    assert.ok(figures.length > 12);
    for (const figure of figures) {
      await figure.click();
      const open = page.getByRole('dialog');
      await open.waitFor();
      const how = open.getByRole('button', { name: 'How computed' });
      if ((await how.count()) > 0) await how.click();
      const parts = await open.locator('dt').allTextContents();
      assert.deepEqual(
        parts,
        ORDER.filter((part) => parts.includes(part)),
      );
      await page.keyboard.press('Escape');
      await open.waitFor({ state: 'detached' });
    }
  });

  test('its rows open in a drawer with an address of its own', async () => {
    const { page } = ines;
    await page.locator('td [data-figure]').first().click();
    await page.getByRole('dialog').locator('dd a').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.locator('tbody tr').first().waitFor();
    const address = page.url();
    assert.match(address, /rows=/);
    await page.reload();
    await page.getByRole('dialog').locator('tbody tr').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.doesNotMatch(page.url(), /rows=/);
  });

  test('on the phone it is a sheet', async () => {
    const phone = await somebody(browser, server.url, {
      viewport: { width: 390, height: 844 },
      storageState: await ines.context.storageState(),
    });
    await phone.page.goto(`/c/${company}`);
    await settled(phone.page);
    await phone.page.locator('[data-figure]').first().click();
    const box = await phone.page.getByRole('dialog').boundingBox();
    assert.equal(Math.round(box!.width), 390);
    assert.equal(Math.round(box!.y + box!.height), 844);
    await phone.context.close();
    assert.deepEqual(ines.errors, []);
  });
});
