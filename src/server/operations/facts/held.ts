/** Rows that were held back: those of one load, or of every load that still has some waiting. */
import type { HeldRow } from '../../../facts/loads/report.ts';
import { ok } from '../../../kernel/result.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';
import { factsOf } from './facts-of.ts';

export const held: Run<'held'> = async (world, { company, n, from, limit }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const { facts } = met.value;
  const ledger = await facts.loads();
  if (n !== undefined && !ledger.some((load) => load.n === n))
    return problem('no-such-load', `There is no load ${n}.`, 'lockstep loads lists them.');
  const chosen = ledger.filter((load) => (n === undefined ? load.waitingRows > 0 && load.revertedAt === null : load.n === n));
  const rows: HeldRow[] = [];
  let pass = from;
  for (const load of chosen) {
    if (pass >= load.heldRows) {
      pass -= load.heldRows;
      continue;
    }
    if (rows.length >= limit) break;
    rows.push(...(await facts.held(load.n, { from: pass, limit: limit - rows.length })));
    pass = 0;
  }
  return ok({ rows, waiting: chosen.reduce((sum, load) => sum + load.waitingRows, 0) });
};
