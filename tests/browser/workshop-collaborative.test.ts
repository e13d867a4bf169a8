/** Four people find a Guidepoint: from silent writing to a draft that waits for signatures, launches in the Backlog, and minutes. */
import { deepEqual, equal, match } from 'node:assert/strict';
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
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const setUp = async (owner: Somebody): Promise<void> => {
  await post(owner, 'company-add', { name: 'Lademar', currency: 'EUR', zone: 'Europe/Amsterdam', seats: ['ceo'] });
  const outcome = (id: string, name: string, due: string): object => ({
    type: 'outcome/add',
    id,
    objective: 'o_grow',
    owner: null,
    name,
    metric: { kind: 'reported', unit: 'count' },
    from: `${YEAR - 1}-10-01`,
    due,
    baseline: 10,
    target: 41,
  });
  await post(owner, 'decide', {
    company: COMPANY,
    batch: 'collaborative-test',
    commands: [
      { type: 'objective/set', id: 'o_grow', statement: 'Win mid-size shippers', due: `${YEAR}-12-31`, owner: null },
      outcome('u_pipe', 'Open pipeline', `${YEAR}-03-31`),
      outcome('u_old', 'Names from the autumn fairs', `${YEAR - 1}-12-31`),
    ],
  });
};

const write = async (who: Somebody, words: string): Promise<void> => {
  await who.page.getByLabel('A card: Your cards').fill(words);
  await who.page.getByRole('button', { name: 'Add the card' }).click();
  await who.page.getByRole('listitem').getByText(words).waitFor();
};
const begin = (lead: Somebody, step: string) => lead.page.getByRole('button', { name: `Begin “${step}”`, exact: true }).click();
const press = (who: Somebody, name: string | RegExp) => who.page.getByRole('button', { name }).click();

