/**
 * How long questions take on a company with a million touches (LOCKSTEP_BENCH_TOUCHES for another number).
 *
 * Made by SQL from hashes, so the same on every machine: 20,000 deals (LOCKSTEP_BENCH_DEALS), half as many accounts, three times as
 * many contacts, most deals with three people, 60 campaigns, 50,000 rows of spend. Touches stand in no order, the worst case for a
 * look-up. Who is who is worked out, and journeys are kept, before anything is asked, as a server does after a load. Each figure is the median
 * of seven warm runs, asked and dressed; the scan is there to compare with.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine, type Engine } from '../src/facts/engine.ts';
import { resolveAfter, resolveIdentity } from '../src/facts/identity/resolve.ts';
import { keepJourneys } from '../src/facts/journey/store.ts';
import type { Params } from '../src/facts/questions/question.ts';
import { ask } from '../src/facts/questions/registry.ts';
import { dress } from '../src/views/answers/registry.ts';
import type { Figure } from './harness.ts';

export const name = 'Questions: a million touches';

const touches = Number(process.env.LOCKSTEP_BENCH_TOUCHES ?? 1_000_000);

const DEALS = Number(process.env.LOCKSTEP_BENCH_DEALS ?? 20_000);
const ACCOUNTS = Math.floor(DEALS / 2);
const CONTACTS = 3 * DEALS;

const fillCompany = async (engine: Engine): Promise<void> => {
  const draw = (of: string, salt: string, n: number): string => `(hash(${of}, '${salt}') % ${n})::bigint`;
  await engine.write(async (tx) => {
    for (const sql of [
      `insert into company by name select 'Bench' as name, 'Europe/Amsterdam' as zone, 'EUR' as currency, 365 as look_back_days`,
      `insert into load by name select 1 as n, timestamp '2026-05-01' as loaded_at, 'bench' as loaded_by, 'files' as src, 'bench' as file, '' as sha256, 0 as bytes, 'csv' as format, 0 as row_count, 0 as loaded_rows, 0 as held_rows, '{}' as mapping`,
      `insert into account by name select 'files' as src, 'A' || i as id, 1 as load, 'Account ' || i as name, json_object('sector', 'sector ' || ${draw('i', 's', 10)}) as attrs from range(${ACCOUNTS}) t(i)`,
      `insert into attribute values ('account', 'sector', 'text', 1)`,
      `insert into contact by name select 'files' as src, 'C' || i as id, 1 as load, 'A' || (i % ${ACCOUNTS}) as account_id, 'Person ' || i as name, 'c' || i || '@a' || (i % ${ACCOUNTS}) || '.example' as email from range(${CONTACTS}) t(i)`,
      `insert into lead by name select 'files' as src, 'L' || i as id, 1 as load, 'C' || i as contact_id, 'A' || (i % ${ACCOUNTS}) as account_id, 'channel ' || ${draw('i', 'lc', 8)} as channel, date '2024-05-01' + ${draw('i', 'ld', 700)}::integer as created_on from range(${CONTACTS}) t(i)`,
      `insert into opportunity by name select 'files' as src, 'D' || i as id, 1 as load, 'A' || (i % ${ACCOUNTS}) as account_id, 'L' || i as lead_id, opened as opened_on,
         case when s < 40 then 'won' when s < 75 then 'lost' else 'open' end as status, case when s < 75 then opened + 20 + ${draw('i', 'oc', 160)}::integer end as closed_on, (1000 + ${draw('i', 'oa', 90000)}) * 100 as amount_minor, 'EUR' as currency
         from (select i, date '2024-05-15' + ${draw('i', 'od', 600)}::integer as opened, ${draw('i', 'os', 100)} as s from range(${DEALS}) t(i))`,
      `insert into opportunity_contact by name select 'files' as src, 'D' || i as opportunity_id, 'C' || ((i % ${ACCOUNTS}) + ${ACCOUNTS} * k) as contact_id, 1 as load from range(${DEALS}) t(i), range(3) u(k) where i % 5 <> 0`,
      `insert into touch by name select 'files' as src, 'T' || i as id, 1 as load, if(i % 20 = 0, null, 'C' || ${draw('i', 'tc', CONTACTS)}) as contact_id, if(i % 20 = 0, 'c' || ${draw('i', 'te', CONTACTS)} || '@x.example', null) as email,
         d as touched_on, (d + interval 1 second * ${draw('i', 'ts', 86400)}) as touched_at, 'channel ' || ${draw('i', 'th', 8)} as channel, case when c < 60 then 'Campaign ' || c when c < 66 then 'unknown ' || c end as campaign, i % 4 = 0 as offline
         from (select i, date '2024-05-01' + ${draw('i', 'td', 720)}::integer as d, ${draw('i', 'tg', 72)} as c from range(${touches}) t(i))`,
      `insert into spend by name select 'files' as src, 'S' || i as id, 1 as load, date '2024-05-01' + ${draw('i', 'sd', 720)}::integer as spent_on, 'Campaign ' || (i % 62) as campaign, ${draw('i', 'sa', 50000)} as amount_minor, 'EUR' as currency from range(50000) t(i)`,
      `insert into thread_campaign by name select 'c_' || i as campaign_id, 'Campaign ' || i as name, false as foundational, if(i % 10 = 0, null, 'w_' || (i // 2)) as item_id, '2025-Q' || (1 + i % 4) as guidepoint from range(60) t(i)`,
      `insert into thread_item by name select 'w_' || i as item_id, 'W-' || i as ref, 'Item ' || i as title, if(i % 15 = 0, null, 'r_' || (i // 3)) as priority_id, false as foundational from range(30) t(i)`,
      `insert into thread_outcome select 'r_' || i, 'u_' || ((i + k) % 5), 'o_' || ((i + k) % 5 // 2) from range(10) t(i), range(2) u(k)`,
      `insert into campaign_name (found, campaign_id) select lower(name), campaign_id from thread_campaign`,
      `insert into work_done by name select 'files' as src, 'X' || i as id, 1 as load, 'W-' || (i % 30) as item, 0.5 as days, date '2024-05-01' + ${draw('i', 'wd', 720)}::integer as done_on from range(10000) t(i)`,
    ])
      await tx.run(sql);
  });
};

const once = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** What a load of a thousand touches costs identity: they land as load 2, and what they name is looked up. */
const knownTouches = async (engine: Engine, at: number): Promise<void> => {
  await engine.write(async (tx) => {
    await tx.run(
      `insert into load by name select 2 as n, timestamp '2026-05-02' as loaded_at, 'bench' as loaded_by, 'files' as src, 'bench' as file, '' as sha256, 0 as bytes, 'csv' as format, 0 as row_count, 0 as loaded_rows, 0 as held_rows, '{}' as mapping`,
    );
    await tx.run(
      `insert into touch by name select 'files' as src, 'T' || (${at} + i) as id, 2 as load, 'C' || i as contact_id, date '2026-05-01' as touched_on from range(1000) t(i)`,
    );
  });
  await engine.alone((tx, commit) => resolveAfter(tx, commit, { n: 2, entities: ['touch'], stood: true, sure: true }));
};

