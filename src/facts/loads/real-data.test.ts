/** The shared data of others, imported as they are: the tables hold what independent tools found in the files. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { DOING, dumpOf, factsFolder, good } from '../../../tests/support/facts-folder.ts';
import { shared, testShared } from '../../../tests/support/shared.ts';
import { openFacts, type Facts } from '../facts.ts';

type Fact = { readonly name: string; readonly value: unknown };
const factsOf = (set: string): ((name: string) => unknown) => {
  const { facts } = JSON.parse(readFileSync(shared(`data/${set}/facts.json`), 'utf8')) as { readonly facts: readonly Fact[] };
  return (name) => facts.find((fact) => fact.name === name)!.value;
};

const MAVEN = ['sales_pipeline', 'accounts', 'products', 'sales_teams'];
const OLIST = ['olist_marketing_qualified_leads_dataset', 'olist_closed_deals_dataset', 'olist_sellers_dataset'];

const imported = async (t: TestContext, set: string, files: readonly string[]): Promise<Facts> => {
  const { facts } = await factsFolder(t);
  for (const file of files) good(await facts.load({ path: shared(`data/${set}/${file}.csv`), name: `${file}.csv` }, {}, DOING));
  return facts;
};

/** Rows of `k` and one value, as an object. */
const table = async (facts: Facts, sql: string): Promise<{ readonly [key: string]: unknown }> =>
  Object.fromEntries((await facts.engine.read<{ k: string; v: unknown }>(sql)).map(({ k, v }) => [k, v]));
const one = async (facts: Facts, sql: string): Promise<{ readonly [name: string]: unknown }> =>
  (await facts.engine.read<{ [name: string]: unknown }>(sql))[0]!;

testShared('maven: deals, stages, dates, money and lists are those of the files', async (t) => {
  const fact = factsOf('maven-crm');
  const facts = await imported(t, 'maven-crm', MAVEN);
  assert.deepEqual(await table(facts, 'select stage as k, count(*) as v from opportunity group by 1'), fact('stage_counts'));
  const won = await one(
    facts,
    `select sum(amount_minor)::bigint as sum, avg(amount_minor) as mean, median(amount_minor) as median, min(amount_minor) as min, max(amount_minor) as max from opportunity where status = 'won'`,
  );
  const value = fact('won_value') as { [name: string]: number };
  for (const [name, expected] of Object.entries(value))
    assert.ok(Math.abs(Number(won[name]) - expected * 100) < 0.01, `${name}: ${String(won[name])}`);
  assert.deepEqual(
    await table(
      facts,
      `select strftime(closed_on, '%Y-%m') as k, (sum(amount_minor) / 100)::bigint as v from opportunity where status = 'won' group by 1 order by 1`,
    ),
    fact('won_value_by_close_month'),
  );
  assert.deepEqual(
    await table(
      facts,
      `select l.attrs->>'regional_office' as k, (sum(amount_minor) / 100)::bigint as v from opportunity o join lookup l on l.name = 'sales_agent' and l.id = o.owner where status = 'won' group by 1`,
    ),
    fact('won_value_by_region'),
  );
  assert.deepEqual(
    await table(facts, `select stage as k, count(*) as v from opportunity where account_id is null group by 1 order by 1`),
    fact('blank_account'),
  );
  // Stage entries carry the cycle: Engaging on the engage date, Won and Lost on the close date.
  const cycles = await facts.engine.read<{ stage: string; n: number; median: number }>(
    `select b.stage, count(*) as n, median(b.entered_on - a.entered_on) as median from stage_entry a join stage_entry b using (src, opportunity_id) where a.stage = 'Engaging' and b.stage in ('Won', 'Lost') group by 1 order by 1`,
  );
  const expected = fact('cycle_days_by_stage') as { readonly [stage: string]: { readonly n: number; readonly median: number } };
  assert.deepEqual(
    cycles,
    ['Lost', 'Won'].map((stage) => ({ stage, n: expected[stage]!.n, median: expected[stage]!.median })),
  );
  assert.deepEqual(
    await one(
      facts,
      `select count(*) filter (amount_minor = 0) as zero, count(*) filter (amount_minor is null) as none from opportunity where status <> 'won'`,
    ),
    { zero: 2473, none: 2089 },
  );
  assert.deepEqual(await one(facts, `select currency, attrs from opportunity limit 1`), { currency: null, attrs: null });
  assert.equal((await one(facts, `select attrs->>'revenue' as revenue from account where id = 'Acme Corporation'`))['revenue'], '1100.04');
});

testShared('maven: GTXPro is found with the money it carries, and so are the agents without deals', async (t) => {
  const fact = factsOf('maven-crm');
  const facts = await imported(t, 'maven-crm', MAVEN);
  const { unmatched, unused } = await facts.names();
  const { rows, won, won_value, share } = fact('unmatched_product_spelling') as {
    readonly rows: number;
    readonly won: number;
    readonly won_value: number;
    readonly share: number;
  };
  assert.deepEqual(unmatched, [
    {
      field: 'opportunity.product',
      header: 'product',
      lookup: 'product',
      found: 'GTXPro',
      rows,
      won,
      wonMinor: won_value * 100,
      currency: null,
      wonShare: share,
      candidates: [{ id: 'GTX Pro', distance: 0 }],
    },
  ]);
  assert.deepEqual(unused.find(({ lookup }) => lookup === 'sales_agent')?.ids, fact('agents_without_opportunities'));
  good(await facts.confirmAlias({ field: 'opportunity.product', found: 'GTXPro', means: 'GTX Pro' }, DOING));
  const after = await facts.names();
  assert.deepEqual([after.unmatched, after.unused.find(({ lookup }) => lookup === 'product')], [[], undefined]);
});

