/** The live line: one stream for all tabs of a browser, an amber as-of time while it is down, and nothing lost meanwhile. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { post, settled, type Somebody } from './support/people.ts';
import { decide, QUARTER, smallCompany } from './support/small.ts';

const TABS = 8;

describe('the live line', () => {
  let server: Server;
  let ines: Somebody;
  let close: Visit['close'];
  let company: string;
  const tabs: Page[] = [];

  before(async () => {
    ({ server, ines, close } = await firstVisit());
    company = await smallCompany(ines);
  });
  after(() => close());

  test('eight tabs hold one stream between them and starve nobody', async () => {
    let streams = 0;
    ines.context.on('request', (request) => {
      if (request.url().includes('/api/live')) streams += 1;
    });
    for (let i = 0; i < TABS; i++) {
      const page = await ines.context.newPage();
      await page.goto(`/c/${company}/agree/strategy`);
      await settled(page);
      tabs.push(page);
    }
    assert.equal(streams, 1);
    await decide(ines, company, [{ type: 'objective/reword', id: 'o_keep', statement: 'Keep and grow the customers we have' }]);
    await Promise.all(tabs.map((page) => page.getByText('Keep and grow the customers we have').first().waitFor({ timeout: 5000 })));
  });

  test('when the tab that holds it closes, another takes it up', async () => {
    await tabs.shift()!.close();
    await decide(ines, company, [{ type: 'objective/reword', id: 'o_keep', statement: 'Keep every customer' }]);
    await Promise.all(tabs.map((page) => page.getByText('Keep every customer').first().waitFor({ timeout: 8000 })));
  });

  test('while the server is away the page says since when, keeps what is decided, and sends it later', async () => {
    const page = tabs[0]!;
    await Promise.all(tabs.slice(1).map((other) => other.close()));
    const back = server.restart(4000);
    await page.getByText(/Offline since/).waitFor({ timeout: 10_000 });
    await page.getByRole('button', { name: 'Set an objective' }).click();
    await page.getByLabel('What do we want to have achieved?').fill('Open the Nordics');
    await page.getByRole('dialog').getByRole('button', { name: 'Set the objective' }).click();
    await page.getByRole('heading', { name: 'Open the Nordics' }).waitFor();
    await page.getByText(/one decision kept/).waitFor();
    await back;
    await page.getByText(/Offline since/).waitFor({ state: 'detached', timeout: 40_000 });
    const { book } = await post<{ book: { objective: [string, { statement: string }][] } }>(ines, 'book', { company });
    assert.equal(book.objective.filter(([, o]) => o.statement === 'Open the Nordics').length, 1);
  });

  test('what the server refuses is taken back, with its words', async () => {
    const page = tabs[0]!;
    // Both saw version 1; the other was quicker, and this browser has not heard of it yet.
    await page.goto(`/c/${company}/agree/guidepoint/${QUARTER.id}`);
    await settled(page);
    await page.route('**/api/live*', (route) => route.abort());
    await page.reload();
    await settled(page);
    await decide(ines, company, [
      {
        type: 'guidepoint/reword',
        period: QUARTER.id,
        version: 1,
        statement: 'Shippers come to us.',
        outcomes: ['u_opened'],
        seats: ['ceo', 'marketing'],
      },
    ]);
    await page.getByRole('button', { name: 'Sign for Marketing' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign for Marketing' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /version/i })
      .last()
      .waitFor({ timeout: 8000 });
    await page.getByText('nobody has signed yet').first().waitFor();
  });
});
