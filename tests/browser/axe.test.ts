/** No route, dialog or drawer breaks a rule of WCAG 2.2 AA, light, dark or on the phone, and no console speaks of an error. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.ts';
import { COLOUR, violations } from './support/axe.ts';
import { startServer, type Server } from './support/house.ts';
import { microCampaigns } from './support/micro.ts';
import { claim, demo, joined, post, settled, somebody, type Somebody } from './support/people.ts';
import { ROUTES } from './support/routes.ts';
import { QUARTER, smallCompany } from './support/small.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Things that open over a page: where, and how. */
const OPENED: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  ['the palette', '', (page) => page.keyboard.press('Control+k')],
  ['all keys', '', (page) => page.keyboard.press('?')],
  ['the company menu', '', (page) => page.getByRole('button', { name: /Switch company/ }).click()],
  ['my menu', '', (page) => page.getByRole('button', { name: /sign out/ }).click()],
  ['an open number', '', (page) => page.locator('td [data-figure]').first().click()],
  ['an objective', '/agree/strategy/o_win', () => Promise.resolve()],
  ['changing an objective', '/agree/strategy/o_win', (page) => page.getByRole('button', { name: 'Change', exact: true }).click()],
  ['a new objective', '/agree/strategy?do=add', () => Promise.resolve()],
  ['an outcome', '/agree/outcomes/u_meetings', () => Promise.resolve()],
  ['a check-in', '/agree/outcomes/u_meetings', (page) => page.getByRole('button', { name: 'Check in' }).click()],
  ['a vision', '/agree/strategy', (page) => page.getByRole('button', { name: 'Write the vision' }).click()],
  [
    'a formula that is wrong',
    '/agree/kpis?do=add',
    async (page) => {
      await page.getByLabel('What is measured?').click();
      await page.getByRole('option', { name: 'A formula of other numbers' }).click();
      await page.getByLabel('Formula').fill('[Deals won] + [Won revenue]');
    },
  ],
  ['a segment without files', '/market/audience?do=define', () => Promise.resolve()],
  ['a confidence', '/agree/outcomes/u_meetings', (page) => page.getByRole('button', { name: 'Say how confident you are' }).click()],
  ['a new outcome', '/agree/outcomes?do=add', () => Promise.resolve()],
  ['a date', '/agree/outcomes?do=add', (page) => page.getByLabel('From').click()],
  ['a choice', '/agree/outcomes?do=add', (page) => page.getByLabel('What is measured?').click()],
  ['the roles of a priority', '/agree/agreements/r_guide', () => Promise.resolve()],
  ['a cell of the roles', '/agree/agreements', (page) => page.getByRole('gridcell').first().getByRole('button').click()],
  ['a search with results', '/agree/search?q=shippers', () => Promise.resolve()],
  ['a search without', '/agree/search?q=zebra', () => Promise.resolve()],
  ['a signature', '/agree/guidepoint', (page) => page.getByRole('button', { name: 'Sign for Marketing' }).click()],
  ['a new wording', '/agree/guidepoint', (page) => page.getByRole('button', { name: 'Reword' }).click()],
  ['a reason', '/agree/guidepoint', (page) => page.getByRole('button', { name: 'Decline' }).click()],
  ['asking for something', '/work/requests/new', (page) => page.getByRole('button', { name: 'Send request' }).click()],
  ['a new share link', '/work/requests/links', (page) => page.getByRole('button', { name: 'Make a share link' }).click()],
  ['success criteria', '/market/micro/c_waits', (page) => page.getByRole('button', { name: 'Reword', exact: true }).click()],
  ['freezing criteria', '/market/micro/c_waits', (page) => page.getByRole('button', { name: 'Freeze them' }).click()],
  ['rewording a brief', '/market/micro/c_waits', (page) => page.getByRole('button', { name: 'Reword the brief' }).click()],
  ['a look', '/market/micro/c_well?do=look', () => Promise.resolve()],
  ['an overrule', '/market/verdict/c_well', (page) => page.getByRole('button', { name: 'Overrule' }).click()],
  ['a scale', '/market/verdict/c_well', (page) => page.getByRole('button', { name: 'Scale', exact: true }).click()],
  ['an abort', '/market/verdict/c_badly', (page) => page.getByRole('button', { name: 'Abort', exact: true }).click()],
  ['a verdict in the log', '/agree/log', (page) => page.getByRole('button', { name: /Scale, as the rule says/ }).click()],
  ['a quarter without a Guidepoint', `/agree/guidepoint/${Number(QUARTER.id.slice(0, 4)) + 1}-Q4`, () => Promise.resolve()],
];

describe('accessibility', { concurrency: 2 }, () => {
  let server: Server;
  let browser: Browser;
  let first: Somebody;
  let small: string;
  let whole: string;

  before(async () => {
    server = await startServer();
    browser = await launch();
    first = await somebody(browser, server.url);
    await claim(first);
    small = await smallCompany(first, 'Northwind');
    whole = await demo(first, 0.2);
    const diego = await joined(first, browser, server.url, small, { name: 'Diego Ferrante', role: 'marketer', seats: [] });
    await microCampaigns(first, diego, small, { toFreeze: 'c_waits', running: { c_well: [400, 60], c_badly: [400, 4] } });
    for (const campaign of ['c_well', 'c_badly']) await post(first, 'verdict-take', { company: small, campaign });
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  /** What is wrong with a page as it stands, in each of its three looks. */
  const looksOf = async (who: Somebody, name: string): Promise<string[]> => {
    const found: string[] = [];
    const tell = (look: string, broken: readonly string[]): number =>
      found.push(...broken.map((violation) => `${name}, ${look}: ${violation}`));
    tell('light', await violations(who.page));
    await who.page.emulateMedia({ colorScheme: 'dark' });
    await who.page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    // The same page in other colours: the rules about colour can answer otherwise, and no other.
    tell('dark', await violations(who.page, COLOUR));
    await who.page.emulateMedia({ colorScheme: 'light' });
    await who.page.setViewportSize(PHONE);
    await who.page.waitForTimeout(200);
    tell('phone', await violations(who.page));
    const wide = await who.page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > PHONE.width) found.push(`${name}, phone: the page is ${wide} px wide`);
    await who.page.setViewportSize(DESK);
    return found;
  };

  test('every route, light, dark and on the phone', async () => {
    const who = await somebody(browser, server.url, { storageState: await first.context.storageState() });
    const found: string[] = [];
    for (const [name, address] of ROUTES) {
      await who.page.goto(address.replace(':company', whole));
      await settled(who.page);
      found.push(...(await looksOf(who, name)));
    }
    assert.deepEqual(found, []);
    assert.deepEqual(who.errors, []);
    await who.context.close();
  });

  test('everything that opens, light, dark and on the phone', async () => {
    const who = await somebody(browser, server.url, { storageState: await first.context.storageState() });
    const found: string[] = [];
    for (const [name, address, open] of OPENED) {
      await who.page.goto(`/c/${small}${address}`);
      await settled(who.page);
      await open(who.page);
      await who.page.waitForTimeout(300);
      found.push(...(await looksOf(who, name)));
    }
    assert.deepEqual(found, []);
    assert.deepEqual(who.errors, []);
    await who.context.close();
  });

  test('before sign-in', async () => {
    const stranger = await somebody(browser, server.url);
    await stranger.page.goto('/');
    await settled(stranger.page);
    assert.deepEqual(await looksOf(stranger, 'the front door'), []);
    await stranger.context.close();
  });
});
