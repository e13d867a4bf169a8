/**
 * Unfold: a column `attributes` that holds a JSON object in each cell (Marketo's activities) becomes a column for each
 * key, `attributes.Program`, and the campaign tags of a query string in it become `attributes.utm_campaign`.
 */
import type { Tx } from '../engine.ts';
import { lit } from '../quote.ts';
import { foldHeader } from './headers.ts';
import { stageColumns, type Stage } from './stage.ts';

const MOST = 60;
const QUERY = ['Query Parameters', 'Query String'];
const TAGS = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term'];

/** The stage with those columns; as it was where it has no such column. */
export const unfold = async (tx: Tx, stage: Stage): Promise<Stage> => {
  const at = stage.headers.findIndex((header) => foldHeader(header) === 'attributes');
  if (at < 0) return stage;
  const c = `c${at}`;
  const [cells] = await tx.read<{ filled: number; objects: number }>(
    `select count(${c}) as filled, count(*) filter (${c} is not null and json_valid(${c}) and ${c}[1] = '{') as objects from stage`,
  );
  if (cells!.filled === 0 || cells!.objects < cells!.filled) return stage;
  const keys = (
    await tx.read<{ key: string }>(
      `select key from (select unnest(json_keys(${c})) as key from stage where ${c} is not null) group by 1 order by count(*) desc, 1 limit ${MOST}`,
    )
  ).map(({ key }) => key);
  const value = (key: string): string => `json_extract_string(${c}, ${lit(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)})`;
  const query = QUERY.find((key) => keys.includes(key));
  const columns = [
    ...keys.map((key) => ({ header: `attributes.${key}`, sql: value(key) })),
    ...(query ? TAGS.filter((tag) => !keys.includes(tag)) : []).map((tag) => ({
      header: `attributes.${tag}`,
      sql: `url_decode(replace(regexp_extract(${value(query!)}, '(?:^|[?&])${tag}=([^&#]*)', 1), '+', ' '))`,
    })),
  ].filter(({ header }) => !stage.headers.includes(header));
  const width = stage.headers.length;
  const made = columns.map(({ sql }, i) => `nullif(trim(${sql}), '') as c${width + i}`);
  const kept = [...stageColumns(width), ...(stage.line === 's.line' ? ['line'] : [])];
  await tx.run(`create temp table stage_unfolded as select ${[...kept, ...made].join(', ')} from stage`);
  await tx.run('drop table stage');
  await tx.run('alter table stage_unfolded rename to stage');
  return { ...stage, headers: [...stage.headers, ...columns.map(({ header }) => header)] };
};
