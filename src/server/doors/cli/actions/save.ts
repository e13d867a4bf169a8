/** `chart` and `rejects`: what the operation made goes to the file that --out names, else to stdout. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Problem } from '../../../contract/problem.ts';
import { problem } from '../../../house/problems.ts';
import type { Action, Asked, Said } from './action.ts';

const saved = async ({ extra, terminal }: Asked, content: string, value: object): Promise<Result<Said, Problem>> => {
  const out = extra['out'];
  if (typeof out !== 'string') return ok({ value, text: content });
  const file = path.resolve(terminal.cwd, out);
  const fault = await writeFile(file, content).then(
    () => null,
    (reason: Error) => reason,
  );
  if (fault) return problem('folder-unwritable', `${file} cannot be written: ${fault.message}.`, 'Name another file with --out.');
  return ok({ value: { out: file, bytes: Buffer.byteLength(content) }, text: `Wrote ${out}.` });
};

/** The picture as SVG. */
export const chart: Action = async (asked) => {
  const answer = await asked.door.call('chart', asked.input);
  return answer.ok ? saved(asked, (answer.value as { readonly svg: string }).svg, answer.value as object) : answer;
};

/** The held rows as CSV. */
export const rejects: Action = async (asked) => {
  const answer = await asked.door.call('rejects', asked.input);
  return answer.ok ? saved(asked, (answer.value as { readonly csv: string }).csv, answer.value as object) : answer;
};
