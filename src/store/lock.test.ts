import { deepEqual, equal, match } from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { holdFolder, serverOf, type HeldFolder } from './lock.ts';

const root = mkdtempSync(path.join(tmpdir(), 'lockstep-lock-'));
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(root, { recursive: true });
});
let folders = 0;
const fresh = (): string => path.join(root, `data-${++folders}`);
const held = (folder: string): HeldFolder => {
  const answer = holdFolder(folder);
  if (!answer.ok) throw new Error(answer.refusal.text);
  return answer.value;
};
const refusalOf = (folder: string) => {
  const answer = holdFolder(folder);
  return answer.ok ? null : answer.refusal;
};
const noBits = process.platform === 'win32' && 'Windows has no such bits';

/** Another process that holds the folder and says so. */
const HOLDER = `
  const { holdFolder } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)});
  const answer = holdFolder(process.argv[1]);
  if (answer.ok) answer.value.announce('http://localhost:4000');
  console.log(answer.ok ? 'held' : answer.refusal.text);
  setInterval(() => {}, 1000);
`;
const another = async (folder: string, uid?: number) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  children.push(child);
  const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { said: said.trim(), kill };
};

const saidAs = async (folder: string, uid: number): Promise<string> => {
  const other = await another(folder, uid);
  await other.kill();
  return other.said;
};

test('a folder is made, held, let go and held again', () => {
  const folder = path.join(fresh(), 'deep', 'down');
  const first = held(folder);
  equal(existsSync(folder), true);
  first.release();
  held(folder).release();
});

test('a second process is told where the first one answers', async () => {
  const folder = fresh();
  const first = held(folder);
  deepEqual(refusalOf(folder), { code: 'folder-held', heldBy: null, text: `Another Lockstep already holds ${folder}.` });
  first.announce('http://localhost:4000');
  const second = await another(folder);
  equal(second.said, `Another Lockstep already holds ${folder}: it answers at http://localhost:4000.`);
  await second.kill();
  equal(refusalOf(folder)?.code, 'folder-held', 'and trying took nothing from the first');
  first.release();
});

test('kill -9 lets the folder go, and what the dead process left is cleared away', async () => {
  const folder = fresh();
  for (let n = 0; n < 3; n++) {
    const other = await another(folder);
    equal(other.said, 'held');
    equal(refusalOf(folder)?.code, 'folder-held');
    await other.kill();
    equal(serverOf(folder)?.url, 'http://localhost:4000', 'the card outlives its process');
    const next = held(folder);
    equal(serverOf(folder), null);
    next.release();
  }
});

test('the card says where the server answers, with a new secret each time', () => {
  const folder = fresh();
  const first = held(folder);
  equal(serverOf(folder), null);
  const card = first.announce('http://localhost:4000');
  deepEqual(serverOf(folder), card);
  deepEqual([card.url, card.pid, card.token.length >= 43], ['http://localhost:4000', process.pid, true]);
  const again = first.announce('http://localhost:4001');
  equal(again.token === card.token, false);
  equal(serverOf(folder)?.url, 'http://localhost:4001');
  first.release();
  equal(serverOf(folder), null);
});

test('folder, lock and card are for their owner alone', { skip: noBits }, () => {
  const folder = fresh();
  const first = held(folder);
  first.announce('http://localhost:4000');
  for (const name of ['', '.lock', 'server.json']) equal(statSync(path.join(folder, name)).mode & 0o077, 0, name);
  first.release();
});

test('a folder that cannot be written to gets one clear sentence', { skip: noBits }, async () => {
  const file = path.join(root, 'file');
  writeFileSync(file, '');
  const closed = fresh();
  mkdirSync(closed, { mode: 0o555 });
  for (const [folder, why] of [
    [file, 'it is a file'],
    [path.join(file, 'data'), 'its path leads through a file'],
    ['/proc/lockstep', 'it cannot be made there'],
  ] as const) {
    if (folder.startsWith('/proc') && !existsSync('/proc/self')) continue;
    const refusal = refusalOf(folder);
    equal(refusal?.code, 'folder-unwritable');
    equal(
      refusal?.text,
      `Lockstep cannot write to ${folder} (${why}): give this user the right to, or name another folder with LOCKSTEP_DATA.`,
    );
  }
  // Root may write anywhere, so somebody else has to try.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chmodSync(root, 0o755);
  const said = asRoot ? await saidAs(closed, 65_534) : refusalOf(closed)!.text;
  match(
    said,
    /^Lockstep cannot write to .* \(permission denied\): give this user the right to, or name another folder with LOCKSTEP_DATA\.$/,
  );
});
