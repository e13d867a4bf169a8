/**
 * Relations: what a file says of each entity, as SQL with the columns of its table but src and load.
 *
 * Several feeds of stage entries or of contacts of deals become one. The how-many-eth entry of a
 * stage a row is, and whether the stage's name says it is closed, make its seq (see schema.sql).
 */
import type { Tx } from '../engine.ts';
import { columnsOf } from '../import/entities.ts';
import type { Entity } from '../import/mapping.ts';
import { statusOfName } from '../import/stages.ts';
import { lits } from '../quote.ts';
import { notGone } from './check-rows.ts';
import type { FeedSql, Said } from './feed-sql.ts';

export type Relation = {
  readonly entity: Entity;
  /** Selects the columns of `columnsOf(entity)`, in that order. */
  readonly sql: string;
  readonly said: readonly Said[];
  readonly lookup?: string;
  /** Selects every part the file speaks of, also where none of its rows became one of these (a day without touches). */
  readonly parts?: string;
};

export const relationsOf = async (tx: Tx, feeds: readonly FeedSql[]): Promise<Relation[]> => {
  const held = await notGone(tx);
  const plain = feeds
    .map((feed, i) => ({ feed, i }))
    .filter(({ feed }) => !TOGETHER.includes(feed.entity))
    .map(({ feed, i }) => keyed(feed, i, held));
  const entries = feeds.filter(({ entity }) => entity === 'stage_entry');
  const changes = feeds.filter(({ entity }) => entity === 'deal_change');
  const contacts = feeds.filter(({ entity }) => entity === 'opportunity_contact');
  return [
    ...plain,
    ...(entries.length > 0 ? [await stageEntries(tx, entries, held)] : []),
    ...(changes.length > 0 ? [changesOfDeals(changes, held)] : []),
    ...(contacts.length > 0 ? [contactsOfDeals(contacts, held)] : []),
  ];
};

/** Entities of which several feeds of a file become one relation. */
const TOGETHER: readonly Entity[] = ['stage_entry', 'deal_change', 'opportunity_contact'];

const keyed = (feed: FeedSql, i: number, held: string): Relation => {
  const { entity, values, content, said } = feed;
  const columns = columnsOf(entity).map((column) => {
    if (column === 'id' && content !== null) return `md5(${content}) || case when g.k > 1 then '-' || g.k else '' end as id`;
    return `${values[column] ?? 'null'} as ${column}`;
  });
  const joins = content === null ? '' : ` left join again_${i} g on g.rid = s.rowid`;
  const skip = content === null && values['id'] !== undefined && !feed.feed.side ? ` and s.rowid not in (select rid from skip_${i})` : '';
  const once =
    feed.feed.side && values['id'] !== undefined ? ` qualify row_number() over (partition by ${values['id']} order by s.rowid) = 1` : '';
  return {
    entity,
    said,
    sql: `select ${columns.join(', ')} from stage s${joins} where ${feed.where}${held}${skip}${once}`,
    ...(feed.feed.lookup ? { lookup: feed.feed.lookup } : {}),
    ...(values['part'] ? { parts: `select distinct ${values['part']} as part from stage s where true${held}` } : {}),
  };
};

const stageEntries = async (tx: Tx, feeds: readonly FeedSql[], held: string): Promise<Relation> => {
  const parts = feeds.map(({ values, where, feed }, i) => {
    const rows = `select ${values['opportunity_id']} as opportunity_id, ${values['stage']} as stage, ${values['entered_at']} as entered_at, ${values['entered_on']} as entered_on, ${feed.inferred ? 'true' : 'null::boolean'} as inferred, ${i} as feed, s.rowid as rid from stage s where ${where}${held}`;
    return feed.states
      ? `select * from (${rows}) qualify stage is distinct from lag(stage) over (partition by opportunity_id order by entered_on, entered_at nulls first, rid)`
      : rows;
  });
  await tx.run(
    `create temp table entered as select opportunity_id, stage, entered_at, entered_on, inferred, min({'feed': feed, 'rid': rid}) as first from (${parts.join(' union all ')}) where opportunity_id is not null and stage is not null and entered_on is not null group by all`,
  );
  const stages = (await tx.read<{ stage: string }>('select distinct stage from entered'))
    .map(({ stage }) => stage)
    .filter((stage) => (statusOfName(stage) ?? 'open') !== 'open');
  const closed = stages.length > 0 ? `case when stage in (${lits(stages)}) then 9 else 0 end` : '0';
  return {
    entity: 'stage_entry',
    said: [...together(feeds), { field: 'inferred', header: null }],
    sql: `select opportunity_id, stage, (10 * row_number() over (partition by opportunity_id, stage order by entered_on, entered_at, first) + ${closed})::integer as seq, entered_at, entered_on, inferred from entered`,
  };
};

/**
 * What fields of deals held from a moment on. Of several changes of one field at one moment the last of their chain
 * counts: the one whose value no other of them has as what was before; where that does not tell, the last in the file.
 */
const changesOfDeals = (feeds: readonly FeedSql[], held: string): Relation => {
  const parts = feeds.map(
    ({ values, where }) =>
      `select ${values['opportunity_id']} as opportunity_id, ${values['field']} as field, ${values['changed_at']} as changed_at, ${values['changed_on']} as changed_on, (${values['was'] ?? 'null'})::varchar as was, (${values['value'] ?? 'null'})::varchar as value, s.rowid as rid from stage s where ${where}${held}`,
  );
  const same = 'partition by opportunity_id, field, changed_at, changed_on';
  return {
    entity: 'deal_change',
    said: together(feeds),
    sql: `select opportunity_id, field, coalesce(strftime(changed_at, '%Y-%m-%dT%H:%M:%S.%gZ'), changed_on::varchar) as moment, was, value, changed_at, changed_on
      from (select *, list_contains(list(was) over (${same}), value) as passed from (${parts.join(' union all ')}))
      where opportunity_id is not null and field is not null and changed_on is not null
      qualify row_number() over (${same} order by coalesce(passed, false), rid desc) = 1`,
  };
};

const contactsOfDeals = (feeds: readonly FeedSql[], held: string): Relation => {
  const parts = feeds.map(({ feed, values, where }) => {
    const source = feed.fields['contact_id'];
    const split = source && 'header' in source ? source.split : undefined;
    const contact = split ? `unnest(string_split(${values['contact_id']}, '${split}'))` : values['contact_id'];
    return `select ${values['opportunity_id']} as opportunity_id, ${contact} as contact_id from stage s where ${where}${held}`;
  });
  return {
    entity: 'opportunity_contact',
    said: together(feeds),
    sql: `select distinct opportunity_id, trim(contact_id) as contact_id from (${parts.join(' union all ')}) where opportunity_id is not null and trim(contact_id) <> ''`,
  };
};

/** What several feeds say: of a field that comes from different columns, none is named. */
const together = (feeds: readonly FeedSql[]): Said[] => {
  const said = new Map<string, Said>();
  for (const one of feeds.flatMap((feed) => feed.said)) {
    const before = said.get(one.field);
    said.set(one.field, !before || before.header === one.header ? one : { ...one, header: null });
  }
  return [...said.values()];
};
