/**
 * Feed SQL: the rows a feed makes of `stage s`, as expressions by column, with the checks to pass first.
 */
import { ENTITIES } from '../import/entities.ts';
import { numberJson, numberSql } from '../import/convert-number.ts';
import { timeSql } from '../import/convert-time.ts';
import type { Attribute, Entity, Feed, FieldSource, Kind, NumberFormat, Where } from '../import/mapping.ts';
import { EMPTY_MARKS } from '../import/profile.ts';
import type { TimeForm } from '../import/time-format.ts';
import { lit, lits } from '../quote.ts';
import { booleanSql, convertField, factorSql, type Check, type Reader } from './convert-field.ts';

/** A column of an entity that a load speaks about; `header` null where no column of the file does. */
export type Said = { readonly field: string; readonly header: string | null };

export type FeedSql = {
  readonly entity: Entity;
  readonly feed: Feed;
  /** Expression for each column of the entity's table that the feed fills, attrs included; `id` absent where the content is the key. */
  readonly values: { readonly [column: string]: string };
  readonly checks: readonly Check[];
  /** Condition for a row to feed. */
  readonly where: string;
  readonly said: readonly Said[];
  /** For rows known by their content: the text whose hash is the key. */
  readonly content: string | null;
};

/** `filled`: cells filled in the column of a header; `rows`: of the stage. */
export const feedSql = (feed: Feed, reader: Reader, filled: (header: string) => number, rows: number): FeedSql => {
  const spec = ENTITIES[feed.entity];
  const factor = factorSql(feed.fields['currency'], reader);
  const values: { [column: string]: string } = {};
  const checks: Check[] = [];
  const said: Said[] = [];
  const flags: { [field: string]: string } = {};
  let close: { readonly at: string; readonly on: string } | null = null;
  for (const [field, source] of Object.entries(feed.fields)) {
    const of = spec.fields[field]!;
    const converted = convertField(source, of, reader, factor);
    checks.push(...converted.checks);
    if (of.kind === 'flag') flags[field] = converted.values['status']!;
    else if (of.kind === 'close') close = { at: converted.values['at']!, on: converted.values['on']! };
    else if (of.kind === 'status') flags['status'] = statusOf(source, reader);
    else Object.assign(values, converted.values);
    if (!('as' in source))
      for (const column of of.columns)
        if (!said.some((one) => one.field === column)) said.push({ field: column, header: 'header' in source ? source.header : null });
  }
  if (feed.entity === 'campaign_record' && values['channel'] && !values['offline']) {
    values['offline'] = offlineSql(values['channel']);
    said.push({ field: 'offline', header: null });
  }
  if (feed.entity === 'opportunity') statusAndClose(values, feed, reader, flags, close);
  if (values['amount_minor'] && !values['currency']) {
    values['currency'] = reader.mapping.currency
      ? `case when ${values['amount_minor']} is not null then ${lit(reader.mapping.currency)} end`
      : 'null';
    said.push({ field: 'currency', header: null });
  }
  if (feed.entity === 'lookup') values['name'] = lit(feed.lookup!);
  if (spec.attributes) {
    values['attrs'] = attrsSql(feed, reader, (header) => filled(header) === rows);
    if (!reader.kindsDecided) checks.push(...attributeChecks(feed.attributes, reader));
    for (const { name, header } of feed.attributes) said.push({ field: `attrs.${name}`, header });
  }
  const where = feed.where ? whereSql(feed.where, reader) : 'true';
  const id = feed.fields['id'];
  const byContent = spec.contentKey && (!id || 'as' in id);
  return {
    entity: feed.entity,
    feed,
    values,
    checks: [...keyChecks(feed, reader), ...checks].map((check) =>
      where === 'true' ? check : { ...check, bad: `(${where} and ${check.bad})` },
    ),
    where,
    said,
    content: byContent ? contentSql(feed, ownKinds(feed, values, reader, filled, rows), reader) : null,
  };
};

/** Whether a type of campaign happens in person, by post or by phone; null where its name does not say. */
const offlineSql = (channel: string): string =>
  `case when regexp_matches(lower(${channel}), '${OFFLINE}') then true when regexp_matches(lower(${channel}), '${ONLINE}') then false end`;
