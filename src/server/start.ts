/** Starting a server: the house, the door, the port, in this order; each of them may say why it cannot be. */
import path from 'node:path';
import { ok, type Result } from '../kernel/result.ts';
import type { Problem } from './contract/problem.ts';
import { openLanding } from './arrivals/landing.ts';
import { httpApp } from './doors/http/app.ts';
import { openHub } from './doors/http/hub.ts';
import { listen } from './doors/http/listen.ts';
import { openLog } from './doors/http/log.ts';
import type { Door } from './doors/http/web.ts';
import { watchInboxes } from './inbox/watch-inboxes.ts';
import { openHouse } from './house/house.ts';
import { newSecret } from './house/secrets.ts';
import { openPostman } from './post/postman.ts';
import { startSending } from './post/sending.ts';
import { arrivalsWait } from '../store/company/arrivals.ts';
import type { Settings } from './settings.ts';
import { version } from './version.ts';

export type Running = {
  /** Where to begin: with the key for the first account where one is needed. */
  readonly start: string;
  readonly url: string;
  /** Finishes what is under way, then closes everything. */
  readonly stop: () => Promise<void>;
};

const PAGES = path.join(import.meta.dirname, '../../dist/web');
/** How long a stop waits for requests under way. A load that is cut off leaves nothing behind. */
const PATIENCE = 20_000;
const HOUR = 3_600_000;

/** Starts a server on a data folder. `complain` gets the lines of the log. */
export const startServer = async (settings: Settings, complain: (line: string) => void): Promise<Result<Running, Problem>> => {
  const now = (): string => new Date().toISOString();
  const opened = openHouse(settings.folder, now, settings.mail !== null, settings.inboxRoots);
  if (!opened.ok) return opened;
  const house = opened.value;
  const firstRun = house.store.signIns.count() === 0;
  const hub = openHub();
  let secret = newSecret('lso');
  const log = openLog(complain, settings.logAll, now);
  const setupToken = firstRun && settings.reachable ? newSecret('lsu') : null;
  const landing = openLanding(house, now, log);
  const door: Door = { house, settings, version, now, log, hub, landing, setupToken, operatorSecret: () => secret };

  const listening = await listen(httpApp(door, PAGES), settings);
  if (!listening.ok) {
    await house.close();
    return listening;
  }
  const url = settings.url?.origin ?? localUrl(settings.host, listening.value.port);
  secret = house.announce(localUrl(settings.host, listening.value.port));
  const sweep = (): void => {
    house.uploads.sweep();
    house.store.sessions.prune(now());
  };
  sweep();
  for (const company of house.companies())
    if (arrivalsWait(path.join(settings.folder, 'companies', company, 'company.db'))) landing.soon(company);
  const sweeping = setInterval(sweep, HOUR);
  const inboxes = watchInboxes(house, now, log);
  void inboxes.tick();
  const sending = settings.mail && startSending(house, openPostman(settings.mail), { now, publicUrl: url, log });
  return ok({
    url,
    start: setupToken === null ? url : `${url}/?setup=${setupToken}`,
    stop: async () => {
      clearInterval(sweeping);
      hub.endAll();
      await inboxes.stop();
      await sending?.stop();
      await listening.value.stop(PATIENCE);
      await landing.stop();
      await house.close();
    },
  });
};

/** How this machine reaches what listens on `host`. */
const localUrl = (host: string, port: number): string => {
  const name = ['127.0.0.1', '0.0.0.0', '::', 'localhost'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
};
