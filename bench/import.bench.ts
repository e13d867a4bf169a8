/**
 * Import: a file of a million touches, against DuckDB making a table of the same file as text.
 *
 * The time to import (received, checked, keyed, merged, durable) over the time of
 * `create table as select * from read_csv(…, all_varchar = true)` into a file, both in this run,
 * each the median of three, in turn. Also, on the same file: the preview, and the same import a
 * second time (everything merges, nothing changes).
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFacts } from '../src/facts/facts.ts';
import { random } from '../src/kernel/random.ts';
import type { Figure } from './harness.ts';

export const name = 'Import: a million touches from CSV';

const ROWS = Number(process.env['ROWS'] ?? 1_000_000);
const RUNS = 3;
const CHANNELS = ['email', 'paid_search', 'social', 'event', 'organic', 'webinar'];
const AT = '2026-11-21T10:00:00.000Z';

const writeTouches = async (path: string): Promise<void> => {
  const { next, whole, pick } = random('import.bench');
  const out = createWriteStream(path);
  let buffer = 'touch_id,contact_id,account_id,touched_at,channel,campaign,kind,page\n';
  for (let i = 0; i < ROWS; i++) {
    const at = new Date(1_700_000_000_000 + whole(0, 63_072_000) * 1000).toISOString().slice(0, 19).replace('T', ' ');
    buffer += `t${i},c${whole(1, 50_000)},a${whole(1, 8000)},${at},${pick(CHANNELS)},campaign-${whole(1, 60)},${next() < 0.5 ? 'click' : 'visit'},/page/${whole(1, 900)}\n`;
    if (buffer.length < 1 << 20) continue;
    if (!out.write(buffer)) await once(out, 'drain');
    buffer = '';
  }
  out.end(buffer);
  await once(out, 'finish');
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};
const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
const good = <T>(result: { readonly ok: boolean } & T): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

export const run = async (): Promise<readonly Figure[]> => {
  const dir = await mkdtemp(join(tmpdir(), 'lockstep-bench-'));
  const file = { path: join(dir, 'touches.csv'), name: 'touches.csv' };
  await writeTouches(file.path);
  const [plain, imports, previews, again]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let i = 0; i < RUNS; i++) {
    plain.push(await timed(() => asTable(join(dir, `plain-${i}.duckdb`), file.path)));
    const facts = await openFacts({ folder: join(dir, `company-${i}`) });
    const load = (): Promise<unknown> => facts.load(file, {}, { by: 'bench', at: AT }).then(good);
    previews.push(await timed(() => facts.preview(file, {}).then(good)));
    imports.push(await timed(load));
    again.push(await timed(load));
    await facts.close();
    await rm(join(dir, `company-${i}`), { recursive: true });
  }
  await rm(dir, { recursive: true });
  const base = median(plain);
  return [
    { what: 'create table as read_csv(all_varchar)', value: base / 1000, unit: 's' },
    { what: 'import', value: median(imports) / 1000, unit: 's' },
    { what: 'import against create table as', value: median(imports) / base, unit: '×', atMost: 2 },
    { what: 'preview against create table as', value: median(previews) / base, unit: '×' },
    { what: 'the same file again against create table as', value: median(again) / base, unit: '×' },
  ];
};

const asTable = async (path: string, csv: string): Promise<void> => {
  const instance = await DuckDBInstance.create(path, { threads: '2', memory_limit: '2GB' });
  const connection = await instance.connect();
  await connection.run(`create table touches as select * from read_csv('${csv}', all_varchar = true)`);
  connection.disconnectSync();
  instance.closeSync();
};
