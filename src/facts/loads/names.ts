/**
 * Names: values that ought to occur in a list and do not, with what they carry; members of lists
 * that no row uses; campaign names that no campaign answers to.
 *
 * A list is expected to know a field when the field's column in the file is called like the list's
 * key. Money is that of won deals, in the currency that most of them have.
 */
import type { Currency } from '../../kernel/money.ts';
import type { Engine } from '../engine.ts';
import { ENTITIES } from '../import/entities.ts';
import type { Entity } from '../import/mapping.ts';
import { lit } from '../quote.ts';
import { standingAliases, type Alias } from './alias.ts';
import { unmatchedCampaigns, type UnmatchedCampaign } from './campaign-names.ts';
import { pointer } from './merge-sql.ts';
import { nearest } from './nearest.ts';

/** A value of a field that its list does not know. Rows, wins and won money are those of the field's entity; of a lead, of its deals. */
export type UnmatchedName = {
  /** `opportunity.product`, or `opportunity.attrs.seller_id` for an attribute. */
  readonly field: string;
  readonly header: string;
  readonly lookup: string;
  readonly found: string;
  readonly rows: number;
  readonly won: number;
  readonly wonMinor: number;
  readonly currency: Currency | null;
  /** Share of all won money of the entity, in [0, 1]; null when there is none. */
  readonly wonShare: number | null;
  /** Closest members of the list, nearest first, at most three; distance is edits after folding case, space and punctuation. */
  readonly candidates: readonly { readonly id: string; readonly distance: number }[];
};
/** Members of a list that no row uses. */
export type UnusedMembers = { readonly lookup: string; readonly field: string; readonly ids: readonly string[] };
export type NamesReport = {
  readonly unmatched: readonly UnmatchedName[];
  readonly unused: readonly UnusedMembers[];
  readonly campaigns: readonly UnmatchedCampaign[];
  /** Aliases that hold today. */
  readonly aliases: readonly Alias[];
};

type Listed = { readonly entity: Entity; readonly field: string; readonly header: string; readonly lookup: string };
const MOST = 500;

export const namesReport = async (engine: Engine): Promise<NamesReport> => {
  const listed =
    await engine.read<Listed>(`select distinct f.entity, f.field, f.header, k.name as lookup from load_field f join load l on l.n = f.load and l.reverted_at is null
    join (select distinct name from lookup) k on lower(trim(k.name)) = lower(trim(f.header)) where f.entity not in ('lookup', 'stage_entry', 'opportunity_contact', 'deal_change') order by all`);
  const unmatched: UnmatchedName[] = [];
  const unused: UnusedMembers[] = [];
  for (const one of listed) {
    unmatched.push(...(await unmatchedIn(engine, one)));
    const ids = (
      await engine.read<{ id: string }>(
        `select distinct id from lookup where name = ${lit(one.lookup)} and id not in (select v from (${valuesSql(one)})) and id not in (${meantSql(one)}) order by 1`,
      )
    ).map(({ id }) => id);
    if (ids.length > 0) unused.push({ lookup: one.lookup, field: fieldOf(one), ids });
  }
  return {
    unmatched: unmatched.toSorted((a, b) => b.wonMinor - a.wonMinor || b.rows - a.rows),
    unused,
    campaigns: await unmatchedCampaigns(engine),
    aliases: await standingAliases(engine),
  };
};

const fieldOf = ({ entity, field }: Listed): string => `${entity}.${field}`;
const ATTRS = 'attrs.';
const valueSql = ({ field }: Listed): string =>
  field.startsWith(ATTRS) ? `json_extract_string(e.attrs, ${pointer(field.slice(ATTRS.length))})` : `e.${field}::varchar`;
const valuesSql = (one: Listed): string => `select ${valueSql(one)} as v from ${one.entity} e where ${valueSql(one)} is not null`;
const meantSql = (one: Listed): string => `select means from alias where revoked_at is null and field = ${lit(fieldOf(one))}`;

const unmatchedIn = async (engine: Engine, one: Listed): Promise<UnmatchedName[]> => {
  const deals =
    one.entity === 'opportunity'
      ? `select ${valueSql(one)} as v, e.src, e.id, e.status, e.amount_minor, e.currency from opportunity e`
      : one.entity === 'lead'
        ? `select ${valueSql(one)} as v, e.src, e.id, o.status, o.amount_minor, o.currency from lead e left join opportunity o on o.src = e.src and o.lead_id = e.id`
        : `select ${valueSql(one)} as v, e.src, ${ENTITIES[one.entity].key[0]} as id, null as status, null::bigint as amount_minor, null::varchar as currency from ${one.entity} e`;
  const rows = await engine.read<Omit<UnmatchedName, 'field' | 'header' | 'lookup' | 'candidates'>>(`
    with r as (${deals}),
      money as (select any_value(currency) as currency, sum(amount_minor) as minor from r where status = 'won' group by currency order by count(*) desc limit 1)
    select v as found, count(distinct (src, id)) as rows, count(*) filter (status = 'won') as won,
      coalesce(sum(amount_minor) filter (status = 'won' and currency is not distinct from (select currency from money)), 0)::bigint as "wonMinor",
      (select currency from money) as currency,
      round(coalesce(sum(amount_minor) filter (status = 'won' and currency is not distinct from (select currency from money)), 0) / nullif((select minor from money), 0), 6)::double as "wonShare"
    from r where v is not null and v not in (select id from lookup where name = ${lit(one.lookup)}) and v not in (select found from alias where revoked_at is null and field = ${lit(fieldOf(one))})
    group by v order by 4 desc, 2 desc limit ${MOST}`);
  const near = await nearest(
    engine,
    rows.map(({ found }) => found),
    `select distinct id, id as name from lookup where name = ${lit(one.lookup)}`,
  );
  return rows.map((row) => ({
    field: fieldOf(one),
    header: one.header,
    lookup: one.lookup,
    ...row,
    candidates: near.get(row.found) ?? [],
  }));
};
