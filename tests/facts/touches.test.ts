import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/kernel/answer.ts';
import { ask } from '../../src/facts/questions/registry.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, LOAD, type Rows } from './company.ts';

const van: Rows = {
  load: [{ ...LOAD, n: 2, loaded_at: '2026-05-05 22:30:00' }],
  account: [{ id: 'A', name: 'Van Dalen' }],
  contact: [
    { id: 'c1', account_id: 'A', name: 'Femke', title: 'warehouse', email: 'femke@vandalen.example' },
    { id: 'c2', account_id: 'A', name: 'Karel' },
    { id: 'c9', account_id: 'A', name: 'not linked' },
  ],
  lead: [{ id: 'l', created_on: '2025-10-22', channel: 'content', self_reported: 'Met you in Antwerp' }],
  opportunity: [
    {
      id: 'D-1',
      name: 'Van Dalen Cold Chain',
      account_id: 'A',
      lead_id: 'l',
      status: 'won',
      amount_minor: 8_640_001,
      currency: 'EUR',
      opened_on: '2026-01-20',
      closed_on: '2026-04-17',
    },
  ],
  opportunity_contact: [
    { opportunity_id: 'D-1', contact_id: 'c1' },
    { opportunity_id: 'D-1', contact_id: 'c2' },
  ],
  touch: [
    { id: 't1', contact_id: 'c1', touched_on: '2025-10-14', channel: 'search', campaign: 'nl_search' },
    { id: 't2', email: 'FEMKE@vandalen.example', touched_on: '2025-10-22', channel: 'content', campaign: ' Checklist ' },
    { id: 't3', contact_id: 'c2', touched_on: '2025-11-12', channel: 'fair', campaign: 'checklist', offline: true, load: 2 },
    { id: 't0', contact_id: 'c2', touched_on: '2025-04-16', channel: 'old' },
    { id: 't4', contact_id: 'c1', touched_on: '2026-04-22', channel: 'webinar' },
    { id: 't5', contact_id: 'c2', channel: 'dateless' },
    { id: 'x', contact_id: 'c9', touched_on: '2026-01-01' },
  ],
  thread_campaign: [{ campaign_id: 'c_check', name: 'Tender checklist', item_id: 'w_181', guidepoint: '2025-Q4' }],
  thread_item: [{ item_id: 'w_181', ref: 'W-181', title: 'Checklist', priority_id: 'r_1' }],
  thread_outcome: [{ priority_id: 'r_1', outcome_id: 'u_1', objective_id: 'o_1' }],
  campaign_name: [{ found: 'checklist', campaign_id: 'c_check' }],
};

const asked = async (rows: Rows, id: string, zone = 'Europe/Amsterdam'): Promise<Answer> => {
  const engine = await companyWith(rows, { name: 'Lademar', zone });
  const answer = await answerTo(engine, 'touches', { id, asOf: '2026-05-12' });
  await engine.close();
  return answer;
};

test('each touch says whether it counts, why not, through whom, and where it leads', async () => {
  const { rows } = await asked(van, 'D-1');
  deepEqual(
    rows.map((row) => [row.key, row['counted'], row['whyNot'] ?? null, row['place'] ?? null]),
    [
      ['t0', false, 'look-back', null],
      ['t1', true, null, 1],
      ['t2', true, null, 2],
      ['t3', true, null, 3],
      ['t4', false, 'after the close', null],
      ['t5', false, 'no date', null],
    ],
  );
  const fair = rows.find((row) => row.key === 't3')!;
  deepEqual(
    [
      fair['person'],
      fair['campaign'],
      fair['campaignId'],
      fair['itemRef'],
      fair['priorityId'],
      fair['outcomes'],
      fair['objectives'],
      fair['offline'],
      fair['rule'],
    ],
    ['Karel', 'Tender checklist', 'c_check', 'W-181', 'r_1', ['u_1'], ['o_1'], true, 'contact'],
  );
  equal(rows.find((row) => row.key === 't2')!['person'], 'Femke');
});

test('weights and money stand beside each counted touch, to the cent', async () => {
  const { rows, total } = await asked(van, 'D-1');
  const counted = rows.filter((row) => row['counted']);
  deepEqual(
    counted.map((row) => row['first']),
    [1, 0, 0],
  );
  deepEqual(
    counted.map((row) => row['linearMoney']),
    [2_880_001, 2_880_000, 2_880_000].map((minor) => ({ minor, currency: 'EUR' })),
  );
  deepEqual(
    counted.map((row) => row['role']),
    [['first'], ['lead'], ['opened', 'last']],
  );
  deepEqual(
    [total.n, total['people'], total['days'], total['account'], total['selfReported']],
    [3, 2, 87, 'Van Dalen', 'Met you in Antwerp'],
  );
});

test('what arrived after the close counts and is marked with the local day it came', async () => {
  const answer = await asked(van, 'D-1');
  equal(answer.rows.find((row) => row.key === 't3')!['arrivedOn'], '2026-05-06');
  deepEqual(
    answer.findings.map((f) => [f.code, f.n]),
    [
      ['untracked-touches', 1],
      ['late-touches', 1],
      ['after-close', 1],
      ['self-reported', 1],
    ],
  );
  deepEqual(answer.coverage.missing, [
    { why: 'dated after the close', n: 1 },
    { why: 'more than 365 days before the close', n: 1 },
    { why: 'without a date', n: 1 },
  ]);
});

test('an open deal counts what happened up to the as-of and has weights but no money', async () => {
  const { rows, total } = await asked({ ...van, opportunity: [{ ...van['opportunity']![0], status: 'open', closed_on: null }] }, 'D-1');
  deepEqual(
    [total.n, total['status'], rows.find((row) => row.key === 't4')!['counted'], 'linearMoney' in rows[1]!],
    [4, 'open', true, false],
  );
});

test("a deal without linked people takes its account's, and says so", async () => {
  const answer = await asked({ ...van, opportunity_contact: [] }, 'D-1');
  equal(answer.rows.find((row) => row.key === 'x')!['counted'], true);
  ok(answer.findings.some((f) => f.code === 'account-rule'));
});

test('a deal nobody knows is refused, and one id in two sources asks for the source', async () => {
  const engine = await companyWith({
    opportunity: [
      { id: 'D', status: 'open' },
      { id: 'D', src: 'crm', status: 'open' },
    ],
  });
  const unknown = await ask(engine, 'touches', { id: 'nope' });
  equal(!unknown.ok && unknown.refusal.code, 'unknown-deal');
  const twice = await ask(engine, 'touches', { id: 'D' });
  deepEqual(!twice.ok && twice.refusal.choices, ['crm:D', 'files:D']);
  equal((await answerTo(engine, 'touches', { id: 'crm:D' })).total['source'], 'crm');
  await engine.close();
});
