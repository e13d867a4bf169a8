/** Facts written by an older Lockstep open with today's: the same tables as new ones, the rows still there, questions answered. */
import { deepEqual, equal } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { openFacts, type Facts } from './facts.ts';
import { ask } from './questions/registry.ts';

const FROZEN = readFileSync(path.join(import.meta.dirname, 'frozen/facts.1.sql'), 'utf8');

/** Every column of every table, by name. */
const columnsIn = async ({ engine }: Facts): Promise<string[]> =>
  (
    await engine.read<{ line: string }>(
      `select table_name || '.' || column_name || ' ' || data_type as line from information_schema.columns where table_schema = 'main'`,
    )
  )
    .map(({ line }) => line)
    .toSorted();

const opened = async (
  t: { readonly after: (work: () => Promise<void>) => void },
  older: boolean,
): Promise<{ readonly facts: Facts; readonly folder: string }> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-older-'));
  if (older) {
    const instance = await DuckDBInstance.create(path.join(folder, 'facts.duckdb'));
    const connection = await instance.connect();
    await connection.run(FROZEN);
    connection.disconnectSync();
    instance.closeSync();
  }
  const facts = await openFacts({ folder });
  t.after(async () => {
    await facts.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { facts, folder };
};

test('an older facts file gets every table and column that a new one has', async (t) => {
  const [old, fresh] = [await opened(t, true), await opened(t, false)];
  deepEqual(await columnsIn(old.facts), await columnsIn(fresh.facts));
});

test('what an older facts file held still answers, and takes another load', async (t) => {
  const { facts, folder } = await opened(t, true);
  const touches = await ask(facts.engine, 'touches', { id: 'd1', today: '2026-11-22' });
  if (!touches.ok) throw new Error(touches.refusal.text);
  deepEqual(
    touches.value.tables['rows']!.map((row) => [row['id'], row['why_not']]),
    [
      ['t1', null],
      ['t2', null],
    ],
  );
  const file = path.join(folder, 'deals.csv');
  writeFileSync(file, 'Deal ID,Deal Name,Deal Stage,Amount,Create Date,Close Date\nd2,Dairy,Closed Won,500.00,2026-01-12,2026-03-01\n');
  const loaded = await facts.load({ path: file, name: 'deals.csv' }, { currency: 'EUR' }, { by: 'p_ana', at: '2026-11-22T08:00:00.000Z' });
  if (!loaded.ok) throw new Error(loaded.refusal.text);
  const deals = await facts.engine.read<{ n: number; won: number }>(
    `select count(*) as n, sum(amount_minor)::bigint as won from opportunity`,
  );
  deepEqual([deals[0]!.n, deals[0]!.won], [2, 150_000]);
  equal((await facts.revert(loaded.value.n, { by: 'p_ana', at: '2026-11-22T09:00:00.000Z' })).ok, true);
  equal((await facts.engine.read<{ n: number }>('select count(*) as n from opportunity'))[0]!.n, 1);
});
