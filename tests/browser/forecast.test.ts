/** A person looks at how an outcome will end, tries what planned work would do, and proposes it to the Blueprint. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { OutcomeForecast } from '../../src/views/forecast/forecast.ts';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { demo, joined, post, settled, type Somebody } from './support/people.ts';

let server: Server;
let browser: Browser;
let ines: Somebody;
let close: Visit['close'];
let company: string;

before(async () => {
  ({ server, browser, ines, close } = await firstVisit());
  company = await demo(ines, 1);
});
after(() => close());

test('Home says the chance of each target, and a chance opens', async () => {
  const { page } = ines;
  await page.goto(`/c/${company}`);
  await page.getByRole('heading', { level: 1, name: /^(Yes|Nearly|No|Too early)\b/ }).waitFor({ timeout: 100_000 });
  await page.getByRole('columnheader', { name: 'Chance of target' }).waitFor();
  await page
    .getByRole('row', { name: /Won revenue/ })
    .locator('[data-figure]')
    .last()
    .click();
  const opened = page.getByRole('dialog');
  await opened.getByRole('img', { name: /^80 % interval/ }).waitFor();
  await opened.getByRole('link', { name: 'The forecast' }).click();
  await page.getByRole('heading', { level: 1, name: /^Won revenue will probably reach/ }).waitFor();
});

test('Home says how much of this quarter was started before, and the share opens', async () => {
  const { page } = ines;
  await page.goto(`/c/${company}`);
  const sentence = page.getByText(/expected this quarter, .+ was started before/);
  await sentence.waitFor({ timeout: 60_000 });
  await sentence.locator('[data-figure]').last().click();
  const opened = page.getByRole('dialog');
  await opened
    .getByText(/^Of it, started before/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
});

test('a bar moved by its keys moves the chance while nothing is saved, and T shows the numbers', async () => {
  const { page } = ines;
  await page.goto(`/c/${company}/prove/forecast`);
  await page.getByRole('heading', { level: 1, name: /has a chance of/ }).waitFor({ timeout: 30_000 });
  const bar = page.getByRole('slider').first();
  const planned = await bar.getAttribute('aria-valuetext');
  await bar.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await page.getByText('Only tried: nothing of it is saved.', { exact: false }).waitFor();
  assert.notEqual(await bar.getAttribute('aria-valuetext'), planned);
  await page.getByRole('button', { name: 'Put back' }).click();
  assert.equal(await bar.getAttribute('aria-valuetext'), planned);
  await page.locator('h1').click();
  await page.keyboard.press('t');
  await page.getByRole('columnheader', { name: 'Even odds' }).waitFor();
});

test('what would move it most is tried by a click, and proposed to the Blueprint with a reason', async () => {
  const { page } = ines;
  const answered = page.waitForResponse((r) => r.url().includes('outcome-forecast') && r.ok(), { timeout: 60_000 });
  await page.goto(`/c/${company}/prove/forecast`);
  const { forecasts } = (await (await answered).json()) as { readonly forecasts: readonly OutcomeForecast[] };
  const one = forecasts.find(({ numbers }) => numbers?.movers.some(({ bar }) => bar !== null));
  assert.ok(one, 'some outcome is moved by planned work');
  // Another change of this Blueprint waits for its signatures; only one may wait at a time.
  const { period } = one.numbers!.bars[0]!;
  const change = `x_bp-${period.toLowerCase()}-webinars`;
  const finance = await joined(ines, browser, server.url, company, { name: 'Femke Bos', role: 'stakeholder', seats: ['finance', 'ceo'] });
  await post(finance, 'decide', {
    company,
    batch: 'make-room',
    commands: (['finance', 'ceo'] as const).map((seat) => ({ type: 'blueprint/sign-change', period, change, seat })),
  });
  await page.goto(`/c/${company}/prove/forecast?outcome=${one.outcome}`);
  const side = page.getByRole('complementary', { name: 'The chance and what it rests on' });
  await side.getByRole('heading', { name: 'What would move it most' }).waitFor({ timeout: 60_000 });
  const rows = side.getByRole('button', { name: /(left out|a week earlier)$/ });
  assert.ok((await rows.count()) > 0, 'a move of planned work is among what would move it most');
  await rows.first().click();
  await side.getByText(/as planned (under |over )?\d+ %/).waitFor();
  await page.getByRole('button', { name: 'Put back' }).click();
  // Not every bar may be moved in the Blueprint: one that would leave its quarter may not.
  const propose = page.getByRole('button', { name: 'Propose to the Blueprint' });
  const sliders = page.getByRole('slider');
  let free = false;
  const refused: string[] = [];
  for (let i = 0; i < (await sliders.count()) && !free; i++)
    for (const key of ['ArrowLeft', 'ArrowRight']) {
      await sliders.nth(i).focus();
      await page.keyboard.press(key);
      free = (await propose.count()) > 0 && (await propose.getAttribute('aria-disabled')) !== 'true';
      if (free) break;
      const why = (await propose.count()) > 0 ? await propose.getAttribute('aria-describedby') : null;
      if (why) refused.push((await page.locator(`[id="${why}"]`).textContent()) ?? '');
      const back = page.getByRole('button', { name: 'Put back' });
      if ((await back.count()) > 0) await back.click();
    }
  assert.ok(free, `some bar may be moved by a day: ${refused.join(' / ')}`);
  await propose.click();
  const dialog = page.getByRole('dialog', { name: /in the Blueprint$/ });
  assert.equal(await dialog.getByRole('button', { name: 'Propose it' }).getAttribute('aria-disabled'), 'true');
  await dialog.getByLabel('Why').fill('The forecast gains by it');
  await dialog.getByRole('button', { name: 'Propose it' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /Proposed to the Blueprint of Q\d/ })
    .waitFor();
  await dialog.waitFor({ state: 'detached' });
});

test('the palette leads to the chance of each outcome and to whether forecasts could have been trusted', async () => {
  const { page } = ines;
  for (const [words, name, path] of [
    ['chance of each', 'See the chance of each outcome', '/prove/forecast'],
    ['forecasts could have', 'See whether forecasts could have been trusted', '/prove/forecast/backtest'],
  ] as const) {
    await page.goto(`/c/${company}/agree`);
    await settled(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(words);
    await page.getByRole('option', { name }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/c/${company}${path}`);
  }
});

test('the backtest says in words how often it held', async () => {
  const { page } = ines;
  await page.goto(`/c/${company}/prove/forecast/backtest`);
  await page.getByRole('group', { name: 'How far ahead' }).waitFor({ timeout: 90_000 });
  await settled(page);
  await page.getByText(/^The 80 % interval held \d+ times, where \d+ to \d+ are within chance/).waitFor();
  await page.getByText(/Their windows overlap/).waitFor();
  assert.deepEqual(ines.errors, []);
});
