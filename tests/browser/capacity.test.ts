/** Capacity and budget as a person: record people and holidays and see the number move; move money; paste something wrong. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { settled, type Somebody } from './support/people.ts';
import { smallCompany } from './support/small.ts';

let ines: Somebody;
let close: Visit['close'];
let company: string;
before(async () => {
  ({ ines, close } = await firstVisit());
  company = await smallCompany(ines);
});
after(() => close());

const days = async (): Promise<number> => Number(/^(\d+) person-days/.exec((await ines.page.locator('h1').textContent()) ?? '')?.[1]);

test('a person is recorded with hours, and holidays of a calendar take their days away', async () => {
  const { page } = ines;
  await page.goto(`/c/${company}/plan/capacity`);
  await page.getByRole('heading', { level: 1, name: /Nobody’s time is recorded/ }).waitFor();
  await page.getByRole('button', { name: 'Draw a calendar' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Office');
  await page.getByRole('button', { name: 'Draw it' }).click();
  await page.getByRole('dialog', { name: 'Office' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Record a person' }).first().click();
  await page
    .getByRole('combobox', { name: 'Person' })
    .or(page.getByLabel('Person', { exact: true }))
    .first()
    .click();
  await page.getByRole('option', { name: 'Ines Varga' }).click();
  await page
    .getByLabel(/^Working calendar/)
    .first()
    .click();
  await page.getByRole('option', { name: 'Office' }).click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /person-days this quarter/ }).waitFor();
  const whole = await days();
  assert.ok(whole >= 60 && whole <= 67, `${whole} working days of a quarter`);

  // A list with one wrong row: the row is named, the rest is added, and the number falls.
  await page.getByRole('link', { name: 'Office' }).click();
  await page.getByRole('button', { name: 'Add holidays' }).click();
  await page.getByRole('button', { name: 'A list or calendar file' }).click();
  const monday = await page.evaluate(() => {
    const day = new Date();
    day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
    return day.toISOString().slice(0, 10);
  });
  await page.getByLabel('Holidays', { exact: true }).fill(`${monday}, Works outing\n31.2.2026, Never`);
  await page.getByText('Row 2, date:').waitFor();
  await page.getByRole('button', { name: 'Add 1 holiday, leave 1 out' }).click();
  await page.getByText('Works outing').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${whole - 1} person-days`) }).waitFor();
  assert.deepEqual(ines.errors, []);
});

test('money moves between lines with a reason, and a wrong paste is refused row by row', async () => {
  const { page } = ines;
  const open = async (name: string, sum: string): Promise<void> => {
    await page.goto(`/c/${company}/plan/budget?do=add`);
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel(/^Spread a sum/).fill(sum);
    await page.getByRole('button', { name: /^Spread it over/ }).click();
    await page.getByRole('button', { name: 'Open the line' }).click();
    await page.getByRole('dialog', { name }).waitFor();
  };
  await open('Fairs', '12000');
  await open('Films', '1200');
  await page.getByRole('heading', { level: 1, name: /€13\.?\d* k of €13\.?\d* k are still available/, includeHidden: true }).waitFor();

  await page.getByRole('button', { name: 'Move money' }).click();
  await page.getByLabel('To the line').click();
  await page.getByRole('option', { name: 'Fairs' }).click();
  await page.getByLabel('Amount').fill('5000');
  await page.getByLabel('Why').fill('The film waits.');
  await page.getByRole('button', { name: 'Move it' }).click();
  await page.getByText(/has only €100 planned/).waitFor();
  await page.getByLabel('Amount').fill('100');
  await page.getByRole('button', { name: 'Move it' }).click();
  await page.getByText('moved €100 from “Films” to “Fairs”').first().waitFor();
  await page.getByText('The film waits.').first().waitFor();

  const today = new Date().toISOString().slice(0, 10);
  await page.goto(`/c/${company}/plan/budget?do=import`);
  await page.getByLabel('Rows with a head').fill(`who,when\nme,today`);
  await page.getByText(/names no column for the date and the amount and the budget line/).waitFor();
  await page
    .getByLabel('Rows with a head')
    .fill(
      `date,description,invoice,amount,line\n${today},Stand,RE-1,250.50,Fairs\n${today},Stand,RE-2,a lot,Fairs\n${today},Gift,RE-3,10,Nowhere`,
    );
  await page.getByText('Row 3, amount:').waitFor();
  await page.getByText('Row 4, line:').waitFor();
  await page.getByRole('button', { name: 'Record 1 invoice, leave 2 out' }).click();
  await settled(page);
  await page.getByRole('link', { name: 'Fairs' }).click();
  await page.getByText('RE-1').first().waitFor();
  assert.deepEqual(ines.errors, []);
});
