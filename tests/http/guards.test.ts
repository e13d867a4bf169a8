/** What stands before every answer: hosts, other sites, sizes, shapes, headers, and the files that pages are made of. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { batchOf, castIn, good, objective, openUnder, OPERATOR_SECRET, type Cast, type Under } from './house-under-test.ts';

const open = async (t: TestContext, env: Record<string, string> = {}): Promise<{ under: Under; cast: Cast }> => {
  const under = await openUnder(t, env);
  return { under, cast: await castIn(under) };
};

test('a name that somebody pointed at this machine is not answered', async (t) => {
  const { cast } = await open(t);
  for (const host of ['evil.example', 'evil.example:4000', 'localhost.evil.example', '10.0.0.7:4000', '127.0.0.1.evil.example'])
    assert.equal((await cast.owner.get('health', {}, { host })).status, 421, host);
  for (const host of ['localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'LOCALHOST'])
    assert.equal((await cast.nobody.get('health', {}, { host })).status, 200, host);
});

test('the address that people use is answered, and so is any host where others may reach the server', async (t) => {
  const proxied = await openUnder(t, { LOCKSTEP_URL: 'https://lockstep.example.com' });
  assert.equal((await proxied.somebody().get('health', {}, { host: 'lockstep.example.com' })).status, 200);
  assert.equal((await proxied.somebody().get('health', {}, { host: 'other.example.com' })).status, 421);
  const shared = await openUnder(t, { HOST: '0.0.0.0' });
  assert.equal((await shared.somebody().get('health', {}, { host: 'lockstep.lan:4000' })).status, 200);
});

test('what changes something must come from our own pages or from no page at all', async (t) => {
  const { cast } = await open(t);
  const decide = (id: string, headers: Record<string, string>) => cast.marketer.post('decide', batchOf('acme', [objective(id)]), headers);
  for (const headers of [
    { origin: 'http://evil.example' },
    { origin: 'http://localhost:5999' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:4000', 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[]) {
    const answer = await decide('x', headers);
    assert.deepEqual([answer.status, answer.body.error.code], [403, 'other-site'], JSON.stringify(headers));
  }
  for (const [i, headers] of (
    [{}, { origin: 'http://localhost:4000' }, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }] as Record<string, string>[]
  ).entries())
    assert.equal((await decide(`y${i}`, headers)).status, 200, JSON.stringify(headers));
});

test('a form of another site cannot sign anybody in or out, nor follow a live stream or read', async (t) => {
  const { cast } = await open(t);
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
    const answer = await cast.owner.post('sign-out', {}, { 'content-type': type });
    assert.deepEqual([answer.status, answer.body.error.code], [415, 'not-json']);
  }
  assert.equal((await cast.owner.get('book', { company: 'acme' }, { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await cast.owner.fetch('/api/live?company=acme', { headers: { 'sec-fetch-site': 'cross-site' } })).status, 403);
  assert.equal((await cast.owner.get('companies')).status, 200);
});

test('no answer allows another origin to read it', async (t) => {
  const { cast } = await open(t);
  const answer = await cast.owner.get('companies', {}, { origin: 'http://evil.example' });
  assert.equal(answer.status, 403);
  const preflight = await cast.owner.fetch('/api/decide', {
    method: 'OPTIONS',
    headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
  });
  assert.ok(!preflight.ok);
  assert.equal(preflight.headers.get('access-control-allow-origin'), null);
});

test('every answer forbids guessing, framing, telling others and scripts that are not ours', async (t) => {
  const { cast } = await open(t);
  for (const at of ['/', '/api/health', '/api/nothing', '/assets/nothing.js', '/api/openapi.json']) {
    const { headers } = await cast.nobody.fetch(at);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src 'self'(;|$)/, at);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy.replace(/style-src[^;]*/, ''), /unsafe/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
  }
});