test('four people find a Guidepoint, ideas and the smallest launch, and the minutes write themselves', async () => {
  const { browser, server, ines: owner } = visit;
  await setUp(owner);
  const people = [
    { name: 'Max Meier', role: 'marketer', seats: ['marketing'] },
    { name: 'Sam Sales', role: 'stakeholder', seats: ['sales'] },
  ];
  const [max, sam] = (await Promise.all(people.map((who) => joined(owner, browser, server.url, COMPANY, who)))) as [Somebody, Somebody];

  // Prepared: without anything to write beforehand, for one guest at a desk and one on a phone.
  await max.page.goto(`/c/${COMPANY}/agree/workshops?do=add`);
  await max.page.getByRole('radio', { name: /Collaborative/ }).check();
  await max.page.getByLabel('Title').fill('What the spring is for');
  await max.page.getByLabel('What should be different afterwards?').fill('One sentence that sales and we both sign.');
  await max.page.getByLabel('Quarter it is about').fill(`${YEAR}-Q1`);
  await max.page.getByLabel('Guests without an account').fill('Gil Guest\nPia Phone');
  await max.page.getByLabel(/Ask everybody beforehand/).uncheck();
  await press(max, /Plan it and ask/);
  await max.page.waitForURL(/agree\/workshops\/h_/);
  const id = max.page.url().split('/').at(-1)!;
  const comes = async (name: string, options: object = {}): Promise<Somebody> => {
    const { link } = await post<{ link: string }>(max, 'workshop-link', { company: COMPANY, workshop: id, person: name });
    const who = await somebody(browser, server.url, options);
    await who.page.goto(link);
    await who.page.getByText('One sentence that sales and we both sign.').waitFor();
    return who;
  };
  const [gil, pia] = [await comes('Gil Guest'), await comes('Pia Phone', PHONE)];
  await sam.page.goto(`/c/${COMPANY}/agree/workshops/${id}`);

  // The agenda, by keyboard: one step out, one moved, one shorter.
  await press(max, 'Change the agenda');
  const agenda = max.page.getByRole('dialog', { name: 'Agenda' });
  await agenda.getByRole('button', { name: 'Take out “Opportunities and threats”' }).press('Enter');
  await agenda.getByLabel('Minutes of “Start, stop, keep”').fill('5');
  await agenda.getByLabel('Minutes of “Start, stop, keep”').press('Alt+ArrowDown');
  await agenda.getByText('Start, stop, keep is step 2 of 11.').waitFor();
  equal(await agenda.getByLabel('Minutes of “Start, stop, keep”').evaluate((input) => input === document.activeElement), true);
  await max.page.keyboard.press('Alt+ArrowUp');
  await agenda.getByText(/^11 steps, 98 minutes/).waitFor();
  const wrong = await violations(max.page);
  await agenda.getByRole('button', { name: 'Keep this agenda' }).click();
  await max.page.getByRole('region', { name: 'Agenda' }).getByText('98 minutes').waitFor();
  await press(max, 'Open the room');

  // Guidepoint first: each for himself, nobody reads another's.
  await begin(max, 'Start, stop, keep');
  await begin(max, 'Guidepoint: what has to be true at the end?');
  await write(gil, 'Shippers call us before they tender');
  await write(pia, 'They ask us before the tender');
  await write(sam, 'A full list on the first of April');
  await sam.page.getByText('2 cards by others, hidden until they are shown.').waitFor();
  for (const words of ['Shippers call us', 'They ask us before']) equal((await sam.page.content()).includes(words), false);
  equal((await max.page.content()).includes('A full list'), false);
  await press(max, 'Show the cards');
  for (const who of [max, sam, pia]) await who.page.getByText('Shippers call us before they tender').waitFor();

  // Grouped, by menu at the desk and on the phone.
  await begin(max, 'Grouping');
  await sam.page.getByLabel('Title of a new group').fill('Asked before the tender');
  await press(sam, 'Add the group');
  await gil.page.getByLabel('Group of “Shippers call us before they tender”').selectOption('Asked before the tender');
  await pia.page.getByLabel('Group of “They ask us before the tender”').selectOption('Asked before the tender');
  await sam.page.getByRole('region', { name: 'Asked before the tender' }).getByText('They ask us before the tender').waitFor();
  await press(max, 'Keep these groups');

  // Dots are hidden until they are counted.
  await begin(max, 'Dot votes');
  for (const who of [sam, gil, pia]) await press(who, 'One dot more on “Asked before the tender”');
  await press(sam, 'One dot more on “A full list on the first of April”');
  await max.page.getByText('Others have given 4').waitFor();
  equal(await gil.page.getByRole('img', { name: '1 dot' }).count(), 1);
  await press(max, 'Count the votes');
  await pia.page.getByText('3 people gave dots.').waitFor();
  await pia.page.getByRole('img', { name: '3 dots' }).waitFor();

  // Worded by a guest, from the outcomes there are, while the others see who has the pen.
  await begin(max, 'The Guidepoint in one sentence');
  await press(gil, 'Word it');
  await sam.page.getByText('Gil Guest is wording it.').waitFor();
  equal(await gil.page.getByLabel('Names from the autumn fairs').count(), 0);
  await gil.page.getByLabel('The Guidepoint in one sentence').fill('By the end of March shippers come to us before they tender.');
  await gil.page.getByLabel('Open pipeline').check();
  await press(gil, 'Let it stand so');
  for (const who of [max, sam, pia]) await who.page.getByText('By the end of March shippers come to us before they tender.').waitFor();
  await press(sam, 'Word it otherwise');
  await sam.page.getByLabel('The Guidepoint in one sentence').fill('By the end of March mid-size shippers come to us before they tender.');
  await press(sam, 'Let it stand so');
  await pia.page.getByText('mid-size shippers come to us').waitFor();

  // Between steps time runs short: what was begun stands, the grouping of ideas goes.
  await press(max, 'Agenda');
  await agenda.getByText('What was begun stands').waitFor();
  equal(await agenda.getByRole('button', { name: 'Take out “Dot votes”', exact: true }).count(), 0);
  await agenda.getByRole('button', { name: 'Take out “Grouping of ideas”' }).click();
  await agenda.getByRole('button', { name: 'Keep this agenda' }).click();
  await pia.page.getByText('Grouping of ideas').waitFor({ state: 'detached' });

  // Ideas, then the smallest launch that would show something.
  await begin(max, 'Ideas that would move it');
  await write(pia, 'A calculator for their own tender');
  await write(sam, 'A printed catalogue');
  await press(max, 'Show the cards');
  await begin(max, 'Dot votes on ideas');
  for (const who of [sam, gil]) await press(who, 'One dot more on “A calculator for their own tender”');
  await max.page.getByText('Others have given 2').waitFor();
  await press(max, 'Count the votes');
  await begin(max, 'The smallest launch that would show something');
  await write(gil, 'Ten shippers get it as a spreadsheet, and we call them');
  await press(max, 'Show the cards');
  await begin(max, 'Dot votes on launches');
  await press(pia, 'One dot more on “Ten shippers get it as a spreadsheet, and we call them”');
  await max.page.getByText('Others have given 1').waitFor();
  await press(max, 'Count the votes');

  // In one act: a Guidepoint put forward, a launch in the Backlog; signed where one is asked to.
  await begin(max, 'Sign');
  await press(max, 'Put it together');
  const dialog = max.page.getByRole('dialog');
  await dialog.getByText('By the end of March mid-size shippers come to us before they tender.').waitFor();
  wrong.push(...(await violations(max.page)));
  await dialog.getByRole('button', { name: 'Put it together' }).click();
  await pia.page.getByText(`The Guidepoint for Q1 ${YEAR} was put forward.`).waitFor();
  await press(sam, 'Sign for Sales');
  await sam.page.getByRole('dialog').getByText('mid-size shippers come to us').waitFor();
  await sam.page.getByRole('dialog').getByRole('button', { name: 'Sign for Sales' }).click();
  await max.page.getByText('Sam Sales', { exact: true }).last().waitFor();
  await press(max, 'Close the workshop');
  await max.page.getByRole('heading', { level: 1, name: /A Guidepoint came of it/ }).waitFor();
  await max.page.getByText(new RegExp(`signed the Guidepoint for Q1 ${YEAR} for Sales`)).waitFor();
  const minutes = (await max.page.locator('main').textContent()) ?? '';
  for (const line of [/Asked before the tender, 2 cards, 3 dots/, /A printed catalogue/, /Ten shippers get it as a spreadsheet/])
    match(minutes, line);
  wrong.push(...(await violations(max.page)), ...(await violations(pia.page)));

  // What came of it stands where it belongs.
  await sam.page.goto(`/c/${COMPANY}/agree/guidepoint/${YEAR}-Q1`);
  await sam.page.getByText('By the end of March mid-size shippers come to us before they tender.').first().waitFor();
  await sam.page.goto(`/c/${COMPANY}/work/backlog`);
  await sam.page.getByText('Ten shippers get it as a spreadsheet, and we call them').first().waitFor();
  deepEqual(wrong, []);
  deepEqual(
    [max, sam, gil, pia].flatMap(({ errors }) => errors),
    [],
  );
});
