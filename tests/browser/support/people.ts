/** People with a browser each: who they are, what they see, and what their console says. */
import type { Browser, BrowserContext, Page } from 'playwright-core';

export const PASSWORD = 'correct horse battery';

export type Somebody = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the console and of the page since the start; a test ends with none. */
  readonly errors: string[];
};

/** Opens a browser of one's own: own cookies, own storage. */
export const somebody = async (browser: Browser, url: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Somebody> => {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (fault) => errors.push(String(fault)));
  return { context, page, errors };
};

/** Calls an operation with somebody's cookies. */
export const post = async <T>({ context }: Pick<Somebody, 'context'>, name: string, input: unknown): Promise<T> => {
  const answer = await context.request.post(`/api/${name}`, { data: input, timeout: 300_000 });
  const said = (await answer.json()) as T;
  if (!answer.ok()) throw new Error(`${name}: ${JSON.stringify(said)}`);
  return said;
};

/** Makes the first account. */
export const claim = (who: Somebody): Promise<unknown> =>
  post(who, 'claim-house', { name: 'Ines Varga', email: 'ines@lademar.example', password: PASSWORD });

/** The demo company, small or whole; answers with its id. */
export const demo = async (who: Somebody, scale?: number): Promise<string> =>
  (await post<{ company: { id: string } }>(who, 'demo', { seed: 'browser', ...(scale && { scale }) })).company.id;

/** Invites somebody and lets him join in a browser of his own. */
export const joined = async (
  owner: Somebody,
  browser: Browser,
  url: string,
  company: string,
  who: { readonly name: string; readonly role: string; readonly seats: readonly string[] },
): Promise<Somebody> => {
  const { link } = await post<{ link: string }>(owner, 'invite', { company, ...who });
  const guest = await somebody(browser, url);
  await post(guest, 'join', {
    token: link.split('/').at(-1),
    name: who.name,
    email: `${who.name.toLowerCase().replaceAll(' ', '.')}@lademar.example`,
    password: PASSWORD,
  });
  return guest;
};

/** Waits until a page shows its head and nothing is being read any more. The live stream never rests, so the network cannot tell. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor({ timeout: 15_000 });
  await page.waitForFunction(() => !document.querySelector('[data-loading]') && document.fonts.status === 'loaded');
  await page.waitForTimeout(250);
};
