/**
 * Stage rules: the signed definitions of the funnel's stages as a question reads them, and what shows that a stage was reached.
 *
 * One answer is counted by one version, the one in force on its as-of: steps of two definitions cannot be set against each
 * other. Before any was in force, the stages stand in the order of the files. The written rule: docs/stages.md
 */
import type { Day } from '../../kernel/day.ts';
import type { Engine } from '../engine.ts';
import { lit } from '../quote.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

export type StageSign = { readonly sign: string; readonly names: readonly string[] };
export type DefinedStage = { readonly id: string; readonly name: string; readonly side: string; readonly signs: readonly StageSign[] };
/** `until` null: still in force; `signedOn`: the local day of the second signature, null where it was not handed over. */
export type StageVersion = {
  readonly version: number;
  readonly since: Day;
  readonly until: Day | null;
  readonly signedOn: Day | null;
  readonly skipped: 'passed' | 'left-out';
  readonly stages: readonly DefinedStage[];
};

/** The version in force on a day; null before any. */
export const stagesOn = (versions: readonly StageVersion[], day: Day): StageVersion | null =>
  versions.findLast(({ since, until }) => since <= day && (until === null || day < until)) ?? null;

/** A stage that only the lost show: an end, no step on the way. */
export const isEnd = ({ signs }: DefinedStage): boolean => signs.every(({ sign }) => sign === 'lost');

/** The stage of this name or id, whatever its case. */
export const stageNamed = ({ stages }: StageVersion, said: string): DefinedStage | undefined => {
  const folded = said.trim().toLowerCase();
  return stages.find(({ id, name }) => name.toLowerCase() === folded || id.toLowerCase() === folded);
};

/** What makes a deal a qualified opportunity: the first stage that sales owns, unless deals only end there; null: none does. */
export const qualifiedBy = ({ stages }: StageVersion): string | null => {
  const first = stages.find(({ side }) => side === 'sales');
  return first && first.signs.some(({ sign }) => sign === 'opened' || sign === 'stage') ? first.name : null;
};

/** SQL of one row per sign: (ordinal, sign, spelling). */
export const ruleSql = (stages: readonly Ordered[]): string => {
  const rows = stages.flatMap(({ ordinal, signs }) =>
    signs.flatMap(({ sign, names }) =>
      (sign === 'stage' ? names : [null]).map(
        (name) => `(${ordinal}::bigint, ${lit(sign)}, ${name === null ? 'null::varchar' : lit(name.trim().toLowerCase())})`,
      ),
    ),
  );
  return `select * from (values ${rows.length > 0 ? rows.join(', ') : `(-1::bigint, '', null::varchar)`}) v(ordinal, sign, spelling)`;
};

/** Statement of what the definitions leave out or set right: stage-gaps.sql. */
export const stageGapsSql = (stages: readonly DefinedStage[]): string =>
  fill(sqlOf('stage-gaps'), { rule: ruleSql(stages.map(({ signs }, ordinal) => ({ ordinal, signs }))) });

/** One row per what and stage of the CRM that the definitions leave out or set right by that day. */
export const gapsOf = (engine: Engine, stages: readonly DefinedStage[], asOf: Day): Promise<StageGap[]> =>
  rowsOf(engine, stageGapsSql(stages), { as_of: asOf });
export type StageGap = {
  readonly what: 'unknown' | 'reopened' | 'after-close';
  readonly stage: string;
  readonly n: number;
  readonly ids: readonly string[];
};

/** SQL of the stages deals entered, with their days (stage-visits.sql): by the definitions, or as the files name them. */
export const stageEntriesSql = (version: StageVersion | null): string =>
  version ? definedEntriesSql(version.stages) : `(${sqlOf('stage-entries')})`;

/** The same by one set of definitions. */
export const definedEntriesSql = (stages: readonly DefinedStage[]): string => {
  const named = stages.map(({ name }, i) => `when ${i} then ${lit(name)}`).join(' ');
  const rule = `select ordinal, sign, spelling, case ordinal ${named} end as name from (${ruleSql(stages.map(({ signs }, ordinal) => ({ ordinal, signs })))})`;
  return `(${fill(sqlOf('defined-entries'), { entries: sqlOf('stage-entries'), rule })})`;
};

type Ordered = { readonly ordinal: number; readonly signs: readonly StageSign[] };

/**
 * SQL of a relation (src, id, ordinal, on_day, last_on, passes) as stage-hits.sql says. `kept`: the signs of deals stand worked out
 * (journey/store.ts). `touched`: where a sign asks for the first touch.
 */
export const stageHitsSql = (
  stages: readonly Ordered[],
  kept: boolean,
  touched = 'select null::varchar as src, null::varchar as id, null::date as on_day where false',
): string =>
  `(${fill(sqlOf('stage-hits'), { rule: ruleSql(stages), touched, signs: kept ? 'journeys.sign' : dealSignsSql(stages.some(asksCrm)) })})`;

/** SQL of the signs of deals, with those of stages of the CRM or without. */
export const dealSignsSql = (staged = true): string => `(${fill(sqlOf('deal-signs'), { staged: staged ? sqlOf('stage-signs') : '' })})`;
const asksCrm = ({ signs }: Ordered): boolean => signs.some(({ sign }) => sign === 'stage');
