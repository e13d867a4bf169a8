/** Backtests kept in the company's folder: found after a restart, made again for anything else, never trusted when broken. */
import { deepEqual, equal } from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { keptOnDisk } from '../../src/server/operations/forecast/kept-on-disk.ts';

test('what was computed is found again by everything it rests on', async (t) => {
  const company = await mkdtemp(path.join(tmpdir(), 'lockstep-kept-'));
  t.after(() => rm(company, { recursive: true }));
  let made = 0;
  const ask = (input: object) => keptOnDisk(company, 'backtest', input, async () => ({ n: (made += 1), values: [0.1, 1 / 3] }));
  deepEqual(await ask({ day: 1 }), { n: 1, values: [0.1, 1 / 3] });
  deepEqual(await ask({ day: 1 }), { n: 1, values: [0.1, 1 / 3] });
  equal((await ask({ day: 2 })).n, 2);
  const folder = path.join(company, 'computed');
  for (const file of await readdir(folder)) await writeFile(path.join(folder, file), 'broken');
  equal((await ask({ day: 1 })).n, 3);
  for (let day = 10; day < 60; day++) await ask({ day });
  equal((await readdir(folder)).length, 40, 'what was used longest ago made room');
});
