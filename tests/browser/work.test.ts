/** Work as a person does it: size, score, sort without losing the order, adopt, undo; the board against a limit; a tracker's file in. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { backlogCompany } from './support/backlog.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { post, settled, type Somebody } from './support/people.ts';
import { decide } from './support/small.ts';

const FILE = new URL('../work/fixtures/jira-all-fields.csv', import.meta.url).pathname;
const first = (page: Page): Promise<string[]> =>
  page.locator('table tbody tr').evaluateAll((rows) => rows.slice(0, 3).map((row) => (row.textContent ?? '').replace(/\s+/g, ' ')));
type SentBook = { readonly book: { readonly backlog: readonly (readonly [string, { readonly items: readonly string[] }])[] } };

describe('work as a person does it', () => {
  let ines: Somebody;
  let close: Visit['close'];
  let company: string;
  const open = async (at: string): Promise<Page> => {
    await ines.page.goto(`/c/${company}/work/${at}`);
    await settled(ines.page);
    return ines.page;
  };
  const order = async (): Promise<readonly string[]> => {
    const { book } = await post<SentBook>(ines, 'book', { company });
    return book.backlog[0]![1].items.filter((id) => ['w_n1', 'w_n2', 'w_n3', 'w_n4'].includes(id));
  };

  before(async () => {
    ({ ines, close } = await firstVisit());
    company = await backlogCompany(ines, 12);
  });
  after(() => close());

  test('sizes an item by skill, answers what success is, and scores it', async () => {
    const page = await open('backlog/w_n3');
    const drawer = page.getByRole('dialog').first();
    await drawer.getByRole('button', { name: 'Change' }).first().waitFor();
    await drawer.locator('dl').getByRole('button', { name: 'Change', exact: true }).last().click();
    await page.getByRole('button', { name: 'By skill' }).click();
    await page.getByLabel('Skill 1').fill('Writing');
    await page.getByLabel('Person-days').first().fill('6');
    await page.getByRole('button', { name: 'Keep the size' }).click();
    await drawer.getByText('6 days: Writing 6 days').first().waitFor();
    await drawer.getByRole('button', { name: 'Answer' }).nth(1).click();
    await page.getByRole('textbox', { name: 'Answer' }).fill('Five of them ask for an offer');
    await page.getByRole('button', { name: 'Keep the answer' }).click();
    await drawer.getByText('Five of them ask for an offer').first().waitFor();
    await drawer.getByRole('button', { name: 'Score RICE' }).click();
    const scoring = page.getByRole('dialog', { name: /^RICE of/ });
    await scoring.getByLabel('Reach').fill('600');
    await scoring
      .getByRole('textbox', { name: 'Impact' })
      .or(scoring.getByRole('combobox', { name: 'Impact' }))
      .first()
      .click();
    await page.getByRole('option', { name: '1, medium' }).click();
    await scoring
      .getByRole('textbox', { name: 'Confidence' })
      .or(scoring.getByRole('combobox', { name: 'Confidence' }))
      .first()
      .click();
    await page.getByRole('option', { name: '50 %, low' }).click();
    await scoring.getByLabel('Effort').fill('0.9');
    await page.getByRole('button', { name: 'Keep the score' }).click();
    await drawer.getByRole('button', { name: '333' }).waitFor();
    await drawer.getByText('600 reached × 1 × 50 % ÷ 0.9 person-months').waitFor();
  });

  test('sorts by a score without losing the order, adopts it in one press, and takes it back', async () => {
    await decide(ines, company, [
      { type: 'item/score-rice', id: 'w_n1', rice: { reach: 10, impact: 1, confidence: 50, effortMonths: 1 } },
      { type: 'item/score-rice', id: 'w_n3', rice: { reach: 600, impact: 1, confidence: 50, effortMonths: 0.9 } },
      { type: 'item/score-rice', id: 'w_n4', rice: { reach: 4000, impact: 2, confidence: 80, effortMonths: 1 } },
    ]);
    const page = await open('scores');
    assert.match((await first(page))[2]!, /^3Letter to buyers 1/);
    await page.getByRole('button', { name: 'By RICE' }).click();
    assert.deepEqual(
      (await first(page)).map((text) => text.slice(0, 2)),
      ['6L', '5L', '3L'],
      'the agreed places stand beside the sorted items',
    );
    assert.deepEqual(await order(), ['w_n1', 'w_n2', 'w_n3', 'w_n4'], 'a sort decides nothing');
    await page.getByRole('button', { name: 'Adopt this order' }).click();
    await page.getByRole('button', { name: 'Put three items in this order' }).click();
    await page.getByText('The order by RICE is the agreed one now.').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('table tbody tr')[2]?.textContent?.includes('Letter to buyers 4'));
    assert.deepEqual(await order(), ['w_n4', 'w_n2', 'w_n3', 'w_n1']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => document.querySelectorAll('table tbody tr')[2]?.textContent?.includes('Letter to buyers 1'));
    assert.deepEqual(await order(), ['w_n1', 'w_n2', 'w_n3', 'w_n4']);
  });

  test('moves work over the board with the keyboard, and a full column asks for a reason', async () => {
    await decide(ines, company, [{ type: 'practice/limit', team: null, column: 'started', most: 1 }]);
    const page = await open('board');
    const handle = (ref: string) => page.getByRole('button', { name: new RegExp(`^Move ${ref}, `) });
    await handle('W-3').focus();
    await page.keyboard.press('ArrowRight');
    await page
      .getByRole('region', { name: /^In progress, 1$/ })
      .getByText('Letter to buyers 1', { exact: true })
      .waitFor();
    await handle('W-4').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'In progress is full' }).waitFor();
    await page.keyboard.press('Escape');
    assert.match((await handle('W-4').getAttribute('aria-label'))!, /now Open$/, 'without a reason it stays');
    await handle('W-4').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByLabel('Why').fill('The fair is on Monday');
    await page.getByRole('button', { name: 'Take W-4 in over the limit' }).click();
    await page.getByRole('heading', { level: 1, name: 'In progress holds two, over its limit of one.' }).waitFor();
  });

  test('drags a card to another column with the mouse, and gives an item to a team', async () => {
    await decide(ines, company, [
      { type: 'practice/limit', team: null, column: 'started', most: null },
      { type: 'team/form', id: 't_web', name: 'Web', calendar: null },
    ]);
    const page = await open('board');
    const card = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Move W-5, now Open/ }) });
    await card.dragTo(page.getByRole('region', { name: /^In progress/ }), { sourcePosition: { x: 20, y: 50 } });
    await page
      .getByRole('region', { name: /^In progress, 3$/ })
      .getByRole('button', { name: /^Move W-5, now In progress/ })
      .waitFor();
    await page.goto(`/c/${company}/work/board/w_n3`);
    const drawer = page.getByRole('dialog').first();
    await drawer.getByRole('button', { name: 'Change', exact: true }).last().click();
    await drawer.getByLabel('Team').first().click();
    await page.getByRole('option', { name: 'Web' }).click();
    await drawer.getByRole('button', { name: 'Save changes' }).click();
    await drawer.getByRole('definition').filter({ hasText: 'Web' }).waitFor();
  });

  test('sets a limit for one team only', async () => {
    const page = await open('board?do=practice');
    const dialog = page.getByRole('dialog', { name: 'How we work' });
    await dialog.getByLabel('Limits and sizes of').first().click();
    await page.getByRole('option', { name: 'Web' }).click();
    await dialog.getByLabel('At most in progress').fill('1');
    for (const [n, size] of ['S', 'M', 'L', 'XL'].entries())
      await dialog.getByRole('textbox', { name: `${size} means`, exact: true }).fill(String(2 ** n));
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.goto(`/c/${company}/work/board?team=t_web`);
    await page.getByRole('heading', { level: 2, name: /In progress 1 of 1/ }).waitFor();
  });

  test('takes a Jira file in after a look at what it would do, and doubles nothing the second time', async () => {
    const page = await open('import');
    await page.locator('input[type=file]').setInputFiles(FILE);
    await page.getByRole('heading', { level: 1, name: /is a Jira export: three|is a Jira export: 3 rows/ }).waitFor();
    assert.equal((await order()).length, 4);
    await page.getByRole('button', { name: 'Add 2 and keep 1 as history' }).click();
    await page.getByRole('heading', { level: 1, name: /2 items added at the end of the Backlog and 1 finished item kept/ }).waitFor();
    await page.getByRole('button', { name: 'Take in more' }).click();
    await page.locator('input[type=file]').setInputFiles(FILE);
    await page.getByText('here already').first().waitFor();
  });

  test('plans a cycle from the top of the Backlog and closes it with what carried over', async () => {
    const page = await open('cycles?do=plan');
    await page.getByRole('button', { name: 'Plan it' }).click();
    const drawer = page.getByRole('dialog').first();
    await drawer.getByRole('button', { name: 'Take in' }).first().click();
    await drawer.getByRole('button', { name: 'Take out' }).first().waitFor();
    await drawer.getByRole('button', { name: 'Start the cycle' }).click();
    await drawer.getByRole('button', { name: 'Close the cycle' }).click();
    await page.getByRole('button', { name: 'Close with 0 of 1 done' }).click();
    await drawer.getByText('Back in the Backlog').waitFor();
  });
});
