/** What the journal projects is written where it changes something, and only there. */
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { openEngine } from '../engine.ts';
import type { Links } from './links.ts';
import { project } from './project.ts';

const LINKS = {
  company: { name: 'T', zone: 'UTC', currency: 'EUR', lookBackDays: 365, startMonth: 1, pattern: 'calendar' },
  touchRules: null,
  stages: [],
  campaigns: [
    {
      campaignId: 'c_1',
      name: 'One',
      channel: 'web',
      foundational: false,
      itemId: null,
      priorityId: null,
      guidepoint: null,
      spellings: ['uno'],
    },
  ],
  items: [],
  outcomes: [],
  segments: [],
  rates: [],
  costs: null,
  entries: [],
} as unknown as Links;

test('the same links again are no commit; other ones are, and stand there', async () => {
  const engine = await openEngine(':memory:');
  const stamp = async (): Promise<string> => (await engine.read<{ readonly stamp: string }>('select stamp from facts_stamp'))[0]!.stamp;
  await project(engine, LINKS);
  const first = await stamp();
  const commits = engine.commits();
  await project(engine, structuredClone(LINKS));
  equal(await stamp(), first);
  equal(engine.commits(), commits);
  await project(engine, { ...LINKS, campaigns: [{ ...LINKS.campaigns[0]!, spellings: ['eins'] }] });
  ok((await stamp()) !== first);
  equal((await engine.read("from campaign_name where found = 'eins'")).length, 1);
  equal((await engine.read("from campaign_name where found = 'uno'")).length, 0);
  await project(engine, { ...LINKS, company: { ...LINKS.company, zone: 'Europe/Amsterdam' } });
  equal((await engine.read<{ readonly zone: string }>('select zone from company'))[0]!.zone, 'Europe/Amsterdam');
  await engine.close();
});
