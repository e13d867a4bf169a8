/** A person looks for how long things take: from the curves to one channel, to the rows of one refused, to what is closed. */
import { equal, match, ok } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../support/chromium.ts';
import { startServer } from './support/house.ts';
import { claim, demo, settled, somebody, type Somebody } from './support/people.ts';

let who: Somebody;
let close = async (): Promise<void> => {};
let base = '';
before(async () => {
  const server = await startServer();
  const browser = await launch();
  close = async () => {
    await browser.close();
    await server.stop();
  };
  who = await somebody(browser, server.url);
  await claim(who);
  base = `/c/${await demo(who)}`;
});
after(() => close());

test('from the curves to a channel, its comparison of families, and back', async () => {
  const { page } = who;
  await page.goto(`${base}/prove/lag`);
  await page
    .getByRole('heading', { level: 1, name: /Half of the opportunities from .+ come within \d+ days/ })
    .waitFor({ timeout: 60_000 });
  await settled(page);
  const table = page.getByRole('table').filter({ hasText: 'Half by' });
  ok((await table.getByRole('row').count()) > 4, 'channels are listed');
  await table.getByRole('link', { name: 'Webinar' }).click();
  const drawer = page.getByRole('dialog', { name: 'Webinar' });
  await drawer.getByText('How we know').waitFor();
  match(await drawer.innerText(), /ever become opportunities/);
  match(await drawer.innerText(), /fits (clearly )?best/);
  equal(new URL(page.url()).pathname, `${base}/prove/lag/Webinar`);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
});

test('the chart as a table by its key, and a number that opens', async () => {
  const { page } = who;
  await page.keyboard.press('t');
  await page
    .getByRole('table', { name: /Share of leads that became an opportunity/ })
    .first()
    .waitFor();
  await page.keyboard.press('t');
  await page.getByRole('table').filter({ hasText: 'Half by' }).getByRole('button').first().click();
  // The page itself speaks of the interval too: only the number that opened says that it is open.
  const number = page.getByRole('dialog');
  await number.getByRole('img', { name: /80 % interval/ }).waitFor();
  await page.keyboard.press('Escape');
  await number.waitFor({ state: 'detached' });
});

test('a refused channel shows its points, and the rows behind them open', async () => {
  const { page } = who;
  const refusal = page.getByRole('region', { name: /too few to draw/ }).first();
  match(await refusal.innerText(), /At least 20 with 5 opportunities are needed/);
  await refusal.getByRole('link', { name: /^See the/ }).click();
  const rows = page.getByRole('dialog');
  await rows.getByRole('table').waitFor();
  await page.keyboard.press('Escape');
  await rows.waitFor({ state: 'detached' });
});

test('to closed, lost deals stay in the whole, and the horizon says where the work lands', async () => {
  const { page } = who;
  await page.getByRole('button', { name: 'To closed' }).click();
  await page
    .getByRole('heading', { level: 2, name: 'Share of deals that were won, by days since the deal was opened' })
    .waitFor({ timeout: 60_000 });
  await page.getByText('lands this quarter').first().waitFor({ timeout: 60_000 });
  await page.getByText(/is expected to close/).waitFor({ timeout: 60_000 });
  equal(who.errors.length, 0, who.errors.join('\n'));
});
