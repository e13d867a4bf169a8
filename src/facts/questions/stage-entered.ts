/** How many deals entered each stage of a set of definitions: what a version would count, before anybody signs it. */
import type { Engine } from '../engine.ts';
import { lit } from '../quote.ts';
import type { Head } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

/** `jumped` deals went past the stage without a sign of it: they count as entered where skips are passed. */
export type StageEntered = {
  readonly ordinal: number;
  readonly entered: number;
  readonly jumped: number;
  readonly back: number;
  readonly minor: number;
};
type Signs = { readonly signs: readonly { readonly sign: string; readonly names: readonly string[] }[] };

/** One row per stage, in the order given, from 1. */
export const stageEntered = (engine: Engine, head: Head, stages: readonly Signs[]): Promise<StageEntered[]> => {
  const rows = stages.flatMap(({ signs }, i) =>
    signs.flatMap(({ sign, names }) =>
      (sign === 'stage' ? names : [null]).map(
        (name) => `(${i + 1}, ${lit(sign)}, ${name === null ? 'null::varchar' : lit(name.trim().toLowerCase())})`,
      ),
    ),
  );
  if (rows.length === 0) return Promise.resolve([]);
  return rowsOf(
    engine,
    fill(sqlOf('stage-entered'), {
      signs: `select * from (values ${rows.join(', ')}) v(ordinal, sign, spelling)`,
      journey_found: fill(sqlOf('journey-found'), { carry: '', touch: 'touch' }),
    }),
    { as_of: head.asOf, currency: head.currency },
  );
};
