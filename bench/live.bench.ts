/**
 * A hundred people in one company: how long from sending a command until it is durable and answered, and until the last of
 * them has it. Twenty sign-ins of four roles, five open pages each; what each may see is filtered by the server. The server is a
 * process of its own; the people share this one.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from './harness.ts';
import { post, quantile, served, stream, withItems, type Headers, type Server } from './served.ts';

export const name = 'Live: a hundred people in one company';

const ROLES = ['marketer', 'stakeholder', 'viewer', 'owner'] as const;
const SIGN_INS = 20;
const PAGES = 5;
const PEOPLE = SIGN_INS * PAGES;
const ITEMS = 400;

/** How many commands are sent, and how many milliseconds apart. */
const CALM = { commands: 300, gap: 50 };
const BUSY = { commands: 500, gap: 10 };

export const run = (): Promise<readonly Figure[]> =>
  served(async (server) => {
    await withItems(server, ITEMS);
    const heard = new Map<string, () => void>();
    const people: Headers[] = [];
    for (let i = 0; i < SIGN_INS; i++) people.push(await joined(server, i));
    await Promise.all(people.flatMap((who) => Array.from({ length: PAGES }, () => listen(server, who, (batch) => heard.get(batch)?.()))));
    const calm = await measure(server, heard, CALM);
    const busy = await measure(server, heard, BUSY);
    return [
      { what: 'durable and answered, 20 commands a second, p50', value: calm.answered(0.5), unit: 'ms' },
      { what: 'durable and answered, 20 commands a second, p95', value: calm.answered(0.95), unit: 'ms', atMost: 50 },
      { what: 'seen by all 100, 20 commands a second, p50', value: calm.seen(0.5), unit: 'ms' },
      { what: 'seen by all 100, 20 commands a second, p95', value: calm.seen(0.95), unit: 'ms', atMost: 100 },
      { what: 'seen by all 100, 100 commands a second, p95', value: busy.seen(0.95), unit: 'ms', atMost: 250 },
    ];
  });

/** Somebody of the next role, invited and signed in. */
const joined = async (server: Server, i: number): Promise<Headers> => {
  const who = `Person ${i}`;
  const { link } = await post<{ link: string }>(server, 'invite', { company: 'acme', name: who, role: ROLES[i % ROLES.length] });
  const answer = await fetch(`${server.url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.split('/').at(-1), name: who, email: `p${i}@acme.example`, password: 'correct horse battery' }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return { cookie: answer.headers.getSetCookie()[0]!.split(';')[0]! };
};

type Times = { readonly answered: (quantile: number) => number; readonly seen: (quantile: number) => number };

/** One item of the Backlog is moved every `gap` ms, whether or not the moves before it have been answered. */
const measure = async (server: Server, heard: Map<string, () => void>, { commands, gap }: typeof CALM): Promise<Times> => {
  const [answered, seen]: [number[], number[]] = [[], []];
  const answers: Promise<void>[] = [];
  const began = performance.now();
  for (let i = 0; i < commands; i++) {
    const batch = `bench-${gap}-${i}`;
    // Never to where it stands already: that would be answered, but there would be nothing to see.
    const to = i * 7 + ITEMS / 2 + Math.floor(i / ITEMS) * 13 + gap;
    const command = { type: 'backlog/place', item: `w_${(i * 7) % ITEMS}`, before: `w_${to % ITEMS}` };
    const sent = performance.now();
    let missing = PEOPLE;
    heard.set(batch, () => {
      missing -= 1;
      if (missing === 0) seen.push(performance.now() - sent);
    });
    answers.push(
      post(server, 'decide', { company: 'acme', batch, commands: [command] }).then(() => void answered.push(performance.now() - sent)),
    );
    await pause(Math.max(0, began + (i + 1) * gap - performance.now()));
  }
  await Promise.all(answers);
  for (let waited = 0; seen.length < commands; waited++) {
    if (waited > 200) throw new Error(`only ${seen.length} of ${commands} commands reached all ${PEOPLE} people`);
    await pause(50);
  }
  return { answered: (q) => quantile(answered, q), seen: (q) => quantile(seen, q) };
};

/** Resolves once the stream stands; calls `hear` with the batch of each message. */
const listen = ({ url }: Server, headers: Headers, hear: (batch: string) => void): Promise<void> =>
  stream(`${url}/api/live?company=acme`, headers, (event, data) => {
    if (event === 'decided') hear((JSON.parse(data) as { batch: string }).batch);
  });
