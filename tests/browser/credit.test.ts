/** Credit as a person follows it: a deal and its models, the campaign, the credit page, and what other touch rules would change. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { demo, settled, somebody, type Somebody } from './support/people.ts';

describe('credit', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let close: Visit['close'];
  let company: string;

  before(async () => {
    ({ server, browser, ines, close } = await firstVisit());
    company = await demo(ines, 0.2);
  });
  after(() => close());

  const open = async (path: string): Promise<void> => {
    await ines.page.goto(`/c/${company}${path}`);
    await settled(ines.page);
  };

  test('a deal shows eight models, all of them on demand, and each sums to 100', async () => {
    const { page } = ines;
    await open('/prove/deals');
    await page
      .getByRole('cell', { name: /Van Dalen/ })
      .getByRole('link')
      .first()
      .click();
    const matrix = page.getByRole('region', { name: 'Touches and their credit' });
    await matrix.waitFor();
    const heads = matrix.locator('thead th').filter({ visible: true });
    assert.equal(await heads.count(), 4 + 8);
    await page.getByRole('button', { name: /^Show all \d+ models/ }).click();
    const all = await heads.count();
    assert.ok(all >= 4 + 14);
    const sums = await matrix.locator('tfoot td').filter({ visible: true }).allTextContents();
    assert.deepEqual([...new Set(sums.map((sum) => sum.trim()).filter((sum) => sum !== ''))], ['100']);
    await matrix.getByText('U, HubSpot').waitFor();
  });

  test('the credit page names where models disagree, and every column sums to closed revenue', async () => {
    const { page } = ines;
    await open('/prove/credit');
    const table = page.getByRole('region', { name: 'Credit under every model' });
    await table.waitFor();
    const closed = await table.locator('tfoot b').allTextContents();
    assert.ok(closed.length >= 14);
    assert.equal(new Set(closed).size, 1);
    await page.getByRole('heading', { name: 'Where they disagree most' }).waitFor();
    await page.getByRole('heading', { name: 'Models that learn from all deals together' }).waitFor();
    await page.getByRole('combobox', { name: 'By' }).click();
    await page.getByRole('option', { name: 'By campaign' }).click();
    await page.waitForURL(/by=campaign/);
    const campaign = table.locator('tbody th a').first();
    await campaign.waitFor();
    await campaign.click();
    await page.waitForURL(/\/market\/campaigns\//);
  });

  test('a proposal of other touch rules says what it would change, and adopting it changes the credit', async () => {
    const { page } = ines;
    await open('/data/touch-rules');
    await page.getByText('Other touch rules are proposed').waitFor();
    const effect = page.getByRole('heading', { name: 'What it would change' }).locator('..');
    await effect.getByText('touches would count instead of').waitFor();
    const counted = effect.getByRole('row', { name: /Touches that count/ }).getByRole('cell');
    const [was, now] = [await counted.nth(1).textContent(), await counted.nth(2).textContent()];
    assert.notEqual(was, now);
    await page.getByRole('button', { name: 'Adopt these rules' }).click();
    await page.getByRole('heading', { name: 'Touches count by version 2 of the rules.' }).waitFor();
    await open('/prove/credit');
    await page.getByText('Touch rules version 2.').first().waitFor();
  });

  test('on the phone one model stands at a time', async () => {
    const phone = await somebody(browser, server.url, {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      storageState: await ines.context.storageState(),
    });
    await phone.page.goto(`/c/${company}/prove/credit`);
    await settled(phone.page);
    const table = phone.page.getByRole('region', { name: 'Credit under every model' });
    await table.waitFor();
    assert.equal(await table.locator('thead th').filter({ visible: true }).count(), 4);
    await phone.page.getByRole('combobox', { name: 'Model' }).click();
    await phone.page.getByRole('option', { name: 'W, HubSpot' }).click();
    await table.locator('thead th', { hasText: 'W, HubSpot' }).filter({ visible: true }).waitFor();
    assert.ok(await phone.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  });
});