const OFFLINE = String.raw`trade ?show|fair|messe|exhibit|conference|congress|roundtable|dinner|breakfast|roadshow|field|in.?person|live event|seminar|direct mail|print|telemarketing|phone|call|public relations|television|radio|billboard|sponsor`;
const ONLINE = String.raw`webinar|online|web|e-?mail|newsletter|nurtur|content|social|search|display|advert|ads?|ppc|seo|virtual|blog|video|download|chat`;

/** A blank id cannot be told from another. */
const keyChecks = (feed: Feed, reader: Reader): Check[] => {
  const field = feed.entity === 'stage_entry' || feed.entity === 'deal_change' ? 'opportunity_id' : 'id';
  const source = feed.fields[field];
  if (!source || !('header' in source)) return [];
  const x = reader.cell(source.header);
  return [
    {
      header: source.header,
      cell: x,
      bad: `(${x} is null)`,
      problem: `'The cell that names the row is empty.'`,
      todo: `'Fill in the id, or map the file without one.'`,
    },
  ];
};

/** Status by a column of its own: its values are classified like stages. */
const statusOf = (source: FieldSource, reader: Reader): string =>
  'constant' in source ? lit(source.constant) : 'header' in source ? stageStatus(reader.cell(source.header), reader) : 'null';

const stageStatus = (x: string, { mapping }: Reader): string => {
  const stages = Object.entries(mapping.stages ?? {});
  return stages.length === 0
    ? 'null'
    : `case ${x} ${stages.map(([stage, status]) => `when ${lit(stage)} then ${lit(status)}`).join(' ')} end`;
};

/**
 * Status: by its own column, else by the flags (won; closed and not won is lost), else by the stage.
 * A closing date is the close where the status is won or lost, else the expected close.
 */
const statusAndClose = (
  values: { [column: string]: string },
  feed: Feed,
  reader: Reader,
  flags: { readonly [field: string]: string },
  close: { readonly at: string; readonly on: string } | null,
): void => {
  const stage = feed.fields['stage'];
  const byStage = stage && 'header' in stage ? stageStatus(reader.cell(stage.header), reader) : 'null';
  const { status, is_won: won, is_closed: closed } = flags;
  const byFlags =
    won && closed
      ? `case when ${won} then 'won' when ${closed} then 'lost' when not ${closed} then 'open' end`
      : won
        ? `case when ${won} then 'won' when not ${won} then coalesce(nullif(${byStage}, 'won'), 'open') end`
        : 'null';
  const all = [status, byFlags, byStage].filter((one) => one !== undefined && one !== 'null');
  if (all.length > 0) values['status'] = all.length === 1 ? all[0]! : `coalesce(${all.join(', ')})`;
  if (!close) return;
  const isClosed = `coalesce(${values['status'] ?? 'null'} in ('won', 'lost'), false)`;
  const both = (own: string | undefined, derived: string): string => (own ? `coalesce(${own}, ${derived})` : derived);
  values['closed_at'] = both(values['closed_at'], `case when ${isClosed} then ${close.at} end`);
  values['closed_on'] = both(values['closed_on'], `case when ${isClosed} then ${close.on} end`);
  values['expected_on'] = both(values['expected_on'], `case when not ${isClosed} then ${close.on} end`);
};

const whereSql = (where: Where, reader: Reader): string => {
  if ('all' in where) return where.all.map((one) => `(${whereSql(one, reader)})`).join(' and ') || 'true';
  const x = reader.cell(where.header);
  if ('notIn' in where) return where.notIn.length === 0 ? 'true' : `coalesce(${x} not in (${lits(where.notIn)}), true)`;
  return 'filled' in where ? `${x} is not null` : where.in.length === 0 ? 'false' : `coalesce(${x} in (${lits(where.in)}), false)`;
};

