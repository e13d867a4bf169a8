/** Two micro-campaigns, each from its brief to its end: one is scaled, one aborted, and what comes after it is kept as late. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { started, trials, verdictOf } from './support/micro.ts';
import type { Visit } from './support/first-visit.ts';
import { post, settled, type Somebody } from './support/people.ts';

describe('a micro-campaign and its end', () => {
  let ines: Somebody;
  let close: Visit['close'];
  let diego: Somebody;
  let company: string;

  before(async () => {
    ({ ines, diego, company, close } = await trials());
  });
  after(() => close());

  const tell = async (id: string, sent: number, replies: number): Promise<void> => {
    const { page } = ines;
    await page.goto(`/c/${company}/market/micro/${id}?do=look`);
    const dialog = page.getByRole('dialog', { name: /What has .* shown/ });
    await dialog.getByLabel('Messages sent').fill(String(sent));
    await dialog.getByLabel('Replies that ask for something').fill(String(replies));
    await dialog.getByRole('button', { name: 'Tell it' }).click();
    await dialog.waitFor({ state: 'hidden' });
  };

  const title = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
  const leftOnTrials = async (page: Page): Promise<string> => {
    await page.goto(`/c/${company}/market/micro?do=add`);
    const brief = page.getByRole('dialog', { name: 'Brief a micro-campaign' });
    await brief
      .getByLabel(/^Budget line/)
      .first()
      .click();
    return page.getByRole('option', { name: /^Trials/ }).innerText();
  };

  test('from brief to scale: the follow-up is planned, and a look that comes late changes nothing', async () => {
    const { page } = ines;
    const id = await started(ines, diego, { company, name: 'Outreach, first wave', item: /Tender calculator/ });
    await tell(id, 200, 22);
    match(await verdictOf(ines, company, id), /^Keep going: 22 of 200, 11 %/);
    await tell(id, 400, 60);
    equal(await verdictOf(ines, company, id), 'Scale it: 60 of 400, 15 %, surely above 8 %.');
    await page.getByRole('button', { name: 'Take the word: scale' }).click();
    await page.getByRole('button', { name: 'Scale', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /^Scale “Outreach/ });
    await dialog.getByLabel('Follow-up').fill('Outreach, second wave');
    // What the line does not have keeps the button shut, and says how much is missing.
    const plan = dialog.getByRole('button', { name: 'Plan the follow-up' });
    await dialog.getByLabel(/^Budget/).fill('9000');
    await dialog
      .getByText(/“Trials” has .* left/)
      .first()
      .waitFor();
    equal(await plan.getAttribute('aria-disabled'), 'true');
    await dialog.getByLabel(/^Budget/).fill('900');
    await dialog.getByLabel(/^Work/).fill('Write to the next thousand');
    await dialog.getByLabel(/^Person-days/).fill('4');
    await dialog.getByRole('button', { name: 'Add work' }).click();
    await dialog.getByLabel(/^Work 2/).fill('A page for each country');
    await dialog.getByLabel(/^Person-days 2/).fill('2');
    await dialog.getByText(/^It brings 6 days of work into/).waitFor();
    await dialog.getByLabel('Why').fill('Three in twenty answer');
    await dialog.getByRole('button', { name: 'Plan the follow-up' }).click();

    // The follow-up has the criteria as they were, open until it starts, its work and its money.
    await page.waitForURL((url) => url.pathname.includes('/market/micro/c_') && !url.pathname.endsWith(id));
    await page.getByText('Outreach, second wave').first().waitFor();
    await page.getByText('above 8 %').first().waitFor();
    await page.getByRole('link', { name: 'Outreach, first wave' }).waitFor();
    const { rows } = await post<{ rows: { name: string; phase: string }[] }>(ines, 'campaigns', { company });
    deepEqual(Object.fromEntries(rows.map((row) => [row.name, row.phase])), {
      'Outreach, first wave': 'scaled',
      'Outreach, second wave': 'criteria',
    });

    await tell(id, 900, 61);
    await page.getByRole('cell', { name: /Ines Varga late/ }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Scaled into “Outreach, second wave”.' }).waitFor();
    equal(await verdictOf(ines, company, id), 'Scaled: 60 of 400, 15 %, surely above 8 %.');
    await page
      .getByText(
        /^One look came after the end on .*61 of 900, 6\.8 %, and the rule’s word would be “keep going”\. It is kept as late and changes nothing/,
      )
      .waitFor();
    equal(await page.getByRole('cell', { name: '900' }).count(), 0, 'the looks are those that were decided on');
    equal(await page.getByRole('button', { name: /^(Take the word|Scale|Abort|Overrule)/ }).count(), 0);
    await page.goto(`/c/${company}/agree/log`);
    await page.getByRole('button', { name: /^.*Scale, as the rule says: Scale it: 60 of 400/ }).waitFor();
    await page.getByRole('button', { name: /Scaled into “Outreach, second wave”, with 2 work items of 6 days/ }).click();
    const entry = page.getByRole('dialog', { name: /What follows “Outreach, first wave”/ });
    await entry.getByText('Three in twenty answer').waitFor();
    // The evidence as it stood, and beside it what the same question says now that a look came late.
    await entry.getByText('15 %', { exact: true }).first().waitFor();
    await entry.getByText('8.2 % less than then').waitFor();
  });

  test('from brief to abort: money and people come free, and late success does not bring it back', async () => {
    const left = await leftOnTrials(ines.page);
    const { page } = ines;
    const id = await started(ines, diego, { company, name: 'Letters on paper', item: /Careers page/ });
    await tell(id, 400, 4);
    equal(await verdictOf(ines, company, id), 'Abort it: 4 of 400, 1 %, surely below 5 %.');
    // The other person sees the same finding in his own browser.
    await diego.page.goto(`/c/${company}/market/verdict/${id}`);
    await settled(diego.page);
    equal(await title(diego.page), await title(page));
    await page.getByRole('button', { name: 'Take the word: abort' }).click();
    await page.getByRole('button', { name: 'Abort', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /^Abort “Letters/ });
    await dialog.getByText('€900 that were set aside go back to “Trials”.').waitFor();
    await dialog.getByText(/^11 days of work come free/).waitFor();
    await dialog.getByLabel('Why').fill('One in a hundred answers, and paper is dear');
    await dialog.getByRole('button', { name: 'Abort it' }).click();
    await page.getByRole('heading', { level: 1, name: /^Aborted: 4 of 400/ }).waitFor();
    // It does not wait for a reload: he hears of the end by himself.
    await diego.page.getByRole('heading', { level: 1, name: /^Aborted: 4 of 400/ }).waitFor({ timeout: 5000 });

    await page
      .getByRole('link', { name: /^D-\d+ in the decision log$/ })
      .first()
      .click();
    await page
      .getByText(/^Aborted, as the rule says: Abort it: 4 of 400.*11 days of work came free/)
      .first()
      .waitFor();
    await tell(id, 500, 120);
    await page.getByRole('heading', { level: 1, name: /^Aborted; 11 days came free/ }).waitFor();
    await page.getByRole('cell', { name: /Ines Varga late/ }).waitFor();
    equal(await verdictOf(ines, company, id), 'Aborted: 4 of 400, 1 %, surely below 5 %.');
    await page.getByText(/120 of 500, 24 %, and the rule’s word would be “scale”\. It is kept as late and changes nothing/).waitFor();
    equal(await page.getByRole('button', { name: /^(Take the word|Scale|Abort|Overrule)/ }).count(), 0);
    equal(await leftOnTrials(page), left, 'what was set aside is back on its line');
    for (const who of [ines, diego]) deepEqual(who.errors, []);
  });
});
