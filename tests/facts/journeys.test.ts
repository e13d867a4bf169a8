/** Kept journeys: every answer is the one that the facts alone give, and they are never taken for right when they are not. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { copyFacts } from '../../src/facts/copy.ts';
import { openEngine, type Engine } from '../../src/facts/engine.ts';
import { resolveIdentity } from '../../src/facts/identity/resolve.ts';
import { keptColumns } from '../../src/facts/journey/column-files.ts';
import { forgetJourneys, journeysKept, keepJourneys, leaveJourneys } from '../../src/facts/journey/store.ts';
import type { Params } from '../../src/facts/questions/question.ts';
import { ask } from '../../src/facts/questions/registry.ts';
import { dress } from '../../src/views/answers/registry.ts';
import { companyWith } from './company.ts';
import { journeyRows } from './random-journeys.ts';

const ASKED: readonly (readonly [string, Params])[] = [
  ['touches', { id: 'd0' }],
  ['touches', { id: 'd0', asOf: '2025-06-30' }],
  ['credit', {}],
  ['credit', { by: ['channel'], since: '2025-04-01', until: '2025-10-01' }],
  ['credit', { by: ['outcome'] }],
  ['thread-down', {}],
  ['thread-down', { since: '2025-04-01', until: '2025-10-01', asOf: '2025-09-01' }],
  ['thread-up', {}],
  ['credit', { by: ['touched:quarter'], model: ['all'], intervals: 'yes' }],
  ['credit', { by: ['campaign'], where: ['channel=Web'], asOf: '2025-09-01' }],
  ['roi', { by: ['channel'] }],
  ['roi', { by: ['outcome'], since: '2025-04-01', until: '2025-10-01', model: ['u-hubspot'] }],
  ['coverage', {}],
];

const tables = async (engine: Engine, [question, params]: (typeof ASKED)[number]): Promise<unknown> => {
  const answer = await ask(engine, question, params);
  if (!answer.ok) throw new Error(answer.refusal.text);
  // Credit hands its models numbers by unit, which are others where journeys are not kept; what is said of them is not.
  return question === 'credit' || question === 'roi' ? dress(question, answer.value) : answer.value.tables;
};

test('every question about journeys has one answer, kept or not', async () => {
  await fc.assert(
    fc.asyncProperty(journeyRows, async (rows) => {
      const engine = await companyWith(rows);
      try {
        const slowly = [];
        for (const asked of ASKED) slowly.push(await tables(engine, asked));
        await keepJourneys(engine);
        ok(await journeysKept(engine));
        for (const [i, asked] of ASKED.entries()) deepEqual(await tables(engine, asked), slowly[i], asked[0]);
      } finally {
        await engine.close();
      }
    }),
    { numRuns: 8 },
  );
});

const folderFor = (t: TestContext): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-journeys-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
const touched = async (engine: Engine): Promise<void> => {
  await engine.write(async (tx) => {
    await tx.run(
      `insert into opportunity (src, id, load, account_id, status, opened_on) values ('files', 'D', 1, 'A', 'open', date '2026-01-01')`,
    );
    await tx.run(
      `insert into touch (src, id, load, account_id, touched_on) values ('files', 'T' || (select count(*) from touch), 1, 'A', date '2026-01-02')`,
    );
  });
  await engine.alone(resolveIdentity);
};
const count = async (engine: Engine): Promise<number> =>
  ((await tables(engine, ['touches', { id: 'D' }])) as { rows: unknown[] }).rows.length;

test('any commit makes them wrong until they are built again; a restart does not', async (t) => {
  const file = path.join(folderFor(t), 'facts.duckdb');
  const engine = await openEngine(file);
  await touched(engine);
  equal(await journeysKept(engine), false);
  await keepJourneys(engine);
  equal(await journeysKept(engine), true);
  equal(await count(engine), 1);
  await engine.write((tx) =>
    tx.run(`insert into touch (src, id, load, account_id, touched_on) values ('files', 'later', 1, 'A', date '2026-01-03')`),
  );
  equal(await journeysKept(engine), false);
  equal(await count(engine), 2);
  await keepJourneys(engine);
  equal(await count(engine), 2);
  await engine.close();
  const again = await openEngine(file);
  equal(await journeysKept(again), true);
  equal(await count(again), 2);
  await again.close();
});

test('they are not right for other facts that come to stand in their place, nor when they are damaged', async (t) => {
  const folder = folderFor(t);
  const file = path.join(folder, 'facts.duckdb');
  const engine = await openEngine(file);
  await touched(engine);
  const before = path.join(folder, 'copy.duckdb');
  await copyFacts(engine, before);
  await engine.write((tx) =>
    tx.run(`insert into touch (src, id, load, account_id, touched_on) values ('files', 'later', 1, 'A', date '2026-01-03')`),
  );
  await keepJourneys(engine);
  await engine.close();
  const restored = await openEngine(before);
  equal(await journeysKept(restored), false, 'the copy was made before');
  await restored.close();
  writeFileSync(path.join(folder, 'journeys.duckdb'), 'not a database');
  const damaged = await openEngine(file);
  equal(await journeysKept(damaged), false);
  await keepJourneys(damaged);
  equal(await journeysKept(damaged), true);
  equal(await count(damaged), 2);
  await damaged.close();
});

test('their numbers come out of a file of bytes, and out of the tables where it is gone, cut short or of other facts', async (t) => {
  const folder = folderFor(t);
  const engine = await openEngine(path.join(folder, 'facts.duckdb'));
  await touched(engine);
  await keepJourneys(engine);
  type Met = {
    readonly a: Int32Array<SharedArrayBuffer>;
    readonly u: Int32Array<SharedArrayBuffer>;
    readonly day: Uint16Array<SharedArrayBuffer>;
  };
  const numbers = async (): Promise<number[][]> => {
    const { a, u, day } = await keptColumns<Met>(engine, 'met');
    return [[...a], [...u], [...day]];
  };
  const file = path.join(folder, 'journeys.met.columns');
  const whole = readFileSync(file);
  const first = await numbers();
  equal(first[0]!.length, 1);
  // The last number is the day: one that is not the table's shows that the bytes are read.
  const other = Buffer.from(whole);
  other.writeUInt16LE(first[2]![0]! + 1, other.length - 2);
  writeFileSync(file, other);
  deepEqual((await numbers())[2], [first[2]![0]! + 1]);
  writeFileSync(file, whole);
  truncateSync(file, whole.length - 1);
  deepEqual(await numbers(), first);
  writeFileSync(
    file,
    Buffer.concat([
      whole.subarray(0, 4),
      Buffer.from(
        whole
          .subarray(4)
          .toString('latin1')
          .replace(/"stamp":"./, '"stamp":"x'),
        'latin1',
      ),
    ]),
  );
  deepEqual(await numbers(), first);
  rmSync(file);
  deepEqual(await numbers(), first);
  await engine.write((tx) =>
    tx.run(`insert into touch (src, id, load, account_id, touched_on) values ('files', 'later', 1, 'A', date '2026-01-03')`),
  );
  await keepJourneys(engine);
  equal((await numbers())[0]!.length, 2);
  await forgetJourneys(engine);
  equal(existsSync(file), false);
  await engine.close();
});

test('what lands while they are built is taken in; an engine that is left builds no more', async (t) => {
  const engine = await openEngine(path.join(folderFor(t), 'facts.duckdb'));
  await touched(engine);
  const building = keepJourneys(engine);
  await engine.write((tx) =>
    tx.run(`insert into touch (src, id, load, account_id, touched_on) values ('files', 'later', 1, 'A', date '2026-01-03')`),
  );
  await building;
  equal(await journeysKept(engine), true);
  equal(await count(engine), 2);
  await touched(engine);
  const left = keepJourneys(engine).catch(() => undefined);
  await leaveJourneys(engine);
  await left;
  await engine.close();
});

test('columns of numbers come out whole, whatever their length; nulls and words are refused', async () => {
  const engine = await openEngine(':memory:');
  const { a, b } = await engine.columns<{ a: Int32Array<SharedArrayBuffer>; b: Float64Array<SharedArrayBuffer> }>(
    'select i::integer as a, i / 2 as b from range(200000) t(i)',
  );
  equal(a.length, 200_000);
  ok(a.every((x, i) => x === i) && b.every((x, i) => x === i / 2));
  equal((await engine.columns('select 1::integer as a where false'))['a']!.length, 0);
  for (const column of ['if(i = 70, null, i)::integer', 'i::varchar']) {
    const refused = await engine.columns(`select ${column} as a from range(100) t(i)`).then(
      () => null,
      (fault: unknown) => fault,
    );
    ok(refused instanceof TypeError);
  }
  await engine.close();
});
