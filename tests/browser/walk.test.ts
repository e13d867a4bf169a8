/** The main job: from an empty house to a deal, and from the deal back up to the objective it served. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../support/chromium.ts';
import { startServer, type Server } from './support/house.ts';
import { PASSWORD, settled, somebody, type Somebody } from './support/people.ts';

describe('first run to a deal and back', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;

  before(async () => {
    server = await startServer();
    browser = await launch();
    ines = await somebody(browser, server.url);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  test('the first account is made, and the demo company opens on Home', async () => {
    const { page } = ines;
    await page.goto('/');
    await page.getByLabel('Your name').fill('Ines Varga');
    await page.getByLabel('E-mail').fill('ines@lademar.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make the first account' }).click();
    await page.getByRole('button', { name: 'Open the demo company' }).click();
    await page.waitForURL(/\/c\/[a-z0-9-]+$/, { timeout: 120_000 });
    await settled(page);
    await page.getByText('Invented company.').waitFor();
    assert.match((await page.locator('h1').textContent()) ?? '', /^(Yes|Nearly|No|Too early)/);
    assert.equal(await page.locator('main ol[class*=strip] > li').count(), 9);
  });

  test('from Home to the Thread, from the Thread to a deal', async () => {
    const { page } = ines;
    await page.getByRole('link', { name: 'Prove', exact: true }).click();
    await page.waitForURL(/prove\/thread/);
    await settled(page);
    await page.getByRole('link', { name: 'Deals', exact: true }).click();
    await page.waitForURL(/prove\/deals$/);
    await settled(page);
    await page.locator('main tbody a').first().click();
    await page.waitForURL(/prove\/deals\/.+/);
    await settled(page);
  });

  test('and back up, link by link, to an objective', async () => {
    const { page } = ines;
    for (let steps = 0; steps < 8 && !page.url().includes('/agree/strategy'); steps++) {
      const left = page.url();
      await page.locator('main').focus();
      await page.keyboard.press('[');
      await page.waitForURL((url) => url.href !== left);
      await settled(page);
    }
    assert.match(page.url(), /agree\/strategy/);
    assert.deepEqual(ines.errors, []);
  });

  test('signed out, the page asks who is there; signed in, it is where it was', async () => {
    const { page } = ines;
    const address = page.url();
    await page.getByRole('button', { name: /sign out/i }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto(address);
    await page.getByLabel('E-mail').fill('ines@lademar.example');
    await page.getByLabel('Password').fill('wrong password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await settled(page);
    assert.equal(page.url(), address);
  });
});
