/** Getting data in and looking after it, as a person does: a cost file twice, a name matched and taken back, links, a write key. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Server } from './support/house.ts';
import { violations } from './support/axe.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { demo, settled, type Somebody } from './support/people.ts';

const google = (rows: readonly string[]): Buffer =>
  Buffer.from(
    ['Campaign report', '"September 2026"', 'Day,Campaign,Campaign ID,Account ID,Currency code,Cost,Impr.,Clicks', ...rows].join('\n'),
  );

describe('the doors of the data', () => {
  let server: Server;
  let ines: Somebody;
  let close: Visit['close'];
  let company: string;

  before(async () => {
    ({ server, ines, close } = await firstVisit());
    company = await demo(ines, 0.1);
  });
  after(() => close());

  const go = async (path: string): Promise<void> => {
    await ines.page.goto(`/c/${company}${path}`);
    await settled(ines.page);
  };
  const drop = async (name: string, buffer: Buffer): Promise<void> => {
    await go('/data/import');
    await ines.page.getByLabel('Files to load').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await ines.page.getByText('What this changes.').waitFor();
  };

  test('a day of ad cost imported again says what it replaces, in money', async () => {
    const { page } = ines;
    await drop('google.csv', google(['2026-09-01,Dock,11,777,EUR,"1,204.00",10,1', '2026-09-02,Dock,11,777,EUR,10.00,10,1']));
    await page.getByRole('button', { name: /^Load 2 rows/ }).click();
    await page.getByText('2 rows loaded from one file').waitFor();
    await drop('google.csv', google(['2026-09-01,Dock,11,777,EUR,"1,180.00",10,1']));
    await page.getByText('Replaces one day of Google Ads: €1,204 → €1,180.').waitFor();
    assert.deepEqual(await violations(page), []);
  });

  test('a file over a whole period is refused with the way to export it again', async () => {
    const { page } = ines;
    await go('/data/import');
    const buffer = Buffer.from(
      'Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Impressions\n2026-09-01,2026-09-30,Video,100.00,10\n',
    );
    await page.getByLabel('Files to load').setInputFiles({ name: 'meta.csv', mimeType: 'text/csv', buffer });
    await page.getByText('Breakdown → By time → Day').waitFor();
  });

  test('a list of attendees asks for the day, with what its name suggests', async () => {
    const { page } = ines;
    await go('/data/import');
    const buffer = Buffer.from('Name,Email,Attended\nKim,kim@a.example,yes\nPia,pia@a.example,no\n');
    await page.getByLabel('Files to load').setInputFiles({ name: 'dock-day-2026-03-12.csv', mimeType: 'text/csv', buffer });
    const name = page.getByLabel(/What is the event called/);
    await name.waitFor();
    assert.equal(await name.inputValue(), 'dock-day');
    await page.getByRole('button', { name: 'That is it' }).first().click();
    await name.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'That is it' }).click();
    await page.getByRole('button', { name: /^Load/ }).click();
    await page.getByText('Only who attended became a touch').waitFor();
  });

  test('the health of the data names the dearest gap, opens its rows, and leads to what mends it', async () => {
    const { page } = ines;
    await go('/data/health');
    const first = page.getByRole('list', { name: 'Gaps' }).getByRole('listitem').first();
    await first.getByRole('link', { name: /^See/ }).click();
    await page.getByRole('dialog').getByRole('table').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(/Microsoft Ads has sent no spend since/).waitFor();
    await page.getByRole('link', { name: 'Match the names' }).first().click();
    await page.waitForURL(/data\/names/);
  });

  test('names are matched several at once, and one press takes it back', async () => {
    const { page } = ines;
    await go('/data/names');
    const title = page.locator('h1');
    const was = await title.textContent();
    await page.getByRole('button', { name: /^Tick the/ }).click();
    await page.getByRole('button', { name: /^Match the \d+ ticked/ }).click();
    await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, was);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction((old) => document.querySelector('h1')?.textContent === old, was);
  });

  test('a link is built by the conventions and found right when it is checked', async () => {
    const { page } = ines;
    await go('/market/links');
    await page.getByLabel('Source: who carries it').fill('LinkedIn');
    await page.getByLabel('Medium: how').fill('Paid Social');
    await page.getByLabel('Where the links lead, one address a line').fill('lademar.example/dock?lang=nl\nnot a link at all');
    const url = (await page.getByRole('region', { name: 'Links' }).locator('code').textContent())!;
    assert.match(url, /^https:\/\/lademar\.example\/dock\?lang=nl&utm_source=linkedin&utm_medium=paid-social&utm_campaign=/);
    await page.getByText('has a space in it and would be cut there').waitFor();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page
      .getByLabel('Links, a list of them, or the text of a mail')
      .fill(`${url} and ${url.replace(/utm_campaign=[^&]*/, 'utm_campaign=Nobody')}`);
    await page.getByText('One link of 2 would belong to no campaign.').waitFor();
    assert.deepEqual(await violations(page), []);
  });

  test('a write key is made, shown once, and what comes with it is seen', async () => {
    const { page } = ines;
    await go('/data/sources');
    await page.getByRole('button', { name: 'Make a write key' }).click();
    await page.getByLabel('Which program sends with it').fill('Website');
    await page.getByRole('button', { name: 'Make it' }).click();
    const key = await page.getByRole('textbox', { name: 'Write key' }).inputValue();
    assert.match(key, /^lsw_/);
    await page.getByRole('button', { name: 'Done' }).click();
    const answer = await fetch(`${server.url}/v1/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${key}:`)}` },
      body: JSON.stringify({
        batch: [
          { type: 'track', event: 'Quote Opened', anonymousId: 'a1', messageId: 'q1' },
          { type: 'track', event: 'Demo Requested', anonymousId: 'a1', messageId: 'd1' },
        ],
      }),
    });
    assert.equal(answer.status, 200);
    await page.waitForTimeout(3500); // events land two seconds after the last came
    await go('/data/sources');
    const row = page.getByRole('row', { name: /Quote Opened/ });
    await row.getByText('kept, no touch').waitFor();
    assert.deepEqual(await violations(page), []);
    await row.getByRole('button', { name: 'Count as a touch' }).click();
    await page
      .getByRole('row', { name: /Quote Opened/ })
      .getByText('touch', { exact: true })
      .waitFor();
  });
});
