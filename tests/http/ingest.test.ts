/** The door for events of programs, as a client library meets it: what is taken, what becomes of it, what is not lost. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Analytics } from '@segment/analytics-node';
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { castIn, openUnder, type Under } from './house-under-test.ts';

type Source = { readonly id: string; readonly writeKey: string };

const withSource = async (
  t: TestContext,
): Promise<{
  readonly house: Under;
  readonly owner: Awaited<ReturnType<typeof castIn>>['owner'];
  readonly source: Source;
  readonly send: (
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: { success: boolean; accepted?: number; refused?: { reason: string }[]; message?: string } }>;
}> => {
  const house = await openUnder(t);
  const { owner } = await castIn(house);
  const source = (await owner.post('source add', { company: 'acme', name: 'Website' })).body as Source;
  const send = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await house.app.request(path, {
      method: 'POST',
      headers: {
        host: 'localhost:4000',
        'content-type': 'application/json',
        authorization: `Basic ${btoa(`${source.writeKey}:`)}`,
        ...headers,
      },
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as never) : JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as never };
  };
  return { house, owner, source, send };
};

const facts = async (house: Under) => {
  await house.door.landing.now('acme');
  const room = house.house.company('acme');
  if (!room.ok) throw new Error(room.refusal.text);
  return room.value.facts();
};

test('the official client lands touches, links and accounts', { timeout: 60_000 }, async (t) => {
  const { house, source } = await withSource(t);
  const server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' });
  t.after(() => server.close());
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  const client = new Analytics({ writeKey: source.writeKey, host: `http://127.0.0.1:${port}`, path: '/v1/batch', flushAt: 20 });
  const failed: unknown[] = [];
  client.on('error', (fault) => failed.push(fault));
  client.page({
    anonymousId: 'a1',
    name: 'Pricing',
    properties: {
      url: 'https://acme.example/pricing?utm_source=google&utm_medium=cpc&utm_campaign=dock-day',
      referrer: 'https://www.google.com/',
    },
  });
  client.page({
    anonymousId: 'a1',
    name: 'About',
    properties: { url: 'https://acme.example/about', referrer: 'https://acme.example/pricing' },
  });
  client.track({ anonymousId: 'a1', event: 'Demo Requested', properties: { plan: 'large', seats: 12 } });
  client.track({ anonymousId: 'a1', event: 'Button Pressed' });
  client.identify({ anonymousId: 'a1', userId: 'u7', traits: { email: 'Kim@Buyer.example', name: 'Kim' } });
  client.group({ userId: 'u7', groupId: 'g3', traits: { name: 'Buyer', website: 'https://www.buyer.example/home' } });
  client.alias({ userId: 'u7', previousId: 'old-7' });
  await client.closeAndFlush();
  assert.deepEqual(failed, []);
  const { engine, loads } = await facts(house);
  assert.deepEqual(await engine.read('select kind, channel, campaign, visitor, what from touch order by touched_at, kind'), [
    {
      kind: 'page',
      channel: 'Paid search',
      campaign: 'dock-day',
      visitor: 'a1',
      what: 'https://acme.example/pricing?utm_source=google&utm_medium=cpc&utm_campaign=dock-day',
    },
    { kind: 'Demo Requested', channel: null, campaign: null, visitor: 'a1', what: 'Demo Requested' },
  ]);
  assert.deepEqual(await engine.read('select visitor, user_id, account_id, email from visitor_link order by 1, 2, 3, 4'), [
    { visitor: 'a1', user_id: 'u7', account_id: null, email: null },
    { visitor: 'old-7', user_id: 'u7', account_id: null, email: null },
    { visitor: 'u7', user_id: null, account_id: 'g3', email: null },
    { visitor: 'u7', user_id: null, account_id: null, email: 'kim@buyer.example' },
  ]);
  assert.deepEqual(await engine.read('select id, name, domain from account'), [{ id: 'g3', name: 'Buyer', domain: 'buyer.example' }]);
  const [{ attrs } = { attrs: '{}' }] = await engine.read<{ attrs: string }>(
    `select attrs::varchar as attrs from touch where kind = 'Demo Requested'`,
  );
  assert.deepEqual(JSON.parse(attrs), { plan: 'large', seats: '12' });
  assert.equal((await loads()).length, 1, 'one load a source and day');
});

test('each call has its own address, and the key may stand in the body', async (t) => {
  const { house, source, send } = await withSource(t);
  for (const [type, more] of [
    ['track', { event: 'Lead' }],
    ['identify', { traits: { email: 'a@b.example' } }],
    ['page', {}],
    ['screen', { name: 'Home' }],
    ['group', { groupId: 'g' }],
    ['alias', { previousId: 'p' }],
  ] as const)
    assert.deepEqual([type, (await send(`/v1/${type}`, { userId: 'u', ...more })).status], [type, 200]);
  assert.equal((await send('/v1/track', { writeKey: source.writeKey, userId: 'u', event: 'x' }, { authorization: '' })).status, 200);
  assert.equal((await send('/v1/strange', {})).status, 404);
  const asked = await house.app.request('/v1/batch', { method: 'OPTIONS', headers: { host: 'localhost:4000' } });
  assert.deepEqual([asked.status, asked.headers.get('access-control-allow-origin')], [204, '*']);
});

test('a message that comes again, now or later, is one message', async (t) => {
  const { house, send } = await withSource(t);
  const batch = {
    batch: [
      { type: 'track', event: 'Lead', userId: 'u', messageId: 'm1' },
      { type: 'track', event: 'Lead', userId: 'u', messageId: 'm1' },
    ],
  };
  await send('/v1/batch', batch);
  await facts(house);
  await send('/v1/batch', batch);
  const { engine } = await facts(house);
  assert.deepEqual(await engine.read('select id from touch'), [{ id: 'm1' }]);
});

test('the wrong key, a packed body, limits and broken bodies have the right answers', async (t) => {
  const { send } = await withSource(t);
  const event = (more = {}) => ({ type: 'track', event: 'Lead', userId: 'u', ...more });
  assert.equal((await send('/v1/batch', { batch: [event()] }, { authorization: `Basic ${btoa('lsw_acme_wrong:')}` })).status, 401);
  assert.equal((await send('/v1/batch', gzipSync(JSON.stringify({ batch: [event()] })), { 'content-encoding': 'gzip' })).status, 200);
  assert.equal((await send('/v1/batch', 'no gzip at all', { 'content-encoding': 'gzip' })).status, 400);
  assert.equal((await send('/v1/batch', 'x', { 'content-encoding': 'br' })).status, 415);
  assert.equal((await send('/v1/batch', '{"batch": [')).status, 400);
  assert.equal((await send('/v1/batch', '{}')).status, 400);
  assert.equal((await send('/v1/track', event({ properties: { long: 'x'.repeat(33 * 1024) } }))).status, 413);
  assert.equal(
    (await send('/v1/batch', { batch: Array.from({ length: 30 }, () => event({ properties: { long: 'x'.repeat(20 * 1024) } })) })).status,
    413,
  );
  assert.equal(
    (await send('/v1/batch', gzipSync(`{"batch": [], "x": "${'0'.repeat(2_000_000)}"}`), { 'content-encoding': 'gzip' })).status,
    413,
    'what unpacks to much is too large',
  );
  const { status, body } = await send('/v1/batch', {
    batch: [
      event(),
      event({ properties: { long: 'x'.repeat(33 * 1024) } }),
      { type: 'track', event: 'Lead' },
      { type: 'dance', userId: 'u' },
      7,
      event({ timestamp: 'yesterday' }),
    ],
  });
  assert.deepEqual(
    [status, body.accepted, body.refused?.map(({ reason }) => reason)],
    [
      200,
      1,
      ['larger than 32 KB', 'neither userId nor anonymousId', 'unknown type "dance"', 'not a JSON object', 'a timestamp that is no date'],
    ],
  );
});

test('a clock that is wrong does not move the touch, and nothing happens in the future', async (t) => {
  const { house, send } = await withSource(t);
  house.clock.at = Date.parse('2026-05-21T08:00:00.000Z');
  await send('/v1/batch', {
    sentAt: '2026-05-20T20:00:10.000Z', // twelve hours behind
    batch: [{ type: 'track', event: 'Lead', userId: 'u', messageId: 'behind', timestamp: '2026-05-20T20:00:00.000Z' }],
  });
  await send('/v1/track', { event: 'Lead', userId: 'u', messageId: 'ahead', timestamp: '2026-05-22T08:00:00.000Z' });
  const { engine } = await facts(house);
  assert.deepEqual(await engine.read('select id, touched_at as at from touch order by id'), [
    { id: 'ahead', at: '2026-05-21T08:00:00.000Z' },
    { id: 'behind', at: '2026-05-21T07:59:50.000Z' },
  ]);
});

test('what became of events is visible, names can be counted after all, and a day can be taken back', async (t) => {
  const { house, owner, source, send } = await withSource(t);
  await send('/v1/batch', {
    batch: [
      { type: 'track', event: 'Quote Opened', userId: 'u', messageId: 'q1' },
      { type: 'track', event: 'Lead', userId: 'u', messageId: 'l1' },
      { type: 'track', event: 'Lead' },
    ],
  });
  const { engine } = await facts(house);
  const seen = async () =>
    (
      (await owner.get('sources', { company: 'acme' })).body.sources[0].events as {
        event: string;
        became: string;
        n: number;
        reason: string;
      }[]
    )
      .map(({ event, became, n, reason }) => [event, became, n, reason])
      .toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  assert.deepEqual(await seen(), [
    ['Lead', 'refused', 1, 'neither userId nor anonymousId'],
    ['Lead', 'touch', 1, ''],
    ['Quote Opened', 'kept', 1, ''],
  ]);
  const counted = await owner.post('source count', { company: 'acme', id: source.id, event: 'Quote Opened' });
  assert.deepEqual(counted.body, { touches: ['Quote Opened'], again: 1 });
  assert.equal((await engine.read('from touch')).length, 2);
  assert.equal((await owner.get('loads', { company: 'acme' })).body.loads.length, 1);
  assert.equal((await owner.post('revert', { company: 'acme', n: 1 })).status, 200);
  assert.equal((await engine.read('from touch')).length, 0);
  await send('/v1/track', { event: 'Lead', userId: 'u', messageId: 'l2' });
  await facts(house);
  assert.deepEqual(await engine.read('select id, load from touch'), [{ id: 'l2', load: 2 }], 'what comes after begins a new load');
  assert.equal((await owner.post('source revoke', { company: 'acme', id: source.id })).status, 200);
  assert.equal((await send('/v1/track', { event: 'Lead', userId: 'u' })).status, 401);
});

test('a request of which nothing can be taken is refused with the reason of each, and what was sent is kept', async (t) => {
  const { owner, source, send } = await withSource(t);
  const bad = [
    { type: 'track', event: 'Lead', messageId: 'm-9' },
    { type: 'dance', userId: 'u' },
  ];
  const { status, body } = await send('/v1/batch', { batch: bad });
  assert.deepEqual(
    [status, body.success, body.message, body.refused],
    [
      400,
      false,
      'None of the 2 events was taken.',
      [
        { index: 0, type: 'track', event: 'Lead', message: 'm-9', reason: 'neither userId nor anonymousId' },
        { index: 1, type: 'dance', event: '', message: null, reason: 'unknown type "dance"' },
      ],
    ],
  );
  assert.equal((await send('/v1/track', { userId: 'u' })).body.message, 'The event was not taken: a track call without an event name.');
  const { events } = (await owner.get('source refused', { company: 'acme', id: source.id })).body as {
    events: { reason: string; json: string }[];
  };
  assert.deepEqual(
    events.map(({ reason, json }) => [reason, JSON.parse(json)]),
    [
      ['a track call without an event name', { userId: 'u' }],
      ['unknown type "dance"', bad[1]],
      ['neither userId nor anonymousId', bad[0]],
    ],
  );
});

test('a write key is changed without a gap: both open for a while, then the new one alone', async (t) => {
  const { house, owner, source, send } = await withSource(t);
  house.clock.at = Date.parse('2026-05-21T08:00:00.000Z');
  const changed = (await owner.post('source key', { company: 'acme', id: source.id, hours: 2 })).body as {
    writeKey: string;
    beforeUntil: string;
  };
  assert.equal(changed.beforeUntil, '2026-05-21T10:00:00.000Z');
  const withKey = async (key: string): Promise<number> =>
    (await send('/v1/track', { userId: 'u', event: 'Lead' }, { authorization: `Basic ${btoa(`${key}:`)}` })).status;
  assert.deepEqual([await withKey(source.writeKey), await withKey(changed.writeKey)], [200, 200]);
  house.clock.at += 2 * 3_600_000;
  assert.deepEqual([await withKey(source.writeKey), await withKey(changed.writeKey)], [401, 200]);
  await owner.post('source revoke', { company: 'acme', id: source.id });
  assert.equal(await withKey(changed.writeKey), 401);
});

test('somebody who is to be forgotten is gone from the events that wait, that landed and that were refused', async (t) => {
  const { house, owner, source, send } = await withSource(t);
  const about = { type: 'identify', userId: 'u7', messageId: 'm1', traits: { email: 'Kim@Buyer.example', name: 'Kim' } };
  await send('/v1/batch', { batch: [about, { type: 'track', event: 'Lead', anonymousId: 'other', messageId: 'm2' }] });
  await facts(house);
  await send('/v1/batch', {
    batch: [
      { type: 'track', event: 'Lead', userId: 'u7', messageId: 'm3' },
      { type: 'track', event: 'Asked', anonymousId: 'a9', messageId: 'm4', properties: { message: 'Write to Kim@buyer.example, please' } },
      { type: 'track', event: 'Lead', anonymousId: 'u77', messageId: 'm5' },
      { type: 'dance', email: 'kim@buyer.example' },
    ],
  });
  const room = house.house.company('acme');
  if (!room.ok) throw new Error(room.refusal.text);
  const { store } = room.value;
  assert.equal(store.eraseArrivals({ visitors: ['u7'], emails: ['kim@buyer.example'] }), 4);
  assert.deepEqual(
    store.waiting(9).map(({ message }) => message),
    ['m5'],
    'what waited never lands, and nobody else is hit',
  );
  assert.deepEqual([...store.lastVisits(source.id, ['u7', 'other']).keys()], ['other']);
  assert.deepEqual((await owner.get('source refused', { company: 'acme', id: source.id })).body, { events: [] });
  await send('/v1/batch', { batch: [about] });
  assert.equal(store.waiting(9).length, 1, 'sent again by a client that had no answer, it stays forgotten');
  assert.equal(store.eraseArrivals({ visitors: ['u7'], emails: [] }), 0);
});

test('a write key opens nothing but the door for events', async (t) => {
  const { house, source } = await withSource(t);
  assert.equal((await house.somebody(source.writeKey).get('loads', { company: 'acme' })).status, 401);
});
