/** How a browser test begins: a server on a fresh folder, a browser, and Ines, who is the first to come and claims it. */
import type { Browser } from 'playwright-core';
import { launch } from '../../support/chromium.ts';
import { startServer, type Server } from './house.ts';
import { claim, somebody, type Somebody } from './people.ts';

export type Visit = { readonly server: Server; readonly browser: Browser; readonly ines: Somebody; readonly close: () => Promise<void> };

/** Opens the house; `close` ends browser and server, and belongs into `after`. */
export const firstVisit = async (): Promise<Visit> => {
  const server = await startServer();
  const browser = await launch();
  const ines = await somebody(browser, server.url);
  await claim(ines);
  return {
    server,
    browser,
    ines,
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
};
