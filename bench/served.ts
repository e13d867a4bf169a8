/** What benches of people at once share: a server in a process of its own, its door, its streams, and the cards they move. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Headers = Readonly<Record<string, string>>;
export type Server = { readonly url: string; readonly headers: Headers };

/** Starts a server on a fresh folder for the length of `use`; both are gone after it. Its headers are those of the command line. */
export const served = async <T>(use: (server: Server) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-bench-'));
  const main = path.join(import.meta.dirname, '../src/server/main.ts');
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', LOCKSTEP_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    const { url, token } = JSON.parse(readFileSync(path.join(folder, 'server.json'), 'utf8')) as { url: string; token: string };
    return await use({ url, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } });
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Runs one operation; a refusal is an error. */
export const post = async <T>({ url, headers }: Server, operation: string, input: object): Promise<T> => {
  const answer = await fetch(`${url}/api/${operation}`, { method: 'POST', headers, body: JSON.stringify(input) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
};

/** Founds a company with so many work items, w_0 first. */
export const withItems = async (server: Server, items: number): Promise<void> => {
  const added = (i: number): object => ({
    type: 'item/add',
    id: `w_${i}`,
    title: `Letter ${i} to the shippers of the north`,
    priority: null,
    owner: null,
    sizeDays: 3,
    request: null,
    foundational: null,
    on: '2026-04-01',
  });
  await post(server, 'company-add', { name: 'Acme' });
  await post(server, 'decide', { company: 'acme', batch: 'bench-items', commands: Array.from({ length: items }, (_, i) => added(i)) });
};

/** Reads a stream of server-sent events until the server ends; the returned promise stands once `take` has been given the first. */
export const stream = async (url: string, headers: Headers, take: (event: string, data: string) => void): Promise<void> => {
  const answer = await fetch(url, { headers });
  if (!answer.ok || !answer.body) throw new Error(`no stream: ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const next = async (): Promise<boolean> => {
    const { done, value } = await reader.read();
    if (done) return false;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) take(/^event: (.*)$/m.exec(block)?.[1] ?? '', /^data: (.*)$/m.exec(block)?.[1] ?? '');
    return true;
  };
  await next();
  const read = async (): Promise<void> => {
    while (await next());
  };
  read().catch(() => undefined); // the stream is cut off on purpose when the server ends
};

/** The least time that so large a part of them took at most. */
export const quantile = (times: readonly number[], q: number): number => times.toSorted((a, b) => a - b)[Math.ceil(q * times.length) - 1]!;
