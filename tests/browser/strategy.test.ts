/** Strategy as a person meets it: words set down, a KPI kept healthy, an agreed outcome that resists, a segment counted while it is written. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { demo, joined, settled, type Somebody } from './support/people.ts';
import { decide, QUARTER, smallCompany } from './support/small.ts';

describe('strategy', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let close: Visit['close'];
  let tom: Somebody;
  let company: string;
  const at = async (path: string): Promise<Somebody['page']> => {
    await ines.page.goto(`/c/${company}${path}`);
    await settled(ines.page);
    return ines.page;
  };

  before(async () => {
    ({ server, browser, ines, close } = await firstVisit());
    company = await smallCompany(ines);
    tom = await joined(ines, browser, server.url, company, { name: 'Tom Okafor', role: 'stakeholder', seats: ['ceo'] });
  });
  after(() => close());

  test('vision and mission are written, and the map runs from them to the priorities', async () => {
    const page = await at('/agree/strategy');
    await page.getByRole('button', { name: 'Write the vision' }).click();
    await page.getByLabel('Where do we want to be one day?').fill('No lorry waits at a gate.');
    await page.getByRole('button', { name: 'Set it down' }).click();
    await page.getByText('No lorry waits at a gate.').first().waitFor();
    await page.getByText(/Set down by Ines Varga/).waitFor();
    await page.getByRole('button', { name: 'Cascade map' }).click();
    const map = page.getByRole('region', { name: 'Cascade map' });
    await map.getByText('Win mid-size shippers before they tender').waitFor();
    await map.getByText('No mission yet').waitFor();
    await page.getByRole('heading', { name: /Outcomes without work|Nothing is broken/ }).waitFor();
  });

  test('a formula says what is wrong, where, and what to do; then it is kept', async () => {
    const page = await at('/agree/kpis?do=add');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What do you call it?').fill('Win rate');
    await dialog.getByLabel('What is measured?').click();
    await page.getByRole('option', { name: 'A formula of other numbers' }).click();
    const formula = dialog.getByLabel('Formula');
    await formula.fill('[Deals won] / [Deals wun] * 100');
    await dialog.getByText('Column 15: nothing is called “Deals wun”. Perhaps [Deals won] or [Deals lost].').waitFor();
    await formula.fill('[Deals won] / ([Deals won] + [Deals lost]) * 100');
    await dialog.getByText(/It reads well/).waitFor();
    await dialog.getByLabel('Healthy from').fill('20');
    await dialog.getByRole('button', { name: 'Set the KPI' }).click();
    await page.getByRole('link', { name: 'Win rate' }).waitFor();
    assert.equal(await page.getByText('at 20 % or more').count(), 1);
  });

  test('a KPI is checked in and falls out of its corridor, in words', async () => {
    await decide(ines, company, [
      {
        type: 'kpi/set',
        id: 'k_answered',
        name: 'Answered within a day',
        metric: { kind: 'reported', unit: 'percent' },
        overDays: 30,
        owner: null,
        low: 90,
        high: null,
      },
    ]);
    const page = await at('/agree/kpis/k_answered');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Check in' }).click();
    await drawer.getByLabel('How much is it?').fill('84');
    await drawer.getByRole('button', { name: 'Check in' }).click();
    await drawer.getByText('Below its corridor').waitFor({ timeout: 10_000 });
    await page.getByRole('heading', { name: 'Two KPIs: “Answered within a day” is below its corridor, one not known.' }).waitFor();
  });

  test('confidence is said ahead of the due date, and the score waits for it', async () => {
    const page = await at('/agree/outcomes/u_meetings');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Say how confident you are' }).click();
    await drawer.getByLabel('How sure are you that it will be reached?').fill('60');
    await drawer.getByRole('button', { name: 'Say it' }).click();
    await drawer.getByText('A person’s belief, not a forecast.').waitFor();
    await drawer.getByText(/it is scored from 0.0 to 1.0/).waitFor();
    assert.equal(await drawer.getByRole('button', { name: 'Score it' }).count(), 0);
  });

  test('a locked Guidepoint holds its baseline too, and says so', async () => {
    const sign = (who: Somebody, seat: string) => decide(who, company, [{ type: 'guidepoint/sign', period: QUARTER.id, version: 1, seat }]);
    await sign(ines, 'marketing');
    await sign(tom, 'ceo');
    const page = await at('/agree/outcomes/u_pipeline');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByText(/Baseline, target and date are agreed in the Guidepoint/).waitFor();
    assert.equal(await page.getByLabel('Where it began').count(), 0);
    const corrected = decide(
      ines,
      company,
      [{ type: 'outcome/correct-baseline', id: 'u_pipeline', baseline: 1, why: 'n_b' }],
      [{ id: 'n_b', text: 'Counted again' }],
    );
    await assert.rejects(corrected, /is agreed in the Guidepoint/);
  });

  test('reasons that do not count are shown, disabled, with where to take them', async () => {
    const page = await at(`/agree/guidepoint/${QUARTER.id}`);
    await page.getByRole('button', { name: 'Ask for a change' }).click();
    for (const name of [/We would rather/, /The target will not be reached/, /Somebody asked for something/, /There is too much to do/])
      assert.ok(await page.getByRole('radio', { name }).isDisabled());
    assert.equal(await page.getByRole('link', { name: 'the requests' }).count(), 1);
    await page.getByText('Requests promised with them').waitFor();
  });

  test('the record of a day is a document with every wording and signature', async () => {
    const page = await at('/agree/record');
    await page.getByRole('heading', { name: /one Guidepoint was agreed\.$/ }).waitFor();
    await page.getByText('No lorry waits at a gate.').waitFor();
    assert.equal(await page.getByText('Tom Okafor').count(), 1);
    await page.getByText('€3,600,000').waitFor();
    await at(`/agree/record?on=2020-01-01`);
    await ines.page.getByRole('heading', { name: /On 1 January 2020 nothing had been put forward\./ }).waitFor();
  });

  test('a segment is counted while it is written, and numbers are cut by it', async () => {
    company = await demo(ines, 0.05);
    const page = await at('/market/audience?do=define');
    await page.getByLabel('What do you call it?').fill('Swedish warehouses');
    await page.getByLabel('Field').click();
    await page.getByRole('option', { name: 'country', exact: true }).click();
    await page.getByLabel('Value').fill('Sweden');
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await page.getByLabel('Field').nth(1).click();
    await page.getByRole('option', { name: 'employees', exact: true }).click();
    await page.getByLabel('Value').nth(1).fill('100');
    const preview = page.getByRole('complementary', { name: 'Who belongs' });
    await preview.getByRole('table').waitFor();
    assert.match(await preview.innerText(), /^Who belongs\s+\d+ of \d+ accounts/);
    await page.getByText('Accounts where country is Sweden, and employees is over 100.').waitFor();
    await page.getByRole('button', { name: 'Define the segment' }).click();
    await page
      .getByRole('dialog')
      .getByText(/deals belong to it|No deal belongs to it/)
      .waitFor({ timeout: 15_000 });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('heading', { name: /^Five segments reach \d/ }).waitFor();
    await page.getByText(/accounts stand in more than one segment/).waitFor();
    assert.deepEqual(
      ines.errors.filter((e) => !e.includes('409') && !e.includes('422')),
      [],
    );
  });
});
