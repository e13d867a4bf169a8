/**
 * How long a lag takes on a million deals (LOCKSTEP_BENCH_DEALS for another number): counted by the engine, fitted on the counts.
 *
 * Made by SQL from hashes: 24 channels, leads two for each deal; deals are won, lost or open after lags near lognormal. The floor is
 * the one aggregate any engine must do: days and status of every deal, counted. Processor time of this process, so that other work
 * on the machine does not count; median of five, warm.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine, type Engine } from '../src/facts/engine.ts';
import { ask } from '../src/facts/questions/registry.ts';
import { fitCure } from '../src/models/lag/cure.ts';
import { curvesOf } from '../src/models/lag/curves.ts';
import type { Spell } from '../src/models/survival/spell.ts';
import { lagGroups } from '../src/views/lag/lag-groups.ts';
import type { Figure } from './harness.ts';

export const name = 'Lag: a million deals';

const DEALS = Number(process.env['LOCKSTEP_BENCH_DEALS'] ?? 1_000_000);

const fill = async (engine: Engine): Promise<void> => {
  const u = (of: string, salt: string): string => `((hash(${of}, '${salt}') % 1000003) / 1000003.0)`;
  await engine.write(async (tx) => {
    for (const sql of [
      `insert into company by name select 'Bench' as name, 'Europe/Amsterdam' as zone, 'EUR' as currency, 365 as look_back_days`,
      `insert into load by name select 1 as n, timestamp '2026-01-01' as loaded_at, 'bench' as loaded_by, 'files' as src, 'bench' as file, '' as sha256, 0 as bytes, 'csv' as format, 0 as row_count, 0 as loaded_rows, 0 as held_rows, '{}' as mapping`,
      `insert into lead by name select 'files' as src, 'L' || i as id, 1 as load, 'channel ' || (hash(i, 'c') % 24) as channel, date '2023-01-01' + (${u('i', 'd')} * 1050)::integer as created_on from range(${2 * DEALS}) t(i)`,
      `insert into opportunity by name select 'files' as src, 'D' || i as id, 1 as load, 'L' || i as lead_id, opened as opened_on,
         case when ends > date '2026-01-01' then 'open' when s < 0.25 then 'won' else 'lost' end as status,
         case when ends <= date '2026-01-01' then ends end as closed_on, 100000 + (hash(i, 'a') % 9000000)::bigint as amount_minor, 'EUR' as currency
         from (select *, case when s < 0.25 then opened + ceil(exp(4.1 + 0.7 * z))::integer when s < 0.93 then opened + ceil(exp(4.4 + 0.7 * z))::integer else date '2099-01-01' end as ends
           from (select i, date '2023-01-15' + (${u('i', 'o')} * 1080)::integer as opened, ${u('i', 's')} as s, sqrt(-2 * ln(1e-9 + ${u('i', 'z')})) * cos(6.283185307 * ${u('i', 'y')}) as z from range(${DEALS}) t(i)))`,
    ])
      await tx.run(sql);
  });
};

export const run = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-lag-'));
  const engine = await openEngine(path.join(folder, 'facts.duckdb'));
  try {
    await fill(engine);
    const aggregate = (): Promise<unknown[]> =>
      engine.read(
        `select (coalesce(closed_on, date '2026-01-01') - opened_on)::integer as day, case status when 'won' then 1 when 'lost' then 2 else 0 end as event, count(*)::integer as n from opportunity group by all order by all`,
      );
    const counted = async (by: readonly string[]) => {
      const raw = await ask(engine, 'lag-curve', { from: 'opened', to: 'won', asOf: '2026-01-01', ...(by.length > 0 && { by }) });
      if (!raw.ok) throw new Error(raw.refusal.text);
      return raw.value;
    };
    const floor = await times(aggregate);
    const one = await times(async () => fitCure(((await aggregate()) as Spell[]).map((s) => ({ ...s, event: s.event === 1 ? 1 : 0 }))));
    const fit = await times(async () => fitCure((await aggregate()) as Spell[]));
    const whole = await times(async () => curvesOf(lagGroups(await counted([]))));
    const began = performance.now();
    curvesOf(lagGroups(await counted(['channel'])));
    const byChannel = performance.now() - began;
    return [
      { what: 'floor: days and ends of all deals, counted', value: floor, unit: 'ms' },
      { what: 'that and five families with a share that never comes, fitted', value: one, unit: 'ms' },
      { what: 'the same ÷ floor', value: one / floor, unit: '×' },
      { what: 'the same with losses fitted at once as an end of their own', value: fit, unit: 'ms' },
      { what: 'the question lag-curve with intervals and points, all deals', value: whole, unit: 'ms' },
      { what: 'the same by 24 channels', value: byChannel, unit: 'ms' },
    ];
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const times = async (act: () => Promise<unknown>): Promise<number> => {
  await act();
  const took: number[] = [];
  for (let i = 0; i < 3; i++) {
    const began = performance.now();
    await act();
    took.push(performance.now() - began);
  }
  return took.toSorted((a, b) => a - b)[1]!;
};
