/**
 * Takes every route at 1440, in the dark and at 390, for looking at:
 *
 *   node tests/browser/support/screens.ts [folder] [word …]
 *
 * Only routes whose address contains one of the words. Starts its own server with the demo company;
 * LOCKSTEP_SCREENS_DATA (a data folder that is kept) makes a second run quicker, SMALL=1 takes a small company instead,
 * LOOK=light|dark|phone only one look.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../../support/chromium.ts';
import { startServer } from './house.ts';
import { claim, demo, PASSWORD, post, settled, somebody } from './people.ts';
import { ROUTES } from './routes.ts';
import { smallCompany } from './small.ts';

const [folder = path.join('/tmp', 'lockstep-screens'), ...words] = process.argv.slice(2);
const LOOKS = [
  { name: '', options: { viewport: { width: 1440, height: 900 } } },
  { name: '-dark', options: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' as const } },
  { name: '-phone', options: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } },
];
mkdirSync(folder, { recursive: true });
const server = await startServer(process.env.LOCKSTEP_SCREENS_DATA);
const browser = await launch();
const only = process.env.LOOK;
try {
  const first = await somebody(browser, server.url);
  const { firstRun } = await post<{ firstRun: boolean }>(first, 'door', {});
  if (firstRun) await claim(first);
  else await post(first, 'sign-in', { email: 'ines@lademar.example', password: PASSWORD });
  const { companies } = await post<{ companies: { id: string; demo: boolean }[] }>(first, 'companies', {});
  const small = process.env.SMALL !== undefined;
  const company = companies.find((c) => c.demo !== small)?.id ?? (await (small ? smallCompany(first) : demo(first)));
  for (const { name, options } of LOOKS.filter((l) => only === undefined || l.name === (only === 'light' ? '' : `-${only}`))) {
    const who = await somebody(browser, server.url, { ...options, storageState: await first.context.storageState() });
    for (const [file, address] of ROUTES.filter(([, a]) => words.length === 0 || words.some((w) => a.includes(w)))) {
      await who.page.goto(address.replace(':company', company));
      await settled(who.page);
      await who.page.screenshot({ path: path.join(folder, `${file}${name}.png`), fullPage: name !== '-phone' });
      if (who.errors.length > 0) console.log(`${address}: ${who.errors.splice(0).join('\n  ')}`);
    }
    await who.context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(`Taken into ${folder}`);
