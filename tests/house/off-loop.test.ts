/** The pool of workers: answers, progress, errors with both stacks, aborts, and an orderly end. */
import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openOffLoop, openPool, type Pool } from '../../src/server/house/off-loop.ts';
import { NO_GROWTH } from '../../src/models/delivery/growth.ts';
import type { TRIAL } from './trial-worker.ts';

const poolFor = (t: TestContext, most = 1): Pool<typeof TRIAL> => {
  const pool = openPool<typeof TRIAL>(new URL('./trial-worker.ts', import.meta.url), most);
  t.after(() => pool.close());
  return pool;
};

test('a job answers with typed arrays, and tells how far it came', async (t) => {
  const pool = poolFor(t);
  const told: unknown[] = [];
  const numbers = Float64Array.of(1, 2);
  const { numbers: twice } = await pool.run('twice', { numbers }, { onProgress: (at) => told.push(at) });
  deepEqual([...twice], [2, 4]);
  deepEqual([...numbers], [1, 2], 'what was not given away stays');
  deepEqual(told, [{ phase: 'doubling', done: 1, of: 2 }]);
});

test('what is given away is moved', async (t) => {
  const numbers = Float64Array.of(3);
  const { numbers: twice } = await poolFor(t).run('twice', { numbers }, { give: [numbers.buffer] });
  deepEqual([numbers.length, ...twice], [0, 6]);
});

test('shared memory is shared', async (t) => {
  const shared = new Int32Array(new SharedArrayBuffer(4));
  await poolFor(t).run('write', { shared });
  equal(shared[0], 42);
});

test('an error comes back as what it was, with the stacks of both sides, and the worker goes on', async (t) => {
  const pool = poolFor(t);
  await rejects(pool.run('fail', { why: 'no evidence' }), (error: unknown) => {
    ok(error instanceof RangeError);
    equal(error.message, 'no evidence');
    match(error.stack!, /trial-worker\.ts/);
    match(error.stack!, /asked for "fail"/);
    match(error.stack!, /off-loop\.test\.ts/);
    return true;
  });
  deepEqual([...(await pool.run('twice', { numbers: Float64Array.of(1) })).numbers], [2]);
});

test('an abort ends a job that never would, and one that waits its turn; the next one runs', async (t) => {
  const pool = poolFor(t);
  const [first, second] = [new AbortController(), new AbortController()];
  const spinning = pool.run('spin', undefined, { signal: first.signal });
  const waiting = pool.run('spin', undefined, { signal: second.signal });
  const after = pool.run('twice', { numbers: Float64Array.of(4) });
  second.abort(new Error('no longer wanted'));
  await rejects(waiting, /no longer wanted/);
  first.abort(new Error('enough'));
  await rejects(spinning, /enough/);
  deepEqual([...(await after).numbers], [8]);
  await rejects(pool.run('twice', { numbers: Float64Array.of(4) }, { signal: first.signal }), /enough/);
});

test('a background job keeps nobody waiting', async (t) => {
  const pool = poolFor(t);
  const stop = new AbortController();
  const long = pool.run('spin', undefined, { background: true, signal: stop.signal });
  deepEqual([...(await pool.run('twice', { numbers: Float64Array.of(5) })).numbers], [10]);
  stop.abort(new Error('stopped'));
  await rejects(long, /stopped/);
});

test('a worker that dies fails its job and no other', async (t) => {
  const pool = poolFor(t);
  await rejects(pool.run('leave', undefined), /ended with 3/);
  deepEqual([...(await pool.run('twice', { numbers: Float64Array.of(1) })).numbers], [2]);
});

test('closing ends what runs and what waits, and takes nothing more', async (t) => {
  const pool = poolFor(t);
  const all = Promise.allSettled([pool.run('spin', undefined as never), pool.run('spin', undefined as never)]);
  await pool.close();
  const [ran, waited] = await all;
  match(String((ran as PromiseRejectedResult).reason), /closed while "spin" ran/);
  match(String((waited as PromiseRejectedResult).reason), /closed before "spin" began/);
  await rejects(pool.run('spin', undefined), /closed/);
});

test("the house's own worker starts and computes", async (t) => {
  const pool = openOffLoop();
  t.after(() => pool.close());
  const input = { basis: 'throughput', history: [1, 2, 1, 0, 2], places: 3, growth: NO_GROWTH, deadline: 20 } as const;
  const { list } = await pool.run('delivery', { input, trials: 50 });
  equal(list.places, 3);
});
