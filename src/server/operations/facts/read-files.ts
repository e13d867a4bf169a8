/** Reads the files of an import before anything is loaded: each with the answers it asks for. */
import type { ImportWish } from '../../../facts/facts.ts';
import type { Answers } from '../../../facts/import/mapping.ts';
import { answerTo } from '../../../facts/import/questions.ts';
import type { FileReceived } from '../../../facts/import/received.ts';
import type { Preview } from '../../../facts/loads/report.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { World } from '../operation.ts';
import { asProblem } from './facts-of.ts';
import type { Place } from './place.ts';

/** A file as it was understood, and all that was said beside it in the end. */
export type Read = { readonly file: FileReceived; readonly preview: Preview; readonly wish: ImportWish };

/** Every file, or the first that cannot be read. */
export const readAll = async (
  world: World,
  place: Place,
  files: readonly FileReceived[],
  answers: Answers,
): Promise<Result<readonly Read[], Problem>> => {
  const read: Read[] = [];
  for (const file of files) {
    const one = await readOne(world, place, file, answers);
    if (!one.ok) return one;
    read.push(one.value);
  }
  const stray = Object.keys(answers).find(
    (id) => !read.some(({ wish }) => Object.keys(wish.answers ?? {}).some((said) => said === id || said.startsWith(`${id}:`))),
  );
  return stray === undefined
    ? ok(read)
    : problem('unknown-answer', `No file asks "${stray}".`, 'Look with --dry-run at the questions there are.', { answer: stray });
};

/** Reads one file with those of the answers that it asks for; an answer may bring up the next question. */
export const readOne = async (
  world: Pick<World, 'progress'>,
  place: Place,
  file: FileReceived,
  answers: Answers,
): Promise<Result<Read, Problem>> => {
  for (let mine: Answers = {}; ;) {
    const wish = { ...place.wish, answers: mine };
    const preview = await place.facts.preview(file, wish, world.progress);
    if (!preview.ok) return asProblem(preview.refusal, file.name);
    const asked = preview.value.questions.filter(({ id }) => answerTo(answers, id) !== undefined && !(id in mine));
    if (asked.length === 0) return ok({ file, preview: preview.value, wish });
    mine = { ...mine, ...Object.fromEntries(asked.map(({ id }) => [id, answerTo(answers, id)!])) };
  }
};
