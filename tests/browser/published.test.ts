/** A quarter is looked at and published, read and signed by another in a browser of his own, and its report taken as a file. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { demo, joined, settled, type Somebody } from './support/people.ts';

let server: Server;
let browser: Browser;
let ines: Somebody;
let close: Visit['close'];
let finance: Somebody;
let company: string;

before(async () => {
  ({ server, browser, ines, close } = await firstVisit());
  company = await demo(ines, 0.1);
  finance = await joined(ines, browser, server.url, company, { name: 'Femke Bos', role: 'stakeholder', seats: ['finance'] });
});
after(() => close());

test('a past quarter is published as it was looked at, and signed by finance elsewhere', async () => {
  const { page } = ines;
  await page.goto(`/c/${company}/prove/published`);
  await settled(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: /^Publish the numbers of Q\d \d{4}$/ });
  await dialog.getByText('Won revenue').waitFor();
  await dialog.getByRole('button', { name: /^Publish Q/ }).click();
  await page.waitForURL(/\/prove\/published\/\d{4}-Q\d\/1$/);
  await page.getByRole('heading', { level: 1, name: /won, as published\. Counted today it is the same\.$/ }).waitFor();

  await finance.page.goto(page.url());
  await settled(finance.page);
  await finance.page.getByRole('button', { name: 'Sign for Finance' }).click();
  await page.getByText('Femke Bos, Finance').waitFor({ timeout: 5000 });
  assert.equal(await finance.page.getByRole('button', { name: 'Sign for Finance' }).count(), 0);
});

test('a published figure opens with who froze it, and a difference names its cause', async () => {
  const { page } = ines;
  await page.goto(`/c/${company}/prove/published`);
  await settled(page);
  await page.getByRole('table').getByRole('link').first().click();
  await settled(page);
  await page.locator('[data-figure]').first().click();
  const opened = page.getByRole('dialog');
  await opened.getByText(/Frozen on \d+ \w+.* edition 1/).waitFor();
  await page.keyboard.press('Escape');
  assert.deepEqual(ines.errors, []);
});

test('the report is taken as a file that needs nothing else', async () => {
  const { page } = ines;
  const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Report, HTML' }).click()]);
  assert.match(taken.suggestedFilename(), /^lademar-\d{4}-Q\d\.html$/);
  const html = readFileSync(await taken.path(), 'utf8');
  assert.match(html, /It does not prove what caused them/);
  assert.doesNotMatch(html, /<script|src="http|url\(http/);
});

test('publishing again without anything new is not offered, and whoever does not hold the seat sees the rule', async () => {
  const { page } = ines;
  await page.goto(`/c/${company}/prove/published`);
  await settled(page);
  const latest = page.getByRole('row').filter({ hasText: 'Published' }).nth(2);
  await latest.getByRole('button', { name: 'Publish again' }).click();
  const dialog = page.getByRole('dialog', { name: /^Publish .* again, as edition 2$/ });
  await dialog
    .getByText(/Nothing has changed|Why they are published again/)
    .first()
    .waitFor();
  assert.equal(await dialog.getByRole('button', { name: /^Publish Q/ }).getAttribute('aria-disabled'), 'true');
});
