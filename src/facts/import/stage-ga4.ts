/**
 * Stage of GA4: a day of the BigQuery export (JSON lines or Parquet) put into plain columns, one row an event.
 *
 * Source: developers.google.com/analytics/bigquery/event-schema. `event_params` and other repeated fields are lists of
 * {key, value{…}}, in Parquet often as list/element; the values wanted are taken out here, once.
 *   Touch     `Visit` for the event that begins a session, else the event's name. Which of them are touches stands in the
 *             mapping (shapes/ga4.ts). A session begins with session_start; without one, with the first event that lies
 *             within half an hour of the second its id names. One that began the day before is no visit again.
 *   Source, Medium, Campaign   of the session: session_traffic_source_last_click, else what its first event collected, else
 *             the event's own parameters. Never traffic_source: that is how the user came first, years ago perhaps.
 *   Part      stream and day: daily tables are amended for three days, and a day that comes again replaces the day.
 *   (not set), (direct), (organic), (referral) as a campaign mean none.
 */
import { channelSql } from '../../kernel/channel-rules.ts';
import type { Tx } from '../engine.ts';
import { count, type Stage } from './stage.ts';

/** The plain columns, in their order. */
export const GA4_HEADERS = [
  'Touch ID',
  'Touch',
  'Event name',
  'Event time',
  'Event date',
  'Visitor',
  'User ID',
  'Link ID',
  'Source',
  'Medium',
  'Campaign',
  'Content',
  'Term',
  'Channel',
  'Page',
  'Referrer',
  'Part',
] as const;

const NEEDS = ['event_name', 'event_timestamp', 'event_date', 'user_pseudo_id'];
export const isGa4 = (headers: readonly string[]): boolean => NEEDS.every((name) => headers.includes(name)) && paramsIn(headers) !== null;

const paramsIn = (headers: readonly string[]): string | null =>
  ['event_params', 'event_params.list'].find((name) => headers.includes(name)) ?? null;

/** Puts the rows of the stage into the plain columns; they keep their numbers. */
export const stageGa4 = async (tx: Tx, stage: Stage): Promise<Stage> => {
  const column = (name: string): string | null => {
    const at = stage.headers.indexOf(name);
    return at < 0 ? null : `c${at}`;
  };
  const first = (...names: readonly string[]): string => {
    const found = names.map(column).filter((one) => one !== null);
    return found.length === 0 ? 'null::varchar' : `coalesce(${found.join(', ')})`;
  };
  const params = column(paramsIn(stage.headers)!)!;
  const param = (name: string): string =>
    `(select coalesce(json_extract_string(e, '$.value.string_value'), json_extract_string(e, '$.value.int_value'), json_extract_string(e, '$.value.double_value'))
      from (select coalesce(json_extract(p, '$.element'), p) as e from (select unnest(from_json(coalesce(${params}, '[]'), '["json"]')) as p)) where json_extract_string(e, '$.key') = '${name}' limit 1)`;
  const click = 'session_traffic_source_last_click';
  const collected = 'collected_traffic_source';
  const named = (x: string): string =>
    `case when lower(${x}) in ('(not set)', '(none)', '(direct)', '(organic)', '(referral)', '(data deleted)', '') then null else ${x} end`;
  await tx.run(`create temp table ga4 as select ${stage.line} as line, ${column('event_name')} as event, try_cast(${column('event_timestamp')} as bigint) as ts, ${column('event_date')} as day,
      ${column('user_pseudo_id')} as visitor, ${first('user_id')} as uid, ${first('stream_id')} as stream, ${param('ga_session_id')} as session,
      concat_ws('|', ${first('event_bundle_sequence_id')}, ${first('batch_event_index')}, ${first('batch_page_id')}) as nth,
      ${first(`${click}.manual_campaign.source`, `${click}.cross_channel_campaign.source`)} as click_source, ${first(`${click}.manual_campaign.medium`, `${click}.cross_channel_campaign.medium`)} as click_medium,
      ${first(`${click}.manual_campaign.campaign_name`, `${click}.google_ads_campaign.campaign_name`)} as click_campaign, ${first(`${click}.manual_campaign.content`)} as click_content, ${first(`${click}.manual_campaign.term`)} as click_term,
      coalesce(${first(`${collected}.manual_source`)}, ${param('source')}, case when ${first(`${collected}.gclid`)} is not null then 'google' end) as got_source,
      coalesce(${first(`${collected}.manual_medium`)}, ${param('medium')}, case when ${first(`${collected}.gclid`)} is not null then 'cpc' end) as got_medium,
      coalesce(${first(`${collected}.manual_campaign_name`)}, ${param('campaign')}) as got_campaign, ${first(`${collected}.manual_content`)} as got_content, ${first(`${collected}.manual_term`)} as got_term,
      ${param('page_location')} as page, ${param('page_referrer')} as referrer
    from stage s`);
  const whole = 'partition by visitor, session';
  const early = `${whole} order by ts, line`;
  const of = (name: string): string =>
    `case when session is null or visitor is null then coalesce(click_${name}, got_${name}) else coalesce(max(click_${name}) over (${whole}), first_value(got_${name} ignore nulls) over (${early} rows between unbounded preceding and unbounded following)) end as ${name}`;
  await tx.run(`create temp table ga4_seen as select *, ${['source', 'medium', 'campaign', 'content', 'term'].map(of).join(', ')},
      visitor is not null and session is not null and row_number() over (${whole} order by event <> 'session_start', ts, line) = 1
        and (event = 'session_start' or abs(ts / 1000000 - try_cast(session as bigint)) < 1800) as begins
    from ga4`);
  await tx.run('drop table stage');
  const day = `try_strptime(day, ['%Y%m%d', '%Y-%m-%d'])`;
  const cells = [
    `md5(concat_ws('|', stream, visitor, case when begins then session else concat_ws('|', event, ts, nth) end))`,
    `case when begins then 'Visit' else event end`,
    'event',
    'ts::varchar',
    'day',
    'visitor',
    'uid',
    `case when uid is not null and visitor is not null then md5(visitor || '|' || uid) end`,
    named('source'),
    `case when lower(medium) in ('(not set)', '') then null else medium end`,
    named('campaign'),
    named('content'),
    named('term'),
    `coalesce(${channelSql(`coalesce(source, '(direct)')`, `coalesce(medium, case when source is null then '(none)' end)`)}, 'Direct')`,
    'page',
    'referrer',
    `concat_ws('|', 'Google Analytics', coalesce(stream, ''), strftime(${day}, '%Y-%m-%d'))`,
  ];
  await tx.run(
    `create temp table stage as select ${cells.map((sql, i) => `nullif(${sql}, '') as c${i}`).join(', ')}, line from ga4_seen order by line`,
  );
  await tx.run('drop table ga4');
  await tx.run('drop table ga4_seen');
  return { headers: [...GA4_HEADERS], line: 's.line', rows: await count(tx, 'select count(*) as n from stage'), padded: 0 };
};
