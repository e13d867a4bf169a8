/** Loads held rows after mending them: rows as sent, or the file of `rejects` with its cells put right. */
import { readFile } from 'node:fs/promises';
import type { Facts } from '../../../facts/facts.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { Input, Run, World } from '../operation.ts';
import { asProblem, factsOf } from './facts-of.ts';
import { noSuchUpload } from './import-preview.ts';
import { mendedRows, type Mended } from './mended-rows.ts';

const ALL = { from: 0, limit: 1_000_000 };

export const mend: Run<'mend'> = async (world, input, caller) => {
  const met = await factsOf(world, input.company, caller);
  if (!met.ok) return met;
  const { facts, doing } = met.value;
  const rows = await rowsOf(world, facts, input);
  if (!rows.ok) return rows;
  const loaded = await facts.mend(input.n, rows.value, doing);
  if (!loaded.ok) return asProblem(loaded.refusal);
  const file = (await facts.loads()).find((load) => load.n === loaded.value.n)?.file ?? '';
  return ok({ ...loaded.value, file });
};

const rowsOf = async ({ house }: World, facts: Facts, { rows, file, n }: Input<'mend'>): Promise<Result<readonly Mended[], Problem>> => {
  if (rows) return ok(rows);
  if (file === undefined)
    return problem(
      'invalid-input',
      'Nothing was mended: neither rows nor a file came.',
      `Write the held rows with lockstep rejects ${n} --out held.csv, mend them, then lockstep mend ${n} held.csv.`,
    );
  const upload = house.upload(file);
  return upload ? mendedRows(await readFile(upload.path, 'utf8'), upload.name, await facts.held(n, ALL)) : noSuchUpload(file);
};