/** Attributes as JSON with sorted keys, so that equal attributes are equal texts; empty ones left out, none at all is null. */
const attrsSql = ({ entity, attributes }: Feed, reader: Reader, isFull: (header: string) => boolean): string => {
  if (attributes.length === 0) return 'null::json';
  const sorted = attributes.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const object = `json_object(${sorted.map((one) => `${lit(one.name)}, ${attributeSql(one, reader, reader.holds(entity, one.name))}`).join(', ')})`;
  return sorted.every(({ header }) => isFull(header)) ? object : `nullif(json_merge_patch('{}', ${object}), '{}')`;
};

/** An attribute's value: of its own kind, or as text where other loads hold another. */
const attributeSql = ({ header, kind, format }: Attribute, reader: Reader, holds: Kind): string => {
  const x = reader.cell(header);
  const asText = (value: string): string => (holds === 'text' ? `(${value})::varchar` : value);
  if (kind === 'boolean') return asText(booleanSql(x));
  if (kind === 'day')
    return `(${timeSql(x, { format: (format ?? 'iso') as TimeForm['format'], day: true }, reader.zones, reader.parsed.get(header)).on})::varchar`;
  if (kind === 'text') return x;
  return asText(numberJson(`(${numberSql(x, (format ?? 'plain') as NumberFormat, reader.parsed.get(header)).value})::double`));
};

/** Cells that are not of the kind the mapping says. */
const attributeChecks = (attributes: readonly Attribute[], reader: Reader): Check[] =>
  attributes.flatMap(({ header, kind, format }) => {
    const x = reader.cell(header);
    const check = (bad: string, is: string): Check[] => [
      { header, cell: x, bad, problem: lit(is), todo: `'Correct the cell, or map the column as text.'` },
    ];
    if (kind === 'number')
      return check(numberSql(x, (format ?? 'plain') as NumberFormat, reader.parsed.get(header)).bad, 'This is not a number.');
    if (kind === 'boolean')
      return check(
        `(${x} is not null and ${booleanSql(x)} is null and lower(${x}) not in (${lits(EMPTY_MARKS)}))`,
        'This is neither yes nor no.',
      );
    if (kind === 'day')
      return check(
        timeSql(x, { format: (format ?? 'iso') as TimeForm['format'], day: true }, reader.zones, reader.parsed.get(header)).bad,
        'This is not a date as the others in the column are.',
      );
    return [];
  });

/**
 * The values by which a row is known, its attributes as this file alone has them: what other loads hold under the same name
 * must not make another row of it, or the same file loaded again would count twice.
 */
const ownKinds = (
  feed: Feed,
  values: { readonly [column: string]: string },
  reader: Reader,
  filled: (header: string) => number,
  rows: number,
): { readonly [column: string]: string } => {
  if (values['attrs'] === undefined) return values;
  const kinds = new Map(feed.attributes.map(({ name, kind }) => [name, kind]));
  const own: Reader = { ...reader, holds: (_, name) => kinds.get(name) ?? 'text' };
  return { ...values, attrs: attrsSql(feed, own, (header) => filled(header) === rows) };
};

/**
 * The text that a row without an id is known by: all it says. Of spend, what it is about and not how
 * much it was, so that a corrected day replaces the day and never doubles it.
 */
const contentSql = (feed: Feed, values: { readonly [column: string]: string }, reader: Reader): string => {
  const measures = feed.entity === 'spend' ? ['amount_minor', 'currency', 'impressions', 'clicks', 'attrs'] : [];
  const columns = Object.keys(values)
    .filter((column) => !measures.includes(column) && !(column.endsWith('_on') && Object.hasOwn(values, column.replace(/_on$/, '_at'))))
    .toSorted();
  const parts = columns.map((column) =>
    column.endsWith('_at')
      ? `coalesce((${values[column]})::varchar, (${values[column.replace(/_at$/, '_on')]})::varchar, '')`
      : `coalesce((${values[column]})::varchar, '')`,
  );
  const cuts =
    feed.entity === 'spend'
      ? feed.attributes
          .filter(({ kind }) => kind !== 'number')
          .map((one) => `coalesce((${attributeSql(one, reader, one.kind)})::varchar, '')`)
      : [];
  return `concat_ws(chr(31), ${[...parts, ...cuts].join(', ')})`;
};
