/**
 * Off the loop: worker threads for models that take longer than the event loop may wait (about ten milliseconds).
 *
 *   const curve = await house.offLoop.run('lag', { days, counts }, { signal, onProgress: world.progress });
 *
 * Workers start when they are first needed, do one job at a time, first come first served, and end after a minute without
 * one. There are at most as many as the machine has cores but one, and at least two; background jobs have one more
 * to themselves, one after another, so that nobody who looks at a screen waits behind one.
 */
import { availableParallelism } from 'node:os';
import { Worker, type Transferable } from 'node:worker_threads';
import type { Progress } from '../contract/live.ts';
import type { JOBS } from './off-loop-jobs.ts';
import type { Given, JobTable, Told } from './off-loop-serve.ts';

type Input<J extends JobTable, N extends keyof J> = Parameters<J[N]>[0];
type Output<J extends JobTable, N extends keyof J> = Awaited<ReturnType<J[N]>>;

export type How = {
  readonly onProgress?: (at: Progress) => void;
  /** Ends the job, wherever it is; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Buffers of the input that are moved, not copied: the caller's arrays over them are empty afterwards. */
  readonly give?: readonly Transferable[];
  /** Nobody waits for it at a screen: it runs beside the others, never before them. */
  readonly background?: boolean;
};

export type Pool<J extends JobTable> = {
  /** The job's answer. Rejected with its error and the stack of both sides, when aborted, or when the pool closes. */
  readonly run: <N extends keyof J & string>(job: N, input: Input<J, N>, how?: How) => Promise<Output<J, N>>;
  /** Ends every worker; what they had in hand is rejected. */
  readonly close: () => Promise<void>;
};
/** The house's own pool. */
export type OffLoop = Pool<typeof JOBS>;

type Task = {
  readonly given: Given;
  readonly how: How;
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
};
type Lane = { readonly most: number; readonly queue: Task[]; readonly idle: Worker[]; busy: number };

const IDLE_MS = 60_000;

export const openOffLoop = (): OffLoop => openPool<typeof JOBS>(new URL('./off-loop-worker.ts', import.meta.url));

/** A pool whose workers run the file `worker`, which serves the jobs J. */
export const openPool = <J extends JobTable>(worker: URL, most = Math.max(2, availableParallelism() - 1)): Pool<J> => {
  const lane = (size: number): Lane => ({ most: size, queue: [], idle: [], busy: 0 });
  const lanes = { now: lane(most), background: lane(1) };
  const inHand = new Map<Worker, Task>();
  let closed = false;

  const next = (at: Lane): void => {
    while (at.queue.length > 0 && at.busy < at.most) {
      at.busy += 1;
      begin(at, at.queue.shift()!);
    }
  };
  const begin = (at: Lane, task: Task): void => {
    const hand = at.idle.pop() ?? new Worker(worker, { name: 'lockstep off the loop' });
    hand.removeAllListeners();
    hand.ref();
    inHand.set(hand, task);
    const free = (alive: boolean): void => {
      hand.removeAllListeners();
      inHand.delete(hand);
      task.how.signal?.removeEventListener('abort', abort);
      at.busy -= 1;
      if (alive) rest(at, hand);
      next(at);
    };
    const end = (alive: boolean, tell: () => void): void => {
      free(alive && !closed);
      tell();
    };
    const abort = (): void => {
      end(false, () => task.failed(task.how.signal!.reason));
      void hand.terminate();
    };
    task.how.signal?.addEventListener('abort', abort, { once: true });
    hand.on('message', (told: Told) => {
      if (told.kind === 'progress') task.how.onProgress?.(told.at);
      else if (told.kind === 'done') end(true, () => task.done(told.value));
      else end(true, () => task.failed(told.error));
    });
    hand.once('error', (fault) => end(false, () => task.failed(fault)));
    hand.once('exit', (code) => end(false, () => task.failed(new Error(`the worker of "${task.given.job}" ended with ${code}`))));
    hand.postMessage(task.given, task.how.give ?? []);
  };
  /** A worker without a job keeps no process alive, and ends after a while. */
  const rest = (at: Lane, hand: Worker): void => {
    hand.unref();
    at.idle.push(hand);
    const leave = (): void => {
      const place = at.idle.indexOf(hand);
      if (place >= 0) at.idle.splice(place, 1);
    };
    const timer = setTimeout(() => {
      if (!at.idle.includes(hand)) return;
      leave();
      void hand.terminate();
    }, IDLE_MS);
    timer.unref();
    hand.once('error', leave);
    hand.once('exit', leave);
  };

  return {
    run: <N extends keyof J & string>(job: N, input: Input<J, N>, how: How = {}) => {
      if (closed) return Promise.reject(new Error(`the house is closed; "${job}" does not run any more`));
      if (how.signal?.aborted) return Promise.reject(how.signal.reason as Error);
      const asked = new Error(`asked for "${job}"`);
      return new Promise<Output<J, N>>((resolve, reject) => {
        const at = how.background ? lanes.background : lanes.now;
        const task: Task = {
          given: { job, input },
          how,
          done: (value) => resolve(value as Output<J, N>),
          failed: (error) => reject(error instanceof Error && error !== how.signal?.reason ? told(error, asked) : (error as Error)),
        };
        // One that still waits for its turn leaves the queue.
        how.signal?.addEventListener('abort', () => {
          const place = at.queue.indexOf(task);
          if (place < 0) return;
          at.queue.splice(place, 1);
          task.failed(how.signal!.reason);
        });
        at.queue.push(task);
        next(at);
      });
    },
    close: async () => {
      closed = true;
      const hands = [...inHand.keys(), ...lanes.now.idle, ...lanes.background.idle];
      for (const { queue } of Object.values(lanes))
        for (const { failed, given } of queue.splice(0)) failed(new Error(`the house closed before "${given.job}" began`));
      for (const { failed, given } of inHand.values()) failed(new Error(`the house closed while "${given.job}" ran`));
      await Promise.all(hands.map((hand) => hand.terminate()));
    },
  };
};

/** The error with where it arose and, below that, who asked. */
const told = (error: Error, asked: Error): Error => {
  error.stack = `${error.stack ?? error.message}\n  ${(asked.stack ?? '').replace(/^Error: /, '')}`;
  return error;
};
