/**
 * When events land: some seconds after the last one came, at the latest after half a minute, one company after the
 * other; and once when the server starts, for what waited when it stopped.
 */
import type { Log } from '../doors/http/log.ts';
import type { House } from '../house/house.ts';
import { landArrivals } from './land.ts';

export type Landing = {
  /** Events came in for this company. */
  readonly soon: (company: string) => void;
  /** Lands all that waits in a company now; who asks a number may wait for it. */
  readonly now: (company: string) => Promise<number>;
  readonly stop: () => Promise<void>;
};

const QUIET = 2_000;
const LATEST = 30_000;
/** Days for which a message id is known again, and an event that became nothing can still be counted. */
export const KEPT_DAYS = 30;
const DAY = 86_400_000;

export const openLanding = (house: House, now: () => string, log: Log): Landing => {
  const timers = new Map<string, { readonly timer: NodeJS.Timeout; readonly since: number }>();
  let tail: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const land = (company: string): Promise<number> => {
    const turn = tail.then(async () => {
      const room = house.has(company) ? house.company(company) : null;
      if (!room?.ok) return 0;
      const landed = await landArrivals(room.value, now());
      room.value.store.forgetArrivals(new Date(Date.parse(now()) - KEPT_DAYS * DAY).toISOString());
      return landed;
    });
    tail = turn.catch(() => undefined);
    return turn;
  };
  const begin = (company: string): void => {
    timers.delete(company);
    land(company).catch((fault: unknown) => {
      log.defect('events did not land', fault, { company });
      if (!stopped) later(company, LATEST, Date.now());
    });
  };
  const later = (company: string, ms: number, since: number): void => {
    const timer = setTimeout(begin, ms, company);
    timer.unref();
    timers.set(company, { timer, since });
  };
  return {
    soon: (company) => {
      if (stopped) return;
      const waiting = timers.get(company);
      const since = waiting?.since ?? Date.now();
      if (waiting) clearTimeout(waiting.timer);
      later(company, Math.max(0, Math.min(QUIET, since + LATEST - Date.now())), since);
    },
    now: land,
    stop: async () => {
      stopped = true;
      for (const { timer } of timers.values()) clearTimeout(timer);
      await tail;
    },
  };
};
