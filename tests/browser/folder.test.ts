/** A folder of exports dropped into the Import page, and the folder that is looked into by itself, as a person meets them. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { violations } from './support/axe.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { settled, type Somebody } from './support/people.ts';
import { smallCompany } from './support/small.ts';

const corpus = path.join(import.meta.dirname, '../corpus');
const of = (file: string): string => path.join(corpus, file);
const FILES = [
  'salesforce/opportunity.csv',
  'salesforce/opportunity-history.csv',
  'salesforce/lead.csv',
  'hubspot/deals-and-contacts.xlsx',
  'ugly/recipes.csv',
  'ugly/protected.xlsx',
  'ugly/dates-either-way.csv',
].map(of);
const SHOTS = process.env['SHOTS'];

describe('a folder of exports', () => {
  let ines: Somebody;
  let close: Visit['close'];
  let company: string;

  before(async () => {
    ({ ines, close } = await firstVisit());
    company = await smallCompany(ines);
  });
  after(() => close());
  const shot = async (name: string): Promise<void> =>
    void (SHOTS && (await ines.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })));

  test('several files become one plan; a question is answered in it; what is ready loads in one go', async () => {
    const { page } = ines;
    await page.goto(`/c/${company}/data/import`);
    await settled(page);
    await page.getByLabel('Files to load').setInputFiles(FILES);
    await page
      .getByText('Files in one plan')
      .or(page.locator('h1', { hasText: 'ready with' }))
      .first()
      .waitFor();
    assert.match((await page.locator('h1').textContent()) ?? '', /Five files are ready with 22 rows\. One file asks you first\./);
    const rows = page.getByRole('region', { name: 'Files of the plan' }).getByRole('row');
    assert.match((await rows.nth(1).textContent()) ?? '', /^1deals-and-contacts\.xlsx, sheet Contacts/);
    assert.match((await rows.filter({ hasText: 'recipes.csv' }).textContent()) ?? '', /Not known/);
    await page.getByText('empty the password').waitFor();
    assert.deepEqual(await violations(page), []);
    await shot('plan');
    await page.getByText('day first: 03/04/2026 is day 03 of month 04').click();
    await page.locator('h1', { hasText: 'Six files are ready' }).waitFor();
    // The plan has an address: it is there again after a reload, with what was answered.
    assert.match(page.url(), /\/data\/import\?files=/);
    await page.reload();
    await page.locator('h1', { hasText: 'Six files are ready' }).waitFor();
    await page.getByRole('button', { name: /^Load six files/ }).click();
    await page.locator('h1', { hasText: 'loaded from six files' }).waitFor();
    await shot('loaded');
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(ines.errors, []);
  });

  test('an owner has a folder looked into; a new kind of file waits, is looked at and loaded, and the next one loads by itself', async () => {
    const { page } = ines;
    await page.goto(`/c/${company}/data/loads`);
    await settled(page);
    await page.getByRole('button', { name: 'Set it up' }).click();
    const folder = await page.getByLabel('Folder on the server').inputValue();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'The folder holds nothing new' }).waitFor();
    mkdirSync(folder, { recursive: true });
    const put = (name: string, text: string): void => {
      writeFileSync(path.join(folder, name), text);
      const old = new Date(Date.now() - 120_000);
      utimesSync(path.join(folder, name), old, old);
    };
    const members = readFileSync(of('salesforce/campaign-member.csv'), 'utf8');
    put('members-week-1.csv', members);
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByRole('heading', { name: 'One file waits in the folder' }).waitFor();
    await shot('inbox');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Look at members-week-1.csv' }).click();
    await page.locator('h1', { hasText: 'rows are ready' }).waitFor();
    await page.getByRole('button', { name: /^Load 6 rows/ }).click();
    await page.locator('h1', { hasText: 'loaded from one file' }).waitFor();
    put('members-week-2.csv', members.replaceAll('2026-02-11', '2026-02-12'));
    await page.goto(`/c/${company}/data/loads`);
    await settled(page);
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByRole('region', { name: 'Files in the folder' }).getByText('Loaded', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'The folder holds nothing new' }).waitFor();
    await shot('inbox-done');
    assert.deepEqual(ines.errors, []);
  });
});
