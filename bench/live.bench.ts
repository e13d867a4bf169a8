/**
 * How long from sending a command until it is durable and answered, and until the last of 50 listeners has it. The server
 * is a process of its own; the listeners and the sender share this one.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from './harness.ts';

export const name = 'Live: one command, 50 listeners';

const LISTENERS = 50;
const COMMANDS = 500;

type Server = { readonly child: ChildProcess; readonly url: string; readonly headers: Readonly<Record<string, string>> };

export const run = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-bench-'));
  const server = await serve(folder);
  try {
    await post(server, 'company-add', { name: 'Acme' });
    const heard = new Map<string, () => void>();
    await Promise.all(Array.from({ length: LISTENERS }, () => listen(server, (batch) => heard.get(batch)?.())));
    const calm = await measure(server, heard, 20);
    const busy = await measure(server, heard, 5);
    return [
      { what: 'durable and answered, 50 commands a second, p50', value: calm.answered(0.5), unit: 'ms' },
      { what: 'durable and answered, 50 commands a second, p95', value: calm.answered(0.95), unit: 'ms', atMost: 50 },
      { what: 'seen by all 50, 50 commands a second, p50', value: calm.seen(0.5), unit: 'ms' },
      { what: 'seen by all 50, 50 commands a second, p95', value: calm.seen(0.95), unit: 'ms', atMost: 100 },
      { what: 'seen by all 50, 200 commands a second, p95', value: busy.seen(0.95), unit: 'ms', atMost: 250 },
    ];
  } finally {
    server.child.kill('SIGTERM');
    await once(server.child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
};

const serve = async (folder: string): Promise<Server> => {
  const main = path.join(import.meta.dirname, '../src/server/main.ts');
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', LOCKSTEP_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const { url, token } = JSON.parse(readFileSync(path.join(folder, 'server.json'), 'utf8')) as { url: string; token: string };
  return { child, url, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } };
};

const post = async ({ url, headers }: Server, operation: string, input: object): Promise<void> => {
  const answer = await fetch(`${url}/api/${operation}`, { method: 'POST', headers, body: JSON.stringify(input) });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.arrayBuffer();
};

type Times = { readonly answered: (quantile: number) => number; readonly seen: (quantile: number) => number };

/** One command every `gap` ms, whether or not the ones before it have been answered. */
const measure = async (server: Server, heard: Map<string, () => void>, gap: number): Promise<Times> => {
  const [answered, seen]: [number[], number[]] = [[], []];
  const answers: Promise<void>[] = [];
  const began = performance.now();
  for (let i = 0; i < COMMANDS; i++) {
    const batch = `bench-${gap}-${i}`;
    const command = {
      type: 'objective/set',
      id: `o_${gap}-${i}`,
      statement: 'Grow with the customers we have',
      due: '2026-12-31',
      owner: null,
    };
    const sent = performance.now();
    let missing = LISTENERS;
    heard.set(batch, () => {
      missing -= 1;
      if (missing === 0) seen.push(performance.now() - sent);
    });
    answers.push(
      post(server, 'decide', { company: 'acme', batch, commands: [command] }).then(() => void answered.push(performance.now() - sent)),
    );
    await pause(Math.max(0, began + (i + 1) * gap - performance.now()));
  }
  await Promise.all(answers);
  for (let waited = 0; seen.length < COMMANDS; waited++) {
    if (waited > 200) throw new Error(`only ${seen.length} of ${COMMANDS} commands reached all ${LISTENERS} listeners`);
    await pause(50);
  }
  return { answered: (q) => quantile(answered, q), seen: (q) => quantile(seen, q) };
};

/** Resolves once the stream stands; calls `hear` with the batch of each message. */
const listen = async ({ url, headers }: Server, hear: (batch: string) => void): Promise<void> => {
  const answer = await fetch(`${url}/api/live?company=acme`, { headers });
  if (!answer.ok || !answer.body) throw new Error(`no stream: ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const read = async (): Promise<void> => {
    let rest = '';
    for (let more = await reader.read(); !more.done; more = await reader.read()) {
      const blocks = (rest + more.value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data && block.includes('event: decided')) hear((JSON.parse(data) as { batch: string }).batch);
      }
    }
  };
  read().catch(() => undefined); // the stream is cut off on purpose when the server ends
};

const quantile = (times: readonly number[], q: number): number => times.toSorted((a, b) => a - b)[Math.ceil(q * times.length) - 1]!;
