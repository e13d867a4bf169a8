/** Reads a file and says what it would change; writes nothing. */
import { ok } from '../../../kernel/result.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';
import { placeFor } from './place.ts';
import { readOne } from './read-files.ts';
import { targets } from './targets.ts';

export const importPreview: Run<'import-preview'> = async (world, input, caller) => {
  const file = world.house.upload(input.file);
  if (!file) return noSuchUpload(input.file);
  const place = await placeFor(world, input, caller);
  if (!place.ok) return place;
  try {
    const read = await readOne(world, place.value, file, input.answers);
    return read.ok ? ok({ ...read.value.preview, targets }) : read;
  } finally {
    await place.value.leave();
  }
};

/** The answer to an upload id that is not known (any more). */
export const noSuchUpload = (id: string) =>
  problem('no-such-upload', `There is no uploaded file "${id}".`, 'Send the file again: uploads are kept for a day.');
