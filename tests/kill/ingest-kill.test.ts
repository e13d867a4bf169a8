/** Kill -9 while events come in: every event that was answered is in the facts after the next start, and once. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { OPERATOR } from '../../src/domain/decider.ts';
import { landArrivals } from '../../src/server/arrivals/land.ts';
import { foundCompany } from '../../src/server/house/found.ts';
import { openHouse, type House } from '../../src/server/house/house.ts';

const KILLS = 4;
const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-ingest-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const now = (): string => new Date().toISOString();
const inHouse = async <T>(work: (house: House) => Promise<T>): Promise<T> => {
  const house = openHouse(folder, now);
  if (!house.ok) throw new Error(house.refusal.text);
  try {
    return await work(house.value);
  } finally {
    await house.value.close();
  }
};
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

const started = async (port: number): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../../src/server/main.ts')], {
    env: { ...process.env, LOCKSTEP_DATA: folder, PORT: String(port), LOCKSTEP_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((done, no) => {
    child.stdout.setEncoding('utf8').on('data', (said: string) => said.includes('ready') && done());
    child.on('close', () => no(new Error('the server did not start')));
  });
  return child;
};

test('kill -9 while events come in loses nothing that was answered', { timeout: 240_000 }, async (t: TestContext) => {
  const key = 'lsw_acme_secret';
  await inHouse(async (house) => {
    const room = await foundCompany(
      house,
      { name: 'Acme', currency: 'EUR', zone: 'UTC', fiscal: { startMonth: 1, pattern: 'calendar' } },
      null,
      now(),
    );
    if (!room.ok) throw new Error(room.refusal.text);
    room.value.store.addSource({ id: 'k_web', name: 'Website', src: 'segment', touches: [], madeBy: OPERATOR, madeAt: now() }, key);
  });
  const acknowledged: string[] = [];
  let sent = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const port = await freePort();
    const child = await started(port);
    const life = { over: false };
    const sending = (async () => {
      while (!life.over) {
        const ids = Array.from({ length: 20 }, () => `m${sent++}`);
        const answer = await fetch(`http://127.0.0.1:${port}/v1/batch`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${key}:`)}` },
          body: JSON.stringify({ batch: ids.map((messageId) => ({ type: 'track', event: 'Lead', userId: 'u', messageId })) }),
        }).catch(() => null);
        if (answer?.status === 200) acknowledged.push(...ids);
        else if (answer) equal(answer.status, 200);
      }
    })();
    // Long enough for some to land while others still wait.
    await wait(1500 + kill * 900);
    child.kill('SIGKILL');
    await new Promise((done) => child.on('close', done));
    life.over = true;
    await sending;
  }
  await inHouse(async (house) => {
    const room = house.company('acme');
    if (!room.ok) throw new Error(room.refusal.text);
    await landArrivals(room.value, now());
    const facts = await room.value.facts();
    const there = (await facts.engine.read<{ id: string }>('select id from touch')).map(({ id }) => id);
    equal(new Set(there).size, there.length, 'each stands once');
    const missing = acknowledged.filter((id) => !there.includes(id));
    t.diagnostic(`${KILLS} kills, ${sent} events sent, ${acknowledged.length} answered, ${there.length} in the facts`);
    deepEqual(missing, []);
    ok(acknowledged.length > 200);
  });
});
