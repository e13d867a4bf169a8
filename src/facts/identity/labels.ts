/**
 * Labels: which numbers hang together over pairs. Every number gets the least one that can be reached from it.
 *
 * Set-based: each round takes the least label among the neighbours, then that label's own label, so a chain of n is done in
 * about log n rounds; what no pair names does not appear.
 */
import type { Tx } from '../engine.ts';
import { count } from '../import/stage.ts';

/** Makes the temporary table `into` (n, l) out of `edges`, a select of pairs (a, b). */
export const makeLabels = async (tx: Tx, edges: string, into: string): Promise<void> => {
  await tx.run(`create or replace temp table ${into}_pair as select a, b from (${edges}) union select b, a from (${edges})`);
  await tx.run(`create or replace temp table ${into} as select a as n, least(a, min(b)) as l from ${into}_pair group by a`);
  for (;;) {
    await tx.run(
      `create or replace temp table ${into}_next as select v.n, least(v.l, min(o.l), any_value(j.l)) as l
       from ${into} v join ${into}_pair p on p.a = v.n join ${into} o on o.n = p.b left join ${into} j on j.n = v.l group by v.n, v.l`,
    );
    const moved = await count(tx, `select count(*) as n from ${into} v join ${into}_next w on w.n = v.n where w.l <> v.l`);
    await tx.run(`create or replace temp table ${into} as from ${into}_next`);
    if (moved === 0) break;
  }
  await tx.run(`drop table ${into}_next; drop table ${into}_pair`);
};
