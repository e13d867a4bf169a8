/**
 * Time columns: local times of columns whose format is dear to parse, parsed once into the stage.
 */
import type { Tx } from '../engine.ts';
import { localSql, partsSql } from './convert-time.ts';
import type { Mapping, TimeFormat } from './mapping.ts';
import type { Stage } from './stage.ts';

const DEAR: readonly string[] = ['dmy', 'mdy', 'ymd-dot', 'month-name'] satisfies TimeFormat[];

/** Adds a column to the stage for each such column of the mapping; by header, as SQL over `stage s`. Rows keep their rowid. */
export const addTimeColumns = async (tx: Tx, stage: Stage, mapping: Mapping): Promise<ReadonlyMap<string, string>> => {
  const formats = new Map<string, TimeFormat>();
  for (const { fields, attributes } of mapping.feeds) {
    for (const source of [...Object.values(fields), ...attributes])
      if ('header' in source && source.format && DEAR.includes(source.format)) formats.set(source.header, source.format as TimeFormat);
  }
  if (formats.size === 0) return new Map();
  const columns = [...formats].map(([header, format]) => ({ header, format, i: stage.headers.indexOf(header) })).filter(({ i }) => i >= 0);
  const parts = columns.map(({ i, format }) => `${partsSql(`c${i}`, format)} as p${i}`).join(', ');
  const times = columns.map(({ i, format }) => `${localSql(`c${i}`, format, `p${i}`)} as t${i}`).join(', ');
  await tx.run(
    `create temp table stage_timed as select * exclude (${columns.map(({ i }) => `p${i}`).join(', ')}), ${times} from (select *, ${parts} from stage)`,
  );
  await tx.run('drop table stage');
  await tx.run('alter table stage_timed rename to stage');
  return new Map(columns.map(({ header, i }) => [header, `s.t${i}`]));
};
