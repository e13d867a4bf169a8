/** A micro-campaign as two people make it at the screen, up to its start; and its verdict page. */
import type { Locator, Page } from 'playwright-core';
import type { Command } from '../../../src/domain/book.ts';
import type { Criteria } from '../../../src/domain/campaign/criteria.ts';
import { QUESTIONS } from '../../../src/domain/campaign/micro.ts';
import { addDays } from '../../../src/kernel/day.ts';
import { firstVisit, type Visit } from './first-visit.ts';
import { joined, post, settled, type Somebody } from './people.ts';
import { decide, smallCompany, TODAY } from './small.ts';

const WRITTEN = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'short', year: 'numeric' });

/** A small company with money for trials; Ines briefs, and Diego of Sales, who has joined, freezes. */
export const trials = async (): Promise<Visit & { readonly company: string; readonly diego: Somebody }> => {
  const visit = await firstVisit();
  const { server, browser, ines } = visit;
  const company = await smallCompany(ines);
  const [year, month] = TODAY.split('-');
  await decide(ines, company, [
    {
      type: 'budget/open',
      id: 'b_trials',
      name: 'Trials',
      currency: 'EUR',
      owner: null,
      purpose: null,
      takesSpend: false,
      months: [{ month: `${year}-M${month}`, minor: 500_000 }],
    },
  ]);
  ines.page.setDefaultTimeout(8000);
  const diego = await joined(ines, browser, server.url, company, { name: 'Diego Ferrante', role: 'stakeholder', seats: ['sales'] });
  return { ...visit, company, diego };
};

/** Picks one of the options that a field offers. */
export const choose = async (page: Page, of: Locator, label: RegExp, option: RegExp): Promise<void> => {
  await of.getByLabel(label).first().click();
  await page.getByRole('option', { name: option }).click();
};

type Wish = {
  readonly company: string;
  readonly name: string;
  readonly item: RegExp;
  /** Fills the dialog of the criteria; without it they stay as they are offered: replies, told by hand. */
  readonly fill?: (criteria: Locator) => Promise<void>;
};

/** From brief over criteria that two people froze to the start; answers with the campaign's id. */
export const started = async ({ page }: Somebody, second: Somebody, { company, name, item, fill }: Wish): Promise<string> => {
  await page.goto(`/c/${company}/market/micro?do=add`);
  const brief = page.getByRole('dialog', { name: 'Brief a micro-campaign' });
  await brief.getByLabel('We believe').fill('Shippers answer when we name their own tender date');
  await brief.getByLabel('Name', { exact: true }).fill(name);
  await brief.getByLabel('Channel').fill('Outreach');
  await choose(page, brief, /^Work item/, item);
  await brief.getByLabel('From', { exact: true }).fill(WRITTEN.format());
  await brief.getByLabel('From', { exact: true }).press('Tab');
  await brief.getByLabel(/^Budget(?! line)/).fill('900');
  await choose(page, brief, /^Budget line/, /^Trials/);
  await brief.getByRole('button', { name: 'Write the brief' }).click();
  await page.waitForURL(/market\/micro\/c_/);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  await page.getByRole('button', { name: 'Write the criteria' }).click();
  const criteria = page.getByRole('dialog', { name: /Success criteria of/ });
  await fill?.(criteria);
  await criteria.getByRole('button', { name: 'Write them down' }).click();
  await criteria.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Put to a second person' }).click();
  const propose = page.getByRole('dialog', { name: 'Who freezes the criteria with you?' });
  await choose(page, propose, /^Second person/, /Diego Ferrante/);
  await propose.getByRole('button', { name: 'Put them forward' }).click();

  await second.page.goto(`/c/${company}/market/micro/${id}`);
  await settled(second.page);
  await second.page.getByRole('button', { name: 'Freeze them' }).click();
  await second.page
    .getByRole('dialog', { name: /Freeze the criteria of/ })
    .getByRole('button', { name: 'Freeze them' })
    .click();
  await page.getByText(/Frozen on .* by Ines Varga and Diego Ferrante/).waitFor();

  for (let n = 0; n < 5; n++) {
    await page.getByRole('button', { name: 'Answer', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Answer').fill(`Answer ${n + 1}.`);
    await dialog.getByRole('button', { name: 'Answer' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  await page.getByRole('button', { name: 'Start it' }).click();
  await page.getByText(/^(Nobody has told a look yet|Counted from the facts)$/).waitFor();
  return id;
};

/** Opens the verdict of a campaign; answers with its finding. */
export const verdictOf = async ({ page }: Somebody, company: string, id: string): Promise<string> => {
  await page.goto(`/c/${company}/market/verdict/${id}`);
  await settled(page);
  return page.getByRole('heading', { level: 1 }).innerText();
};

const words = [{ id: 'n_micro', text: 'Shippers answer when we name their own tender date' }];
const criteria: Criteria = {
  measure: {
    kind: 'share',
    better: 'more',
    of: { what: 'hand', name: 'Replies' },
    outOf: { what: 'hand', name: 'Messages sent' },
    relative: false,
  },
  scale: 0.08,
  abort: 0.05,
  minimum: 150,
  deadline: addDays(TODAY, 28),
  error: 0.1,
  guardrails: [],
};

/**
 * Micro-campaigns through the API, briefed by a marketer and put to `owner`: `toFreeze` waits for him; each of `running` runs and
 * has shown these sums. Ids are the keys.
 */
export const microCampaigns = async (
  owner: Somebody,
  marketer: Somebody,
  company: string,
  {
    toFreeze,
    running,
  }: { readonly toFreeze: `c_${string}`; readonly running: Readonly<Record<`c_${string}`, readonly [n: number, of: number]>> },
): Promise<void> => {
  const { me } = await post<{ me: `p_${string}` }>(owner, 'book', { company });
  for (const id of [toFreeze, ...(Object.keys(running) as `c_${string}`[])]) {
    await decide(
      marketer,
      company,
      [
        {
          type: 'campaign/plan',
          id,
          name: `Outreach ${id.slice(2)}`,
          channel: 'Outreach',
          from: TODAY,
          to: addDays(TODAY, 28),
          budgetMinor: null,
          key: id.slice(2),
          aliases: [],
          item: null,
          foundational: 'n_micro',
          owner: null,
        },
        {
          type: 'campaign/brief',
          id,
          hypothesis: 'n_micro',
          segment: null,
          line: null,
          variants: [{ name: 'With their own date', weight: 1 }],
          randomised: false,
        },
        { type: 'campaign/write-criteria', id, criteria },
        { type: 'campaign/propose-criteria', id, revision: 1, second: me },
      ],
      words,
    );
  }
  for (const [id, [n, of]] of Object.entries(running) as [`c_${string}`, readonly [number, number]][]) {
    await decide(owner, company, [{ type: 'campaign/freeze', id, revision: 1 }]);
    await decide(
      marketer,
      company,
      [
        ...QUESTIONS.map((question): Command => ({ type: 'campaign/answer', id, question, answer: 'n_micro' })),
        { type: 'campaign/start', id, commitment: 'g_none' },
        {
          type: 'campaign/look',
          id,
          on: TODAY,
          arms: [{ n, of, ofSquares: null, outOf: null, outOfSquares: null, products: null }],
          guards: [],
          spentMinor: null,
          correction: null,
        },
      ],
      words,
    );
  }
};
