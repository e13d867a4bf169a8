/** Recognises several files as one plan; writes nothing. A sheet of a workbook is a file of its own. */
import { ENTITIES } from '../../../facts/import/entities.ts';
import type { Answers, Entity } from '../../../facts/import/mapping.ts';
import { folderPlan, type FolderPlan, type Looked } from '../../../facts/loads/folder-plan.ts';
import { ok } from '../../../kernel/result.ts';
import type { Run, World } from '../operation.ts';
import { noSuchUpload } from './import-preview.ts';
import { lookAt, type Named } from './look-at.ts';
import { placeFor, type Place } from './place.ts';

export const importPlan: Run<'import-plan'> = async (world, input, caller) => {
  const ids = [input.file].flat();
  const files = ids.map((id) => ({ id, file: world.house.upload(id) }));
  const lost = files.find(({ file }) => file === null);
  if (lost) return noSuchUpload(lost.id);
  const place = await placeFor(world, input, caller);
  if (!place.ok) return place;
  try {
    return ok(
      await planFor(
        world,
        place.value,
        files.map(({ id, file }) => ({ id, ...file! })),
        input.answers,
      ),
    );
  } finally {
    await place.value.leave();
  }
};

/** Looks at every file and every sheet of it, and puts them together. */
const planFor = async (world: Pick<World, 'progress'>, place: Place, files: readonly Named[], answers: Answers): Promise<FolderPlan> => {
  const looked: Looked[] = [];
  for (const [i, file] of files.entries()) {
    world.progress({ phase: `looking at ${file.name}`, done: i, of: files.length });
    looked.push(...(await lookAt(world, place, file, answers)));
  }
  return folderPlan(looked, await place.facts.loads(), await entitiesIn(place));
};

/** Entities of which the facts hold rows. */
const entitiesIn = async ({ facts }: Place): Promise<ReadonlySet<Entity>> => {
  const all = Object.keys(ENTITIES) as Entity[];
  const [row] = await facts.engine.read<{ readonly [entity: string]: boolean }>(
    `select ${all.map((entity) => `exists (from ${entity}) as ${entity}`).join(', ')}`,
  );
  return new Set(all.filter((entity) => row![entity]));
};
