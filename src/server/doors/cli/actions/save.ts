/** `chart`, `rejects` and `report`: what the operation made goes to the file that --out names, else to stdout. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Problem } from '../../../contract/problem.ts';
import { problem } from '../../../house/problems.ts';
import type { Action, Asked, Said } from './action.ts';

const saved = async (
  { extra, terminal }: Asked,
  content: string | Uint8Array,
  value: object,
  otherwise?: string,
): Promise<Result<Said, Problem>> => {
  const out = extra['out'] ?? otherwise;
  if (typeof out !== 'string') return ok({ value, text: content.toString() });
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

/** The report: text to stdout or a file, a PDF always to a file. */
export const report: Action = async (asked) => {
  const out = asked.extra['out'];
  const told = asked.input['format'] ?? (typeof out === 'string' ? /\.(html|pdf|json)$/.exec(out)?.[1] : undefined);
  const answer = await asked.door.call('report', told === undefined ? asked.input : { ...asked.input, format: told });
  if (!answer.ok) return answer;
  const { name, text, base64 } = answer.value as { readonly name: string; readonly text: string | null; readonly base64: string | null };
  return base64 === null
    ? saved(asked, text!, answer.value as object)
    : saved(asked, Buffer.from(base64, 'base64'), answer.value as object, name);
};

/** The held rows as CSV. */
export const rejects: Action = async (asked) => {
  const answer = await asked.door.call('rejects', asked.input);
  return answer.ok ? saved(asked, (answer.value as { readonly csv: string }).csv, answer.value as object) : answer;
};