const ASKED: readonly (readonly [string, string, Params])[] = [
  ["one deal's back-track", 'touches', { id: 'D4711' }],
  ["one deal's back-track, by its account", 'touches', { id: 'D4710' }],
  ['the thread down, two years', 'thread-down', {}],
  ['the thread down, one quarter', 'thread-down', { since: '2025-04-01', until: '2025-07-01' }],
  ['the thread up, one quarter', 'thread-up', { since: '2025-04-01', until: '2025-07-01' }],
  ['credit by campaign, two years', 'credit', {}],
  ['credit by outcome, one quarter', 'credit', { by: ['outcome'], since: '2025-04-01', until: '2025-07-01' }],
  ['credit by sector, two years', 'credit', { by: ['sector'] }],
  ['roi by campaign, one quarter', 'roi', { since: '2025-04-01', until: '2025-07-01' }],
  ['roi by outcome, cost of the credited days, two years', 'roi', { by: ['outcome'], cost: 'credited' }],
  ['cost of a customer, one quarter', 'cac', { since: '2025-04-01', until: '2025-07-01' }],
  ['funnel step by step, accounts from their first touch', 'funnel-steps', { from: 'touched' }],
  ['funnel step by step, leads by channel', 'funnel-steps', { from: 'lead', by: ['channel'] }],
  ['cohorts of leads by quarter', 'funnel', { by: ['lead:quarter'] }],
  ['sales velocity by sector', 'velocity', { by: ['sector'] }],
  ['open deals at risk', 'at-risk', {}],
  ['funnel by channel', 'funnel', { by: ['channel'], within: [30, 60, 90] }],
  ['lag by sector', 'lag', { by: ['sector'] }],
  ['deals by quarter', 'deals', { by: ['closed:quarter'] }],
  ['coverage', 'coverage', {}],
  ['health of the data', 'health', {}],
  ['measures', 'measures', {}],
];

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  await work();
  const times: number[] = [];
  for (let run = 0; run < 7; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
};

export const run = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-bench-'));
  try {
    const engine = await openEngine(path.join(folder, 'facts.duckdb'));
    await fillCompany(engine);
    const identity = await once(() => engine.alone(resolveIdentity));
    const journeys = await once(() => keepJourneys(engine));
    const figures: Figure[] = [
      { what: 'who is who, worked out whole', value: identity, unit: 's' },
      { what: 'journeys of all deals, worked out whole', value: journeys, unit: 's' },
      {
        what: 'a scan of every touch, to compare with',
        value: await timed(() => engine.read('select max(contact_id), max(campaign) from touch')),
        unit: 'ms',
      },
    ];
    for (const [what, question, params] of ASKED) {
      const value = await timed(async () => {
        const raw = await ask(engine, question, params);
        if (!raw.ok) throw new Error(`${question}: ${raw.refusal.text}`);
        dress(question, raw.value);
      });
      figures.push({ what, value, unit: 'ms' });
    }
    const [before] = await engine.read<{ n: number }>('select count(*) as n from touch');
    figures.push(
      {
        what: '1,000 touches of known people: who is who afterwards',
        value: 1000 * (await once(() => knownTouches(engine, before!.n))),
        unit: 'ms',
      },
      { what: 'memory of this process, at most', value: Math.round(process.resourceUsage().maxRSS / 1024), unit: 'MB' },
    );
    await engine.close();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
