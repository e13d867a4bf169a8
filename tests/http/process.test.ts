/** The server as a process: one line when ready, one sentence and a code of its own where it cannot be, and a clean end. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const MAIN = path.join(import.meta.dirname, '../../src/server/main.ts');

type Started = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
};

const start = (t: TestContext, env: Record<string, string>): Started => {
  const { PORT: _, LOCKSTEP_DATA: __, HOST: ___, ...rest } = process.env;
  const child = spawn(process.execPath, [MAIN], { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  t.after(() => {
    if (child.exitCode === null) child.kill('SIGKILL');
    return ended;
  });
  return { child, out: () => out, err: () => err, ended };
};

/** The address printed; fails when the process ends before. */
const ready = async ({ out, err, child }: Started): Promise<string> => {
  for (let i = 0; i < 2400; i++) {
    const url = /^Lockstep is ready: (\S+)\n/.exec(out())?.[1];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${err()}`);
    await pause(25);
  }
  throw new Error(`not ready: ${out()} ${err()}`);
};

const folderFor = (t: TestContext): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-process-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

test('a start prints one line with the address, answers there, and ends cleanly when asked', async (t) => {
  const folder = path.join(folderFor(t), 'deep/data');
  const server = start(t, { PORT: '0', LOCKSTEP_DATA: folder });
  const url = await ready(server);
  assert.deepEqual(await (await fetch(`${url}/api/health`)).json(), { status: 'ok', version: '0.1.0' });
  assert.equal(server.out(), `Lockstep is ready: ${url}\n`);
  assert.equal(server.err(), '');
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  const card = JSON.parse(await readFile(path.join(folder, 'server.json'), 'utf8')) as { url: string; token: string };
  assert.equal(statSync(path.join(folder, 'server.json')).mode & 0o777, 0o600);
  const operator = await fetch(`${card.url}/api/company-add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${card.token}` },
    body: '{"name":"Acme"}',
  });
  assert.equal(operator.status, 200);
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  assert.equal(existsSync(path.join(folder, 'server.json')), false);
});

test('PORT and LOCKSTEP_DATA are respected, and what was decided is there after the next start', async (t) => {
  const folder = folderFor(t);
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const first = start(t, { PORT: String(port), LOCKSTEP_DATA: folder });
  assert.equal(await ready(first), `http://localhost:${port}`);
  const claim = { name: 'Hanna', email: 'hanna@example.com', password: 'correct horse battery' };
  const answer = await fetch(`http://localhost:${port}/api/claim-house`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(claim),
  });
  assert.equal(answer.status, 200);
  first.child.kill('SIGINT');
  assert.equal(await first.ended, 0);
  const second = start(t, { PORT: String(port), LOCKSTEP_DATA: folder });
  await ready(second);
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
  const door = (await (await fetch(`http://localhost:${port}/api/door`, { headers: { cookie } })).json()) as { me: { name: string } };
  assert.equal(door.me.name, 'Hanna');
});

test('an open stream does not hold up the end', async (t) => {
  const folder = folderFor(t);
  const server = start(t, { PORT: '0', LOCKSTEP_DATA: folder });
  const url = await ready(server);
  const { token } = JSON.parse(await readFile(path.join(folder, 'server.json'), 'utf8')) as { token: string };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  await fetch(`${url}/api/company-add`, { method: 'POST', headers, body: '{"name":"Acme"}' });
  const live = await fetch(`${url}/api/live?company=acme`, { headers });
  assert.equal(live.status, 200);
  const text = live.text();
  const began = performance.now();
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  assert.ok(performance.now() - began < 15_000);
  await text;
});

test('a taken port is said in one sentence', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.after(() => other.close());
  const { port } = other.address() as AddressInfo;
  const server = start(t, { PORT: String(port), LOCKSTEP_DATA: folderFor(t) });
  assert.equal(await server.ended, 11);
  assert.equal(server.err(), `Port ${port} is taken by another program. Stop it, or choose another port: PORT=4001 npm start\n`);
  assert.equal(server.out(), '');
});

