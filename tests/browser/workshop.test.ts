/** Six people in one workshop, from what they wrote before it to a signed Blueprint and a requester who knows why not. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { violations } from './support/axe.ts';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { joined, post, somebody, type Somebody } from './support/people.ts';

let visit: Visit;
before(async () => {
  visit = await firstVisit();
});
after(() => visit.close());

const COMPANY = 'lademar';
/** The next year, whose first quarter the workshop is about. */
const YEAR = new Date().getUTCFullYear() + 1;
const PERIOD = `${YEAR}-Q1`;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
let batches = 0;
const decide = (who: Somebody, commands: readonly object[], along: object = {}) =>
  post(who, 'decide', { company: COMPANY, batch: `workshop-test-${batches++}`, commands, ...along });

/** A company with one outcome, a person's time, a priority and two requests; answers with the page of the second request. */
const setUp = async (owner: Somebody): Promise<string> => {
  await post(owner, 'company-add', { name: 'Lademar', currency: 'EUR', zone: 'Europe/Amsterdam', seats: ['ceo'] });
  const nothing = { whom: null, due: null, later: null, proof: null, tactic: null };
  const asks = (n: string): object => ({
    type: 'request/receive',
    id: `q_${n}`,
    form: null,
    by: 'p_asks',
    on: '2026-10-02',
    result: `n_${n}`,
    ...nothing,
  });
  const outcome = { id: 'u_pipe', objective: 'o_grow', owner: null, name: 'Open pipeline', metric: { kind: 'reported', unit: 'count' } };
  await decide(
    owner,
    [
      { type: 'objective/set', id: 'o_grow', statement: 'Win mid-size shippers', due: `${YEAR}-12-31`, owner: null },
      { type: 'outcome/add', ...outcome, from: `${YEAR}-01-01`, due: `${YEAR}-03-31`, baseline: 10, target: 40 },
      {
        type: 'budget/open',
        id: 'b_spring',
        name: 'Spring',
        currency: 'EUR',
        owner: null,
        purpose: null,
        takesSpend: false,
        months: [{ month: `${YEAR}-M02`, minor: 2_000_000 }],
      },
      asks('guide'),
      asks('drone'),
    ],
    {
      notes: [
        { id: 'n_guide', text: 'A tender guide for shippers' },
        { id: 'n_drone', text: 'A drone video of the dock' },
      ],
      people: [{ id: 'p_asks', name: 'Asa Asks', email: null }],
    },
  );
  const { link } = await post<{ link: string }>(owner, 'request-link', { company: COMPANY, request: 'q_drone' });
  return link;
};

/** What axe finds wrong with somebody's page as it stands. */
const wrong: string[] = [];
const looked = async (what: string, ...people: readonly Somebody[]): Promise<void> => {
  for (const { page } of people) wrong.push(...(await violations(page)).map((line) => `${what}: ${line}`));
};

