/** The demo company at the command line: the same from the same seed, sound, and walkable both ways. */
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openHouse } from '../../src/server/house/house.ts';
import { call } from '../../src/server/operations/call.ts';
import type { Caller, Output, World } from '../../src/server/operations/operation.ts';
import { openShell, type Shell } from './shell.ts';

const shells = [openShell(), openShell(), openShell()] as const;
const [one, two, other] = shells;
after(() => shells.forEach((shell) => shell.end()));

type Demo = Output<'demo'>;
const make = (shell: Shell, seed: string): Promise<Demo> =>
  shell.get<Demo>('demo', '--seed', seed, '--as-of', '2026-05-21', '--scale', '0.1');
let made: Demo;
before(async () => {
  made = await make(one, 'test');
});

test('the same seed and day give the same SHA-256, another seed another', async () => {
  equal((await make(two, 'test')).sha256, made.sha256);
  notEqual((await make(other, 'else')).sha256, made.sha256);
});

test('before anybody has an account, the SHA-256 printed is that of the export', async () =>
  equal((await one.get<Output<'export'>>('export')).sha256, made.sha256));

test('doctor finds it sound', async () => {
  const { ok: well, checks } = await one.get<Output<'doctor'>>('doctor');
  ok(well, JSON.stringify(checks.filter(({ state }) => state === 'bad')));
});

test('the thread leads up and down, and a deal back to its request and objective', async () => {
  const [up, down] = [
    await one.get<Output<'thread'>>('thread', '--direction', 'up'),
    await one.get<Output<'thread'>>('thread', '--direction', 'down'),
  ];
  for (const view of [up, down]) {
    equal(view.columns.length, 9);
    ok(
      view.columns.every(({ n }) => n > 0),
      JSON.stringify(view.columns.map(({ link, n }) => [link, n])),
    );
  }
  const { rows } = await one.get<Output<'deals'>>('deals', '--search', 'Van Dalen');
  const deal = await one.get<Output<'deal'>>('deal', rows[0]!.id);
  deepEqual(
    deal.chain.map(({ link }) => link),
    ['touch', 'campaign', 'work', 'priority', 'outcome', 'objective'],
  );
  ok(deal.request?.words);
  for (const sum of Object.values(deal.sums)) ok(Math.abs(sum - 1) < 1e-9);
});

test('Home counts all nine links, and each outcome has a value or says why not', async () => {
  const home = await one.get<Output<'home'>>('home');
  equal(home.strip.length, 9);
  for (const { id, value, why } of home.outcomes) ok((value === null) !== (why === null), id);
  ok(home.won!.closed.money.minor >= home.won!.touched.money.minor && home.won!.touched.money.minor >= home.won!.started.money.minor);
});

test('a chart is a whole SVG file', async () => {
  const { code } = await one.run('chart', 'thread', '--out', 'thread.svg');
  equal(code, 0);
  match(readFileSync(path.join(path.dirname(one.folder), 'thread.svg'), 'utf8'), /^<\?xml[\s\S]*<\/svg>\s*$/);
});

test('what is true about it does not lie in its folder', () => {
  for (const file of globSync(path.join(one.folder, '**/*.{json,jsonl,csv}'))) ok(!/truth/i.test(file), file);
});

const SPOKEN: readonly (readonly string[])[] = [
  ['home'],
  ['thread', '--direction', 'down'],
  ['thread', '--period', '2025-Q4'],
  ['deals'],
  ['deal', 'd-1-1'],
  ['rows', 'touch', '--where', 'channel=Fair'],
  ['rows', 'opportunity', '--limit', '5'],
  ['history', '--limit', '50'],
  ['loads'],
  ['held'],
  ['names'],
  ['conflicts'],
  ['mappings'],
  ['companies'],
  ['doctor'],
  ['questions'],
  ['ask', '--list'],
  ['ask', 'credit'],
  ['ask', 'touches', '--id', 'd-1-1'],
  ['ask', 'funnel', '--by', 'channel', '--within', '60,120'],
  ['ask', 'thread-up'],
  ['ask', 'thread-down'],
  ['ask', 'measures'],
  ['ask', 'pipeline', '--every', '60'],
  ['ask', 'cuts'],
];
for (const argv of SPOKEN) {
  test(`lockstep ${argv.join(' ')} speaks in whole words`, async () => {
    const { code, out, err } = await one.run(...argv);
    equal(code, 0, err);
    ok(out.trim().length > 10, out);
    ok(!/undefined|\[object Object\]|NaN|Infinity/.test(out), out);
  });
}

test('who claims the house later owns the demo, with the seat whose signature is missing', async () => {
  const house = openHouse(two.folder, () => new Date().toISOString());
  if (!house.ok) throw new Error(house.refusal.text);
  const world: World = {
    house: house.value,
    now: () => new Date().toISOString(),
    version: '0',
    progress: () => undefined,
    session: { address: null, id: null, begin: () => undefined, end: () => undefined },
    setupToken: null,
    mails: false,
    publicUrl: 'http://localhost:4000',
  };
  const nobody: Caller = { kind: 'nobody', signIn: null, scope: 'read', onlyCompany: null, personIn: () => null };
  const claimed = await call(world, 'claim-house', { name: 'Ada', email: 'ada@example.com', password: 'long enough for this' }, nobody);
  ok(claimed.ok);
  const room = house.value.company('lademar');
  if (!room.ok) throw new Error(room.refusal.text);
  const member = Object.values(room.value.book().company.get('company')!.members).at(-1)!;
  deepEqual([member.role, member.seats], ['owner', ['marketing']]);
  await house.value.close();
});

test('a second demo stands beside the first under a name of its own', async () => {
  equal((await make(other, 'again')).company.id, 'lademar-2');
  equal((await other.run('loads')).code, 2);
});
