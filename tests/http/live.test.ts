/** Live streams: what one decides the others hear, each as his role may see it, without loss and without doubles. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { batchOf, castIn, good, objective, openUnder, type Cast, type Somebody, type Under } from './house-under-test.ts';
import { streamOf, type Stream } from './stream.ts';

const listen = async (t: TestContext, who: Somebody, after?: number | string, company = 'acme'): Promise<Stream> => {
  const answer = await who.fetch(
    `/api/live?company=${company}`,
    after === undefined ? {} : { headers: { 'last-event-id': String(after) } },
  );
  assert.equal(answer.status, 200);
  const stream = streamOf(answer);
  t.after(() => stream.leave().catch(() => undefined));
  return stream;
};

const open = async (t: TestContext): Promise<{ under: Under; cast: Cast }> => {
  const under = await openUnder(t);
  return { under, cast: await castIn(under) };
};
const set = (who: Somebody, id: string) => good(who.post('decide', batchOf('acme', [objective(id)])));
const idsIn = (stream: Stream): string[] =>
  stream.heard.filter((m) => m.event === 'decided').flatMap((m) => m.data.entries.map((e: { event: { id: string } }) => e.event.id));

test('what one person decides arrives at the other one’s stream, with its number', async (t) => {
  const { cast } = await open(t);
  const stream = await listen(t, cast.viewer);
  const { seq } = (await set(cast.marketer, 'a')).body;
  const [message] = await stream.until(1);
  assert.equal(message!.event, 'decided');
  assert.equal(message!.id, String(seq));
  assert.deepEqual(message!.data.entries[0].event, objective('a'));
  assert.equal(message!.data.people[0].name, 'Max');
});

test('the stream of one company says nothing of another', async (t) => {
  const { cast } = await open(t);
  const stream = await listen(t, cast.stranger, undefined, 'other');
  await set(cast.owner, 'a');
  await good(cast.stranger.post('decide', batchOf('other', [objective('b')])));
  await stream.until(1);
  assert.deepEqual(idsIn(stream), ['o_b']);
});

test('after a break the stream goes on where it stopped, without loss or doubles, while others go on deciding', async (t) => {
  const { cast } = await open(t);
  const first = await listen(t, cast.viewer);
  const all: string[] = [];
  for (let i = 0; i < 40; i++) {
    all.push(`o_${i}`);
    await set(cast.marketer, String(i));
    if (i === 19) {
      await first.until(10);
      await first.leave();
    }
  }
  const last = first.heard.at(-1)!.id!;
  const again = await listen(t, cast.viewer, last);
  for (let i = 40; i < 60; i++) {
    all.push(`o_${i}`);
    await set(cast.marketer, String(i));
  }
  await again.until(all.length - idsIn(first).length);
  assert.deepEqual([...idsIn(first), ...idsIn(again)], all);
});

test('a stream from the beginning brings the whole journal, however long', async (t) => {
  const { cast } = await open(t);
  for (let i = 0; i < 5; i++)
    await good(
      cast.marketer.post(
        'decide',
        batchOf(
          'acme',
          Array.from({ length: 100 }, (_, j) => objective(`${i}-${j}`)),
        ),
      ),
    );
  for (let i = 0; i < 450; i++) await set(cast.marketer, `one-${i}`);
  const { seq } = (await cast.viewer.get('book', { company: 'acme' })).body;
  const stream = await listen(t, cast.viewer, 0);
  while (Number(stream.heard.at(-1)?.id ?? 0) < seq) await stream.until(stream.heard.length + 1);
  const seqs = stream.heard.flatMap((m) => m.data.entries.map((e: { stamp: { seq: number } }) => e.stamp.seq));
  assert.deepEqual(
    seqs,
    Array.from({ length: seq }, (_, i) => i + 1),
  );
});

test('a snapshot and the stream after it give what a later snapshot gives', async (t) => {
  const { cast } = await open(t);
  await set(cast.marketer, 'before');
  const { seq } = (await cast.viewer.get('book', { company: 'acme' })).body;
  await set(cast.marketer, 'between');
  const stream = await listen(t, cast.viewer, seq);
  await set(cast.marketer, 'after');
  await stream.until(2);
  assert.deepEqual(idsIn(stream), ['o_between', 'o_after']);
});

test('who asks for more than the journal holds is told to start again', async (t) => {
  const { cast } = await open(t);
  const stream = await listen(t, cast.viewer, 9999);
  await stream.ended;
  assert.deepEqual(
    stream.heard.map((m) => m.event),
    ['behind'],
  );
});

test('when a role changes its reader is told to start again, and the stream ends', async (t) => {
  const { cast } = await open(t);
  const { me } = (await cast.viewer.get('door')).body;
  const { person } = me.companies[0];
  const stream = await listen(t, cast.viewer);
  await good(cast.owner.post('decide', batchOf('acme', [{ type: 'company/give-role', person, role: 'stakeholder' }])));
  await stream.ended;
  assert.deepEqual(stream.heard, [{ event: 'role', id: null, data: { role: 'stakeholder' } }]);
  const next = await listen(t, cast.viewer);
  await good(cast.owner.post('decide', batchOf('acme', [{ type: 'company/remove-member', person }])));
  await next.ended;
  assert.deepEqual(next.heard.at(-1)!.data, { role: null });
  assert.equal((await cast.viewer.fetch('/api/live?company=acme')).status, 404);
});

test('the stream ends with its session', async (t) => {
  const { cast, under } = await open(t);
  const stream = await listen(t, cast.viewer);
  assert.equal(under.door.hub.size(), 1);
  await good(cast.viewer.post('sign-out'));
  await stream.ended;
  assert.equal(under.door.hub.size(), 0);
  assert.equal((await cast.viewer.fetch('/api/live?company=acme')).status, 401);
});

test('a stream may be asked for by address alone, and a HEAD leaves none open', async (t) => {
  const { cast, under } = await open(t);
  await set(cast.marketer, 'a');
  const stream = streamOf(await cast.viewer.fetch('/api/live?company=acme&after=0'));
  await stream.until(1);
  await stream.leave();
  assert.equal((await cast.viewer.fetch('/api/live?company=acme', { method: 'HEAD' })).status, 405);
  assert.equal(under.door.hub.size(), 0);
  assert.equal((await cast.viewer.fetch('/api/live?company=acme&after=many')).status, 400);
});

test('a reader who goes away is forgotten', async (t) => {
  const { cast, under } = await open(t);
  const stream = await listen(t, cast.viewer);
  await stream.leave();
  await set(cast.marketer, 'a');
  assert.equal(under.door.hub.size(), 0);
});

test('when facts change every reader is told to ask for numbers again', async (t) => {
  const { cast, under } = await open(t);
  const stream = await listen(t, cast.stakeholder);
  const room = under.house.company('acme');
  assert.ok(room.ok);
  const facts = await room.value.facts();
  const rows = [{ id: 'a1', name: 'Aarhus Marine' }];
  const loaded = await facts.importRows({ entity: 'account', rows, file: 'test' }, { by: 'p_operator', at: '2026-05-21T08:00:00.000Z' });
  assert.ok(loaded.ok);
  const [message] = await stream.until(1);
  assert.deepEqual(message, { event: 'facts', id: null, data: {} });
});

test('progress of long work is told to whoever asked for it and to nobody else', async (t) => {
  const { cast, under } = await open(t);
  const mine = await listen(t, cast.marketer);
  const others = await listen(t, cast.viewer);
  const { me } = (await cast.marketer.get('door')).body;
  under.door.hub.tell(me.signIn, { operation: 'import', phase: 'reading', done: 1, of: 2 });
  await set(cast.owner, 'a');
  await others.until(1);
  await mine.until(2);
  assert.deepEqual(
    mine.heard.map((m) => m.event),
    ['progress', 'decided'],
  );
  assert.deepEqual(
    others.heard.map((m) => m.event),
    ['decided'],
  );
});

test('streams beyond the sixty-fourth of one person are refused', async (t) => {
  const { cast } = await open(t);
  for (let i = 0; i < 64; i++) await listen(t, cast.viewer);
  const answer = await cast.viewer.fetch('/api/live?company=acme');
  assert.deepEqual([answer.status, ((await answer.json()) as { error: { code: string } }).error.code], [429, 'too-many-streams']);
});
