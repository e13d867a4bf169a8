/** A micro-campaign as two people make it: briefed and written by one, frozen by the other, started, a look told on the phone. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { addDays } from '../../src/kernel/day.ts';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { joined, post, settled, somebody, type Somebody } from './support/people.ts';
import { choose } from './support/micro.ts';
import { decide, QUARTER, smallCompany } from './support/small.ts';

const BELIEF = 'Shippers answer when we name their own tender date';
const NAME = 'Outreach, first wave';
const today = (): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'short', year: 'numeric' }).format();

describe('a micro-campaign', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let close: Visit['close'];
  let diego: Somebody;
  let company: string;
  let address = '';

  before(async () => {
    ({ server, browser, ines, close } = await firstVisit());
    company = await smallCompany(ines);
    diego = await joined(ines, browser, server.url, company, { name: 'Diego Ferrante', role: 'stakeholder', seats: ['sales'] });
  });
  after(() => close());

  test('its brief is written, and its criteria with help for their size', async () => {
    const { page } = ines;
    await page.goto(`/c/${company}/market/micro`);
    await settled(page);
    await page.getByRole('button', { name: 'Brief a micro-campaign' }).click();
    const dialog = page.getByRole('dialog', { name: 'Brief a micro-campaign' });
    await dialog.getByLabel('We believe').fill(BELIEF);
    await dialog.getByLabel('Name', { exact: true }).fill(NAME);
    await dialog.getByLabel('Channel').fill('Outreach');
    await dialog.getByLabel('Foundational because').fill('We learn whom to write to.');
    await dialog.getByLabel('From', { exact: true }).fill(today());
    await dialog.getByLabel('From', { exact: true }).press('Tab');
    await dialog.getByRole('button', { name: 'Write the brief' }).click();
    await page.getByText(BELIEF).first().waitFor();
    address = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Write the criteria' }).click();
    const criteria = page.getByRole('dialog', { name: /Success criteria of/ });
    await criteria.getByText(/cases are needed to tell/).waitFor();
    await criteria.getByRole('button', { name: 'Add a share told by hand' }).click();
    await criteria.getByRole('button', { name: 'Add a cost' }).click();
    await criteria.getByLabel('Not above 1').fill('0.04');
    // A limit that is not filled in is asked for; nothing is left out without a word.
    await criteria.getByLabel('Not above 2').fill('1');
    await criteria.getByLabel('Not above 2').fill('');
    await criteria.getByText('Fill in the limit, or remove the guardrail.').waitFor();
    assert.equal(await criteria.getByRole('button', { name: 'Write them down' }).getAttribute('aria-disabled'), 'true');
    await criteria.getByLabel('Not above 2').fill('120');
    await criteria.getByRole('button', { name: 'Write them down' }).click();
    await page.getByText('above 8 %').first().waitFor();
    await page.getByText('Money spent over leads: not above €120').waitFor();
    await page.getByText('People who ask us to stop, of messages sent: not above 0.04 %').waitFor();
    await page.getByRole('button', { name: 'Put to a second person' }).click();
    const propose = page.getByRole('dialog', { name: 'Who freezes the criteria with you?' });
    await propose.getByLabel('Second person').click();
    await page.getByRole('option', { name: 'Diego Ferrante' }).click();
    await propose.getByRole('button', { name: 'Put them forward' }).click();
    await page.getByText('Put to').first().waitFor();
    assert.equal(await page.getByRole('button', { name: 'Freeze them' }).count(), 0);
  });

  test('the second person finds it among his decisions, and freezes it', async () => {
    const { page } = diego;
    await page.goto(`/c/${company}/decisions`);
    await settled(page);
    await page.getByRole('link', { name: /Freeze the criteria of/ }).click();
    await page.getByRole('button', { name: 'Freeze them' }).click();
    const dialog = page.getByRole('dialog', { name: /Freeze the criteria of/ });
    await dialog.getByText('below 5 %').waitFor();
    await dialog.getByRole('button', { name: 'Freeze them' }).click();
    await page.getByText(/Frozen on .* by Ines Varga and Diego Ferrante/).waitFor();
    // The other browser hears of it by itself; nothing there can change them any more.
    await ines.page.getByText(/Frozen on/).waitFor({ timeout: 5000 });
    assert.equal(await ines.page.getByRole('button', { name: 'Reword' }).count(), 0);
  });

  test('every question is answered, it starts, and a look is told on the phone', async () => {
    const { page } = ines;
    for (let n = 0; n < 5; n++) {
      await page.getByRole('button', { name: 'Answer', exact: true }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Answer').fill(`Answer ${n + 1}.`);
      await dialog.getByRole('button', { name: 'Answer' }).click();
      await dialog.waitFor({ state: 'hidden' });
    }
    await page.getByRole('button', { name: 'Start it' }).click();
    await page.getByText('Nobody has told a look yet').waitFor();
    const phone = await somebody(browser, server.url, {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      storageState: await ines.context.storageState(),
    });
    await phone.page.goto(`${address}?do=look`);
    await settled(phone.page);
    const dialog = phone.page.getByRole('dialog', { name: /What has .* shown/ });
    // A day that cannot be is not told for another one: it stays as it was typed, and says why.
    const upTo = dialog.getByLabel('Up to');
    await upTo.fill('31 Dec 2199');
    await upTo.press('Tab');
    await dialog.getByText(/^31 Dec 2199 is after/).waitFor();
    assert.equal(await upTo.inputValue(), '31 Dec 2199');
    await dialog.getByLabel('Messages sent').first().fill('300');
    await dialog.getByLabel('Replies that ask for something').fill('31');
    await dialog.getByLabel('Messages sent').last().fill('300');
    await dialog.getByLabel('People who ask us to stop').fill('0');
    await dialog.getByRole('button', { name: 'Tell it' }).click();
    assert.equal(await dialog.isVisible(), true);
    await upTo.fill(today());
    await upTo.press('Tab');
    await dialog.getByRole('button', { name: 'Tell it' }).click();
    await phone.page.getByText(/31 of 300 so far/).waitFor();
    await page.getByText(/31 of 300 so far/).waitFor({ timeout: 5000 });
    const { rows } = await post<{ rows: { name: string; phase: string }[] }>(ines, 'campaigns', { company });
    assert.deepEqual(
      rows.map(({ name, phase }) => [name, phase]),
      [[NAME, 'running']],
    );
    for (const who of [ines, diego, phone]) assert.deepEqual(who.errors, []);
  });

  test('a campaign that is planned already becomes one from its page, and its brief is reworded; one that has begun does not', async () => {
    const { page } = ines;
    await decide(
      ines,
      company,
      [
        {
          type: 'campaign/plan',
          id: 'c_later',
          name: 'Letters next month',
          channel: 'Letters',
          from: addDays(QUARTER.to, 3),
          to: addDays(QUARTER.to, 30),
          budgetMinor: null,
          key: 'letters-next',
          aliases: [],
          item: null,
          foundational: 'n_later',
          owner: null,
        },
      ],
      [{ id: 'n_later', text: 'We learn whom to write to.' }],
    );
    await page.goto(`/c/${company}/market/campaigns/c_calc`);
    const make = page.getByRole('button', { name: /^Make it a micro-campaign/ });
    await make.waitFor();
    assert.equal(await make.getAttribute('aria-disabled'), 'true', 'criteria are frozen before the first day');
    await page.goto(`/c/${company}/market/campaigns/c_later`);
    await make.click();
    const dialog = page.getByRole('dialog', { name: /^Make “Letters next month” a micro-campaign/ });
    await dialog.getByLabel('We believe').fill(BELIEF);
    await dialog.getByRole('button', { name: 'Write the brief' }).click();
    await page.waitForURL(/market\/micro\/c_later/);
    await page.getByText('not known: its work serves no outcome with a date').waitFor();
    await page.getByRole('button', { name: 'Reword the brief' }).click();
    const reword = page.getByRole('dialog', { name: /^Reword the brief of/ });
    assert.equal(await reword.getByLabel('We believe').inputValue(), BELIEF);
    await reword.getByLabel(/^Variants/).fill('With their date\nWithout, 2');
    await reword.getByText('Chance decides who gets which').click();
    await reword.getByRole('button', { name: 'Write the brief' }).click();
    await page.getByText('“With their date” and “Without”, and chance decides who gets which').waitFor();
    assert.deepEqual(ines.errors, []);
  });

  test('owner, channel and money of a brief change on screen until it is frozen, and what could never start is told and refused before', async () => {
    const { page } = ines;
    await page.getByRole('button', { name: 'Reword the brief' }).click();
    const reword = page.getByRole('dialog', { name: /^Reword the brief of/ });
    await choose(page, reword, /^Owner/, /Diego Ferrante/);
    await reword.getByLabel('Channel').fill('Letters by hand');
    await reword
      .getByLabel(/^Budget/)
      .first()
      .fill('900');
    await reword.getByText('no line pays it').waitFor();
    await reword.getByLabel('From', { exact: true }).fill('1 Mar 2024');
    await reword.getByLabel('From', { exact: true }).press('Tab');
    const written = reword.getByRole('button', { name: 'Write the brief' });
    assert.equal(await written.getAttribute('aria-disabled'), 'true', 'a first day that has passed is told at the brief');
    await reword.getByLabel('From', { exact: true }).fill(addDays(QUARTER.to, 4));
    await reword.getByLabel('From', { exact: true }).press('Tab');
    await written.click();
    await page.getByText(/Letters by hand, .*Diego Ferrante/).waitFor();
    await page.getByRole('button', { name: 'Write the criteria' }).click();
    const criteria = page.getByRole('dialog', { name: /Success criteria of/ });
    await criteria.getByLabel('Deadline').fill(addDays(QUARTER.to, 40));
    await criteria.getByLabel('Deadline').press('Tab');
    await criteria.getByRole('button', { name: 'Write them down' }).click();
    await page.getByRole('button', { name: 'Put to a second person' }).click();
    const propose = page.getByRole('dialog', { name: 'Who freezes the criteria with you?' });
    await choose(page, propose, /^Second person/, /Diego Ferrante/);
    await propose.getByRole('button', { name: 'Put them forward' }).click();
    await propose.getByText('no budget line pays for it').waitFor();
    assert.deepEqual(ines.errors, []);
  });
});
