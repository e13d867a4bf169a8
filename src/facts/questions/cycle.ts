/** The measured cycle of won deals, read once for each state of the facts. */
import type { Engine } from '../engine.ts';
import { untilCommit } from '../until-commit.ts';
import type { Head } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

const DEALS = 'select o.*, l.created_on as lead_on from opportunity o left join lead l on l.src = o.src and l.id = o.lead_id';

/** Median days from lead (else opening) to close, and the number of won deals behind it. */
export type Cycle = { readonly median: number | null; readonly n: number };

const kept = untilCommit<Cycle>(24);

export const cycleOf = (engine: Engine, { asOf, kept: isKept }: Pick<Head, 'asOf' | 'kept'>): Promise<Cycle> =>
  kept(engine, asOf, async () => {
    const known = isKept ? 'select * from journeys.known' : DEALS;
    const [cycle] = await rowsOf<Cycle>(engine, fill(sqlOf('cycle'), { known }), { as_of: asOf });
    return cycle!;
  });
