/**
 * Puts a backup back. Every file is copied beside the data, compared with the manifest and opened there; only then is
 * anything replaced, and what stood there before is kept. Holds the data folder, so no server runs meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../../kernel/result.ts';
import { holdFolder } from '../../store/lock.ts';
import type { Problem } from '../contract/problem.ts';
import { problem } from '../house/problems.ts';
import { readManifest, type Manifest } from '../operations/care/manifest.ts';
import type { Input, Output } from '../operations/operation.ts';
import type { Wish } from './door.ts';
import { opens } from './opens.ts';
import { copied } from './copied.ts';

type Asked = Pick<Input<'restore'>, 'from' | 'company' | 'replace'>;

/** Restores into the data folder, or says why nothing was changed. */
export const restoreInto = async (
  { folder, onProgress }: Pick<Wish, 'folder' | 'onProgress'>,
  asked: Asked,
  now: Date,
): Promise<Result<Output<'restore'>, Problem>> => {
  const read = await readManifest(asked.from);
  if (!read.ok) return read;
  const manifest = read.value;
  const chosen = partsOf(manifest, asked.company);
  if (!chosen.ok) return chosen;
  const held = holdFolder(folder);
  if (!held.ok)
    return problem(
      held.refusal.code,
      held.refusal.text,
      held.refusal.code === 'folder-held' ? 'Stop it, then run lockstep restore again: a restore replaces the files under it.' : undefined,
    );
  const scratch = path.join(folder, `.restore-${randomUUID().slice(0, 8)}`);
  try {
    const there = chosen.value.filter((part) => existsSync(path.join(folder, part)));
    if (there.length > 0 && !asked.replace)
      return problem(
        'there-already',
        `${there.join(', ')} ${there.length === 1 ? 'stands' : 'stand'} in ${folder} already.`,
        'Say --replace to put the backup in the place of it; what stands there is kept aside.',
      );
    const files = await copied(manifest, asked.from, scratch, chosen.value, onProgress);
    if (!files.ok) return files;
    const sound = await opens(scratch, chosen.value);
    if (!sound.ok) return sound;
    const aside = there.length > 0 ? path.join(folder, `replaced-${now.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}`) : null;
    await swap(folder, scratch, aside, chosen.value);
    return ok({
      companies: chosen.value.filter((part) => part.startsWith('companies/')).map((part) => path.basename(part)),
      files: files.value,
      replaced: aside,
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
    held.value.release();
  }
};

/** What is replaced as a whole: `lockstep.db`, and each company's folder. */
const partsOf = (manifest: Manifest, company: string | undefined): Result<readonly string[], Problem> => {
  if (company === undefined) return ok([...(manifest.house ? ['lockstep.db'] : []), ...manifest.companies.map((id) => `companies/${id}`)]);
  if (manifest.companies.includes(company)) return ok([`companies/${company}`]);
  return problem('no-such-company', `There is no company "${company}" in this backup.`, `There is: ${manifest.companies.join(', ')}.`, {
    found: company,
    choices: manifest.companies,
  });
};

/** A write-ahead log belongs to its file: left behind, it would be applied to another. */
const withLogs = (part: string): readonly string[] => (part.endsWith('.db') ? [part, `${part}-wal`, `${part}-shm`] : [part]);

/** Moves the old aside and the new in; a move that fails is undone. */
const swap = async (folder: string, scratch: string, aside: string | null, parts: readonly string[]): Promise<void> => {
  const done: { readonly from: string; readonly to: string }[] = [];
  const move = async (from: string, to: string): Promise<void> => {
    if (!existsSync(from)) return;
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    await rename(from, to);
    done.push({ from, to });
  };
  try {
    for (const part of parts) {
      if (aside !== null) for (const file of withLogs(part)) await move(path.join(folder, file), path.join(aside, file));
      await move(path.join(scratch, part), path.join(folder, part));
    }
  } catch (fault) {
    for (const { from, to } of done.toReversed()) await rename(to, from);
    throw fault;
  }
};