test('a folder that cannot be written is said in one sentence', async (t) => {
  const file = path.join(folderFor(t), 'a-file');
  writeFileSync(file, 'not a folder');
  for (const folder of [file, path.join(file, 'data')]) {
    const server = start(t, { PORT: '0', LOCKSTEP_DATA: folder });
    assert.equal(await server.ended, 12);
    assert.match(server.err(), /^Lockstep cannot write to \S+ \(.*\).*LOCKSTEP_DATA\.\n$/);
    assert.equal(server.out(), '');
  }
});

test('a second process on the same folder names the address of the first', async (t) => {
  const folder = folderFor(t);
  const url = await ready(start(t, { PORT: '0', LOCKSTEP_DATA: folder }));
  const second = start(t, { PORT: '0', LOCKSTEP_DATA: folder });
  assert.equal(await second.ended, 13);
  assert.equal(second.err(), `Another Lockstep already holds ${folder}: it answers at ${url}.\n`);
});

test('a setting that cannot be is named', async (t) => {
  const server = start(t, { PORT: 'http', LOCKSTEP_DATA: folderFor(t) });
  assert.equal(await server.ended, 10);
  assert.match(server.err(), /^PORT is "http", which is no port\. .*\n$/);
});

test('a house from a newer Lockstep is refused and left as it is', async (t) => {
  const folder = folderFor(t);
  const { DatabaseSync } = await import('node:sqlite');
  const first = start(t, { PORT: '0', LOCKSTEP_DATA: folder });
  await ready(first);
  first.child.kill('SIGTERM');
  await first.ended;
  const db = new DatabaseSync(path.join(folder, 'lockstep.db'));
  db.exec('pragma user_version = 99');
  db.close();
  const server = start(t, { PORT: '0', LOCKSTEP_DATA: folder });
  assert.equal(await server.ended, 14);
  assert.match(server.err(), /newer Lockstep/);
});

test('where others can reach the server, the first address carries the key for the first account', async (t) => {
  const server = start(t, { PORT: '0', HOST: '0.0.0.0', LOCKSTEP_DATA: folderFor(t) });
  const url = await ready(server);
  const setupToken = new URL(url).searchParams.get('setup');
  assert.match(setupToken ?? '', /^lsu_/);
  const claim = (token: string | null) =>
    fetch(new URL('/api/claim-house', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Hanna',
        email: 'hanna@example.com',
        password: 'correct horse battery',
        setupToken: token ?? undefined,
      }),
    });
  assert.equal((await claim(null)).status, 403);
  assert.equal((await claim(setupToken)).status, 200);
});

test('after a kill the folder is free and nothing that was answered is missing', async (t) => {
  const folder = folderFor(t);
  const first = start(t, { PORT: '0', LOCKSTEP_DATA: folder });
  const url = await ready(first);
  const { token } = JSON.parse(await readFile(path.join(folder, 'server.json'), 'utf8')) as { token: string };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const post = (at: string, name: string, input: object) =>
    fetch(`${at}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
  await post(url, 'company-add', { name: 'Acme' });
  const answered: string[] = [];
  const deciding = (async () => {
    for (let i = 0; ; i++) {
      const objective = { type: 'objective/set', id: `o_${i}`, statement: 'Grow', due: '2026-12-31', owner: null };
      const answer = await post(url, 'decide', { company: 'acme', batch: `kill-test-${i}`, commands: [objective] }).catch(() => null);
      if (!answer?.ok) return;
      answered.push(`o_${i}`);
    }
  })();
  while (answered.length < 20) await pause(5);
  first.child.kill('SIGKILL');
  await first.ended;
  await deciding;
  const second = start(t, { PORT: '0', LOCKSTEP_DATA: folder });
  const again = await ready(second);
  const card = JSON.parse(await readFile(path.join(folder, 'server.json'), 'utf8')) as { token: string };
  const answer = await fetch(`${again}/api/book?company=acme`, { headers: { authorization: `Bearer ${card.token}` } });
  const { book } = (await answer.json()) as { book: { objective: [string][] } };
  const kept = new Set(book.objective.map(([id]) => id));
  assert.deepEqual(
    answered.filter((id) => !kept.has(id)),
    [],
  );
});
