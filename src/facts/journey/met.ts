/**
 * Met: every dated touch of the company as three numbers (whose account, what unit, which day), in order of accounts, so that
 * different accounts are counted by one walk and nothing is remembered but the last one. Ten bytes a touch; read once for each
 * state of the facts, one kept.
 *
 *   a     number of the account (account_of, account_key); -1 where none is known
 *   u     its unit (journeys.unit)      day   days since 1970-01-01
 */
import type { Engine } from '../engine.ts';
import { untilCommit } from '../until-commit.ts';
import { keptColumns } from './column-files.ts';
import { keepJourneys } from './store.ts';

export type Met = {
  readonly a: Int32Array<SharedArrayBuffer>;
  readonly u: Int32Array<SharedArrayBuffer>;
  readonly day: Uint16Array<SharedArrayBuffer>;
};

const kept = untilCommit<Met>(1);

/** Who was met when. Builds the journeys first where they are not right. */
export const metOf = async (engine: Engine): Promise<Met> => {
  await keepJourneys(engine);
  return kept(engine, '', () => keptColumns<Met>(engine, 'met'));
};
