/** How many deals entered each stage of a set of definitions: what a version would count, before anybody signs it. */
import type { Engine } from '../engine.ts';
import type { Head } from './question.ts';
import { stageHitsSql } from './stage-rules.ts';
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
  if (stages.length === 0) return Promise.resolve([]);
  const touched = stages.some(({ signs }) => signs.some(({ sign }) => sign === 'touch')) ? TOUCHED : undefined;
  return rowsOf(
    engine,
    fill(sqlOf('stage-entered'), {
      hits: stageHitsSql(
        stages.map(({ signs }, i) => ({ ordinal: i + 1, signs })),
        head.kept,
        touched,
      ),
      journey_found: fill(sqlOf('journey-found'), { carry: '', touch: 'touch' }),
    }),
    { as_of: head.asOf, currency: head.currency, stages: stages.length },
  );
};

const TOUCHED = 'select d.src, d.id, min(f.touched_on) as on_day from found f join deal d on d.d = f.d group by all';
