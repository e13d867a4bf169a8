import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOING, factsFolder, good } from '../../../tests/support/facts-folder.ts';
import type { GivenRow } from './given-rows.ts';

test('rows of a program load as one load, typed, with their attributes', async (t) => {
  const { facts, dump } = await factsFolder(t);
  const rows: GivenRow[] = [
    {
      id: 'd1',
      name: 'A, "B"',
      account_id: 'a1',
      stage: 'Won',
      status: 'won',
      amount: -1234,
      currency: 'EUR',
      opened_on: '2026-01-01',
      closed_on: '2026-02-01T23:30:00.000Z',
      attrs: { size: 5, vip: true, region: 'N' },
    },
    {
      id: 'd2',
      stage: 'Anything',
      status: 'open',
      amount: 999,
      currency: 'JPY',
      expected_on: '2026-09-01',
      attrs: { region: 'S', since: '2026-01-01' },
    },
  ];
  const { counts, text } = good(await facts.importRows({ entity: 'opportunity', rows, file: 'demo', attributes: { since: 'day' } }, DOING));
  assert.deepEqual(counts, [{ entity: 'opportunity', new: 2, changed: 0, unchanged: 0 }]);
  assert.match(text, /Load 1 \(demo\)/);
  assert.equal(
    await dump(),
    `{"account_id":"a1","amount_minor":-1234,"attrs":{"region":"N","size":5,"vip":true},"closed_at":"2026-02-01T23:30:00.000Z","closed_on":"2026-02-01","currency":"EUR","entity":"opportunity","id":"d1","name":"A, \\"B\\"","opened_on":"2026-01-01","src":"files","stage":"Won","status":"won"}
{"amount_minor":999,"attrs":{"region":"S","since":"2026-01-01"},"currency":"JPY","entity":"opportunity","expected_on":"2026-09-01","id":"d2","src":"files","stage":"Anything","status":"open"}
`,
  );
  assert.deepEqual(await facts.engine.read('select name, kind from attribute order by 1'), [
    { name: 'region', kind: 'text' },
    { name: 'since', kind: 'day' },
    { name: 'size', kind: 'number' },
    { name: 'vip', kind: 'boolean' },
  ]);
});

test('rows stream: an iterator is drawn as fast as it is written, and the same rows twice change nothing', async (t) => {
  const { facts, dump } = await factsFolder(t);
  const touches = async function* (): AsyncGenerator<GivenRow> {
    for (let i = 0; i < 30_000; i++)
      yield {
        id: `t${i}`,
        contact_id: `c${i % 100}`,
        touched_on: '2026-01-01T10:00:00Z',
        channel: 'email',
        campaign: `k${i % 7}`,
        offline: i % 2 === 0,
      };
  };
  const seen: number[] = [];
  const first = good(
    await facts.importRows(
      { entity: 'touch', rows: touches(), file: 'demo', of: 30_000 },
      { ...DOING, onProgress: ({ phase, done }) => void (phase === 'reading' && seen.push(done)) },
    ),
  );
  assert.deepEqual([first.rows, first.counts[0]!.new, seen.length > 1], [30_000, 30_000, true]);
  const before = await dump();
  assert.equal(good(await facts.importRows({ entity: 'touch', rows: touches(), file: 'demo' }, DOING)).nothingNew, true);
  assert.equal(await dump(), before);
  good(await facts.revert(1, DOING));
  assert.equal(await dump(), before);
});

test('all entities can be given: contacts of deals, stage entries, spend, work', async (t) => {
  const { facts } = await factsFolder(t);
  const give = async (entity: Parameters<typeof facts.importRows>[0]['entity'], rows: readonly GivenRow[]): Promise<void> =>
    void good(await facts.importRows({ entity, rows, file: entity }, DOING));
  await give('account', [{ id: 'a1', name: 'Acme', created_on: '2026-01-01' }]);
  await give('contact', [{ id: 'p1', account_id: 'a1', email: 'a@x.com' }]);
  await give('lead', [{ id: 'l1', contact_id: 'p1', channel: 'email', created_on: '2026-01-01T08:00:00Z' }]);
  await give('opportunity_contact', [
    { opportunity_id: 'd1', contact_id: 'p1' },
    { opportunity_id: 'd1', contact_id: 'p2' },
  ]);
  await give('stage_entry', [
    { opportunity_id: 'd1', stage: 'Demo', entered_on: '2026-01-02T10:00:00Z' },
    { opportunity_id: 'd1', stage: 'Won', entered_on: '2026-01-02' },
    { opportunity_id: 'd1', stage: 'Demo', entered_on: '2026-02-02' },
  ]);
  await give('spend', [{ spent_on: '2026-01-01', campaign: 'k', amount: 1250, currency: 'EUR', impressions: 10, clicks: 1 }]);
  await give('work_done', [{ id: 'x', item: 'W-1', person: 'p_ann', days: 2.5, done_on: '2026-01-09', started_on: '2026-01-02' }]);
  assert.deepEqual(await facts.engine.read('select stage, seq, entered_at is not null as timed from stage_entry order by seq'), [
    { stage: 'Demo', seq: 10, timed: true },
    { stage: 'Won', seq: 19, timed: false },
    { stage: 'Demo', seq: 20, timed: false },
  ]);
  assert.deepEqual(await facts.engine.read('select amount_minor, impressions, days from spend, work_done'), [
    { amount_minor: 1250, impressions: 10, days: 2.5 },
  ]);
  assert.equal((await facts.engine.read('from opportunity_contact')).length, 2);
});

test('a field or attribute there is not is a defect of the program', async (t) => {
  const { facts } = await factsFolder(t);
  await assert.rejects(facts.importRows({ entity: 'touch', rows: [{ colour: 'red' }], file: 'x' }, DOING), /touches have no field colour/);
  const late = Array.from({ length: 1500 }, (_, i) => ({
    id: `${i}`,
    contact_id: 'c',
    touched_on: '2026-01-01',
    ...(i === 1400 ? { attrs: { late: 1 } } : {}),
  }));
  await assert.rejects(facts.importRows({ entity: 'touch', rows: late, file: 'x' }, DOING), /declare attribute late/);
  assert.deepEqual(await facts.loads(), []);
  assert.equal(good(await facts.importRows({ entity: 'touch', rows: late, file: 'x', attributes: { late: 'number' } }, DOING)).n, 1);
});
