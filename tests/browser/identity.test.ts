/** Two questions about who is who are answered and taken back, and every number is as before; marketing and sales sign what the stages mean. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { demo, joined, post, settled, type Somebody } from './support/people.ts';

let server: Server;
let browser: Browser;
let ines: Somebody;
let close: Visit['close'];
let company: string;

before(async () => {
  ({ server, browser, ines, close } = await firstVisit());
  company = await demo(ines, 0.3);
});
after(() => close());

type Review = { readonly proposals: readonly { readonly a: string; readonly b: string }[] };
type Deals = { readonly rows: readonly { readonly id: string }[] };

/** What the deal page shows of the deals concerned, and the thread. */
const numbers = async (deals: readonly string[]): Promise<string> =>
  JSON.stringify([
    await post(ines, 'ask', { company, question: 'credit', params: { by: ['account'] } }).catch(() => null),
    await post(ines, 'thread', { company }),
    ...(await Promise.all(deals.map((id) => post(ines, 'deal', { company, id })))),
  ]);

test('two merges move the deals that were named, and taken back they leave every number as it was', async () => {
  const { page } = ines;
  const { proposals } = await post<Review>(ines, 'identity-review', { company });
  assert.ok(proposals.length >= 2, 'the demo company has questions about who is who');
  const { rows } = await post<Deals>(ines, 'deals', { company });
  const ids = rows.slice(0, 12).map(({ id }) => id);
  const untouched = await numbers(ids);
  await page.goto(`/c/${company}/data/identity`);
  await settled(page);
  // The demo company has said something itself, and taken one thing back.
  const standing = await page.getByRole('button', { name: 'Take back' }).count();
  assert.ok(standing >= 1, 'the demo company has said who is who');
  for (let n = 1; n <= 2; n++) {
    await page.getByRole('button', { name: 'It is so' }).click();
    await page
      .getByRole('button', { name: 'Take back' })
      .nth(standing + n - 1)
      .waitFor();
  }
  const waiting = await post<Review>(ines, 'identity-review', { company });
  assert.ok(waiting.proposals.length <= proposals.length - 2, 'both are answered, and what followed from them');
  for (let n = 2; n >= 1; n--) {
    await page.getByRole('button', { name: 'Take back' }).first().click();
    await page.waitForFunction(
      (left) => [...document.querySelectorAll('button')].filter((b) => b.textContent === 'Take back').length === left,
      standing + n - 1,
    );
  }
  assert.equal(await numbers(ids), untouched);
  assert.deepEqual(ines.errors, []);
});

test('a person opens with all that sources call him', async () => {
  const { page } = ines;
  await page.goto(`/c/${company}/data/identity`);
  await settled(page);
  await page.locator('a[href*="/data/identity/"]').first().click();
  await page.getByRole('dialog').getByRole('heading', { name: 'All its names' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL(/\/data\/identity$/);
});

test('marketing proposes what the stages mean, both sides sign, and the version is named', async () => {
  const { page } = ines;
  const sales = await joined(ines, browser, server.url, company, { name: 'Sem Visser', role: 'stakeholder', seats: ['sales'] });
  const marketing = await joined(ines, browser, server.url, company, { name: 'Mila Kok', role: 'marketer', seats: ['marketing'] });
  await page.goto(`/c/${company}/data/stages`);
  await settled(page);
  await page.getByRole('button', { name: 'Propose other definitions' }).click();
  await page.getByLabel('What counts as entering Engagement').fill('Somebody asked us for something by name.');
  await page.getByRole('button', { name: 'Propose these definitions' }).click();
  await page.getByLabel('Why').fill('Both sides counted leads otherwise.');
  await page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
  for (const [who, seat] of [
    [marketing, 'Marketing'],
    [sales, 'Sales'],
  ] as const) {
    await who.page.goto(`/c/${company}/data/stages`);
    await settled(who.page);
    await who.page.getByRole('button', { name: `Sign for ${seat}` }).click();
    await who.page.getByRole('button', { name: `Sign for ${seat}` }).waitFor({ state: 'detached' });
  }
  await page.getByText('signed the definitions of the funnel’s stages for Sales').first().waitFor({ timeout: 5000 });
  assert.equal(
    (await post<{ version: number }>(ines, 'stages', { company })).version,
    3,
    'in force from the day of version 2, which is over',
  );
  // The funnel is counted by it and names it; what it was counted by before can still be asked for.
  await page.goto(`/c/${company}/prove/funnel`);
  await page.getByText(/Stages, version 3, signed by marketing and sales on/).waitFor();
  await page.getByRole('link', { name: 'What they mean' }).click();
  await page.waitForURL(/\/data\/stages$/);
  const { definition } = await post<{ definition: string }>(ines, 'ask', {
    company,
    question: 'funnel-steps',
    from: 'opened',
    asOf: new Date(Date.now() - 120 * 86_400_000).toISOString().slice(0, 10),
  });
  assert.match(definition, /Stages, version 1/);
  assert.deepEqual([...ines.errors, ...sales.errors, ...marketing.errors], []);
});