testShared('olist: one file of closed deals is leads, deals and stages, and joins the leads and the sellers', async (t) => {
  const fact = factsOf('olist-funnel');
  const facts = await imported(t, 'olist-funnel', OLIST);
  assert.deepEqual(await one(facts, 'select (select count(*) from lead) as mql, (select count(*) from opportunity) as won'), {
    mql: fact('mql_rows'),
    won: fact('won_rows'),
  });
  const byOrigin = await facts.engine.read<{ k: string; n: number; converted: number }>(
    `select coalesce(l.channel, '(blank)') as k, count(*) as n, count(o.id) as converted from lead l left join opportunity o on o.lead_id = l.id group by 1`,
  );
  const origins = fact('mql_to_won_by_origin') as { readonly [origin: string]: { readonly n: number; readonly converted: number } };
  assert.deepEqual(
    Object.fromEntries(byOrigin.map(({ k, n, converted }) => [k, { n, converted }])),
    Object.fromEntries(Object.entries(origins).map(([k, { n, converted }]) => [k, { n, converted }])),
  );
  assert.deepEqual(
    await table(facts, `select strftime(closed_on, '%Y-%m') as k, count(*) as v from opportunity group by 1`),
    fact('won_by_month'),
  );
  const lag = fact('lag_days_first_contact_to_won') as { readonly [name: string]: number };
  const found = await one(
    facts,
    `select min(d) as min, round(quantile_cont(d, 0.9), 6) as p90, median(d) as median, round(avg(d), 6) as mean, max(d) as max from (select o.closed_on - l.created_on as d from lead l join opportunity o on o.lead_id = l.id)`,
  );
  assert.deepEqual(found, { min: lag['min'], p90: lag['p90'], median: lag['median'], mean: lag['mean'], max: lag['max'] });
  assert.deepEqual(
    await one(
      facts,
      `select count(*) filter (v > 0) as gt0, sum(v) as sum, max(v) as max from (select (attrs->>'declared_monthly_revenue')::double as v from opportunity)`,
    ),
    (({ gt0, sum, max }) => ({ gt0, sum, max }))(
      fact('declared_monthly_revenue') as { readonly gt0: number; readonly sum: number; readonly max: number },
    ),
  );
  assert.equal((await one(facts, 'select count(amount_minor) as n from opportunity'))['n'], 0);
  const blank = fact('blank_cells_closed_deals') as { readonly [column: string]: number };
  for (const [column, n] of Object.entries(blank))
    assert.equal((await one(facts, `select count(*) filter (attrs->>'${column}' is null) as n from opportunity`))['n'], n, column);
  const sellers = fact('sellers_joined') as { readonly matched: number; readonly SP: number };
  assert.deepEqual(
    await one(
      facts,
      `select count(*) as matched, count(*) filter (k.attrs->>'seller_state' = 'SP') as "SP" from opportunity o join lookup k on k.name = 'seller_id' and k.id = (o.attrs->>'seller_id')`,
    ),
    sellers,
  );
  assert.deepEqual(
    await one(
      facts,
      `select count(*) filter (attrs->>'has_company' = 'true') as yes, count(distinct attrs->>'sdr_id') as sdr from opportunity`,
    ),
    { yes: 58, sdr: 32 },
  );
  assert.deepEqual(
    await one(
      facts,
      `select l.id as mql_id, o.closed_on - l.created_on as days from lead l join opportunity o on o.lead_id = l.id where o.closed_on < l.created_on`,
    ),
    (({ mql_id, days }) => ({ mql_id, days }))(fact('negative_lag_deals') as { readonly mql_id: string; readonly days: number }),
  );
});

for (const [set, files] of [
  ['maven-crm', MAVEN],
  ['olist-funnel', OLIST],
] as const) {
  testShared(`${set}: the order of loading, loading twice and taking back change nothing`, async (t) => {
    const forward = await imported(t, set, files);
    const backward = await imported(t, set, files.toReversed());
    const dump = await dumpOf(forward);
    assert.equal(await dumpOf(backward), dump);
    for (const file of files)
      assert.equal(good(await forward.load({ path: shared(`data/${set}/${file}.csv`), name: file }, {}, DOING)).nothingNew, true);
    assert.equal(await dumpOf(forward), dump);
    for (const n of files.keys()) good(await forward.revert(n + 1, DOING));
    assert.equal(await dumpOf(forward), dump);
    for (const n of files.keys()) good(await forward.revert(files.length + n + 1, DOING));
    assert.equal(await dumpOf(forward), '');
    assert.deepEqual(await backward.conflicts(), []);
  });
}

testShared('the facts are there again after the folder is closed and opened', async (t) => {
  const { facts, folder, dump } = await factsFolder(t);
  good(await facts.load({ path: shared('data/maven-crm/accounts.csv'), name: 'accounts.csv' }, {}, DOING));
  const before = await dump();
  await facts.close();
  const again = await openFacts({ folder });
  assert.equal(await dumpOf(again), before);
  assert.equal((await again.loads()).length, 1);
  await again.close();
});

testShared('7digital: done work without an id keeps its 492 real repeats', async (t) => {
  const facts = await imported(t, '7digital', ['7digital2012']);
  const { rows, repeat_rows: repeats } = factsOf('7digital')('rows') as { readonly rows: number; readonly repeat_rows: number };
  assert.deepEqual(await one(facts, `select count(*) as rows, count(*) filter (contains(id, '-')) as repeats from work_done`), {
    rows,
    repeats,
  });
});
