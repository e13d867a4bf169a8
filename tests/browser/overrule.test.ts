/** An overrule to its end at the screen: one asks with a reason and cannot go on alone, another declines, then confirms; all of it stands in the log. */
import { deepEqual, equal } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Server } from './support/house.ts';
import { choose, microCampaigns, verdictOf } from './support/micro.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { joined, settled, type Somebody } from './support/people.ts';
import { smallCompany } from './support/small.ts';

describe('an overrule', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let close: Visit['close'];
  let diego: Somebody;
  let company: string;

  before(async () => {
    ({ server, browser, ines, close } = await firstVisit());
    company = await smallCompany(ines);
    diego = await joined(ines, browser, server.url, company, { name: 'Diego Ferrante', role: 'marketer', seats: ['sales'] });
    await microCampaigns(ines, diego, company, { toFreeze: 'c_next', running: { c_wave: [400, 60] } });
    for (const { page } of [ines, diego]) page.setDefaultTimeout(8000);
  });
  after(() => close());

  const asks = async (why: string): Promise<void> => {
    const { page } = ines;
    equal(await verdictOf(ines, company, 'c_wave'), 'Scale it: 60 of 400, 15 %, surely above 8 %.');
    await page.getByRole('button', { name: 'Overrule' }).click();
    await page.getByRole('group', { name: 'The word instead' }).getByRole('button', { name: 'Abort' }).click();
    equal(await page.getByRole('button', { name: 'Ask a second person' }).getAttribute('aria-disabled'), 'true');
    await page.getByLabel('Why').fill(why);
    await page.getByLabel(/^Second person/).click();
    equal(await page.getByRole('option', { name: /Ines Varga/ }).count(), 0, 'nobody is his own second');
    await page.keyboard.press('Escape');
    await choose(page, page.locator('main'), /^Second person/, /Diego Ferrante/);
    await page.getByRole('button', { name: 'Ask Diego Ferrante' }).click();
    await page.getByRole('heading', { name: 'Ines Varga asks for “abort”, against the rule' }).waitFor();
    // Alone it goes no further: neither the overrule, nor the rule's own word meanwhile.
    equal(await page.getByRole('button', { name: /^Confirm/ }).count(), 0);
    for (const name of [/^Waits for Diego Ferrante/, /^Take the word: scale/])
      equal(await page.getByRole('button', { name }).getAttribute('aria-disabled'), 'true', name.source);
  };
  const opened = async (): Promise<void> => {
    await diego.page.goto(`/c/${company}/decisions`);
    await settled(diego.page);
    await diego.page
      .getByRole('link', { name: /overrule/i })
      .first()
      .click();
    await diego.page.waitForURL(/market\/(verdict|micro)\/c_wave/);
    await diego.page.goto(`/c/${company}/market/verdict/c_wave`);
    await diego.page.getByText('asks for “abort”, against the rule').waitFor();
  };

  test('is asked with a reason, and declined with one: the rule’s word stands', async () => {
    await asks('Most replies came from one forwarded mail');
    await opened();
    await diego.page.getByRole('button', { name: 'Decline', exact: true }).click();
    const dialog = diego.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('They are real shippers');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await ines.page.getByRole('button', { name: 'Overrule' }).waitFor();
    await ines.page.goto(`/c/${company}/agree/log`);
    await ines.page.getByRole('button', { name: /No: “Scale” stands, as the rule says: Scale it: 60 of 400/ }).click();
    await ines.page.getByRole('dialog').getByText('They are real shippers').waitFor();
  });

  test('is asked again and confirmed by the second person; both stand in the log with the evidence, and it is aborted', async () => {
    await asks('The list was bought twice');
    await opened();
    await diego.page.getByRole('button', { name: 'Confirm: abort' }).click();
    // The first sees it at once, and the overruled word is what is done now.
    await ines.page.getByText('Abort, not “scale”').waitFor();
    equal(await ines.page.getByRole('button', { name: 'Scale', exact: true }).count(), 0);
    await ines.page.getByRole('button', { name: 'Abort', exact: true }).click();
    const dialog = ines.page.getByRole('dialog', { name: /^Abort/ });
    await dialog.getByLabel('Why').fill('We start again with a clean list');
    await dialog.getByRole('button', { name: 'Abort it' }).click();
    await ines.page.getByRole('heading', { level: 1, name: /^Aborted, against the rule, which said “scale”: 60 of 400/ }).waitFor();
    await ines.page.goto(`/c/${company}/agree/log`);
    await ines.page.getByRole('button', { name: /Aborted, against the rule/ }).waitFor();
    await ines.page.getByRole('button', { name: /Abort, against the rule, which says.*Ines Varga and Diego Ferrante/ }).click();
    const entry = ines.page.getByRole('dialog');
    await entry.getByText('The list was bought twice').waitFor();
    await entry.getByText('15 %', { exact: true }).first().waitFor();
    for (const who of [ines, diego]) deepEqual(who.errors, []);
  });
});
