/** Input: what was typed, in the shapes that the operation's schema wants; the schema judges it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { Command } from './command.ts';
import type { Field } from './field.ts';
import type { Terminal } from './terminal.ts';
import type { Typed } from './usage.ts';

type Input = { readonly [name: string]: unknown };

/** The input of the command's operation, without the company and without files. */
export const inputOf = async (command: Command, values: Typed['values'], terminal: Terminal): Promise<Result<Input, Problem>> => {
  const input: Record<string, unknown> = {};
  for (const field of [...command.places.map((place) => place.field), ...command.flags]) {
    const value = values[field.name];
    if (value === undefined) continue;
    const meant = await meantBy(field, value, terminal);
    if (!meant.ok) return meant;
    input[field.name] = meant.value;
  }
  return ok(input);
};

const meantBy = async (
  field: Field,
  value: string | boolean | readonly string[],
  terminal: Terminal,
): Promise<Result<unknown, Problem>> => {
  if (field.kind === 'pairs') return pairs(field, [value].flat().map(String));
  if (typeof value !== 'string') return ok(value);
  if (field.kind === 'json') return jsonFrom(value, field, terminal);
  return ok(field.number && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value);
};

/** `id=option`, told apart at the last `=`, since a column's name may hold one. */
const pairs = ({ flag }: Field, said: readonly string[]): Result<{ readonly [id: string]: string }, Problem> => {
  const odd = said.find((one) => !/.=./.test(one));
  if (odd !== undefined)
    return problem(
      'bad-flag',
      `--${flag} is written id=option, not "${odd}".`,
      'lockstep import FILE --dry-run shows the questions, each with the words that answer it.',
    );
  return ok(Object.fromEntries(said.map((one) => [one.slice(0, one.lastIndexOf('=')), one.slice(one.lastIndexOf('=') + 1)])));
};

const jsonFrom = async (value: string, { flag }: Field, terminal: Terminal): Promise<Result<unknown, Problem>> => {
  if (!value.startsWith('@')) return parsed(value, `--${flag}`);
  const text = await textAt(value.slice(1), terminal);
  return text.ok ? parsed(text.value, value.slice(1)) : text;
};

/** The JSON in a text, or a problem that says where it stopped being JSON. */
export const parsed = (text: string, where: string): Result<unknown, Problem> => {
  try {
    return ok(JSON.parse(text));
  } catch (fault) {
    return problem('bad-json', `${where} is no JSON: ${(fault as Error).message}.`, 'Mend it and run the command again.');
  }
};

/** The text of a file, `-` for stdin. */
export const textAt = async (file: string, terminal: Terminal): Promise<Result<string, Problem>> => {
  if (file === '-') return ok(await terminal.stdin());
  const text = await readFile(path.resolve(terminal.cwd, file), 'utf8').catch(() => null);
  return text === null ? problem('file-missing', `There is no file ${file} that can be read.`, 'Check the path.') : ok(text);
};
