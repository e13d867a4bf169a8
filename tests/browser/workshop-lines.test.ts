/** What goes wrong in a room of people: a lost line, a killed server, a reload, somebody who comes late, a leader who leaves. */
import { deepEqual, equal } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { firstVisit, type Visit } from './support/first-visit.ts';
import { joined, post, somebody, type Somebody } from './support/people.ts';

let visit: Visit;
before(async () => {
  visit = await firstVisit();
});
after(() => visit.close());

const COMPANY = 'lademar';
const press = (who: Somebody, name: string | RegExp) => who.page.getByRole('button', { name }).click();
const write = async (who: Somebody, words: string): Promise<void> => {
  await who.page.getByLabel('A card: Your cards').fill(words);
  await press(who, 'Add the card');
};
/** A line that breaks speaks of itself on the console; nothing else may. */
const faults = ({ errors }: Somebody): string[] => errors.filter((line) => !/net::|Failed to load resource|Failed to fetch/.test(line));

test('nothing is lost over broken lines, a killed server and a reload; who comes late sees it all, and somebody always leads', async () => {
  const { browser, server, ines: owner } = visit;
  await post(owner, 'company-add', { name: 'Lademar', currency: 'EUR', zone: 'Europe/Amsterdam' });
  const people = [
    { name: 'Max Meier', role: 'marketer', seats: ['marketing'] },
    { name: 'Sam Sales', role: 'stakeholder', seats: ['sales'] },
  ];
  const [max, sam] = (await Promise.all(people.map((who) => joined(owner, browser, server.url, COMPANY, who)))) as [Somebody, Somebody];
  const step = (title: string, act: string, dots = 0): object => ({ title, act, topic: 'guidepoint', minutes: 5, dots });
  const plan = await post<{ id: string; links: { name: string; link: string }[] }>(max, 'workshop-plan', {
    company: COMPANY,
    title: 'Broken lines',
    purpose: 'To lose nothing.',
    period: `${new Date().getUTCFullYear() + 1}-Q1`,
    starts: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    agenda: [step('Write', 'write'), step('Vote', 'vote', 5)],
    people: ['Sam Sales', 'Gil Guest'],
  });
  const gil = await somebody(browser, server.url);
  await gil.page.goto(plan.links.find(({ name }) => name === 'Gil Guest')!.link);
  const room = `/c/${COMPANY}/agree/workshops/${plan.id}`;
  await Promise.all([max, sam].map((who) => who.page.goto(room)));
  await press(max, 'Open the room');
  await press(max, 'Begin “Write”');

  // Gil's line is gone: he is told, goes on writing, and it arrives when it is back.
  await write(gil, 'Written with a line');
  await max.page.getByText('1 card by others').waitFor();
  await gil.context.setOffline(true);
  await write(gil, 'Written without a line');
  await gil.page.getByText('The line is broken').waitFor({ timeout: 50_000 });
  await gil.page.getByRole('listitem').getByText('Written without a line').waitFor();
  await gil.context.setOffline(false);
  await max.page.getByText('2 cards by others').waitFor({ timeout: 20_000 });

  // The server is killed in the middle; what it answered stands, what it did not is sent again.
  await write(sam, 'Before the lights went out');
  await max.page.getByText('3 cards by others').waitFor();
  const back = server.restart(1_500);
  await write(sam, 'While they were out');
  await back;
  await max.page.getByText('4 cards by others').waitFor({ timeout: 30_000 });
  await press(max, 'Show the cards');
  for (const words of ['Written with a line', 'Written without a line', 'Before the lights went out', 'While they were out'])
    await gil.page.getByText(words).waitFor({ timeout: 20_000 });

  // A reload in the middle of the votes: the dots are where they were.
  await press(max, 'Begin “Vote”');
  const more = gil.page.getByRole('button', { name: 'One dot more on “Written with a line”' });
  await more.click();
  await more.click();
  await sam.page.getByText('Others have given 2').waitFor();
  await gil.page.reload();
  await gil.page.getByText('3 of your 5 dots left').waitFor();
  equal(await gil.page.getByRole('img', { name: '2 dots' }).count(), 1);

  // Somebody is asked in late, and sees everything that was shown and nobody's dots.
  await press(max, 'Ask more in');
  await max.page.getByLabel('Guests without an account').fill('Lea Late');
  await press(max, /^Ask 1 person in/);
  const link = await max.page.getByLabel('Link of Lea Late').inputValue();
  await press(max, /^Done$/);
  const lea = await somebody(browser, server.url);
  await lea.page.goto(link);
  await lea.page.getByText('5 of your 5 dots left. Others have given 2').waitFor();
  await lea.page.getByText('While they were out').waitFor();

  // Handed over; then whoever leads goes, and a marketer in the room takes it on.
  await max.page.getByLabel('Hand over to').selectOption('Sam Sales');
  await sam.page.getByRole('button', { name: 'Count the votes' }).waitFor();
  await max.page.getByRole('button', { name: 'Count the votes' }).waitFor({ state: 'detached' });
  await sam.context.close();
  await max.page.getByText('Sam Sales leads this workshop and is not here now.').waitFor();
  await press(max, 'Lead it yourself');
  await press(max, 'Count the votes');
  await lea.page.getByText('1 person gave dots.').waitFor();
  deepEqual([max, gil, lea].flatMap(faults), []);
});
