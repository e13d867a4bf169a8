/** The same commands with a server on the folder and without: they go through it, and say the same. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openHouse } from '../../src/server/house/house.ts';
import { openDoor } from '../../src/server/local/open.ts';
import { invented } from './invented.ts';
import { openShell, type Ran } from './shell.ts';

const MAIN = path.join(import.meta.dirname, '../../src/server/main.ts');
const shell = openShell();
const root = path.dirname(shell.folder);
let server: ChildProcess | null = null;

const start = async (): Promise<string> => {
  const child = spawn(process.execPath, [MAIN], {
    cwd: root,
    env: { ...process.env, PORT: '0', LOCKSTEP_DATA: shell.folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  for (let i = 0; i < 400; i++) {
    const url = /ready: (\S+)/.exec(out)?.[1];
    if (url !== undefined) return url;
    await pause(25);
  }
  throw new Error('the server did not start');
};
const stop = async (): Promise<void> => {
  const child = server;
  server = null;
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
};

const SAME: readonly (readonly string[])[] = [
  ['loads'],
  ['loads', '--json'],
  ['names'],
  ['held'],
  ['questions', '--company', 'acme', '--json'],
  ['ask', 'funnel', '--by', 'channel'],
  ['ask', 'funnel', '--by', 'channel', '--json'],
  ['ask', 'deals', '--by', 'owner', '--where', 'status=won', '--since', '2024-03-01', '--json'],
  ['ask', 'lag', '--from', 'lead', '--to', 'won', '--within', '30'],
  ['ask', 'nothing'],
  ['ask', 'funnel', '--by', 'nowhere', '--json'],
  ['ask', 'funnel', '--since', 'May'],
  ['thread', '--json'],
  ['home', '--json'],
  ['deals', '--status', 'won', '--limit', '3'],
  ['deal', 'D-1'],
  ['deal', 'D-none'],
  ['rows', 'opportunity', '--where', 'stage=Lost', '--limit', '2', '--json'],
  ['chart', 'funnel', '--by', 'channel', '--json'],
  ['history', '--json'],
  ['export', '--json'],
  ['loads', '--company', 'acne'],
  ['revert', '99'],
  ['company', 'add', 'Acme', '--currency', 'euro', '--json'],
];
const runAll = async (): Promise<Ran[]> => {
  const all: Ran[] = [];
  for (const argv of SAME) all.push(await shell.run(...argv));
  return all;
};

let alone: Ran[];
let url: string;
before(async () => {
  for (const [name, text] of Object.entries(invented('server').files)) writeFileSync(path.join(root, name), text);
  const imported = await shell.run(
    'import',
    'leads.csv',
    'deals.csv',
    '--company',
    'acme',
    '--currency',
    'EUR',
    '--time-zone',
    'Europe/Oslo',
    '--yes',
  );
  equal(imported.code, 0, imported.err);
  alone = await runAll();
  url = await start();
});
after(async () => {
  await stop();
  shell.end();
});

test('with a server every command says what it says without one, on stdout, on stderr and by its exit code', async () => {
  const through = await runAll();
  for (const [i, argv] of SAME.entries()) {
    const said = ({ code, out, err }: Ran) => ({ argv: argv.join(' '), code, out, err });
    deepEqual(said(through[i]!), said(alone[i]!));
  }
});

test('the commands really go through the server, by a secret that only the folder’s owner can read', async () => {
  const door = await openDoor({ folder: shell.folder, version: '0', publicUrl: url, onProgress: () => undefined });
  if (!door.ok) throw new Error(door.refusal.text);
  equal(door.value.server, url);
  await door.value.close();
  equal(statSync(path.join(shell.folder, 'server.json')).mode & 0o777, 0o600);
});

test('a second process that would hold the folder is told where the first one answers', () => {
  const second = openHouse(shell.folder, () => '2026-01-01T00:00:00.000Z');
  ok(!second.ok && second.refusal.code === 'folder-held' && second.refusal.text.includes(url));
});

test('a file is sent to the server and loaded there, with a new company where it says so', async () => {
  const imported = await shell.spawn('import', 'deals.csv', 'leads.csv', '--company', 'Through the server', '--yes', '--progress');
  equal(imported.code, 0, imported.err);
  match(imported.out, /Founded the company through-the-server/);
  const answer = await shell.run('ask', 'deals', '--company', 'through-the-server', '--json');
  equal(answer.code, 0);
  const missing = await shell.run('import', 'nowhere.csv', '--company', 'acme', '--yes', '--json');
  equal(missing.problem().code, 'file-missing');
});

test('revert goes through the server, and restore does not', async () => {
  const first = await shell.get<{ sha256: string }>('export', '--company', 'acme');
  writeFileSync(path.join(root, 'more.csv'), 'lead_id,created_date,channel\nL-new,2025-05-05,Search\n');
  const added = await shell.run('import', 'more.csv', '--company', 'acme', '--currency', 'EUR', '--time-zone', 'Europe/Oslo', '--yes');
  equal(added.code, 0, added.err);
  equal((await shell.run('revert', '3', '--company', 'acme')).code, 0);
  equal((await shell.get<{ sha256: string }>('export', '--company', 'acme')).sha256, first.sha256);
  equal((await shell.run('backup', 'hot')).code, 0);
  const refused = await shell.run('restore', 'hot', '--replace', '--json');
  equal(refused.problem().code, 'folder-held');
  match(refused.problem().todo ?? '', /Stop it/);
});

test('a server that is gone leaves the folder to the command line at once', async () => {
  await stop();
  equal((await shell.run('doctor')).code, 0);
});
