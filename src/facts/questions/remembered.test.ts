import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openEngine, type Engine } from '../engine.ts';
import { ask } from './registry.ts';
import { askRemembered } from './remembered.ts';

/** An engine that counts what it reads. */
const counting = async (t: TestContext): Promise<{ readonly engine: Engine; readonly reads: () => number }> => {
  const engine = await openEngine(':memory:');
  t.after(() => engine.close());
  let reads = 0;
  return {
    reads: () => reads,
    engine: {
      ...engine,
      read: (sql, params) => {
        reads += 1;
        return engine.read(sql, params);
      },
    },
  };
};

test('a question asked again is not read again, and says the same', async (t) => {
  const { engine, reads } = await counting(t);
  const first = await askRemembered(engine, 'deals', { since: '2026-01-01', until: '2026-04-01' });
  const after = reads();
  assert.ok(after > 0);
  assert.deepEqual(await askRemembered(engine, 'deals', { until: '2026-04-01', since: '2026-01-01' }), first);
  assert.equal(reads(), after);
  assert.deepEqual(first, await ask(engine, 'deals', { since: '2026-01-01', until: '2026-04-01' }));
});

test('another day, another question and another engine are read anew', async (t) => {
  const [one, other] = [await counting(t), await counting(t)];
  await askRemembered(one.engine, 'deals', { today: '2026-04-01' });
  const read = one.reads();
  await askRemembered(one.engine, 'deals', { today: '2026-04-02' });
  assert.ok(one.reads() > read);
  await askRemembered(other.engine, 'deals', { today: '2026-04-01' });
  assert.ok(other.reads() > 0);
});

test('a commit forgets, also one that lands while an answer is on its way', async (t) => {
  const { engine, reads } = await counting(t);
  const onItsWay = askRemembered(engine, 'deals');
  await engine.write((tx) => tx.run('create table anything (n int)'));
  await onItsWay;
  const read = reads();
  await askRemembered(engine, 'deals');
  assert.ok(reads() > read);
});

test('a fault is not kept', async (t) => {
  const { engine } = await counting(t);
  let broken = true;
  const failing: Engine = { ...engine, read: (sql, params) => (broken ? Promise.reject(new Error('no disk')) : engine.read(sql, params)) };
  await assert.rejects(askRemembered(failing, 'deals'), /no disk/);
  broken = false;
  assert.ok((await askRemembered(failing, 'deals')).ok);
});
