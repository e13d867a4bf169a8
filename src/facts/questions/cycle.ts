/** The measured cycle of won deals, read once for each state of the facts. */
import type { Day } from '../../kernel/day.ts';
import type { Engine } from '../engine.ts';
import { rowsOf, sqlOf } from './statement.ts';

/** Median days from lead (else opening) to close, and the number of won deals behind it. */
export type Cycle = { readonly median: number | null; readonly n: number };

const kept = new WeakMap<Engine, { readonly at: number; readonly by: Map<Day, Promise<Cycle>> }>();

export const cycleOf = (engine: Engine, asOf: Day): Promise<Cycle> => {
  const at = engine.commits();
  const known = kept.get(engine);
  const by = known?.at === at ? known.by : new Map<Day, Promise<Cycle>>();
  if (known?.at !== at) kept.set(engine, { at, by });
  const cycle = by.get(asOf) ?? rowsOf<Cycle>(engine, sqlOf('cycle'), { as_of: asOf }).then(([row]) => row!);
  by.set(asOf, cycle);
  cycle.catch(() => by.delete(asOf));
  return cycle;
};
