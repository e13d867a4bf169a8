/**
 * Loads the files of a plan in one go. Each is a load of its own, whole or not at all; one that is refused after all is
 * told and the others land, since each can be taken back by itself.
 */
import type { Loaded } from '../../../facts/loads/report.ts';
import { ok } from '../../../kernel/result.ts';
import type { Output, Run } from '../operation.ts';
import { doingOf, factsOf } from './facts-of.ts';
import { found } from './import.ts';
import { noSuchUpload } from './import-preview.ts';
import { placeFor } from './place.ts';
import { readOne } from './read-files.ts';

type Failed = Output<'import-folder'>['failed'][number];

export const importFolder: Run<'import-folder'> = async (world, input, caller) => {
  const lost = input.files.find(({ file }) => world.house.upload(file) === null);
  if (lost) return noSuchUpload(lost.file);
  const isNew = !world.house.has(input.company) && input.foundAs !== undefined;
  const company = isNew ? await found(world, input, caller) : ok(input.company);
  if (!company.ok) return company;
  const here = { ...input, company: company.value };
  const place = await placeFor(world, here, caller);
  if (!place.ok) return place;
  const met = await factsOf(world, company.value, caller);
  if (!met.ok) return met;
  const quiet = { ...world, progress: () => undefined };
  const loads: (Loaded & { readonly file: string })[] = [];
  const failed: Failed[] = [];
  for (const [i, { file: id, sheet }] of input.files.entries()) {
    const file = world.house.upload(id)!;
    const name = sheet === null ? file.name : `${file.name}, sheet ${sheet}`;
    const at = { phase: `loading ${name}`, done: i, of: input.files.length };
    world.progress(at);
    const wish = { ...place.value.wish, ...(sheet !== null && { sheet }) };
    // What a file asks is found out by looking; most ask nothing.
    const asked = Object.keys(input.answers).length > 0 && (await readOne(quiet, { ...place.value, wish }, file, input.answers));
    const answers = asked && asked.ok ? (asked.value.wish.answers ?? {}) : {};
    const loaded = await met.value.facts.load(
      file,
      { ...wish, answers },
      { ...doingOf(world, company.value, caller), onProgress: () => world.progress(at) },
    );
    if (loaded.ok) loads.push({ ...loaded.value, file: name });
    else {
      const { code, text, todo } = loaded.refusal;
      failed.push({ name: file.name, sheet, code, text, todo });
    }
  }
  const again = new Set(failed.map(({ name }) => name));
  for (const { file: id } of input.files) if (!again.has(world.house.upload(id)?.name ?? '')) world.house.uploads.drop(id);
  return ok({
    company: company.value,
    founded: isNew,
    loads,
    failed,
    rows: loads.reduce((sum, { rows, held }) => sum + rows - held, 0),
    held: loads.reduce((sum, { held }) => sum + held, 0),
    conflicts: loads.reduce((sum, { conflicts }) => sum + conflicts, 0),
  });
};
