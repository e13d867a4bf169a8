/** Two micro-campaigns that the facts judge, from brief to scale and to abort by files that are loaded; what is loaded after it is kept as late. */
import { deepEqual, equal } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { choose, started, trials, verdictOf } from './support/micro.ts';
import type { Visit } from './support/first-visit.ts';
import { settled, type Somebody } from './support/people.ts';
import { TODAY } from './support/small.ts';

const DEALS = 'Opportunity ID,Name,Stage,Amount,Currency,Created Date,Close Date,Originating Lead';
const many = (from: number, n: number, row: (i: number) => string): string[] => Array.from({ length: n }, (_, i) => row(from + i));

describe('a micro-campaign that the facts judge', () => {
  let ines: Somebody;
  let close: Visit['close'];
  let diego: Somebody;
  let company: string;

  before(async () => {
    ({ ines, diego, company, close } = await trials());
  });
  after(() => close());

  const load = async (name: string, lines: readonly string[]): Promise<void> => {
    const { page } = ines;
    await page.goto(`/c/${company}/data/import`);
    await settled(page);
    await page.getByLabel('Files to load').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
    await page.getByRole('button', { name: /^Load / }).click();
    await page.getByText(/rows loaded from one file/).waitFor();
  };
  const leads = (from: number, n: number): string[] => [
    'Lead ID,Email,Created Date,Campaign',
    ...many(from, n, (i) => `l${i},p${i}@shipper.example,${TODAY},outreach-by-lead`),
  ];
  const deals = (from: number, n: number): string[] => [
    DEALS,
    ...many(from, n, (i) => `o${i},Deal ${i},Qualified,12000,EUR,${TODAY},${TODAY},l${i}`),
  ];
  const touches = (from: number, n: number, kind: string): string[] => [
    'Touch ID,Email,Date,Channel,Campaign,Kind',
    ...many(from, n, (i) => `${kind}${i},p${i}@paper.example,${TODAY},Letters,letters-on-paper,${kind}`),
  ];
  const counts = async (criteria: Locator, label: RegExp, what: RegExp, kind: string | null, at: number): Promise<void> => {
    await choose(ines.page, criteria, label, what);
    if (kind !== null) await criteria.getByLabel('Kind of touch').nth(at).fill(kind);
  };

  test('scaled by leads and deals; what is loaded later stands beside it with the files it came from', async () => {
    const { page } = ines;
    const id = await started(ines, diego, {
      company,
      name: 'Outreach by lead',
      item: /Tender calculator/,
      fill: async (criteria) => {
        await counts(criteria, /^What counts/, /^Opportunities opened/, null, 0);
        await counts(criteria, /^Out of/, /^Leads/, null, 0);
      },
    });
    await load('leads.csv', leads(0, 400));
    await load('deals.csv', deals(0, 60));
    equal(await verdictOf(ines, company, id), 'Scale it: 60 of 400, 15 %, surely above 8 %.');
    await page.getByRole('button', { name: 'Take the word: scale' }).click();
    await page.getByRole('button', { name: 'Scale', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /^Scale “Outreach/ });
    await dialog.getByLabel('Follow-up').fill('Outreach by lead, wave two');
    await dialog.getByLabel('Why').fill('One lead in seven becomes an opportunity');
    await dialog.getByRole('button', { name: 'Plan the follow-up' }).click();
    await page.waitForURL((url) => url.pathname.includes('/market/micro/c_') && !url.pathname.endsWith(id));

    await load('leads-late.csv', leads(400, 500));
    await load('deals-late.csv', deals(400, 2));
    equal(await verdictOf(ines, company, id), 'Scaled: 60 of 400, 15 %, surely above 8 %.');
    await page
      .getByText(
        /^“leads-late\.csv” and “deals-late\.csv” were loaded after it had been decided on .*That brings 500 cases more, all of which had begun by then\. Counted again, it stands at 62 of 900, 6\.9 %, and the rule’s word would be “keep going”\. It is kept as late and changes nothing/,
      )
      .waitFor();
    equal(await page.getByRole('cell', { name: '900' }).count(), 0, 'the looks are those that were decided on');
    await page.getByRole('link', { name: /^Every load/ }).click();
    await page.getByText('deals-late.csv').first().waitFor();
  });

  test('aborted by touches; what is loaded later would have said otherwise, and does not bring it back', async () => {
    const { page } = ines;
    const id = await started(ines, diego, {
      company,
      name: 'Letters on paper',
      item: /Careers page/,
      fill: async (criteria) => {
        await counts(criteria, /^What counts/, /^Touches of a kind/, 'Opt-out', 0);
        await counts(criteria, /^Out of/, /^Touches of a kind/, 'Sent', 1);
        await choose(page, criteria, /^Better is/, /^less of it/);
        await criteria.getByLabel('Scale below').fill('2');
        await criteria.getByLabel('Abort above').fill('5');
      },
    });
    await load('sent.csv', touches(0, 400, 'Sent'));
    await load('opt-outs.csv', touches(0, 60, 'Opt-out'));
    equal(await verdictOf(ines, company, id), 'Abort it: 60 of 400, 15 %, surely above 5 %.');
    await page.getByRole('button', { name: 'Take the word: abort' }).click();
    await page.getByRole('button', { name: 'Abort', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /^Abort “Letters/ });
    await dialog.getByLabel('Why').fill('One in seven asks us to stop');
    await dialog.getByRole('button', { name: 'Abort it' }).click();
    await page.getByRole('heading', { level: 1, name: /^Aborted: 60 of 400/ }).waitFor();

    await load('sent-late.csv', touches(400, 1200, 'Sent'));
    equal(await verdictOf(ines, company, id), 'Aborted: 60 of 400, 15 %, surely above 5 %.');
    await page.getByText(/^“sent-late\.csv” was loaded after it had been decided on .*1,200 cases more.*60 of 1,600/).waitFor();
    equal(await page.getByRole('button', { name: /^(Take the word|Scale|Abort|Overrule)/ }).count(), 0);
    for (const who of [ines, diego]) deepEqual(who.errors, []);
  });
});
