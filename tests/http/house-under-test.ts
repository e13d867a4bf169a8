/** A house in a folder of its own, its app without a port, and people who call it as browsers do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Command } from '../../src/domain/book.ts';
import { httpApp } from '../../src/server/doors/http/app.ts';
import { openLanding } from '../../src/server/arrivals/landing.ts';
import { openHub } from '../../src/server/doors/http/hub.ts';
import { openLog } from '../../src/server/doors/http/log.ts';
import type { App, Door } from '../../src/server/doors/http/web.ts';
import { openHouse, type House } from '../../src/server/house/house.ts';
import { readSettings } from '../../src/server/settings.ts';

export const OPERATOR_SECRET = 'lso_operator';
export const PASSWORD = 'correct horse battery';

export type Answer = { readonly status: number; readonly body: any; readonly headers: Headers; readonly text: string }; // oxlint-disable-line typescript/no-explicit-any -- tests look into bodies of every shape

/** Somebody with a browser (a jar of cookies) or a token. */
export type Somebody = {
  readonly post: (name: string, input?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly get: (name: string, query?: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly cookies: Map<string, string>;
};

export type Under = {
  readonly house: House;
  readonly app: App;
  readonly door: Door;
  readonly lines: string[];
  /** The clock, moved by hand. */
  readonly clock: { at: number };
  readonly somebody: (bearer?: string) => Somebody;
  readonly folder: string;
};

/** Opens it; closed and removed when the test ends. */
export const openUnder = async (
  t: TestContext,
  env: Readonly<Record<string, string>> = {},
  setupToken: string | null = null,
): Promise<Under> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-http-'));
  const clock = { at: Date.parse('2026-05-21T08:00:00.000Z') };
  const now = (): string => new Date(clock.at).toISOString();
  const settings = readSettings({ LOCKSTEP_DATA: folder, ...env }, folder);
  if (!settings.ok) throw new Error(settings.refusal.text);
  const opened = openHouse(folder, now, settings.value.mail !== null);
  if (!opened.ok) throw new Error(opened.refusal.text);
  const lines: string[] = [];
  const log = openLog((line) => lines.push(line), true, now);
  const door: Door = {
    house: opened.value,
    settings: settings.value,
    version: '0.0.0',
    now,
    log,
    hub: openHub(),
    landing: openLanding(opened.value, now, log),
    setupToken,
    operatorSecret: () => OPERATOR_SECRET,
  };
  const app = httpApp(door, path.join(folder, 'pages'));
  t.after(async () => {
    door.hub.endAll();
    await door.landing.stop();
    await opened.value.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { house: opened.value, app, door, lines, clock, folder, somebody: (bearer) => somebody(app, bearer) };
};

const somebody = (app: App, bearer?: string): Somebody => {
  const cookies = new Map<string, string>();
  const send = async (at: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', 'localhost:4000');
    if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await app.request(at, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/max-age=0/i.test(line)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return answer;
  };
  return {
    cookies,
    fetch: send,
    post: async (name, input = {}, headers = {}) =>
      read(
        await send(addressOf(name), {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(input),
        }),
      ),
    get: async (name, query = {}, headers = {}) =>
      read(await send(`${addressOf(name)}?${new URLSearchParams(query).toString()}`, { headers })),
  };
};

const addressOf = (name: string): string => `/api/${name.replaceAll(' ', '-')}`;
const read = async (answer: Response): Promise<Answer> => {
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
  };
};

/** The people of most tests: the house and its two companies, and somebody in every role of the first. */
export type Cast = Readonly<
  Record<'nobody' | 'viewer' | 'stakeholder' | 'marketer' | 'owner' | 'houseOwner' | 'reader' | 'writer' | 'stranger', Somebody>
>;

/** Founds `acme` and `other`, and brings everybody in by invitation. `reader` and `writer` are tokens of acme's owner. */
export const castIn = async (under: Under): Promise<Cast> => {
  const houseOwner = under.somebody();
  await good(houseOwner.post('claim-house', { name: 'Hanna Haas', email: 'hanna@example.com', password: PASSWORD }));
  for (const name of ['Acme', 'Other'])
    await good(houseOwner.post('company add', { name, currency: 'EUR', zone: 'Europe/Amsterdam', seats: ['marketing'] }));
  const joined = async (company: string, name: string, role: string, seats: readonly string[] = []): Promise<Somebody> => {
    const { link } = (await good(houseOwner.post('invite', { company, name, role, seats }))).body;
    const who = under.somebody();
    await good(who.post('join', { token: link.split('/').at(-1), name, email: `${name.toLowerCase()}@example.com`, password: PASSWORD }));
    return who;
  };
  const owner = await joined('acme', 'Olaf', 'owner', ['ceo']);
  const token = async (scope: string): Promise<Somebody> =>
    under.somebody((await good(owner.post('token add', { company: 'acme', name: scope, scope }))).body.token);
  return {
    nobody: under.somebody(),
    viewer: await joined('acme', 'Vera', 'viewer'),
    stakeholder: await joined('acme', 'Sam', 'stakeholder', ['sales']),
    marketer: await joined('acme', 'Max', 'marketer', ['marketing']),
    owner,
    houseOwner,
    reader: await token('read'),
    writer: await token('write'),
    stranger: await joined('other', 'Strange', 'owner'),
  };
};

/** The answer, where it is a good one; otherwise the test fails with what was said. */
export const good = async (asked: Promise<Answer>): Promise<Answer> => {
  const answer = await asked;
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return answer;
};

let batches = 0;
/** A batch of commands as `decide` takes it. */
export const batchOf = (company: string, commands: readonly Command[], along: object = {}) => ({
  company,
  batch: `test-batch-${batches++}`,
  commands,
  ...along,
});

/** A command with a new objective. */
export const objective = (id: string, statement = 'Grow with the customers we have'): Command => ({
  type: 'objective/set',
  id: `o_${id}`,
  statement,
  due: '2026-12-31',
  owner: null,
});
