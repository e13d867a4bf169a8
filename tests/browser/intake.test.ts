/** Asking without an account: an outsider files a request on a phone and watches it, while the team decides in another browser. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.ts';
import { startServer, type Server } from './support/house.ts';
import { violations } from './support/axe.ts';
import { claim, post, settled, somebody, type Somebody } from './support/people.ts';
import { decide, smallCompany } from './support/small.ts';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const RESULT = 'At the Hamburg dock day, sales meets ten food shippers.';

describe('asking without an account', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let sanne: Somebody;
  let company: string;
  let form: { readonly id: string; readonly link: string };

  before(async () => {
    server = await startServer();
    browser = await launch();
    ines = await somebody(browser, server.url);
    sanne = await somebody(browser, server.url, PHONE);
    await claim(ines);
    company = await smallCompany(ines);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  const title = (page: Page) => page.locator('h1');
  const inbox = async (): Promise<void> => {
    await ines.page.goto(`/c/${company}/work/requests`);
    await settled(ines.page);
  };
  const fill = async (page: Page, result = RESULT): Promise<void> => {
    await page.getByLabel('What should be different?').fill(result);
    await page.getByLabel('Who has to do something differently?').fill('Warehouse heads at food shippers');
    await page.getByLabel('How will we see that it worked?').fill('Ten first meetings, logged in the CRM');
    await page.getByLabel('Your name').fill('Sanne Vos');
  };

  test('the team makes a share link, which is shown once', async () => {
    await inbox();
    await ines.page.getByRole('link', { name: 'Share links' }).click();
    await ines.page.getByRole('button', { name: 'Make a share link' }).click();
    await ines.page.getByLabel('For whom it is').fill('Sales');
    await ines.page.getByRole('button', { name: 'Make it' }).click();
    const link = await ines.page.getByLabel('Share link', { exact: true }).inputValue();
    const { forms } = await post<{ forms: { id: string }[] }>(ines, 'forms', { company });
    form = { id: forms[0]!.id, link: new URL(link).pathname };
    await ines.page.getByRole('button', { name: 'Done' }).click();
  });

  test('an outsider who leaves something out is told where, and keeps what was written', async () => {
    const { page } = sanne;
    await page.goto(form.link);
    await settled(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing scrolls sideways');
    await page.getByLabel('What should be different?').fill(RESULT);
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText('Say how you will see that it worked.').waitFor();
    await page.reload();
    await settled(page);
    assert.equal(await page.getByLabel('What should be different?').inputValue(), RESULT);
    assert.deepEqual(await violations(page), []);
  });

  test('the outsider files the request and lands on a page that nobody else has', async () => {
    const { page } = sanne;
    await fill(page);
    await page.waitForTimeout(3000); // nobody writes all this in less
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.waitForURL(/\/r\//);
    await page.getByText('Received. It waits for a decision.').waitFor();
    await page.getByText('Keep this page’s address').waitFor();
    await page.getByText('Request R-1 by Sanne Vos').waitFor();
  });

  test('a question of the team appears on the page and is answered there', async () => {
    await inbox();
    await ines.page.getByRole('link', { name: /At the Hamburg dock day/ }).click();
    await ines.page.getByRole('button', { name: 'Ask Sanne Vos something' }).click();
    await ines.page.getByLabel('Your question').fill('How will we count a first meeting?');
    await ines.page.getByRole('button', { name: 'Ask', exact: true }).click();
    await sanne.page.getByText('How will we count a first meeting?').waitFor();
    await sanne.page.getByLabel('Your answer').fill('By the calendar entry');
    await sanne.page.getByRole('button', { name: 'Send the answer' }).click();
    await sanne.page.getByText('How will we count a first meeting?').waitFor({ state: 'detached' });
    await ines.page.getByText('“By the calendar entry”').first().waitFor();
  });

  test('the team accepts with a key and a reason, and the outsider’s page changes by itself', async () => {
    await inbox();
    await ines.page.keyboard.press('a');
    await ines.page.getByLabel('Title of the work').waitFor();
    assert.deepEqual(await violations(ines.page), []);
    await ines.page.getByLabel('Title of the work').fill('Dock day in Hamburg');
    await ines.page.getByLabel('Why', { exact: true }).fill('Food shippers write tenders this year.');
    await ines.page.getByRole('button', { name: 'Accept R-1' }).click();
    await sanne.page.getByText(/^Accepted, at place \d+\./).waitFor();
    await sanne.page.getByText('“Food shippers write tenders this year.”').waitFor();
    assert.deepEqual(await violations(sanne.page), []);
  });

  test('moved in the queue, the place on the page moves', async () => {
    const { book } = await post<{ book: { backlog: [string, { items: string[] }][]; item: [string, { title: string }][] } }>(ines, 'book', {
      company,
    });
    const mine = book.item.find(([, item]) => item.title === 'Dock day in Hamburg')![0] as `w_${string}`;
    await decide(ines, company, [{ type: 'backlog/place', item: mine, before: book.backlog[0]![1].items[0] as `w_${string}` }]);
    await sanne.page.getByText(/^Accepted, at place 1\./).waitFor();
    const others = book.item.filter(([id]) => id !== mine).map(([, item]) => item.title);
    const shown = await sanne.page.locator('body').innerText();
    for (const other of others) assert.equal(shown.includes(other), false, `the page names “${other}”`);
  });

  test('the outsider says that it is no longer needed, and the team sees why', async () => {
    await sanne.page.getByRole('button', { name: 'I no longer need it' }).click();
    await sanne.page.getByLabel('Why is it no longer needed?').fill('The fair was called off');
    await sanne.page.getByRole('button', { name: 'Withdraw the request' }).click();
    await title(sanne.page).getByText('Withdrawn.').waitFor();
    await ines.page.getByText('Withdrawn', { exact: true }).first().waitFor();
  });

  test('a request that is declined shows its reason', async () => {
    const { page } = sanne;
    await page.goto(form.link);
    await settled(page);
    await fill(page, 'Everybody at the fair has seen our name.');
    await page.waitForTimeout(3000);
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText('Received. It waits for a decision.').waitFor();
    await inbox();
    await ines.page.keyboard.press('x');
    await ines.page.getByLabel('Why', { exact: true }).fill('Being seen changes nothing we have agreed on.');
    await ines.page.getByRole('button', { name: 'Decline R-2' }).click();
    await title(page).getByText('Declined.').waitFor();
    await page.getByText('“Being seen changes nothing we have agreed on.”').waitFor();
  });

  test('a program that fills in every field it finds gets nowhere', async () => {
    const bot = await somebody(browser, server.url);
    await bot.page.goto(form.link);
    await settled(bot.page);
    await fill(bot.page, 'Buy pills');
    await bot.page.locator('input[name="website"]').evaluate((input: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, 'https://pills.example');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await bot.page.getByRole('button', { name: 'Send request' }).click();
    await bot.page.getByText('This looks as if a program had filled it in.').waitFor();
    assert.equal(await bot.page.getByLabel('What should be different?').inputValue(), 'Buy pills', 'and what was written stays');
    const { requests } = await post<{ requests: unknown[] }>(ines, 'requests', { company });
    assert.equal(requests.length, 2);
  });

  test('a link that was closed says so kindly; the pages of what was asked stay', async () => {
    await post(ines, 'form-revoke', { company, id: form.id });
    const page = await sanne.context.newPage();
    await page.goto(form.link);
    await page.getByRole('heading', { name: 'This form is closed.' }).waitFor();
    await page.getByText('Ask the person who gave you the link for a new one.').waitFor();
    await sanne.page.reload();
    await title(sanne.page).getByText('Declined.').waitFor();
  });

  test('the pages load nothing of the app', async () => {
    const loaded: string[] = [];
    const page = await sanne.context.newPage();
    page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
    await page.goto(new URL(sanne.page.url()).pathname);
    await settled(page);
    assert.deepEqual(
      loaded.filter((path) => /(CompanyFrame|parts|main|index)-/.test(path)),
      [],
    );
    assert.deepEqual(ines.errors, []);
  });
});
