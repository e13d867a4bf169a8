/** The facts of a company are handed out with the links of the thread in them, projected as seldom as can be. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fold, type Book, type Event } from '../../src/domain/book.ts';
import type { Facts } from '../../src/facts/facts.ts';
import type { Links } from '../../src/facts/loads/links.ts';
import { changesLinks } from '../../src/server/house/links.ts';
import { factsRoom } from '../../src/server/house/room-facts.ts';
import { castIn, good, openUnder } from './house-under-test.ts';

const stamp = { by: 'p_ann', at: '2026-05-21T08:00:00.000Z' } as const;
const founded: Event = {
  type: 'company/founded',
  name: 'Acme',
  currency: 'EUR',
  zone: 'UTC',
  fiscal: { startMonth: 1, pattern: 'calendar' },
  demo: false,
};
const campaign = (id: string, name: string, key: string, aliases: readonly string[] = []): Event => ({
  type: 'campaign/planned',
  id: `c_${id}`,
  name,
  channel: 'E-mail',
  from: '2026-05-01',
  to: '2026-05-31',
  budgetMinor: null,
  key,
  aliases,
  item: null,
  foundational: null,
  owner: null,
});

/** A room without a disk: its book, the links that were projected, and what it told. */
const roomOf = (fails = 0) => {
  const projected: Links[] = [];
  let [book, linksAt, told, opened, failing]: [Book, number, number, number, number] = [fold([]), 0, 0, 0, fails];
  const answer = { ok: true, value: null } as const;
  const facts = {
    project: async (links: Links) => void projected.push(await pause(5, links)),
    load: async () => answer,
    prepare: () => undefined,
    close: async () => undefined,
  };
  const room = factsRoom({
    openFacts: async () => {
      opened++;
      if (failing-- > 0) throw new Error('the disk is away');
      return facts as unknown as Facts;
    },
    book: () => book,
    linksAt: () => linksAt,
    changed: () => told++,
  });
  const happen = (...events: Event[]): void => {
    const entries = events.map((event, i) => ({ event, stamp: { ...stamp, seq: book.seq + i + 1 } }));
    book = fold(entries, book);
    if (changesLinks(entries)) linksAt = book.seq;
  };
  return { room, projected, happen, told: () => told, opened: () => opened };
};

test('the links stand in the facts before anybody gets them, and are projected once for all who wait', async () => {
  const { room, projected, happen, opened } = roomOf();
  happen(founded, campaign('a', 'Spring fleet', 'spring'));
  await Promise.all(Array.from({ length: 20 }, () => room.open()));
  assert.deepEqual([opened(), projected.length], [1, 1]);
  assert.deepEqual(projected[0]!.campaigns[0]!.spellings, ['spring', 'spring fleet', 'c_a']);
});

test('links are projected again after a decision that changes them, and after no other', async () => {
  const { room, projected, happen } = roomOf();
  happen(founded);
  await room.open();
  happen({ type: 'objective/set', id: 'o_a', statement: 'Grow', due: '2026-12-31', owner: null });
  await room.open();
  assert.equal(projected.length, 1);
  happen(campaign('a', 'Spring fleet', 'spring'));
  happen(campaign('b', 'Autumn fleet', 'autumn'));
  await room.open();
  assert.deepEqual([projected.length, projected[1]!.campaigns.length], [2, 2]);
});

test('facts that could not be opened are tried again by the next who asks', async () => {
  const { room, opened } = roomOf(1);
  await assert.rejects(room.open(), /the disk is away/);
  await room.open();
  assert.equal(opened(), 2);
});

test('a load is told to those who listen', async () => {
  const { room, told } = roomOf();
  const facts = await room.open();
  await facts.load({ path: '/x', name: 'x' }, {}, { by: 'p_ann', at: stamp.at });
  assert.equal(told(), 1);
});

test('a spelling of a dropped campaign goes to the one that has taken it over', async () => {
  const { room, projected, happen } = roomOf();
  happen(
    founded,
    campaign('a', 'Spring', 'fleet', ['utm-1']),
    { type: 'campaign/dropped', id: 'c_a', why: 'n_why' },
    campaign('b', 'Summer', 'fleet'),
  );
  await room.open();
  const spellings = Object.fromEntries(projected[0]!.campaigns.map((c) => [c.campaignId, c.spellings]));
  assert.deepEqual(spellings, { c_a: ['utm-1', 'spring', 'c_a'], c_b: ['fleet', 'summer', 'c_b'] });
});

test('the links of the thread lead from a campaign up to its objective', async (t) => {
  const under = await openUnder(t);
  const { marketer } = await castIn(under);
  const commands = [
    { type: 'objective/set', id: 'o_a', statement: 'Grow', due: '2026-12-31', owner: null },
    {
      type: 'outcome/add',
      id: 'u_a',
      objective: 'o_a',
      owner: null,
      name: 'Revenue',
      metric: { kind: 'measured', measure: 'won-revenue', unit: 'money' },
      from: '2026-04-01',
      due: '2026-06-30',
      baseline: null,
      target: 100,
    },
    {
      type: 'priority/plan',
      id: 'r_a',
      period: '2026-Q2',
      owner: null,
      title: 'Fleet',
      moscow: 'must',
      outcomes: ['u_a'],
      effortDays: 1,
      budgetMinor: null,
      from: '2026-04-01',
      to: '2026-06-30',
    },
    {
      type: 'item/add',
      id: 'w_a',
      title: 'Webinar',
      priority: 'r_a',
      owner: null,
      sizeDays: 1,
      request: null,
      foundational: null,
      on: '2026-05-01',
    },
    {
      type: 'campaign/plan',
      id: 'c_a',
      name: 'Webinar',
      channel: 'Event',
      from: '2026-05-01',
      to: '2026-05-31',
      budgetMinor: null,
      key: 'webinar',
      aliases: [],
      item: 'w_a',
      foundational: null,
      owner: null,
    },
  ];
  await good(marketer.post('decide', { company: 'acme', batch: 'whole-thread', commands }));
  const room = under.house.company('acme');
  assert.ok(room.ok);
  const { linksOf } = await import('../../src/server/house/links.ts');
  const links = linksOf(room.value.book())!;
  assert.deepEqual(links.campaigns[0], {
    campaignId: 'c_a',
    name: 'Webinar',
    channel: 'Event',
    foundational: false,
    itemId: 'w_a',
    priorityId: 'r_a',
    guidepoint: '2026-Q2',
    spellings: ['webinar', 'c_a'],
  });
  assert.deepEqual(links.items, [{ itemId: 'w_a', ref: 'W-1', title: 'Webinar', priorityId: 'r_a', foundational: false, requester: null }]);
  assert.deepEqual(links.outcomes, [{ priorityId: 'r_a', outcomeId: 'u_a', objectiveId: 'o_a' }]);
});
