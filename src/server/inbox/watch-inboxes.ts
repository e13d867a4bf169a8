/** Watch the inboxes: every company's folder is looked into when its interval has passed, one company after another. */
import path from 'node:path';
import type { Log } from '../doors/http/log.ts';
import { inboxDue } from '../../store/company/inbox.ts';
import type { House } from '../house/house.ts';
import { lookIntoInbox } from './look-inbox.ts';

export type Watching = {
  /** Looks into every inbox that is due; resolves when all are done. */
  readonly tick: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const TICK = 30_000;

/** Watches with a timer of its own; `tick` is for tests and for who cannot wait. */
export const watchInboxes = (house: House, now: () => string, log: Log): Watching => {
  let under: Promise<void> = Promise.resolve();
  let stopped = false;
  const all = async (): Promise<void> => {
    for (const company of house.companies()) {
      if (stopped) return;
      if (!inboxDue(path.join(house.folder, 'companies', company, 'company.db'), now())) continue;
      try {
        const looked = await lookIntoInbox({ house, now, progress: () => undefined }, company);
        if (!looked.ok) log.warn('an inbox could not be looked into', { company, code: looked.refusal.code });
      } catch (fault) {
        log.defect('an inbox could not be looked into', fault, { company });
        const room = house.company(company);
        // The next interval tries again.
        if (room.ok) room.value.store.lookedIntoInbox(now(), 'Something broke in Lockstep itself; the log says what.');
      }
    }
  };
  const tick = (): Promise<void> => (under = under.then(all));
  const timer = setInterval(() => void tick(), TICK);
  timer.unref();
  return {
    tick,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await under;
    },
  };
};
