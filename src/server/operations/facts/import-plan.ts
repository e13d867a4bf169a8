/** Recognises several files as one plan; writes nothing. A sheet of a workbook is a file of its own. */
import { ENTITIES } from '../../../facts/import/entities.ts';
import type { Answers, Entity } from '../../../facts/import/mapping.ts';
import type { FileReceived } from '../../../facts/import/received.ts';
import { folderPlan, type FolderPlan, type Looked } from '../../../facts/loads/folder-plan.ts';
import { ok } from '../../../kernel/result.ts';
import type { Run, World } from '../operation.ts';
import { noSuchUpload } from './import-preview.ts';
import { placeFor, type Place } from './place.ts';
import { readOne } from './read-files.ts';

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

export type Named = FileReceived & { readonly id: string };

/** Looks at every file and every sheet of it, and puts them together. */
export const planFor = async (world: World, place: Place, files: readonly Named[], answers: Answers): Promise<FolderPlan> => {
  const looked: Looked[] = [];
  for (const [i, file] of files.entries()) {
    world.progress({ phase: `looking at ${file.name}`, done: i, of: files.length });
    looked.push(...(await look(world, place, file, answers)));
  }
  return folderPlan(looked, await place.facts.loads(), await entitiesIn(place));
};

const look = async (world: World, place: Place, { id, ...file }: Named, answers: Answers): Promise<Looked[]> => {
  const quiet: World = { ...world, progress: () => undefined };
  const one = await readOne(quiet, place, file, answers);
  if (!one.ok) {
    const { code, text, todo } = one.refusal;
    return [{ file: id, name: file.name, sheet: null, refusal: { code: code as never, text, todo: todo ?? '' } }];
  }
  const { sheet, sheets = [] } = one.value.preview.reading;
  if (sheets.length < 2) return [{ file: id, name: file.name, sheet: null, preview: one.value.preview }];
  const looked: Looked[] = [{ file: id, name: file.name, sheet: sheet ?? null, preview: one.value.preview }];
  for (const other of sheets.filter((name) => name !== sheet)) {
    const read = await readOne(quiet, { ...place, wish: { ...place.wish, sheet: other } }, file, answers);
    looked.push({
      file: id,
      name: file.name,
      sheet: other,
      ...(read.ok
        ? { preview: read.value.preview }
        : { refusal: { code: read.refusal.code as never, text: read.refusal.text, todo: read.refusal.todo ?? '' } }),
    });
  }
  return looked;
};

/** Entities of which the facts hold rows. */
const entitiesIn = async ({ facts }: Place): Promise<ReadonlySet<Entity>> => {
  const all = Object.keys(ENTITIES) as Entity[];
  const [row] = await facts.engine.read<{ readonly [entity: string]: boolean }>(
    `select ${all.map((entity) => `exists (from ${entity}) as ${entity}`).join(', ')}`,
  );
  return new Set(all.filter((entity) => row![entity]));
};
