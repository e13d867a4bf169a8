/** The measured cycle of won deals, read once for each state of the facts. */
import type { Day } from '../../kernel/day.ts';
import type { Engine } from '../engine.ts';
import type { Head } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

const DEALS = 'select o.*, l.created_on as lead_on from opportunity o left join lead l on l.src = o.src and l.id = o.lead_id';

/** Median days from lead (else opening) to close, and the number of won deals behind it. */
export type Cycle = { readonly median: number | null; readonly n: number };

const kept = new WeakMap<Engine, { readonly at: number; readonly by: Map<Day, Promise<Cycle>> }>();

export const cycleOf = (engine: Engine, { asOf, kept: isKept }: Pick<Head, 'asOf' | 'kept'>): Promise<Cycle> => {
  const at = engine.commits();
  const known = kept.get(engine);
  const by = known?.at === at ? known.by : new Map<Day, Promise<Cycle>>();
  if (known?.at !== at) kept.set(engine, { at, by });
  const cycle =
    by.get(asOf) ??
    rowsOf<Cycle>(engine, fill(sqlOf('cycle'), { known: isKept ? 'select * from journeys.known' : DEALS }), { as_of: asOf }).then(
      ([row]) => row!,
    );
  by.set(asOf, cycle);
  cycle.catch(() => by.delete(asOf));
  return cycle;
};
