/**
 * Met: every dated touch of the company as three numbers (whose account, what unit, which day), in order of accounts, so that
 * different accounts are counted by one walk and nothing is remembered but the last one. Ten bytes a touch; read once for each
 * state of the facts, one kept.
 *
 *   a     number of the account (account_of, account_key); -1 where none is known
 *   u     its unit (journeys.unit)      day   days since 1970-01-01
 */
import type { Engine } from '../engine.ts';
import { keepJourneys } from './store.ts';

export type Met = {
  readonly a: Int32Array<SharedArrayBuffer>;
  readonly u: Int32Array<SharedArrayBuffer>;
  readonly day: Uint16Array<SharedArrayBuffer>;
};

const keptBy = new WeakMap<Engine, { readonly at: number; readonly met: Promise<Met> }>();

/** Who was met when. Builds the journeys first where they are not right. */
export const metOf = async (engine: Engine): Promise<Met> => {
  await keepJourneys(engine);
  const at = engine.commits();
  const last = keptBy.get(engine);
  if (last?.at === at) return last.met;
  const met = read(engine);
  met.catch(() => keptBy.delete(engine));
  keptBy.set(engine, { at, met });
  return met;
};

const read = async (engine: Engine): Promise<Met> => {
  const [size] = await engine.read<{ readonly n: number }>('select count(*) as n from journeys.met');
  const met = await engine.columns<Met>('select a, u, day from journeys.met', {}, size!.n);
  // A scan may hand parts on in another order than they stand in; what follows relies on it.
  for (let i = 1; i < met.a.length; i += 1)
    if (met.a[i]! < met.a[i - 1]!) return engine.columns<Met>('select a, u, day from journeys.met order by a, u', {}, size!.n);
  return met;
};
