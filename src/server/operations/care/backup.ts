/**
 * Copies everything into one folder while the house is in use: databases by their own engines, files as they lie.
 * It is made under another name and named last, so that a folder of that name is whole.
 */
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { copyFacts } from '../../../facts/copy.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { copyStore } from '../../../store/copy.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import type { Run, World } from '../operation.ts';
import { writeManifest } from './manifest.ts';

export const backup: Run<'backup'> = async (world, { to, company }) => {
  const { house, version, now } = world;
  if (company !== undefined && !house.has(company)) return house.company(company) as Result<never, Problem>;
  if (await stat(to).catch(() => null)) return problem('there-already', `${to} is there already.`, 'Name a folder that is not there yet.');
  const companies = company === undefined ? house.companies() : [company];
  const part = `${to}.part`;
  await rm(part, { recursive: true, force: true });
  const made = await mkdir(part, { recursive: true, mode: 0o700 }).catch((fault: Error) => fault);
  if (made instanceof Error) return problem('folder-unwritable', `${to} cannot be made: ${made.message}.`, 'Name another folder.');
  try {
    if (company === undefined) await copyStore(house.store.path, path.join(part, 'lockstep.db'));
    for (const [i, id] of companies.entries()) {
      world.progress({ phase: `copying ${id}`, done: i, of: companies.length });
      const copied = await copyCompany(world, id, path.join(part, 'companies', id));
      if (!copied.ok) return copied;
    }
    const { files } = await writeManifest(part, {
      lockstep: version,
      madeAt: now(),
      house: company === undefined,
      companies: [...companies],
    });
    await rename(part, to);
    return ok({ to, companies, files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
};

const copyCompany = async ({ house }: World, id: string, to: string): Promise<Result<null, Problem>> => {
  const room = house.company(id);
  if (!room.ok)
    return problem(
      'company-damaged',
      `${id} cannot be opened, so it cannot be copied: ${room.refusal.text}`,
      'lockstep doctor says more. Back up the others one by one with --company.',
    );
  await mkdir(to, { recursive: true, mode: 0o700 });
  await copyRoom(room.value, to);
  return ok(null);
};

/** Facts before files: a load that lands meanwhile leaves a file too many, never one too few. */
const copyRoom = async (room: CompanyRoom, to: string): Promise<void> => {
  await copyStore(room.store.path, path.join(to, 'company.db'));
  const { engine } = await room.facts();
  await copyFacts(engine, path.join(to, 'facts.duckdb'));
  for (const folder of ['imports', 'rejects']) {
    const from = path.join(room.folder, folder);
    if (await stat(from).catch(() => null)) await cp(from, path.join(to, folder), { recursive: true, preserveTimestamps: true });
  }
};
