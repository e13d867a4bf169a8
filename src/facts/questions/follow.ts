/**
 * Follow: what funnel and lag share. From one milestone to another, who is followed, over which
 * table, in which period; the slots and parameters of their statements.
 */
import type { Engine, Params as Bound, SqlRow } from '../engine.ts';
import { resolveCuts, type Cut } from './cut.ts';
import { LETTER } from './fields.ts';
import { asksStage, milestonesOf, reachedSql, unitOf, type Milestone, type Unit } from './milestone.ts';
import type { Asked, Found, Head, Params, Said, StagesUsed } from './question.ts';
import { stagesOn } from './stage-rules.ts';
import { boundIn, fill, rowsOf, sqlOf } from './statement.ts';

type Slots = { readonly [slot: string]: string };
export type Follow = {
  /** Rows of a statement, for the cut or for the whole. */
  readonly rows: (statement: string, of: 'cut' | 'total', more?: Bound) => Promise<SqlRow[]>;
  readonly cuts: readonly Said[];
  readonly where: readonly Said[];
  readonly said: { readonly from: string; readonly to: string };
  /** A lead is followed to a milestone of its deals. */
  readonly leadToDeal: boolean;
  readonly unit: Unit;
  /** Where one of the ends is a stage. */
  readonly stages?: StagesUsed;
};

/**
 * Who reached which end when is found once and asked of many times: on a connection of its own, in temporary tables that are gone
 * when `work` ends. `withDeal`: a lead may be cut by its deal's columns, which are known only once there is one.
 */
export const follow = async (
  engine: Engine,
  head: Head,
  params: Params,
  withDeal: boolean,
  work: (followed: Follow) => Promise<Asked<Found>>,
): Promise<Asked<Found>> => {
  const version = stagesOn(head.stageVersions, head.asOf);
  const ends = await milestonesOf(engine, params['from'] as string | undefined, params['to'] as string | undefined, version);
  if (!ends.ok) return ends;
  const { from, to, said } = ends.value;
  const unit = unitOf(from);
  const resolved = await resolveCuts(engine, unit, head, params, {
    withDeal: withDeal && unit === 'lead' && to.kind !== 'lead',
    once: true,
  });
  if (!resolved.ok) return resolved;
  const { cut, total } = resolved.value;
  const letter = LETTER[unit];
  const slotsOf = ({ keys, ids, joins, where }: Cut): Slots => ({
    base: `${unit} ${letter}`,
    letter,
    from: '(from temp.began)',
    to: '(from temp.came)',
    deals: reachedSql(to.kind === 'lead' ? from : to, 'opportunity', 'to_stage', head),
    keys,
    ids,
    joins,
    where,
    never: neverSql(unit, to),
    // The day it ended otherwise, where it can.
    ended: unit === 'opportunity' ? 'o.closed_on' : 'null::date',
  });
  const bound: Bound = {
    as_of: head.asOf,
    currency: head.currency,
    since: (params['since'] as string | undefined) ?? null,
    until: (params['until'] as string | undefined) ?? null,
    from_stage: from.kind === 'stage' ? from.stage : null,
    to_stage: to.kind === 'stage' ? to.stage : null,
  };
  return engine.aside(async (tx) => {
    const found = (name: string, sql: string): Promise<unknown> => tx.run(`create temp table ${name} as from ${sql}`, boundIn(sql, bound));
    await found('began', reachedSql(from, unit, 'from_stage', head));
    await found('came', reachedSql(to, unit, 'to_stage', head));
    // One connection answers one statement at a time.
    let last: Promise<unknown> = Promise.resolve();
    const rows: Follow['rows'] = (statement, of, more = {}) => {
      const one = of === 'cut' ? cut : total;
      const answer = last.then(() => rowsOf(tx, fill(sqlOf(statement), slotsOf(one)), { ...bound, ...one.bound, ...more }));
      last = answer.catch(() => undefined);
      return answer;
    };
    return work({
      rows,
      cuts: cut.cuts,
      where: cut.filters,
      said,
      leadToDeal: unit === 'lead' && to.kind !== 'lead',
      unit,
      ...(asksStage(from) || asksStage(to) ? { stages: { version } } : {}),
    });
  });
};

/** Deals that ended otherwise and so never will: lost where won is asked, won where lost is. */
const neverSql = (unit: Unit, to: Milestone): string => {
  const otherwise = to.kind === 'won' ? 'lost' : to.kind === 'lost' ? 'won' : null;
  return unit === 'opportunity' && otherwise
    ? `o.status = '${otherwise}' and (o.closed_on is null or o.closed_on <= $as_of::date)`
    : 'false';
};
