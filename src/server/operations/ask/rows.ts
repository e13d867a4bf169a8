/** The rows behind a number, as they stand in the facts. */
import { readRows } from '../../../facts/questions/rows.ts';
import type { Run } from '../operation.ts';
import { asProblem } from './as-problem.ts';
import { readerOf } from './reader.ts';

export const rows: Run<'rows'> = async (world, { company, entity, ids, where, limit, offset }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { engine, context } = reader.value;
  const wish = { entity, where: [where ?? []].flat(), limit, offset, ...(ids && { ids }) };
  const found = await readRows(engine, wish, { today: context.today });
  return found.ok ? found : asProblem(found.refusal);
};
