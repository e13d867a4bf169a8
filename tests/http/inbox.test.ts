/** The folder that is looked into by itself, by a clock that is moved by hand. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { copyFileSync, mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { watchInboxes } from '../../src/server/inbox/watch-inboxes.ts';
import { castIn, openUnder, type Cast, type Under } from './house-under-test.ts';

const MINUTE = 60_000;
const deals = (...rows: string[]): string => ['Deal ID,Deal Stage,Amount,Close Date', ...rows, ''].join('\n');

type Scene = Under & {
  readonly cast: Cast;
  readonly inbox: string;
  readonly tick: () => Promise<void>;
  readonly put: (name: string, text: string) => void;
};

const scene = async (t: TestContext): Promise<Scene> => {
  const under = await openUnder(t);
  const cast = await castIn(under);
  const inbox = path.join(under.folder, 'inbox', 'acme');
  const watching = watchInboxes(under.house, () => new Date(under.clock.at).toISOString(), under.door.log);
  t.after(() => watching.stop());
  return {
    ...under,
    cast,
    inbox,
    tick: async () => {
      under.clock.at += 30 * MINUTE;
      await watching.tick();
    },
    put: (name, text) => {
      mkdirSync(inbox, { recursive: true });
      writeFileSync(path.join(inbox, name), text);
      const at = new Date(under.clock.at);
      utimesSync(path.join(inbox, name), at, at);
    },
  };
};
const standing = async ({ cast }: Scene) => (await cast.owner.get('inbox', { company: 'acme' })).body;
const states = async (of: Scene): Promise<Record<string, string>> =>
  Object.fromEntries((await standing(of)).files.map((one: { name: string; state: string }) => [one.name, one.state]));
const loads = async ({ cast }: Scene): Promise<string[]> =>
  (await cast.owner.get('loads', { company: 'acme' })).body.loads.map((one: { file: string; loadedBy: string }) => one.file);

test('a file whose columns nobody has confirmed waits; once a person has loaded one, the next loads by itself, once', async (t) => {
  const at = await scene(t);
  equal((await at.cast.owner.post('inbox set', { company: 'acme', everyMinutes: 30 })).status, 200);
  at.put('deals-may.csv', deals('D-1,Closed Won,100,2026-02-01'));
  await at.tick();
  deepEqual(await states(at), { 'deals-may.csv': 'waiting' });
  equal((await standing(at)).waiting, 1);
  deepEqual(await loads(at), []);
  // A person takes it, looks, and loads it.
  const { upload } = (await at.cast.marketer.post('inbox take', { company: 'acme', name: 'deals-may.csv' })).body;
  equal((await at.cast.marketer.post('import', { company: 'acme', file: upload, yes: true })).status, 200);
  await at.tick();
  deepEqual(await states(at), { 'deals-may.csv': 'known' });
  at.put('deals-june.csv', deals('D-1,Closed Won,100,2026-02-01', 'D-2,Proposal,50,2026-09-01'));
  await at.tick();
  deepEqual(await states(at), { 'deals-june.csv': 'loaded', 'deals-may.csv': 'known' });
  await at.tick();
  await at.tick();
  deepEqual(await loads(at), ['deals-may.csv', 'deals-june.csv']);
  // The same bytes under another name are the same file.
  renameSync(path.join(at.inbox, 'deals-june.csv'), path.join(at.inbox, 'deals-june (1).csv'));
  await at.tick();
  equal((await states(at))['deals-june (1).csv'], 'known');
  equal((await loads(at)).length, 2);
  // What a person took back stays so until the file changes.
  await at.cast.owner.post('revert', { company: 'acme', n: 2 });
  await at.tick();
  equal((await loads(at)).length, 2);
  const audit = (await at.cast.owner.get('audit', { company: 'acme' })).body;
  match(JSON.stringify(audit), /inbox loaded/);
});

test('a file that may still be written is not read before it stands still', async (t) => {
  const at = await scene(t);
  await at.cast.owner.post('inbox set', { company: 'acme', everyMinutes: 1 });
  at.put('growing.csv', deals('D-1,Closed Won,100,2026-02-01'));
  const { body } = await at.cast.owner.post('inbox look', { company: 'acme' });
  equal(body.files[0].state, 'seen');
  at.clock.at += 10_000;
  at.put('growing.csv', deals('D-1,Closed Won,100,2026-02-01', 'D-2,Closed Won,200,2026-02-02'));
  equal((await at.cast.owner.post('inbox look', { company: 'acme' })).body.files[0].state, 'seen');
  // Somebody presses again at once: an upload that stalls is not yet whole.
  at.clock.at += 2_000;
  equal((await at.cast.owner.post('inbox look', { company: 'acme' })).body.files[0].state, 'seen');
  // Unchanged for ten seconds: now it is read.
  at.clock.at += 8_000;
  equal((await at.cast.owner.post('inbox look', { company: 'acme' })).body.files[0].state, 'waiting');
});

test('it is looked into when the interval has passed, also after a restart, and not when it is off', async (t) => {
  const at = await scene(t);
  await at.cast.owner.post('inbox set', { company: 'acme', everyMinutes: 60 });
  at.put('a.csv', deals('D-1,Closed Won,100,2026-02-01'));
  await at.tick();
  const first = (await standing(at)).setting.lookedAt;
  await at.tick();
  equal((await standing(at)).setting.lookedAt, first, 'half an hour is not an hour');
  // Another process that starts now knows when it was looked into last.
  await at.house.closeCompany('acme');
  await at.tick();
  equal((await standing(at)).setting.lookedAt > first, true);
  await at.cast.owner.post('inbox set', { company: 'acme', off: true });
  await at.tick();
  equal((await standing(at)).setting.lookedAt, null);
});

test('what cannot be read is shown with what to do, and stands in the audit', async (t) => {
  const at = await scene(t);
  await at.cast.owner.post('inbox set', { company: 'acme', everyMinutes: 1 });
  mkdirSync(at.inbox, { recursive: true });
  copyFileSync(path.join(import.meta.dirname, '../corpus/ugly/protected.xlsx'), path.join(at.inbox, 'board.xlsx'));
  await at.tick();
  await at.tick();
  const { files, failed } = await standing(at);
  deepEqual([files[0].state, failed], ['failed', 1]);
  match(files[0].todo, /empty the password/);
  match(JSON.stringify((await at.cast.owner.get('audit', { company: 'acme' })).body), /inbox failed.*password/);
});

test('an upload that was taken for whole mends itself; a day of cost that comes again replaces the day', async (t) => {
  const at = await scene(t);
  await at.cast.owner.post('inbox set', { company: 'acme', everyMinutes: 1 });
  const cost = (...rows: string[]): string =>
    ['Campaign report', '"1 – 2 June 2026"', 'Day,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks', ...rows].join('\n');
  const sum = async (): Promise<unknown> => {
    const room = at.house.company('acme');
    if (!room.ok) throw new Error(room.refusal.text);
    const [row] = await (
      await room.value.facts()
    ).engine.read<{ minor: number; n: number }>('select coalesce(sum(amount_minor), 0)::bigint as minor, count(*) as n from spend');
    return [row!.minor, row!.n];
  };
  const days = ['2026-06-01,Dock,1,EUR,100.00,1,1', '2026-06-02,Dock,1,EUR,50.00,1,1'];
  at.put('first.csv', cost('2026-05-31,Dock,1,EUR,7.00,1,1'));
  await at.tick();
  const { upload } = (await at.cast.marketer.post('inbox take', { company: 'acme', name: 'first.csv' })).body;
  await at.cast.marketer.post('import', { company: 'acme', file: upload, yes: true });
  at.put('june.csv', cost(days[0]!));
  await at.tick();
  deepEqual(await sum(), [10_700, 2]);
  at.put('june.csv', cost(...days)); // the rest of the upload
  await at.tick();
  deepEqual(await sum(), [15_700, 3]);
  at.put('june-again.csv', cost('2026-06-01,Dock,1,EUR,98.00,1,1', '2026-06-02,Dock,1,EUR,51.00,1,1'));
  await at.tick();
  deepEqual(await sum(), [15_600, 3]);
  equal((await states(at))['june.csv'], 'loaded');
});

test('only an owner sets it, and never to a folder outside the company’s own', async (t) => {
  const at = await scene(t);
  equal((await at.cast.marketer.post('inbox set', { company: 'acme' })).body.error.code, 'may-not');
  for (const folder of [
    '/etc',
    'inbox',
    path.join(at.folder, 'inbox'),
    path.join(at.folder, 'inbox', 'other'),
    path.join(at.inbox, '../other'),
    at.folder,
  ])
    equal((await at.cast.owner.post('inbox set', { company: 'acme', folder })).body.error.code, 'folder-outside', folder);
  // A link that leads out is no way out.
  mkdirSync(at.inbox, { recursive: true });
  symlinkSync('/etc', path.join(at.inbox, 'link'));
  symlinkSync('/etc/passwd', path.join(at.inbox, 'people.csv'));
  equal(
    (await at.cast.owner.post('inbox set', { company: 'acme', folder: path.join(at.inbox, 'link') })).body.error.code,
    'folder-outside',
  );
  await at.cast.owner.post('inbox set', { company: 'acme' });
  await at.tick();
  await at.tick();
  deepEqual(await states(at), {});
  equal((await at.cast.owner.post('inbox take', { company: 'acme', name: 'people.csv' })).body.error.code, 'no-such-file');
});
