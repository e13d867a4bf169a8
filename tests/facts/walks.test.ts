/** Walks hold what the statements hold: every model over them, under every cut along the thread, is what the facts say, to the cent. */
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Engine } from '../../src/facts/engine.ts';
import { keepJourneys } from '../../src/facts/journey/store.ts';
import { unitKeysOf } from '../../src/facts/journey/unit-keys.ts';
import { walkDealsOf, walksOf } from '../../src/facts/journey/walks.ts';
import { headOf } from '../../src/facts/questions/head.ts';
import { journeySql, periodBound } from '../../src/facts/questions/journeys.ts';
import { boundIn, fill, rowsOf, sqlOf } from '../../src/facts/questions/statement.ts';
import { directSql, salesSql } from '../../src/facts/questions/touch-rules.ts';
import type { Head, Params } from '../../src/facts/questions/question.ts';
import { companyWith } from './company.ts';
import { journeyRows } from './random-journeys.ts';

type Counted = {
  readonly d: string;
  readonly age: number;
  readonly bits: number;
  readonly campaign: string | null;
  readonly channel: string | null;
};

/** The counted touches of every deal, found by the statements of today. */
const slowly = (engine: Engine, head: Head): Promise<Counted[]> => {
  const sql = `with deal as (
      select row_number() over (order by o.src, o.id) as d, o.src, o.id, o.account_id, o.opened_on, o.opened_at, coalesce(l.created_on, p.made_on) as lead_on, if(l.created_on is null, p.made_at, l.created_at) as lead_at,
        if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_on, null) as closed_on,
        if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_at, null) as closed_at,
        if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_on, $as_of::date) as end_on
      from opportunity o left join lead l on l.src = o.src and l.id = o.lead_id
      left join lateral (
        select min(c.created_on) as made_on, if(bool_and(c.created_at is not null), min(c.created_at), null) as made_at
        from opportunity_contact oc join contact c on c.src = oc.src and c.id = oc.contact_id
        where oc.src = o.src and oc.opportunity_id = o.id and c.created_on is not null
      ) p on true
    ), ${journeySql({ rules: head.rules }, 'columns')}
    select d.id as d, c.campaign, c.channel, (d.end_on - c.touched_on)::integer as age,
      (if(coalesce(c.touched_at <= d.lead_at, c.touched_on <= d.lead_on), 1, 0) + if(coalesce(c.touched_at <= d.opened_at, c.touched_on <= d.opened_on), 2, 0)
        + if(${directSql('c')}, 4, 0) + if(${salesSql('c')}, 8, 0) + if(c.sure, 0, 64))::integer as bits
    from counted c join deal d on d.d = c.d order by d.src, d.id, c.place`;
  return rowsOf(engine, sql, periodBound(head, {}));
};

test('walks are the counted touches of every deal, in order, with what is known of each', async () => {
  await fc.assert(
    fc.asyncProperty(journeyRows, fc.constantFrom('2025-07-01', '2026-12-31'), async (rows, asOf) => {
      const engine = await companyWith(rows);
      try {
        const head = await headOf(engine, 'credit', { asOf });
        const wanted = await slowly(engine, head);
        const walks = await walksOf(engine, head);
        const units = await engine.read<{ readonly campaign: string | null; readonly channel: string | null }>(
          'select campaign, channel from journeys.unit order by u',
        );
        const ids = await engine.read<{ readonly id: string }>('select id from journeys.deal order by d');
        equal(walks.start.length, ids.length + 1);
        const found = ids.flatMap(({ id }, d) =>
          [...walks.unit.subarray(walks.start[d], walks.start[d + 1])].map((u, i): Counted => {
            const t = walks.start[d]! + i;
            // Everything here came with load 1, so nothing is late.
            return { d: id, campaign: units[u]!.campaign, channel: units[u]!.channel, age: walks.age[t]!, bits: walks.bits[t]! };
          }),
        );
        deepEqual(found, wanted);
      } finally {
        await engine.close();
      }
    }),
    { numRuns: 10 },
  );
});

test('the deals of a period are those won in it, and the others that were decided or open', async () => {
  const deal = (id: string, status: string | null, opened_on: string | null, closed_on: string | null, more = {}) => ({
    id,
    status,
    opened_on,
    closed_on,
    amount_minor: 100,
    currency: 'EUR',
    ...more,
  });
  const engine = await companyWith(
    {
      opportunity: [
        deal('a', 'won', '2025-01-01', '2025-05-01'),
        deal('b', 'won', '2025-01-01', '2025-08-01'),
        deal('c', 'lost', '2025-01-01', '2025-05-30'),
        deal('d', 'lost', '2025-01-01', '2025-02-01'),
        deal('e', 'open', '2025-05-10', null),
        deal('f', 'open', '2025-07-10', null),
        deal('g', 'won', '2025-01-01', '2025-05-02', { amount_minor: null }),
        deal('h', 'won', '2025-01-01', '2025-05-02', { currency: 'USD' }),
        deal('i', 'won', '2025-01-01', null),
        deal('j', null, '2025-01-01', null),
      ],
    },
    { name: 'Test', zone: 'UTC', currency: 'EUR' },
  );
  const of = async (params: Params): Promise<unknown> => {
    const head = await headOf(engine, 'credit', params);
    await keepJourneys(engine);
    const { deal: d, won, minor } = await walkDealsOf(engine, head, params);
    return [...d].map((n, i) => ['abcdefghij'[n], won[i], Number.isNaN(minor[i]!) ? null : minor[i]]);
  };
  deepEqual(await of({ since: '2025-04-01', until: '2025-07-01' }), [
    ['a', 1, 100],
    ['b', 0, 100],
    ['c', 0, 100],
    ['e', 0, 100],
    ['g', 1, null],
    ['h', 1, null],
  ]);
  deepEqual(await of({ since: '2025-04-01', until: '2025-07-01', asOf: '2025-05-01' }), [
    ['a', 1, 100],
    ['b', 0, 100],
    ['c', 0, 100],
    ['g', 0, null],
    ['h', 0, null],
  ]);
  await engine.close();
});

test('a cut along the thread is known by unit; one that looks at people or days is not', async () => {
  const rows = fc.sample(journeyRows, { numRuns: 1, seed: 5 })[0]!;
  const engine = await companyWith(rows);
  const head = await headOf(engine, 'credit', {});
  const { outcomes } = await walksOf(engine, head);
  const keysBy = async (by: string, where: readonly string[] = []): Promise<unknown> => {
    const found = await unitKeysOf(engine, head, { by: [by], where }, outcomes);
    return found.ok
      ? found.value &&
          [...new Set([...found.value.key].filter((k) => k >= 0).map((k) => found.value!.keys[k]!.keys[0]))].toSorted((a, b) =>
            a! < b! ? -1 : 1,
          )
      : found.refusal.code;
  };
  for (const by of ['channel', 'campaign', 'item', 'priority', 'outcome', 'objective', 'kind'])
    equal(Array.isArray(await keysBy(by)), true, by);
  equal(await keysBy('touched'), null);
  equal(await keysBy('account'), null);
  equal(await keysBy('nonsense'), 'unknown-cut');
  const sql = fill(sqlOf('unit-outcomes'), {});
  deepEqual(
    (await rowsOf<{ outcomes: number }>(engine, sql, boundIn(sql, {}))).map((row) => row.outcomes),
    [...outcomes],
  );
  await engine.close();
});
