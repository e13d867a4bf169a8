/** What a worker does all day: takes one job at a time from its port, tells how far it came, and gives back answer or error. */
import { parentPort, type Transferable } from 'node:worker_threads';
import type { Progress } from '../contract/live.ts';

/** What a job may say while it runs. */
export type At = { readonly progress: (at: Progress) => void };
/** A table of jobs: each a function of plain data. */
export type JobTable = { readonly [job: string]: (input: never, at: At) => unknown };

export type Given = { readonly job: string; readonly input: unknown };
export type Told =
  | { readonly kind: 'progress'; readonly at: Progress }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Serves the jobs of a table on this worker's port. Throws where there is no port: on the main thread. */
export const serve = (jobs: JobTable): void => {
  const port = parentPort;
  if (!port) throw new Error('jobs are served by a worker');
  const tell = (told: Told, moved: readonly Transferable[] = []): void => port.postMessage(told, moved);
  const run = async ({ job, input }: Given): Promise<void> => {
    try {
      const work = jobs[job];
      if (!work) throw new RangeError(`there is no job "${job}"; there is: ${Object.keys(jobs).join(', ')}`);
      const value = await work(input as never, { progress: (at) => tell({ kind: 'progress', at }) });
      tell({ kind: 'done', value }, buffersIn(value));
    } catch (fault) {
      tell({ kind: 'failed', error: sendable(fault) });
    }
  };
  port.on('message', (given: Given) => void run(given));
};

/** The array buffers within plain data, each once: what may be moved instead of copied. Shared ones stay shared. */
const buffersIn = (value: unknown, seen = new Set<unknown>()): ArrayBuffer[] => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (value instanceof ArrayBuffer) return [value];
  if (ArrayBuffer.isView(value)) return buffersIn(value.buffer, seen);
  const parts: Iterable<unknown> = value instanceof Map || Array.isArray(value) ? value.values() : Object.values(value);
  return [...parts].flatMap((part) => buffersIn(part, seen));
};

/** An error goes over with its message and stack; anything else that was thrown, as words. */
const sendable = (fault: unknown): Error => {
  const error = fault instanceof Error ? fault : new Error(String(fault));
  const plain = error instanceof RangeError ? new RangeError(error.message) : new Error(error.message);
  plain.stack = error.stack ?? '';
  return plain;
};
