/** Agreeing: what one person decides appears for another; what was signed is locked; another person opens it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { joined, settled, type Somebody } from './support/people.ts';
import { QUARTER, smallCompany } from './support/small.ts';

describe('two people agree', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let close: Visit['close'];
  let tom: Somebody;
  let company: string;

  before(async () => {
    ({ server, browser, ines, close } = await firstVisit());
    company = await smallCompany(ines);
    tom = await joined(ines, browser, server.url, company, { name: 'Tom Okafor', role: 'stakeholder', seats: ['ceo'] });
  });
  after(() => close());

  test('a signature appears for the other without a reload, and the last one locks', async () => {
    const page = `/c/${company}/agree/guidepoint/${QUARTER.id}`;
    await Promise.all([ines.page.goto(page), tom.page.goto(page)]);
    await Promise.all([settled(ines.page), settled(tom.page)]);
    await ines.page.getByRole('button', { name: 'Sign for Marketing' }).click();
    const dialog = ines.page.getByRole('dialog');
    await dialog.getByText('Qualified opportunities opened').waitFor();
    await dialog.getByText('€3,600,000').waitFor();
    await dialog.getByRole('button', { name: 'Sign for Marketing' }).click();
    await ines.page.getByText('one of two has signed').waitFor();
    await tom.page.getByText('one of two has signed').waitFor({ timeout: 5000 });
    await tom.page.getByRole('button', { name: 'Sign for CEO' }).click();
    await tom.page.getByRole('dialog').getByRole('button', { name: 'Sign for CEO' }).click();
    await ines.page.getByText('Agreed and locked').waitFor({ timeout: 5000 });
    assert.equal(await ines.page.getByRole('button', { name: 'Reword' }).count(), 0);
  });

  test('an agreed target carries the rule that holds it', async () => {
    await ines.page.goto(`/c/${company}/agree/outcomes/u_pipeline`);
    await settled(ines.page);
    const retire = ines.page.getByRole('button', { name: 'Retire' });
    assert.equal(await retire.getAttribute('aria-disabled'), 'true');
    await ines.page.getByText(/Agreed in the Guidepoint/).waitFor();
  });

  test('wanting something else is shown, and is no reason', async () => {
    await ines.page.goto(`/c/${company}/agree/guidepoint/${QUARTER.id}`);
    await settled(ines.page);
    await ines.page.getByRole('button', { name: 'Ask for a change' }).click();
    const rather = ines.page.getByRole('radio', { name: /We would rather do something else/ });
    assert.ok(await rather.isDisabled());
    const send = ines.page.getByRole('button', { name: 'Send to Tom Okafor' });
    assert.equal(await send.getAttribute('aria-disabled'), 'true');
  });

  test('a change says what it invalidates, and another person approves it', async () => {
    const { page } = ines;
    await page.getByRole('radio', { name: 'A company objective changed' }).check();
    await page.getByLabel('In your words').fill('The board moved the Nordic launch to this autumn.');
    await page.getByLabel('It would then read').fill('Nordic shippers come to us before they tender.');
    await page.getByText('all two, again').waitFor();
    await page.getByRole('button', { name: 'Send to Tom Okafor' }).click();
    await page.getByText('A change is asked for').waitFor();
    await tom.page.getByText('A change waits for you').waitFor({ timeout: 5000 });
    await tom.page.getByText('“The board moved the Nordic launch to this autumn.”').first().waitFor();
    await tom.page.getByRole('button', { name: 'Approve the change' }).click();
    await page.getByRole('heading', { name: 'Nordic shippers come to us before they tender.' }).waitFor({ timeout: 5000 });
    await page.getByText('Version 2 is put forward; nobody has signed yet').waitFor();
  });

  test('what waits for a person stands in his Decisions, with a count', async () => {
    await tom.page.goto(`/c/${company}/decisions`);
    await settled(tom.page);
    await tom.page.getByRole('heading', { name: /^Sign the Guidepoint/ }).waitFor();
    assert.match(
      (await tom.page
        .getByRole('link', { name: /^Decisions/ })
        .first()
        .textContent()) ?? '',
      /Decisions1/,
    );
  });

  test('nothing broke in either console', () => {
    assert.deepEqual(ines.errors, []);
    assert.deepEqual(tom.errors, []);
  });
});