test('what cannot be read, is too large or is nowhere is refused in words', async (t) => {
  const { cast } = await open(t);
  const raw = async (body: string, headers = { 'content-type': 'application/json' }) => {
    const answer = await cast.owner.fetch('/api/decide', { method: 'POST', headers, body });
    return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
  };
  assert.deepEqual(await raw('{"company":'), [400, 'bad-json']);
  assert.deepEqual(await raw('[]'), [400, 'invalid-input']);
  assert.deepEqual(await raw('null'), [400, 'invalid-input']);
  assert.deepEqual(await raw(`"${'x'.repeat(8_000_001)}"`), [413, 'too-large']);
  assert.deepEqual(await raw('{"__proto__":{"company":"acme"}}'), [400, 'invalid-input']);
  for (const [name, status, code] of [
    ['no-such-thing', 404, 'no-such-operation'],
    ['constructor', 404, 'no-such-operation'],
    ['decide/x', 404, 'no-such-operation'],
  ] as const) {
    const answer = await cast.owner.post(name);
    assert.deepEqual([answer.status, answer.body.error.code], [status, code]);
  }
});

test('what only reads may be asked by GET with lists and numbers; what changes something may not', async (t) => {
  const { cast } = await open(t);
  const refused = await cast.owner.get('sign-out');
  assert.deepEqual([refused.status, refused.body.error.code, refused.headers.get('allow')], [405, 'wrong-method', 'POST']);
  const history = await cast.owner.fetch('/api/history?company=acme&limit=1');
  assert.equal(((await history.json()) as { entries: unknown[] }).entries.length, 1);
  assert.equal((await cast.owner.get('history', { company: 'acme', limit: 'many' })).body.error.code, 'invalid-input');
});

