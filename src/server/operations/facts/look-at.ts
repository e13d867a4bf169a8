/** Looks at one file, and at every sheet of a workbook as a file of its own. */
import type { Answers } from '../../../facts/import/mapping.ts';
import type { FileReceived } from '../../../facts/import/received.ts';
import type { Looked } from '../../../facts/loads/folder-plan.ts';
import type { World } from '../operation.ts';
import type { Place } from './place.ts';
import { readOne } from './read-files.ts';

/** A file and what it is called by the door: an upload's id, or a path. */
export type Named = FileReceived & { readonly id: string };

export const lookAt = async (
  world: Pick<World, 'progress'>,
  place: Place,
  { id, ...file }: Named,
  answers: Answers,
): Promise<readonly Looked[]> => {
  const quiet = { ...world, progress: () => undefined };
  const read = async (at: Place, sheet: string | null): Promise<Looked> => {
    const one = await readOne(quiet, at, file, answers);
    const base = { file: id, name: file.name, sheet };
    if (one.ok) return { ...base, preview: one.value.preview };
    const { code, text, todo } = one.refusal;
    return { ...base, refusal: { code, text, todo: todo ?? '' } };
  };
  const first = await read(place, null);
  if (!('preview' in first)) return [first];
  const { sheet = null, sheets = [] } = first.preview.reading;
  if (sheets.length < 2) return [first];
  const looked: Looked[] = [{ ...first, sheet }];
  for (const other of sheets.filter((name) => name !== sheet))
    looked.push(await read({ ...place, wish: { ...place.wish, sheet: other } }, other));
  return looked;
};
