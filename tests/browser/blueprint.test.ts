/** A Blueprint as people agree it: refused over capacity, fitted by a recorded cut, signed in two browsers, on a phone too. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import ICAL from 'ical.js';
import type { Server } from './support/house.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { joined, post, settled, type Somebody } from './support/people.ts';
import { decide, QUARTER, smallCompany } from './support/small.ts';

describe('a Blueprint', () => {
  let server: Server;
  let browser: Browser;
  let ines: Somebody;
  let close: Visit['close'];
  let tom: Somebody;
  let company: string;
  let page: string;

  before(async () => {
    ({ server, browser, ines, close } = await firstVisit());
    company = await smallCompany(ines);
    tom = await joined(ines, browser, server.url, company, { name: 'Tom Okafor', role: 'stakeholder', seats: ['ceo'] });
    const { me } = await post<{ me: `p_${string}` }>(ines, 'book', { company });
    const hours = { type: 'capacity/set-hours' as const, from: '2020-01-01', hours: 40 };
    await decide(ines, company, [
      { ...hours, person: me },
      { type: 'priority/resize', id: 'r_guide', effortDays: 30, budgetMinor: 4_000_000 },
      {
        type: 'budget/open',
        id: 'b_all',
        name: 'All',
        currency: 'EUR',
        owner: null,
        purpose: null,
        takesSpend: false,
        months: [
          { month: `${QUARTER.id.slice(0, 4)}-M${String((Number(QUARTER.id.slice(-1)) - 1) * 3 + 1).padStart(2, '0')}`, minor: 20_000_000 },
        ],
      },
      { type: 'milestone/set', id: 'm_out', priority: 'r_guide', title: 'Guide out', day: QUARTER.from },
      {
        type: 'priority/plan',
        id: 'r_film',
        period: QUARTER.id,
        owner: null,
        title: 'Image film',
        moscow: 'could',
        outcomes: [],
        effortDays: 120,
        budgetMinor: null,
        from: QUARTER.from,
        to: QUARTER.from,
      },
    ]);
    page = `/c/${company}/plan/blueprint/${QUARTER.id}`;
  });
  after(() => close());

  test('over capacity the button carries the rule with the missing days, until a cut is recorded with its reason', async () => {
    await ines.page.goto(page);
    await settled(ines.page);
    const put = ines.page.getByRole('button', { name: /^Put it forward/ });
    assert.equal(await put.getAttribute('aria-disabled'), 'true');
    await ines.page.getByText('It cannot be agreed like this').waitFor();
    await ines.page
      .getByText(/days are missing/)
      .first()
      .waitFor();
    await ines.page.getByRole('button', { name: 'Record what is cut, deferred, extended or added', exact: true }).click();
    const dialog = ines.page.getByRole('dialog');
    await dialog.getByLabel('Which priority?').click();
    await ines.page.getByRole('option', { name: /Image film/ }).click();
    await dialog.getByText('Then it fits.').waitFor();
    await dialog.getByLabel('Why').fill('It moves nothing this quarter.');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await ines.page.getByText('“Image film” is cut').waitFor();
    assert.equal(await put.getAttribute('aria-disabled'), null);
  });

  test('it is put forward, and two people sign it from two browsers, one of them a phone', async () => {
    await ines.page.getByRole('button', { name: /^Put it forward/ }).click();
    const dialog = ines.page.getByRole('dialog');
    await dialog.getByText('Tender guide and calculator').first().waitFor();
    await dialog.getByRole('button', { name: 'Put version 1 forward' }).click();
    await ines.page.getByText('nobody has signed yet').waitFor();
    await tom.page.setViewportSize({ width: 390, height: 844 });
    await tom.page.goto(`/c/${company}/decisions`);
    await settled(tom.page);
    await tom.page
      .getByText(/Sign the Blueprint for/)
      .first()
      .waitFor();
    await tom.page.goto(page);
    await settled(tom.page);
    await tom.page.getByText('need more room').waitFor();
    await ines.page.getByRole('button', { name: 'Sign for Marketing' }).click();
    await ines.page.getByRole('dialog').getByRole('button', { name: 'Sign for Marketing' }).click();
    await tom.page.getByText('one of two has signed').waitFor({ timeout: 5000 });
    await tom.page.getByRole('button', { name: 'Sign for CEO' }).click();
    await tom.page.getByRole('dialog').getByText('Tender guide and calculator').first().waitFor();
    await tom.page.getByRole('dialog').getByRole('button', { name: 'Sign for CEO' }).click();
    await ines.page.getByText(/version 1, agreed .* and frozen/).waitFor({ timeout: 5000 });
    const width = await tom.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390, `the phone scrolls sideways: ${width}`);
  });

  test('once agreed, a change says what comes in, therefore what goes out', async () => {
    await ines.page.getByRole('button', { name: 'Propose a change' }).click();
    const dialog = ines.page.getByRole('dialog');
    await dialog.getByText('What could drop').waitFor();
    await dialog.getByLabel('Title').fill('Webinars with TMS vendors');
    await dialog.getByLabel('Effort').fill('400');
    const send = dialog.getByRole('button', { name: /^Ask two to sign/ });
    assert.equal(await send.getAttribute('aria-disabled'), 'true');
    await dialog
      .getByText(/missing/)
      .first()
      .waitFor();
    await dialog.getByLabel('Effort').fill('8');
    await dialog.getByLabel('Why').fill('Two vendors offered their lists.');
    await send.click();
    await ines.page.getByText(/proposes a change: in, therefore out/).waitFor();
  });

  test('the roadmap prints on one A4 page, lying, with every priority, its milestones and the money', async () => {
    await ines.page.goto(`/c/${company}/plan/roadmap?from=${QUARTER.id}&quarters=4`);
    await settled(ines.page);
    await ines.page.getByRole('table', { name: 'Roadmap' }).waitFor();
    const pdf = (await ines.page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, 'pages');
    const [width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!.slice(1).map(Number);
    // A4 is 297 mm by 210 mm; a point is 1/72 inch.
    assert.ok(Math.abs(width! - (297 / 25.4) * 72) < 1.5 && Math.abs(height! - (210 / 25.4) * 72) < 1.5, `${width} by ${height} pt`);
    await ines.page.emulateMedia({ media: 'print' });
    for (const words of ['Tender guide and calculator', 'Guide out', 'Budget execution'])
      assert.ok(await ines.page.getByText(words).first().isVisible(), words);
    await ines.page.emulateMedia({ media: null });
  });

  test('an owner chooses the rule of Must and Could, from the Blueprint’s meter', async () => {
    await ines.page.goto(page);
    await settled(ines.page);
    await ines.page.getByRole('link', { name: 'the rule' }).click();
    await ines.page.getByLabel('Must at most').fill('70');
    await ines.page.getByLabel('Could about').fill('40');
    const save = ines.page.getByRole('button', { name: /^Save changes/ });
    assert.equal(await save.getAttribute('aria-disabled'), 'true');
    await ines.page.getByLabel('Could about').fill('15');
    await save.click();
    await ines.page.getByText('Saved.').waitFor();
    await ines.page.goto(page);
    await ines.page.getByText('limit 70 %').waitFor();
    await tom.page.goto(`/c/${company}/settings/company`);
    await settled(tom.page);
    await tom.page.getByLabel('Must at most').fill('50');
    assert.equal(await tom.page.getByRole('button', { name: /^Save changes/ }).getAttribute('aria-disabled'), 'true');
  });

  test('the calendar feed is read by a calendar program, and no longer once it is closed', async () => {
    await decide(ines, company, [{ type: 'company/open-feed' }]);
    const { link } = await post<{ link: string }>(ines, 'feed', { company });
    const answer = await fetch(link.replace(/^https?:\/\/[^/]+/, server.url));
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', /text\/calendar/);
    const events = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[])
      .getAllSubcomponents('vevent')
      .map((v) => new ICAL.Event(v));
    assert.deepEqual(
      events.map((e) => [e.summary, e.startDate.toString(), e.startDate.isDate]),
      [['Guide out', QUARTER.from, true]],
    );
    await decide(ines, company, [{ type: 'company/close-feed' }]);
    assert.equal((await fetch(link.replace(/^https?:\/\/[^/]+/, server.url))).status, 404);
  });
});
