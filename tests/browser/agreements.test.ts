/** Agreements as people make them: signed from two browsers, logged on a number, found again on a past day. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { demo, joined, settled, type Somebody } from './support/people.ts';
import { QUARTER, smallCompany } from './support/small.ts';

const PROMISE = 'Sales calls every qualified lead within two working days';

describe('what people owe each other', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let close: Visit['close'];
  let diego: Somebody;
  let company: string;
  /** The demo company, small: it has facts. */
  let lademar: string;

  before(async () => {
    ({ server, browser, ines, close } = await firstVisit());
    company = await smallCompany(ines);
    lademar = await demo(ines, 0.05);
    diego = await joined(ines, browser, server.url, company, { name: 'Diego Ferrante', role: 'stakeholder', seats: ['sales'] });
  });
  after(() => close());

  test('an expectation is put forward, and each side signs it in a browser of its own', async () => {
    const { page } = ines;
    await page.goto(`/c/${company}/agree/expectations`);
    await settled(page);
    await page.getByRole('button', { name: 'Put one forward' }).click();
    const dialog = page.getByRole('dialog', { name: 'Put an expectation forward' });
    await dialog.getByLabel('Who promises?').click();
    await page.getByRole('option', { name: 'Sales' }).click();
    await dialog.getByLabel('What is promised?').fill(PROMISE);
    await dialog.getByRole('button', { name: 'Ask both sides to sign' }).click();
    await page.getByRole('dialog', { name: 'Sales promises Marketing' }).getByRole('button', { name: 'Sign' }).click();
    await page.getByRole('button', { name: 'Sign for Marketing' }).click();
    await page.getByText('One signature missing').first().waitFor();

    await diego.page.goto(`/c/${company}/decisions`);
    await settled(diego.page);
    await diego.page.getByRole('link', { name: /Read and sign: Sign what you promise Marketing/ }).click();
    const drawer = diego.page.getByRole('dialog', { name: 'Sales promises Marketing' });
    await drawer.getByText(PROMISE).first().waitFor();
    await drawer.getByRole('button', { name: 'Sign' }).click();
    await diego.page.getByRole('button', { name: 'Sign for Sales' }).click();
    // The other browser hears of it by itself, and only the side that expects may say that it was kept.
    await page.getByRole('button', { name: 'It was kept' }).waitFor({ timeout: 5000 });
    assert.equal(await diego.page.getByRole('button', { name: 'It was kept' }).count(), 0);
    await diego.page.getByRole('button', { name: 'It was broken' }).waitFor();
  });

  test('a comment appears for the other while he looks at it', async () => {
    await ines.page.getByRole('textbox', { name: 'Say something about it' }).fill('From Monday on, then?');
    await ines.page.getByRole('button', { name: 'Comment' }).click();
    await diego.page.getByText('From Monday on, then?').waitFor({ timeout: 5000 });
    assert.equal(await diego.page.getByRole('button', { name: /^Erase the comment/ }).count(), 0);
  });

  test('a change asks for both signatures again', async () => {
    await diego.page.getByRole('button', { name: 'Change', exact: true }).click();
    const dialog = diego.page.getByRole('dialog', { name: 'Change what was promised' });
    await dialog.getByLabel('What is promised?').fill(`${PROMISE}, holidays apart`);
    await dialog.getByRole('button', { name: 'Change it, to be signed anew' }).click();
    await ines.page.getByText('Expectation, revision 2').waitFor({ timeout: 5000 });
    await ines.page.getByText('Not signed yet').first().waitFor();
  });

  test('a number is used as evidence for a logged decision, and stands beside what it is now', async () => {
    const { page } = ines;
    await page.goto(`/c/${lademar}/agree/outcomes/u_${QUARTER.id.toLowerCase()}-revenue`);
    await settled(page);
    await page.getByRole('dialog').locator('[data-figure]').first().click();
    await page.getByRole('button', { name: 'Use as evidence' }).click();
    await page.getByRole('link', { name: 'Kept. Log the decision' }).click();
    const dialog = page.getByRole('dialog', { name: 'Log a decision' });
    await dialog.getByLabel('What was to be decided?').fill('Do we go to the fair?');
    await dialog.getByLabel('What was decided?').fill('No: the letters bring more for less.');
    await dialog.getByRole('button', { name: 'Leave out Won revenue' }).waitFor();
    await dialog.getByRole('button', { name: 'Log the decision' }).click();
    const drawer = page.getByRole('dialog', { name: 'Do we go to the fair?' });
    await drawer.getByText(/^Then, /).waitFor();
    await drawer.getByText('as then').waitFor();
  });

  test('search finds it, on the day itself and not the day before', async () => {
    const { page } = ines;
    await page.goto(`/c/${lademar}/agree/search`);
    await settled(page);
    await page.getByLabel('What are you looking for?').fill('letters bring');
    await page.getByRole('link', { name: /Do we go to the fair/ }).waitFor();
    assert.equal(await page.locator('mark').first().textContent(), 'letters');
    const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
    await page.getByLabel('As it stood on').fill(yesterday);
    await page.getByLabel('As it stood on').press('Enter');
    await page.getByText(/Nobody agreed, decided or wrote anything with “letters bring” by/).waitFor();
    await page.getByRole('button', { name: 'Back to today' }).click();
    await page.getByRole('link', { name: /Do we go to the fair/ }).waitFor();
  });

  test('roles are given by keyboard, and a gap is gone with its role', async () => {
    const { page } = ines;
    await page.goto(`/c/${company}/agree/agreements`);
    await settled(page);
    await page
      .getByText(/^Nobody has a role in/)
      .first()
      .waitFor();
    const cell = page.getByRole('gridcell').first().getByRole('button');
    await cell.focus();
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    assert.match((await cell.textContent()) ?? '', /Responsible, Accountable$/);
    await page.keyboard.press('Control+z');
    await page.getByText(/^Taken back: /).waitFor();
    assert.match((await cell.textContent()) ?? '', /: Accountable$/);
  });

  test('a number is asked for in the palette', async () => {
    const { page } = ines;
    await page.goto(`/c/${lademar}`);
    await settled(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('pipeline today');
    const option = page.getByRole('group', { name: 'Ask a number' }).getByRole('option', { name: /Open pipeline on/ });
    await option.getByText(/€|not known|^\d/).waitFor();
    await option.click();
    await page.getByRole('dialog', { name: /Open pipeline on/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('nothing broke in either console', () => {
    assert.deepEqual(ines.errors, []);
    assert.deepEqual(diego.errors, []);
  });
});
