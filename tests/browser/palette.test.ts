/** The palette and the keys: everything that can be reached or done, without a pointer. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { joined, settled, type Somebody } from './support/people.ts';
import { smallCompany } from './support/small.ts';

describe('find or do', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let close: Visit['close'];
  let company: string;

  before(async () => {
    ({ server, browser, ines, close } = await firstVisit());
    company = await smallCompany(ines);
    await ines.page.goto(`/c/${company}`);
    await settled(ines.page);
  });
  after(() => close());

  test('groups stand in their order: go to, do, find', async () => {
    const { page } = ines;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('o');
    await page.getByRole('group', { name: 'Find' }).waitFor();
    const groups = await page.getByRole('listbox').locator('[role=presentation]').allTextContents();
    assert.deepEqual(groups, ['Go to', 'Do', 'Find']);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox').waitFor({ state: 'detached' });
  });

  test('a thing is found by the beginnings of its words, and opened', async () => {
    const { page } = ines;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('exp me');
    await page.getByRole('option', { name: /Expansion meetings held outcome/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/outcomes\/u_meetings/);
    await page.getByRole('dialog', { name: 'Expansion meetings held' }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL(/outcomes$/);
  });

  test('G and a letter goes there', async () => {
    const { page } = ines;
    await page.locator('main').focus();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.waitForURL(/decisions$/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'All keys' }).waitFor();
    await page.keyboard.press('Escape');
    assert.deepEqual(ines.errors, []);
  });

  test('an action that a rule forbids stays, and carries the rule', async () => {
    const guest = await joined(ines, browser, server.url, company, { name: 'Vera Viewer', role: 'viewer', seats: [] });
    await guest.page.goto(`/c/${company}`);
    await settled(guest.page);
    await guest.page.keyboard.press('Control+k');
    await guest.page.getByRole('combobox').fill('plan a campaign');
    const option = guest.page.getByRole('option', { name: /Plan a campaign/ });
    assert.equal(await option.getAttribute('aria-disabled'), 'true');
    assert.match((await option.textContent()) ?? '', /Only owners and marketers/);
  });
});