test('six people go from what they wrote before it to a signed Blueprint, and whoever asked knows why not', async () => {
  const { browser, server, ines: owner } = visit;
  const requestPage = await setUp(owner);
  const people = [
    { name: 'Max Meier', role: 'marketer', seats: ['marketing'] },
    { name: 'Sam Sales', role: 'stakeholder', seats: ['sales'] },
    { name: 'Fin Money', role: 'stakeholder', seats: ['finance'] },
  ];
  const [max, sam, fin] = (await Promise.all(people.map((who) => joined(owner, browser, server.url, COMPANY, who)))) as [
    Somebody,
    Somebody,
    Somebody,
  ];
  const { me } = await post<{ me: string }>(max, 'book', { company: COMPANY });
  await decide(max, [{ type: 'capacity/set-hours', person: me, from: '2026-01-01', hours: 40 }]);

  // Planned in the dialog, with two guests.
  await max.page.goto(`/c/${COMPANY}/agree/workshops?do=add`);
  await max.page.getByLabel('Title').fill('Spring plan');
  await max.page.getByLabel('What should be different afterwards?').fill('Which three things do we promise for the spring?');
  await max.page.getByLabel('Quarter it is about').fill(PERIOD);
  await max.page.getByLabel('Guests without an account').fill('Gil Guest\nPia Phone');
  await max.page.getByRole('button', { name: /Plan it and ask/ }).click();
  await max.page.waitForURL(/agree\/workshops\/h_/);
  const id = max.page.url().split('/').at(-1)!;
  const linkOf = async (name: string) =>
    (await post<{ link: string }>(max, 'workshop-link', { company: COMPANY, workshop: id, person: name })).link;
  const gil = await somebody(browser, server.url);
  const pia = await somebody(browser, server.url, PHONE);

  // Before it: everybody for himself.
  for (const [who, name, words] of [
    [gil, 'Gil Guest', 'Stop the monthly report'],
    [pia, 'Pia Phone', 'Keep calling after fairs'],
  ] as const) {
    await who.page.goto(await linkOf(name));
    await who.page.getByLabel('A card: Stop').fill(words);
    await who.page.getByLabel('A card: Stop').press('Enter');
    await who.page.getByText(words).waitFor();
    await who.page.getByRole('button', { name: 'Send one card' }).click();
    await who.page.getByText('Sent. You can still add').waitFor();
  }
  await max.page.getByText('1 card', { exact: true }).first().waitFor();
  await looked('before it', max, gil, pia);
  const room = `/c/${COMPANY}/agree/workshops/${id}`;
  await Promise.all([sam, fin, owner].map((who) => who.page.goto(room)));

  // In the room: what was written is hidden until it is shown.
  await max.page.getByRole('button', { name: 'Open the room' }).click();
  await max.page.getByRole('button', { name: 'Begin “Start, stop, keep”' }).click();
  await sam.page.getByText('2 cards wait to be shown.').waitFor();
  equal((await sam.page.content()).includes('Stop the monthly report'), false);
  await max.page.getByRole('button', { name: 'Show the cards' }).click();
  for (const who of [sam, fin, owner, gil, pia]) await who.page.getByText('Stop the monthly report').waitFor();
  await looked('cards shown', max, pia);

  // Dots, given on a phone too, and counted.
  await max.page.getByRole('button', { name: 'Begin “What was asked for”' }).click();
  await max.page.getByRole('button', { name: 'Begin “Dot votes”' }).click();
  for (const who of [sam, gil, pia]) await who.page.getByRole('button', { name: 'One dot more on “A tender guide for shippers”' }).click();
  await max.page.getByText('Others have given 3').waitFor();
  await looked('dots', max, pia);
  await max.page.getByRole('button', { name: 'Count the votes' }).click();
  await pia.page.getByText('3 people gave dots.').waitFor();

  // Sorted together: one by mouse, one by menu, one loses his line in between.
  await max.page.getByRole('button', { name: 'Begin “MoSCoW”' }).click();
  const card = gil.page.getByRole('group', { name: 'A tender guide for shippers' });
  // The page of the votes names the card too: only where its pile stands can it be taken.
  await gil.page.getByRole('region', { name: 'Must' }).waitFor();
  await gil.page.getByText('A tender guide for shippers').waitFor();
  const from = (await gil.page.getByText('A tender guide for shippers').boundingBox())!;
  const to = (await gil.page.getByRole('region', { name: 'Must' }).boundingBox())!;
  await gil.page.mouse.move(from.x + 20, from.y + 8);
  await gil.page.mouse.down();
  await gil.page.mouse.move(to.x + 60, to.y + 120, { steps: 8 });
  await sam.page.getByText('Gil Guest', { exact: true }).first().waitFor();
  await gil.page.mouse.up();
  ok((await card.count()) <= 1);
  await sam.page.getByRole('region', { name: 'Must' }).getByText('A tender guide for shippers').waitFor();
  await fin.context.setOffline(true);
  await fin.page.getByLabel('Class of “A drone video of the dock”').selectOption('wont');
  await fin.page.getByRole('region', { name: 'Won’t this time' }).getByText('A drone video').waitFor();
  await fin.context.setOffline(false);
  await sam.page.getByRole('region', { name: 'Won’t this time' }).getByText('A drone video').waitFor({ timeout: 20_000 });
  equal(await max.page.getByRole('button', { name: 'Put it together' }).isEnabled(), false);
  // Taken into another class while it lies open, a card is nobody's any more.
  const guide = 'Class of “A tender guide for shippers”';
  await gil.page.getByRole('region', { name: 'Must' }).getByRole('button', { name: 'What it takes' }).click();
  await sam.page.getByRole('region', { name: 'Must' }).getByText('Gil Guest', { exact: true }).waitFor();
  await gil.page.getByLabel(guide).selectOption('should');
  await sam.page.getByRole('region', { name: 'Should' }).getByLabel(guide).selectOption('must');
  await sam.page.getByRole('region', { name: 'Must' }).getByRole('button', { name: 'What it takes' }).click();
  await max.page.getByText('Sam Sales', { exact: true }).first().waitFor();
  await sam.page.getByLabel('Person-days').fill('20');
  await sam.page.getByLabel('Money (EUR)').fill('12.5k');
  await sam.page.getByLabel('Open pipeline').check();
  await sam.page.getByRole('button', { name: 'Say so' }).click();
  await fin.page.getByRole('button', { name: 'Why not?' }).click();
  await fin.page.getByLabel(/Why not this time/).fill('It serves no outcome of the spring');
  await fin.page.getByRole('button', { name: 'Give this reason' }).click();
  await max.page.getByText('No outcome is without work').waitFor();
  // Money is added up as it is said, and no guest is told of it.
  await max.page.getByText(/Money: €13 k of €20 k/).waitFor();
  equal(/€|13 k/.test(await gil.page.locator('body').innerText()), false);
  await max.page.getByRole('heading', { level: 1, name: /^It fits/ }).waitFor();
  await looked('the table', max, gil, pia);

  // Put together in one act, signed by the seats that were asked.
  await max.page.getByRole('button', { name: 'Begin “Sign”' }).click();
  await max.page.getByRole('button', { name: 'Put it together' }).click();
  const dialog = max.page.getByRole('dialog');
  await looked('putting together', max);
  await dialog.getByLabel('Marketing').uncheck();
  await dialog.getByRole('button', { name: 'Put it together' }).click();
  for (const [who, seat] of [
    [sam, 'Sales'],
    [fin, 'Finance'],
  ] as const) {
    await who.page.getByRole('button', { name: `Sign for ${seat}` }).click();
    await who.page.getByRole('dialog').getByText('A tender guide for shippers').waitFor();
    await who.page
      .getByRole('dialog')
      .getByRole('button', { name: `Sign for ${seat}` })
      .click();
  }
  await max.page.getByText('Fin Money', { exact: true }).last().waitFor();
  await pia.page.getByText('was put forward for signing').waitFor();

  // Whoever asked knows why not; the minutes wrote themselves.
  const asks = await somebody(browser, server.url);
  await asks.page.goto(requestPage);
  await asks.page.getByText('It serves no outcome of the spring').first().waitFor();
  await max.page.getByRole('button', { name: 'Close the workshop' }).click();
  await max.page.getByText('A Blueprint came of it').waitFor();
  await looked('the minutes', max);
  match((await max.page.locator('main').textContent()) ?? '', new RegExp(`signed version 1 of the Blueprint for Q1 ${YEAR} for Sales`));
  await gil.page.getByText('This workshop is over.').waitFor();
  deepEqual(wrong, []);
  deepEqual(
    [max, sam, owner, gil, pia, asks].flatMap(({ errors }) => errors),
    [],
  );
});
