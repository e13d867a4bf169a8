/**
 * Look into the inbox: files that came or changed are loaded where a person has confirmed a mapping for such a file
 * before; all others wait in Data.
 *
 * A file is read when it stands still: unchanged since a look ten seconds ago or more, or for a minute; and what was read counts only if
 * it is unchanged afterwards. Files stay where they are. A file is known by its name, size and time, what it holds by
 * its SHA-256: nothing is loaded twice, also after a crash between load and note, and what a person took back stays so.
 */
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PersonId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { InboxFile, InboxSetting } from '../../store/company/inbox.ts';
import type { Problem } from '../contract/problem.ts';
import { audit } from '../house/audit.ts';
import { problem } from '../house/problems.ts';
import type { CompanyRoom } from '../house/room.ts';
import { placeFor, type Place } from '../operations/facts/place.ts';
import { lookAt } from '../operations/facts/look-at.ts';
import type { Caller, World } from '../operations/operation.ts';
import type { Looked } from '../../facts/loads/folder-plan.ts';
import { inboxFolder } from './inbox-folder.ts';

export type InboxWorld = Pick<World, 'house' | 'now' | 'progress'>;
export type LookedInto = { readonly files: number; readonly loaded: number; readonly waiting: number; readonly failed: number };

/** A file that was not touched for so long is not being written. */
const SETTLED = 60_000;
/** Nor is one that was as it is so long ago: somebody may press "Look now" twice while an upload stalls. */
const STILL = 10_000;
const MOST = 500;
const SYSTEMS = /^(\.|~\$)|^(thumbs\.db|desktop\.ini)$|\.(part|crdownload|tmp)$/i;

const running = new Map<string, Promise<Result<LookedInto, Problem>>>();

/** Looks once; who asks while somebody looks gets the same answer. */
export const lookIntoInbox = (world: InboxWorld, company: string): Promise<Result<LookedInto, Problem>> => {
  const key = `${world.house.folder}/${company}`;
  const under = running.get(key);
  if (under) return under;
  const work = look(world, company).finally(() => running.delete(key));
  running.set(key, work);
  return work;
};

const look = async (world: InboxWorld, company: string): Promise<Result<LookedInto, Problem>> => {
  const room = world.house.company(company);
  if (!room.ok) return room;
  const { store } = room.value;
  const setting = store.inbox();
  if (!setting) return problem('no-inbox', 'This company has no folder that is looked into.', 'An owner sets one under Data, Loads.');
  const found = await filesIn(world, company, setting);
  if (!found.ok) {
    store.lookedIntoInbox(world.now(), found.refusal.text);
    if (setting.fault !== found.refusal.text) audit(world.house, world.now(), 'inbox', 'inbox failed', found.refusal.text, company);
    return found;
  }
  const before = new Map(store.inboxFiles().map((file) => [file.name, file]));
  for (const { name, state } of before.values())
    if (!found.value.some((one) => one.name === name) && state !== 'loaded' && state !== 'known') store.dropInboxFile(name);
  const place = await placeFor(world, { company, answers: {} }, asSetter(setting));
  if (!place.ok) return place;
  let loaded = 0;
  for (const file of found.value) {
    const after = await oneFile(world, room.value, place.value, setting, file, before.get(file.name));
    if (!after) continue;
    loaded += after.loads.length - (before.get(file.name)?.loads.length ?? 0);
    store.putInboxFile(after);
  }
  store.lookedIntoInbox(world.now(), null);
  const now = store.inboxFiles();
  const count = (state: InboxFile['state']): number => now.filter((one) => one.state === state).length;
  return ok({ files: found.value.length, loaded, waiting: count('waiting'), failed: count('failed') });
};

type Found = { readonly name: string; readonly path: string; readonly size: number; readonly mtime: number };

const filesIn = async ({ house }: InboxWorld, company: string, setting: InboxSetting): Promise<Result<readonly Found[], Problem>> => {
  const folder = inboxFolder(house, company, setting.folder);
  if (!folder.ok) return folder;
  // The company's own place is made; what the operator's disk should hold is not.
  if (folder.value.startsWith(house.inboxRoots[0]!)) await mkdir(folder.value, { recursive: true });
  const entries = await readdir(folder.value, { withFileTypes: true }).catch(() => null);
  if (!entries)
    return problem('inbox-unreadable', `The folder ${folder.value} is not there or cannot be read.`, 'Check the path and who may read it.');
  // A link is no file: it could lead anywhere.
  const names = entries
    .filter((one) => one.isFile() && !SYSTEMS.test(one.name))
    .map(({ name }) => name)
    .toSorted();
  if (names.length > MOST)
    return problem(
      'inbox-too-full',
      `${folder.value} holds ${names.length} files; up to ${MOST} are looked at.`,
      'Move those that are loaded elsewhere.',
    );
  const found: Found[] = [];
  for (const name of names) {
    const at = path.join(folder.value, name);
    const info = await stat(at).catch(() => null);
    if (info) found.push({ name, path: at, size: info.size, mtime: Math.floor(info.mtimeMs) });
  }
  return ok(found);
};