test('an answer that has not changed is not sent again, and a large one is sent compressed', async (t) => {
  const { cast } = await open(t);
  const book = await good(cast.owner.get('book', { company: 'acme' }));
  const etag = book.headers.get('etag')!;
  assert.equal((await cast.owner.get('book', { company: 'acme' }, { 'if-none-match': etag })).status, 304);
  await good(
    cast.marketer.post(
      'decide',
      batchOf(
        'acme',
        Array.from({ length: 50 }, (_, i) => objective(String(i))),
      ),
    ),
  );
  const packed = await cast.owner.fetch('/api/book?company=acme', { headers: { 'if-none-match': etag, 'accept-encoding': 'gzip' } });
  assert.deepEqual([packed.status, packed.headers.get('content-encoding')], [200, 'gzip']);
  assert.equal(JSON.parse(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).book.objective.length, 50);
  const live = await cast.owner.fetch('/api/live?company=acme', { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(live.headers.get('content-encoding'), null);
  await live.body!.cancel();
});

test('a defect is told without its inside, and stands in the log with it', async (t) => {
  const { cast, under } = await open(t);
  const room = under.house.company('acme');
  assert.ok(room.ok);
  room.value.store.close();
  const answer = await cast.marketer.post('decide', batchOf('acme', [objective('a')]));
  assert.deepEqual([answer.status, answer.body.error.code], [500, 'defect']);
  assert.doesNotMatch(answer.text, /database|node:|at /);
  const line = under.lines.map((l) => JSON.parse(l) as { level: string; operation?: string }).find((l) => l.level === 'error');
  assert.equal(line?.operation, 'decide');
  await under.house.closeCompany('acme').catch(() => undefined);
});

test('pages: hashed files for good, routes get the page, nothing outside the folder is ever read', async (t) => {
  const under = await openUnder(t);
  const who = under.somebody();
  assert.match(await (await who.fetch('/')).text(), /have not been built yet/);
  const pages = path.join(under.folder, 'pages');
  mkdirSync(path.join(pages, 'assets'), { recursive: true });
  writeFileSync(path.join(pages, 'index.html'), '<!doctype html><title>Lockstep</title>');
  writeFileSync(path.join(pages, 'assets/main-BxYz1234.js'), `export const x = ${'1'.repeat(5000)};`);
  const script = await who.fetch('/assets/main-BxYz1234.js', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
  assert.equal(script.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.match(script.headers.get('content-type')!, /^text\/javascript/);
  assert.match(brotliDecompressSync(Buffer.from(await script.arrayBuffer())).toString(), /^export const x/);
  for (const route of ['/', '/acme/thread', '/join/lsi_x', '/acme/deal/4711']) {
    const page = await who.fetch(route);
    assert.deepEqual([page.status, page.headers.get('cache-control')], [200, 'no-cache']);
    assert.match(await page.text(), /<title>Lockstep/);
    assert.equal((await who.fetch(route, { headers: { 'if-none-match': page.headers.get('etag')! } })).status, 304);
  }
  for (const at of [
    '/../lockstep.db',
    '/%2e%2e/lockstep.db',
    '/..%2flockstep.db',
    '/assets/..%2f..%2flockstep.db',
    '/%2e%2e%2flockstep.db',
    '/..%5clockstep.db',
    '//lockstep.db',
    '/%00',
    '/%ff.js',
    '/assets/missing-12345678.js',
  ]) {
    const answer = await who.fetch(at);
    assert.doesNotMatch(await answer.text(), /SQLite/, at);
    assert.notEqual(answer.headers.get('content-type'), 'application/octet-stream', at);
  }
  assert.equal((await who.fetch('/assets/missing-12345678.js')).status, 404);
  assert.equal((await who.fetch('/', { method: 'POST' })).status, 405);
});

test('a file is taken in by its name and kept under an id; nobody names the place', async (t) => {
  const { cast, under } = await open(t);
  const send = (headers: Record<string, string>, body = 'a,b\n1,2\n', who = cast.marketer) =>
    who.fetch('/api/upload', { method: 'POST', headers, body });
  const name = encodeURIComponent('../../Übersicht\n.csv');
  const answer = await send({ 'x-file-name': name });
  assert.equal(answer.status, 200);
  const { upload } = (await answer.json()) as { upload: string };
  const kept = under.house.upload(upload)!;
  assert.equal(kept.name, 'Übersicht.csv');
  assert.equal(path.dirname(kept.path), path.join(under.folder, 'uploads'));
  assert.equal(readFileSync(kept.path, 'utf8'), 'a,b\n1,2\n');
  assert.equal(under.house.upload('../lockstep.db'), null);
  assert.equal((await send({})).status, 400);
  assert.equal((await send({ 'x-file-name': '%ff' })).status, 400);
  assert.equal((await send({ 'x-file-name': 'x', origin: 'http://evil.example' })).status, 403);
  assert.equal((await send({ 'x-file-name': 'x' }, 'x', cast.nobody)).status, 401);
  assert.equal((await send({ 'x-file-name': 'x' }, 'x', cast.viewer)).status, 403);
  assert.equal((await send({ 'x-file-name': 'x' }, 'x', cast.reader)).status, 403);
  assert.equal((await send({ 'x-file-name': 'x' }, 'x', cast.writer)).status, 200);
  assert.equal((await send({ 'x-file-name': 'x' }, 'x', under.somebody(OPERATOR_SECRET))).status, 200);
});

test('a file beyond the limit is refused, whether or not it says how large it is, and nothing of it stays', async (t) => {
  const { cast, under } = await open(t, { LOCKSTEP_UPLOAD_MB: '0.01' });
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (let i = 0; i < 30; i++) controller.enqueue(new Uint8Array(1000));
      controller.close();
    },
  });
  const unsaid = await cast.owner.fetch('/api/upload', {
    method: 'POST',
    headers: { 'x-file-name': 'x' },
    body: stream,
    duplex: 'half',
  });
  assert.equal(unsaid.status, 413);
  const said = await cast.owner.fetch('/api/upload', {
    method: 'POST',
    headers: { 'x-file-name': 'x', 'content-length': '30000' },
    body: 'x',
  });
  assert.equal(said.status, 413);
  assert.deepEqual(readdirSync(path.join(under.folder, 'uploads')), []);
});

test('long work answers line by line where that is asked for', async (t) => {
  const { cast } = await open(t);
  const ask = async (company: string) => {
    const answer = await cast.owner.fetch('/api/book', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/x-ndjson, application/json' },
      body: JSON.stringify({ company }),
    });
    assert.equal(answer.headers.get('content-type'), 'application/x-ndjson');
    return (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, { company?: string; code?: string }>);
  };
  assert.equal((await ask('acme')).at(-1)!.value!.company, 'acme');
  assert.equal((await ask('other')).at(-1)!.error!.code, 'no-such-company');
});
