import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOING, factsFolder } from '../../../tests/support/facts-folder.ts';
import type { Links } from './links.ts';

const DEALS =
  'deal_id,deal_stage,product,amount,close_date\nd1,Won,GTXPro,10,2026-01-01\nd2,Lost,GTXPro,0,2026-01-01\nd3,Won,MG,30,2026-01-01\nd4,Won,Zebra,,2026-01-01\n';

test('names that a list does not know are shown with the money they carry and the closest members', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('deals.csv', DEALS, { currency: 'EUR' });
  await load('products.csv', 'product,series\nGTX Pro,G\nMG,M\nOld,O\n');
  const { unmatched, unused } = await facts.names();
  assert.deepEqual(unmatched, [
    {
      field: 'opportunity.product',
      header: 'product',
      lookup: 'product',
      found: 'GTXPro',
      rows: 2,
      won: 1,
      wonMinor: 1000,
      currency: 'EUR',
      wonShare: 0.25,
      candidates: [{ id: 'GTX Pro', distance: 0 }],
    },
    {
      field: 'opportunity.product',
      header: 'product',
      lookup: 'product',
      found: 'Zebra',
      rows: 1,
      won: 1,
      wonMinor: 0,
      currency: 'EUR',
      wonShare: 0,
      candidates: [],
    },
  ]);
  assert.deepEqual(unused, [{ lookup: 'product', field: 'opportunity.product', ids: ['GTX Pro', 'Old'] }]);
});

test('an alias is confirmed by a person, keeps the file’s spelling, and can be taken back', async (t) => {
  const { load, facts, dump } = await factsFolder(t);
  await load('deals.csv', DEALS);
  await load('products.csv', 'product,series\nGTX Pro,G\nMG,M\nOld,O\n');
  const alias = { field: 'opportunity.product', found: 'GTXPro', means: 'GTX Pro' };
  const code = async (work: Promise<{ readonly ok: boolean; readonly refusal?: { readonly code: string } }>): Promise<string> =>
    (await work).refusal?.code ?? 'ok';
  assert.equal(await code(facts.confirmAlias(alias, DOING)), 'ok');
  assert.equal(await code(facts.confirmAlias(alias, DOING)), 'ok');
  assert.equal(await code(facts.confirmAlias({ ...alias, means: 'MG' }, DOING)), 'alias-exists');
  const named = await facts.names();
  assert.deepEqual([named.unmatched.map(({ found }) => found), named.unused[0]!.ids], [['Zebra'], ['Old']]);
  assert.deepEqual(named.aliases, [{ ...alias, confirmedBy: DOING.by, confirmedAt: DOING.at }]);
  assert.match(await dump(), /"product":"GTXPro"/);
  assert.match(await dump(), /\{"entity":"alias","field":"opportunity.product","found":"GTXPro","means":"GTX Pro"\}/);
  assert.equal(await code(facts.revokeAlias(alias, DOING)), 'ok');
  assert.equal(await code(facts.revokeAlias(alias, DOING)), 'no-such-alias');
  assert.deepEqual((await facts.names()).unmatched.length, 2);
  assert.deepEqual(await facts.engine.read('select revoked_by, revoked_at from alias'), [{ revoked_by: DOING.by, revoked_at: DOING.at }]);
});

test('names in an attribute and of leads are compared with the list of the same name', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('sellers.csv', 'seller_id,state\ns1,SP\ns2,RJ\n');
  await load(
    'leads.csv',
    'lead_id,created_at,seller_id,source,won_date\nl1,2026-01-01,s1,web,2026-02-01\nl2,2026-01-01,s9,web,2026-02-01\n',
  );
  assert.deepEqual(
    (await facts.names()).unmatched.map(({ field, found, won }) => [field, found, won]),
    [['opportunity.attrs.seller_id', 's9', 1]],
  );
});

const LINKS: Links = {
  company: { name: 'Acme', zone: 'UTC', currency: 'EUR', lookBackDays: 365, startMonth: 1, pattern: 'calendar' },
  campaigns: [
    {
      campaignId: 'c_1',
      name: 'Spring fair',
      channel: 'event',
      foundational: false,
      itemId: 'w_1',
      priorityId: 'r_1',
      guidepoint: '2026-Q1',
      spellings: ['spring-fair', ' SF26 '],
    },
    {
      campaignId: 'c_2',
      name: 'Autumn',
      channel: null,
      foundational: true,
      itemId: null,
      priorityId: null,
      guidepoint: null,
      spellings: ['spring-fair'],
    },
  ],
  items: [{ itemId: 'w_1', ref: 'W-1', title: 'Stand', priorityId: 'r_1', foundational: false }],
  outcomes: [{ priorityId: 'r_1', outcomeId: 'u_1', objectiveId: 'o_1' }],
  segments: [],
  rates: [],
  costs: null,
  entries: [],
};

test('campaign names that nobody answers to are listed with touches, leads and money', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load(
    'touches.csv',
    'touch_id,contact_id,touched_at,campaign\nt1,c1,2026-01-01,SPRING-FAIR\nt2,c1,2026-01-02,sprng fair\nt3,c1,2026-01-05,sprng fair\nt4,c1,2026-01-05,sf26\n',
  );
  await load('spend.csv', 'Day,Campaign,Cost\n2026-01-03,Sprng fair ,12.5\n2026-01-03,Autumn,1\n', { currency: 'EUR' });
  await facts.project(LINKS);
  assert.deepEqual((await facts.names()).campaigns, [
    {
      found: 'sprng fair',
      touches: 2,
      leads: 0,
      firstOn: '2026-01-02',
      lastOn: '2026-01-05',
      spend: [{ minor: 1250, currency: 'EUR' }],
      candidates: [{ id: 'c_1', name: 'Spring fair', distance: 1 }],
    },
  ]);
});

test('what the journal projects replaces what stood there', async (t) => {
  const { facts } = await factsFolder(t);
  await facts.project(LINKS);
  await facts.project(LINKS);
  assert.deepEqual(await facts.engine.read('from campaign_name order by found'), [
    { found: 'autumn', campaign_id: 'c_2', lent: null },
    { found: 'c_1', campaign_id: 'c_1', lent: null },
    { found: 'c_2', campaign_id: 'c_2', lent: null },
    { found: 'sf26', campaign_id: 'c_1', lent: null },
    { found: 'spring fair', campaign_id: 'c_1', lent: null },
    { found: 'spring-fair', campaign_id: 'c_1', lent: null },
  ]);
  await facts.project({ ...LINKS, campaigns: [], outcomes: [] });
  const count = async (table: string): Promise<number> => (await facts.engine.read(`from ${table}`)).length;
  assert.deepEqual(
    [
      await count('thread_campaign'),
      await count('campaign_name'),
      await count('thread_item'),
      await count('thread_outcome'),
      await count('company'),
    ],
    [0, 0, 1, 0, 1],
  );
});
