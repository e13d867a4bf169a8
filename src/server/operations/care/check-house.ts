/** Is the house itself sound: sign-ins, room on the disk, what others left behind. */
import { readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { verifyHouse } from '../../../store/copy.ts';
import { count, tally } from '../../../views/words/format.ts';
import type { House } from '../../house/house.ts';
import { checksOf, type Check } from './check.ts';

const { good, warning, bad } = checksOf(null);
const LITTLE = 1_000_000_000;
const TOO_LITTLE = 100_000_000;

export const checkHouse = async (house: House, version: string): Promise<Check[]> => {
  const sound = verifyHouse(house.store.path);
  const signIns = house.store.signIns.all();
  return [
    good('version', `Lockstep ${version}, Node ${process.version}, data in ${house.folder}.`),
    sound.ok
      ? good('sign-ins', `lockstep.db is whole; ${tally(signIns.length, 'sign-in')}.`)
      : bad('sign-ins', sound.refusal.text, 'Stop the server and restore a backup: lockstep restore FROM --replace.'),
    await diskSpace(house.folder),
    ...(await leftOvers(house.folder)),
  ];
};

const diskSpace = async (folder: string): Promise<Check> => {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const text = `${count(free / 1e9, 1)} GB free where the data lies.`;
  if (free >= LITTLE) return good('disk', text);
  return free >= TOO_LITTLE
    ? warning('disk', text, 'Make room soon: imports and backups need some.')
    : bad('disk', text, 'Make room now: when the disk is full, nothing can be decided or loaded.');
};

/** Uploads that no import took within a day, and what stopped commands left. */
const leftOvers = async (folder: string): Promise<Check[]> => {
  const old = Date.now() - 86_400_000;
  const uploads = await filesIn(path.join(folder, 'uploads'));
  const orphans = uploads.filter(({ name, time }) => !name.endsWith('.json') && time < old);
  const cut = (await readdir(folder)).filter((name) => name.startsWith('.restore-') || name.startsWith('replaced-'));
  return [
    orphans.length === 0
      ? good(
          'uploads',
          uploads.length === 0
            ? 'Nothing lies there.'
            : `${tally(uploads.filter(({ name }) => !name.endsWith('.json')).length, 'file')} on the way into an import.`,
        )
      : warning(
          'uploads',
          `${tally(orphans.length, 'file')} (${count(orphans.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6, 1)} MB) that no import took within a day.`,
          `The server takes them away when it starts; or delete them in ${path.join(folder, 'uploads')}.`,
        ),
    ...(cut.length > 0
      ? [warning('restores', `${tally(cut.length, 'folder')} left by a restore: ${cut.join(', ')}.`, 'Delete what you no longer need.')]
      : []),
  ];
};

type Found = { readonly name: string; readonly time: number; readonly bytes: number };

const filesIn = async (folder: string): Promise<Found[]> => {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names.map(async (name) => stat(path.join(folder, name)).then(({ mtimeMs, size }) => ({ name, time: mtimeMs, bytes: size }))),
  );
};
