/**
 * Parsed columns: dates and numbers whose format is dear to parse, parsed once into the stage.
 */
import type { Tx } from '../engine.ts';
import { localSql, partsSql } from './convert-time.ts';
import { numberSql } from './convert-number.ts';
import type { Mapping, NumberFormat, TimeFormat } from './mapping.ts';
import type { Stage } from './stage.ts';

const DEAR_TIMES: readonly string[] = ['dmy', 'mdy', 'ymd-dot', 'month-name'] satisfies TimeFormat[];
const DEAR_NUMBERS: readonly string[] = ['point', 'comma'] satisfies NumberFormat[];

/** Adds a column to the stage for each such column of the mapping; by header, as SQL over `stage s`. Rows keep their rowid. */
export const addParsedColumns = async (tx: Tx, stage: Stage, mapping: Mapping): Promise<ReadonlyMap<string, string>> => {
  const formats = new Map<string, string>();
  for (const { fields, attributes } of mapping.feeds) {
    for (const source of [...Object.values(fields), ...attributes]) {
      if ('header' in source && source.format && [...DEAR_TIMES, ...DEAR_NUMBERS].includes(source.format))
        formats.set(source.header, source.format);
    }
  }
  const columns = [...formats].map(([header, format]) => ({ header, format, i: stage.headers.indexOf(header) })).filter(({ i }) => i >= 0);
  if (columns.length === 0) return new Map();
  const times = columns.filter(({ format }) => DEAR_TIMES.includes(format));
  const parts = times.map(({ i, format }) => `${partsSql(`c${i}`, format as TimeFormat)} as p${i}`);
  const values = columns.map(({ i, format }) =>
    DEAR_TIMES.includes(format)
      ? `${localSql(`c${i}`, format as TimeFormat, `p${i}`)} as v${i}`
      : `${numberSql(`c${i}`, format as NumberFormat).value} as v${i}`,
  );
  const kept = times.length > 0 ? `* exclude (${times.map(({ i }) => `p${i}`).join(', ')})` : '*';
  await tx.run(
    `create temp table stage_parsed as select ${kept}, ${values.join(', ')} from (select ${['*', ...parts].join(', ')} from stage)`,
  );
  await tx.run('drop table stage');
  await tx.run('alter table stage_parsed rename to stage');
  return new Map(columns.map(({ header, i }) => [header, `s.v${i}`]));
};
