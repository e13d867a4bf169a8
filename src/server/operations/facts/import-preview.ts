/** Reads a file and says what it would change; writes nothing. */
import { ok } from '../../../kernel/result.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';
import { asProblem } from './facts-of.ts';
import { placeFor } from './place.ts';
import { targets } from './targets.ts';

export const importPreview: Run<'import-preview'> = async (world, input, caller) => {
  const file = world.house.upload(input.file);
  if (!file) return noSuchUpload(input.file);
  const place = await placeFor(world, input, caller);
  if (!place.ok) return place;
  const { facts, wish, leave } = place.value;
  try {
    const preview = await facts.preview(file, wish, world.progress);
    return preview.ok ? ok({ ...preview.value, targets }) : asProblem(preview.refusal, file.name);
  } finally {
    await leave();
  }
};

/** The answer to an upload id that is not known (any more). */
export const noSuchUpload = (id: string) =>
  problem('no-such-upload', `There is no uploaded file "${id}".`, 'Send the file again: uploads are kept for a day.');
