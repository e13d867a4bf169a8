/**
 * Calling an operation by its name: what goes in is checked against the contract, the caller against the
 * table of access, and then it runs. Every door calls through here and nowhere else.
 */
import type { z } from 'zod';
import { ok, type Result } from '../../kernel/result.ts';
import { contract } from '../contract/contract.ts';
import type { Problem } from '../contract/problem.ts';
import { problem } from '../house/problems.ts';
import { admit } from './access.ts';
import type { Caller, Name, Run, World } from './operation.ts';
import { operations } from './operations.ts';

/** Runs the operation `name` with whatever was sent as `input`. */
export const call = async (world: World, name: Name, input: unknown, caller: Caller): Promise<Result<unknown, Problem>> => {
  const { access, effect } = contract[name];
  // A stranger is not told how to word a request that he may not make.
  const admitted = admit(world, { access, effect, company: companyIn(input) }, caller);
  if (!admitted.ok) return admitted;
  const read = readInput(name, input);
  if (!read.ok) return read;
  const run: Run<never> = operations[name];
  return run(world, read.value as never, caller);
};

const companyIn = (input: unknown): string | null => {
  const company: unknown = typeof input === 'object' && input !== null && 'company' in input ? input.company : null;
  return typeof company === 'string' ? company : null;
};

const readInput = (name: Name, input: unknown): Result<unknown, Problem> => {
  const schema: z.ZodType = contract[name].input;
  const read = schema.safeParse(input);
  if (read.success) return ok(read.data);
  const fields = read.error.issues.slice(0, 20).map((issue) => ({ field: issue.path.join('.') || 'input', text: inWords(issue) }));
  const { field, text } = fields[0]!;
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : '';
  return problem('invalid-input', `${field}: ${text}${more}.`, `Change "${field}" and send it again.`, { fields });
};

/** One finding of the schema as a person reads it. */
const inWords = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return `unknown: ${issue.keys.join(', ')}`;
  if (issue.code !== 'invalid_type') return issue.message.replace(/^Invalid input: /, '');
  return issue.message.endsWith('received undefined') ? 'is missing' : `needs ${issue.expected}`;
};
