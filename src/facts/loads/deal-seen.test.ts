/** History from day one: what re-imports show is kept between the days of two loads, and goes with the load that showed it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOING, factsFolder, good } from '../../../tests/support/facts-folder.ts';
import { ask } from '../questions/registry.ts';

const at = (day: string) => ({ ...DOING, at: `${day}T10:00:00.000Z` });

test('another stage than in the load before was entered between the two; a load taken back takes that with it', async (t) => {
  const { facts } = await factsFolder(t);
  const load = async (day: string, stage: string, amount: number): Promise<number> =>
    good(
      await facts.importRows(
        { entity: 'opportunity', rows: [{ id: 'D', stage, amount, currency: 'EUR', opened_on: '2026-04-01' }], file: day, src: 'crm' },
        at(day),
      ),
    ).n;
  const seen = (): Promise<unknown[]> =>
    facts.engine.read('select field, was, value, not_before, seen_on from deal_seen order by field, seen_on');
  await load('2026-05-03', 'open', 100);
  assert.deepEqual(await seen(), []);
  const second = await load('2026-05-10', 'won', 100);
  const stage = { field: 'stage', was: 'open', value: 'won', not_before: '2026-05-03', seen_on: '2026-05-10' };
  assert.deepEqual(await seen(), [stage]);
  await load('2026-05-17', 'won', 200);
  assert.deepEqual(await seen(), [
    { field: 'amount_minor', was: '100', value: '200', not_before: '2026-05-10', seen_on: '2026-05-17' },
    stage,
  ]);
  const funnel = async (asOf: string): Promise<unknown> => {
    const raw = await ask(facts.engine, 'funnel', { from: 'opened', to: 'won', asOf });
    return raw.ok;
  };
  assert.equal(await funnel('2026-05-20'), true);
  const coverage = await ask(facts.engine, 'coverage', { asOf: '2026-05-20' });
  assert.deepEqual(coverage.ok && coverage.value.tables['gaps']!.map((row) => [row['seen_entries'], row['seen_days']]), [[1, 7]]);
  good(await facts.revert(second, DOING));
  assert.deepEqual(await seen(), [
    { field: 'amount_minor', was: '100', value: '200', not_before: '2026-05-03', seen_on: '2026-05-17' },
    { ...stage, seen_on: '2026-05-17' },
  ]);
});