/** What is known of a file now; null where nothing has changed. */
const oneFile = async (
  world: InboxWorld,
  room: CompanyRoom,
  place: Place,
  setting: InboxSetting,
  file: Found,
  was: InboxFile | undefined,
): Promise<InboxFile | null> => {
  const same = was !== undefined && was.size === file.size && was.mtime === file.mtime;
  if (same && (was.state === 'loaded' || was.state === 'known' || was.state === 'failed')) return null;
  const base = {
    name: file.name,
    size: file.size,
    mtime: file.mtime,
    sha256: null,
    what: '',
    text: '',
    todo: '',
    loads: was?.loads ?? [],
    at: world.now(),
  };
  const now = Date.parse(world.now());
  const still = now - file.mtime >= SETTLED || (same && (was.state !== 'seen' || now - Date.parse(was.at) >= STILL));
  if (!still)
    return { ...base, at: same ? was.at : base.at, state: 'seen', text: 'It may still be written; it is read once it stands still.' };
  const looked = await lookAt(world, place, { id: file.name, path: file.path, name: file.name }, {});
  const info = await stat(file.path).catch(() => null);
  if (!info || info.size !== file.size || Math.floor(info.mtimeMs) !== file.mtime)
    return { ...base, state: 'seen', text: 'It changed while it was read.' };
  const after = await decided(world, room, place, setting, file, looked, base);
  if (after.state === 'failed') audit(world.house, world.now(), 'inbox', 'inbox failed', `${file.name}: ${after.text}`, room.id);
  if (after.state === 'loaded') audit(world.house, world.now(), 'inbox', 'inbox loaded', `${file.name}: ${after.text}`, room.id);
  return after;
};

const decided = async (
  world: InboxWorld,
  room: CompanyRoom,
  place: Place,
  setting: InboxSetting,
  file: Found,
  looked: readonly Looked[],
  base: Omit<InboxFile, 'state'>,
): Promise<InboxFile> => {
  const broken = looked.find((one) => 'refusal' in one);
  if (broken && 'refusal' in broken) return { ...base, state: 'failed', text: broken.refusal.text, todo: broken.refusal.todo };
  const previews = looked.flatMap((one) => ('preview' in one ? [{ sheet: one.sheet, preview: one.preview }] : []));
  const { sha256 } = previews[0]!.preview;
  const all = {
    ...base,
    sha256,
    what: [...new Set(previews.flatMap(({ preview }) => preview.mapping.feeds.map(({ entity }) => entity)))].join(', '),
  };
  const stands = (await place.facts.loads()).filter((load) => load.sha256 === sha256);
  const mine = room.store.inboxFiles().find((one) => one.sha256 === sha256 && one.loads.length > 0);
  if (stands.length > 0 || mine)
    return {
      ...all,
      state: 'known',
      text: stands.some(({ revertedAt }) => revertedAt === null)
        ? `These very bytes stand as load ${stands.find(({ revertedAt }) => revertedAt === null)!.n}.`
        : 'These very bytes were loaded before and taken back.',
    };
  const waits = previews.map(({ preview }) => whyWaiting(preview)).find((why) => why !== null);
  if (waits)
    return {
      ...all,
      state: 'waiting',
      text: waits,
      todo: 'Look at it and load it once: files with the same columns then load by themselves.',
    };
  const loads: number[] = [];
  const texts: string[] = [];
  for (const { sheet } of previews) {
    const doing = { by: setting.setBy as PersonId, at: world.now() };
    const loaded = await place.facts.load(file, { ...place.wish, ...(sheet !== null && { sheet }) }, doing);
    if (!loaded.ok)
      return { ...all, state: 'failed', loads: [...base.loads, ...loads], text: loaded.refusal.text, todo: loaded.refusal.todo };
    loads.push(loaded.value.n);
    texts.push(loaded.value.text);
  }
  return { ...all, state: 'loaded', loads: [...base.loads, ...loads], text: texts.join(' ') };
};

/** Why nobody may load it without a person; null: it may be loaded. */
const whyWaiting = (preview: Extract<Looked, { readonly preview: unknown }>['preview']): string | null => {
  const open = preview.questions.find(({ otherwise }) => otherwise === undefined);
  if (open) return open.text;
  if (preview.mappingFrom.kind !== 'saved') return 'No file with these columns was loaded before, so nobody has confirmed what they mean.';
  return preview.held >= preview.reading.rows ? 'None of its rows can be loaded.' : null;
};

const asSetter = ({ setBy }: InboxSetting): Caller => ({
  kind: 'operator',
  signIn: null,
  scope: 'write',
  onlyCompany: null,
  personIn: () => setBy as PersonId,
});

/** Copies a waiting file to where uploads are, so that a person can look at it; its id. */
export const takeFromInbox = async (world: InboxWorld, company: string, name: string, id: string): Promise<Result<string, Problem>> => {
  const room = world.house.company(company);
  if (!room.ok) return room;
  const setting = room.value.store.inbox();
  const found = setting ? await filesIn(world, company, setting) : problem('no-inbox', 'This company has no folder that is looked into.');
  if (!found.ok) return found;
  const file = found.value.find((one) => one.name === name);
  if (!file) return problem('no-such-file', `There is no file ${name} in the folder.`, 'Look into the folder again.');
  await copyFile(file.path, world.house.uploads.pathFor(id));
  world.house.uploads.keep(id, name);
  return ok(id);
};
