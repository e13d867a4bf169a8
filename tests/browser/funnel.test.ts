/** The funnel and the return on cost as a person reads them: a cohort, a step, two quarters that may not be compared, cost settled. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { demo, settled, type Somebody } from './support/people.ts';

describe('the funnel and the return on cost', () => {
  let ines: Somebody;
  let close: Visit['close'];
  let company: string;

  before(async () => {
    ({ ines, close } = await firstVisit());
    company = await demo(ines, 0.2);
  });
  after(() => close());

  test('a cohort is followed step by step; a step opens; the calendar view calls nothing a conversion', async () => {
    const { page } = ines;
    await page.goto(`/c/${company}/prove/funnel`);
    await settled(page);
    await page.getByRole('heading', { level: 1, name: /^Of .* leads? of / }).waitFor();
    await page.getByText(/Stages, version 2, signed by marketing and sales on .*, in force since/).waitFor();
    await page.keyboard.press('t');
    const table = page.getByRole('region', { name: 'Steps of the funnel' });
    await table.getByRole('link', { name: 'Closed won' }).click();
    const drawer = page.getByRole('dialog', { name: 'Closed won' });
    await drawer.getByText('of the step before', { exact: false }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Calendar' }).click();
    await page.getByRole('heading', { level: 1, name: /mostly not the same ones|No lead is known/ }).waitFor();
  });

  test('a young quarter is not set against an old one: the page says why and from when on', async () => {
    const { page } = ines;
    await page.goto(`/c/${company}/prove/funnel`);
    await settled(page);
    const cohorts = page.getByRole('region', { name: 'Won, by the quarter of entry' });
    await cohorts.getByRole('combobox', { name: 'Compare' }).click();
    await page.getByRole('option').last().click();
    await cohorts.getByRole('combobox', { name: 'With', exact: true }).click();
    await page.getByRole('option').first().click();
    await cohorts
      .getByText(/is not ripe before|are not ripe before|began before the files show any conversion/)
      .waitFor({ timeout: 10_000 });
  });

  test('what counts as cost is settled with a reason, and the returns follow it', async () => {
    const { page } = ines;
    await page.goto(`/c/${company}/prove/roi`);
    await settled(page);
    await page.getByRole('heading', { level: 1, name: /came back for/ }).waitFor();
    await page.getByRole('button', { name: 'What counts as cost' }).click();
    const dialog = page.getByRole('dialog', { name: 'What counts as cost' });
    await dialog.getByText(/Version 2, settled by Maren Lindqvist/).waitFor();
    const price = dialog.getByLabel(/Price of a day of work/);
    await price.fill('');
    await dialog.getByLabel('Why').fill('The days of this quarter were not written down.');
    await dialog.getByRole('button', { name: 'Settle version 3' }).click();
    await page.getByText(/person-days were worked in this period and count as no cost/).waitFor({ timeout: 10_000 });
    assert.deepEqual(ines.errors, []);
  });
});
