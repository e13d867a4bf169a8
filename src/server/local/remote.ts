/** By way of a running server: the operator's secret stands in a file that only the owner of the data folder can read. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { ProgressLine } from '../contract/live.ts';
import type { Problem } from '../contract/problem.ts';
import { problem } from '../house/problems.ts';
import type { Door, Wish } from './door.ts';

export type Served = { readonly url: string; readonly secret: string };

/** The door of a server that answers; null where nothing answers any more, so that the folder may be free. */
export const remoteDoor = async ({ url, secret }: Served, { onProgress }: Wish): Promise<Door | null> => {
  const headers = { authorization: `Bearer ${secret}` };
  const well = await fetch(new URL('/api/health', url), { signal: AbortSignal.timeout(5000) }).then(
    (answer) => answer.ok,
    () => false, // fetch says "nobody there" by throwing
  );
  if (!well) return null;
  return {
    server: url,
    call: async (name, input) => {
      const answer = await fetch(new URL(`/api/${name.replaceAll(' ', '-')}`, url), {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/x-ndjson, application/json' },
        body: JSON.stringify(input),
      });
      if (!answer.headers.get('content-type')?.includes('application/x-ndjson')) return wholeOf(await answer.json(), answer.ok);
      return lastLineOf(answer.body, onProgress);
    },
    hand: (file) => upload(url, headers, file),
    close: async () => undefined,
  };
};

const wholeOf = (body: unknown, fine: boolean): Result<unknown, Problem> =>
  fine ? ok(body) : refuse((body as { readonly error: Problem }).error);

/** Lines of progress, then the answer or the problem. */
const lastLineOf = async (body: ReadableStream<Uint8Array> | null, onProgress: Wish['onProgress']): Promise<Result<unknown, Problem>> => {
  let rest = '';
  let answer: Result<unknown, Problem> = problem(
    'closing',
    'The server stopped before it had answered.',
    'Look with lockstep loads what landed, and run the command again.',
  );
  const read = (line: string): void => {
    if (line.trim() === '') return;
    const said = JSON.parse(line) as ProgressLine;
    if ('progress' in said) onProgress(said.progress);
    else answer = 'error' in said ? refuse(said.error) : ok(said.value);
  };
  const text = new TextDecoder();
  for await (const chunk of body ?? []) {
    const lines = (rest + text.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(read);
  }
  read(rest);
  return answer;
};

const upload = async (url: string, headers: { readonly authorization: string }, file: string): Promise<Result<string, Problem>> => {
  const there = await isThere(file);
  if (!there.ok) return there;
  const answer = await fetch(new URL('/api/upload', url), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(path.basename(file)) },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>,
    duplex: 'half',
  });
  const body = (await answer.json()) as { readonly upload: string };
  const sent = wholeOf(body, answer.ok);
  return sent.ok ? ok(body.upload) : sent;
};

/** All is well where a path leads to a file. */
export const isThere = async (file: string): Promise<Result<null, Problem>> => {
  const info = await stat(file).catch(() => null);
  if (info?.isFile()) return ok(null);
  return info
    ? problem('file-missing', `${file} is a folder, not a file.`, 'Name the files in it.', { file })
    : problem('file-missing', `There is no file ${file}.`, 'Check the path.', { file });
};
