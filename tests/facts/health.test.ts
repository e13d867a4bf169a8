/** Data health: each gap counted by hand in a small company, with the money that hangs on it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask } from '../../src/facts/questions/registry.ts';
import { dress } from '../../src/views/answers/registry.ts';
import { healthTitle } from '../../src/views/answers/health.ts';
import { factsFolder, type Folder } from '../support/facts-folder.ts';

const LINKS = {
  company: { name: 'Acme', zone: 'UTC', currency: 'EUR', lookBackDays: 30, startMonth: 1, pattern: 'calendar' },
  campaigns: ['dock', 'fair', 'quiet'].map((key) => ({
    campaignId: `c_${key}`,
    name: key,
    channel: null,
    foundational: false,
    itemId: null,
    priorityId: null,
    guidepoint: null,
    spellings: [key],
  })),
  items: [],
  outcomes: [],
  segments: [],
  rates: [],
  costs: null,
  entries: [],
} as const;

const health = async (f: Folder, today = '2026-06-30') => {
  const raw = await ask(f.facts.engine, 'health', { today });
  if (!raw.ok) throw new Error(raw.refusal.text);
  return dress('health', raw.value);
};

test('every gap is counted, carries its money, and says what mends it', async (t) => {
  const f = await factsFolder(t);
  await f.facts.project(LINKS);
  const eur = { currency: 'EUR' } as const;
  await f.load(
    'deals.csv',
    'deal_id,deal_name,account_id,deal_owner,deal_stage,amount,create_date,close_date\nd1,One,a1,Ann,Won,100,2026-01-05,2026-01-20\nd2,Two,a1,,Open,300,2026-05-01,2026-09-01\nd3,Three,,Ann,Open,,2026-05-01,2026-09-01\n',
    eur,
  );
  await f.load('people.csv', 'deal_id,contact_id\nd1,p1\nd2,p2\n');
  await f.load(
    'touches.csv',
    'touch_id,contact_id,touched_at,channel,campaign\nt1,p1,2026-01-10,Email,dock\nt2,p2,2026-05-10,Email,dok\nt3,p2,2026-05-11,Email,\nt4,,2026-05-12,Email,dock\n',
  );
  await f.load(
    'cost.csv',
    'Day,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks\n2026-05-01,dock,1,EUR,10.00,1,1\n2026-05-02,fairr,2,EUR,7.50,1,1\n2026-05-02,fair,3,EUR,5.00,1,1\n',
  );
  const answer = await health(f);
  const gaps = Object.fromEntries(
    answer.rows.map(({ key, n, money, about, ids }) => [key, [n, (money as { minor: number } | null)?.minor ?? null, about, ids]]),
  );
  assert.deepEqual(gaps, {
    'deal-no-amount-open': [1, 20_000, true, ['d3']], // the median of 100.00 and 300.00
    'deal-no-stage-date': [3, 40_000, false, ['d1', 'd2', 'd3']], // that of the close is only inferred
    'deal-no-owner': [1, 30_000, false, ['d2']],
    'deal-no-people': [1, null, false, ['d3']],
    'deal-no-account': [1, null, false, ['d3']],
    'touch-no-campaign': [1, 15_000, true, ['t3']], // one of the two touches of d2
    'touch-unmatched': [1, 15_000, true, ['t2']],
    'touch-no-person': [1, null, false, ['t4']],
    'spend-unmatched': [1, 750, false, answer.rows.find(({ key }) => key === 'spend-unmatched')!['ids']],
    'campaign-silent': [1, null, false, ['c_quiet']],
    'campaign-no-touch': [1, 500, false, ['c_fair']],
    'history-short': [1, 10_000, false, ['d1']],
  });
  const minors = answer.rows.map(({ money }) => (money as { minor: number } | null)?.minor ?? -1);
  assert.deepEqual(
    minors,
    minors.toSorted((a, b) => b - a),
    'the dearest first',
  );
  for (const { text, todo, go, act } of answer.rows)
    for (const words of [text, todo, go, act]) assert.ok(typeof words === 'string' && words.length > 0);
  assert.match(healthTitle(answer), /hangs on it/);
});

test('a source that is silent for three times its rhythm is late, with about what is missing', async (t) => {
  const f = await factsFolder(t);
  const day = (n: number): string => new Date(Date.UTC(2026, 3, 1 + n)).toISOString().slice(0, 10);
  await f.load(
    'cost.csv',
    `Day,Campaign,Currency code,Cost,Impr.,Clicks\n${Array.from({ length: 30 }, (_, n) => `${day(n)},dock,EUR,10.00,1,1`).join('\n')}\n`,
  );
  assert.deepEqual(
    (await health(f, '2026-05-05')).rows.filter(({ key }) => key.startsWith('late')),
    [],
  );
  const [late] = (await health(f, '2026-05-20')).rows.filter(({ key }) => key.startsWith('late'));
  assert.equal(late!['what'], 'Google Ads has sent no spend since 2026-04-30');
  assert.deepEqual([late!.n, (late!['money'] as { minor: number }).minor], [20, 20_000]);
});

test('what waits for a word, what loads disagree on and what is held carry their money or say none, and lead to where it is mended', async (t) => {
  const f = await factsFolder(t);
  await f.facts.project(LINKS);
  const people = 'contact_id,email,first_name,last_name,account_id\n';
  await f.load('crm.csv', `${people}p1,ann@one.example,Ann,Berg,a1\np2,,Ann,Berg,a1\n`, { src: 'crm' });
  const deals = (amount: string): string =>
    `deal_id,deal_name,account_id,deal_owner,deal_stage,amount,currency,create_date,close_date\nd1,One,a1,Ann,Won,${amount},EUR,2026-01-05,2026-01-20\n`;
  await f.load('deals.csv', deals('100'), { src: 'crm' });
  await f.load('of deals.csv', 'deal_id,contact_id\nd1,p1\n', { src: 'crm' });
  await f.load('deals again.csv', deals('130'), { src: 'crm' });
  await f.load(
    'touches.csv',
    'touch_id,contact_id,touched_at,channel,campaign\nt1,p1,2026-01-10,Email,dock\nt2,p1,2026-01-42,Email,dock\n',
    { src: 'crm' },
  );
  const found = (await health(f)).rows.map(({ key, n, money, go }) => [key, n, (money as { minor: number } | null)?.minor ?? null, go]);
  assert.deepEqual(
    found.find(([key]) => key === 'conflict'),
    ['conflict', 1, 3_000, '/data/loads'],
  );
  assert.deepEqual(
    found.find(([key]) => key === 'held'),
    ['held', 1, null, '/data/loads/5'],
  );
  const [waits] = await f.facts.engine.read<{ n: number }>('select count(*) as n from identity_proposal');
  assert.ok(waits!.n > 0, 'two of one name at one account wait for a word');
  assert.deepEqual(
    found.find(([key]) => key === 'review'),
    ['review', waits!.n, 13_000, '/data/identity'],
  );
});

test('a company without files has no gaps', async (t) => {
  const f = await factsFolder(t);
  const answer = await health(f);
  assert.deepEqual(answer.rows, []);
  assert.equal(healthTitle(answer), 'Nothing is missing along the thread.');
});
