/** Velocity and win rate: how much money a day the pipeline turns into, and how often it does. */
import { ok } from '../../kernel/result.ts';
import type { Engine, Params as Bound, SqlRow } from '../engine.ts';
import { resolveCuts, type Cut } from './cut.ts';
import { periodBound } from './journeys.ts';
import { dealStart, milestoneNamed, reachedSql } from './milestone.ts';
import { BY, SINCE, UNTIL, WHERE } from './parameters.ts';
import type { Asked, Found, Head, Param, Params, Question } from './question.ts';
import { qualifiedBy, stagesOn } from './stage-rules.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

const QUALIFIED: Param = {
  name: 'from',
  kind: 'text',
  summary:
    'Milestone that makes a deal a qualified opportunity: opened, or the name of a stage. Without it: the first stage that sales owns, by the signed definitions; before any is signed, where deals begin',
};

const measured = async (engine: Engine, params: Params, head: Head): Promise<Asked<Found>> => {
  const version = stagesOn(head.stageVersions, head.asOf);
  const qualified = params['from'] === undefined && version ? qualifiedBy(version) : null;
  const said = (params['from'] as string | undefined) ?? qualified ?? (await dealStart(engine));
  const from = await milestoneNamed(engine, 'from', said, version);
  if (!from.ok) return from;
  const resolved = await resolveCuts(engine, 'opportunity', head, params);
  if (!resolved.ok) return resolved;
  const { cut, total } = resolved.value;
  const bound: Bound = { ...periodBound(head, params), from_stage: from.value.kind === 'stage' ? from.value.stage : null };
  const rows = ({ keys, ids, joins, where, bound: own }: Cut): Promise<SqlRow[]> =>
    rowsOf(engine, fill(sqlOf('velocity'), { keys, ids, joins, where, from: reachedSql(from.value, 'opportunity', 'from_stage', head) }), {
      ...bound,
      ...own,
    });
  const [all, byCut] = await Promise.all([rows(total), cut.cuts.length > 0 ? rows(cut) : []]);
  return ok({
    params: { ...params, from: said },
    cuts: cut.cuts,
    where: cut.filters,
    stages: { version, ...(qualified !== null && { qualified }) },
    tables: { all, rows: byCut },
  });
};

export const velocity: Question = {
  name: 'velocity',
  summary: 'Sales velocity: qualified opportunities × average deal value × win rate ÷ sales cycle, each part opened, with an interval',
  params: [BY, WHERE, SINCE, UNTIL, QUALIFIED],
  run: measured,
};

export const winRate: Question = {
  name: 'win-rate',
  summary: 'Win rate by count and by value, of deals closed in the period and of deals that began in it',
  params: [BY, WHERE, SINCE, UNTIL, QUALIFIED],
  run: measured,
};
