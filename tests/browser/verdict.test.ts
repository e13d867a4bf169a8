/** A verdict as a person meets it: what campaigns taught, one that runs, its looks as a table, its word taken, another asked for. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { demo, settled, type Somebody } from './support/people.ts';

describe('verdict', () => {
  let ines: Somebody;
  let close: Visit['close'];
  let company: string;

  before(async () => {
    ({ ines, close } = await firstVisit());
    company = await demo(ines, 0.2);
  });
  after(() => close());

  test('from the library to a verdict, its looks, its word taken, and another asked for', async () => {
    const { page } = ines;
    await page.goto(`/c/${company}/market/learning`);
    await settled(page);
    await page.getByRole('heading', { level: 1, name: /campaigns ran by frozen criteria/ }).waitFor();
    await page.getByLabel('Find').fill('letter on paper');
    await page.getByRole('heading', { level: 1, name: /^2 of 7 campaigns match;/ }).waitFor();
    await page.getByRole('cell', { name: /Letters on paper, the next 600/ }).click();
    await page.waitForURL(/market\/verdict\/c_tender-letters-2/);
    await page.getByRole('heading', { level: 1, name: /^Keep going: \d+ of \d+/ }).waitFor();
    await page.getByText('Not randomised: it shows how high the level is').waitFor();
    await page.getByText('That does not decide').waitFor();
    await page.getByRole('img', { name: /at every look/ }).waitFor();
    await page.getByRole('button', { name: /Show as a table/ }).click();
    await page.getByRole('img', { name: /at every look/ }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Take the word: keep going' }).click();
    await page.getByRole('heading', { name: 'What people took' }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Take the word/ }).count(), 0);

    await page.getByRole('button', { name: 'Overrule' }).click();
    await page.getByRole('group', { name: 'The word instead' }).getByRole('button', { name: 'Abort' }).click();
    await page.getByLabel('Why').fill('The list was bought twice');
    await page.getByLabel(/Second person/).click();
    await page.getByRole('option', { name: 'Samir Haddad' }).click();
    await page.getByRole('button', { name: 'Ask Samir Haddad' }).click();
    await page.getByRole('heading', { name: /asks for “abort”, against the rule/ }).waitFor();
    await page.getByRole('button', { name: 'Waits for Samir Haddad' }).waitFor();
    assert.deepEqual(ines.errors, []);
  });
});
