/**
 * Stage of a property history: a row for each value that a property of a HubSpot record held, put into rows that the rest
 * of the import reads as any other.
 *
 *   contacts   one row a contact: its properties as they stand now, the first day of each lifecycle stage in a column of
 *              its own, named as exports of contacts name them (`Date entered "Lead (Lifecycle Stage Pipeline)"`)
 *   deals      rows stay changes; the value stands in a column for what it is (stage, amount, close date, other), since
 *              stages, amounts and dates in one column could not be read
 *
 * Source: dbt_hubspot_source (contact_property_history, deal_property_history: id, name, value, timestamp, source);
 * `Export property history` of the interface, whose columns are called otherwise. Times may be milliseconds since 1970.
 */
import type { Tx } from '../engine.ts';
import { lit, lits } from '../quote.ts';
import { foldHeader } from './headers.ts';
import { LIFECYCLE } from './lead-since.ts';
import { count, type Stage } from './stage.ts';

const IDS = ['contactid', 'vid', 'dealid', 'objectid', 'recordid'];
const NAMES = ['name', 'property', 'propertyname', 'internalname', 'propertyinternalname'];
const VALUES = ['value', 'propertyvalue', 'newvalue'];
const TIMES = ['timestamp', 'changedat', 'changedate', 'updatedat', 'occurredat', 'datechanged', 'changetime'];

export const DEAL_CHANGES = ['Deal ID', 'Property', 'Changed at', 'Deal Stage', 'Amount', 'Close Date', 'Value'] as const;

type Cells = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly at: string;
  readonly of: 'contact' | 'deal' | null;
};

/** Where a history's columns stand; null: the file is none. */
const cellsIn = (headers: readonly string[]): Cells | null => {
  const folded = headers.map(foldHeader);
  const at = (names: readonly string[]): number => folded.findIndex((name) => names.includes(name));
  const [id, name, value, time] = [at(IDS), at(NAMES), at(VALUES), at(TIMES)];
  if (id < 0 || name < 0 || value < 0 || time < 0 || headers.length > 12) return null;
  const of = folded[id] === 'dealid' ? 'deal' : folded[id] === 'contactid' || folded[id] === 'vid' ? 'contact' : null;
  return { id: `c${id}`, name: `c${name}`, value: `c${value}`, at: `c${time}`, of };
};

/** The stage as rows of contacts or changes of deals; as it was where it is no property history. */
export const stageHistory = async (tx: Tx, stage: Stage): Promise<Stage> => {
  const cells = cellsIn(stage.headers);
  if (!cells) return stage;
  const property = `lower(trim(${cells.name}))`;
  const [told] = await tx.read<{ deals: number; contacts: number }>(
    `select count(*) filter (${property} in ('dealstage', 'amount', 'closedate', 'dealname')) as deals, count(*) filter (${property} in ('lifecyclestage', 'email', 'hs_lead_status', 'hs_analytics_source', 'firstname', 'jobtitle')) as contacts from stage`,
  );
  const of = cells.of ?? (told!.deals > told!.contacts ? 'deal' : told!.contacts > 0 ? 'contact' : null);
  if (of === null || (of === 'deal' ? told!.deals : told!.contacts) === 0) return stage;
  return of === 'deal' ? deals(tx, stage, cells, property) : contacts(tx, stage, cells, property);
};

/** Milliseconds since 1970 as an instant; anything else as it is. */
const moment = (x: string): string =>
  `case when regexp_full_match(${x}, '[1-3]\\d{12}') then strftime(make_timestamp(${x}::bigint * 1000), '%Y-%m-%dT%H:%M:%S.%gZ') else ${x} end`;

const deals = async (tx: Tx, stage: Stage, { id, value, at }: Cells, property: string): Promise<Stage> => {
  const only = (name: string, sql: string): string => `case when ${property} = '${name}' then ${sql} end`;
  const known = `${property} in ('dealstage', 'amount', 'closedate')`;
  const columns = [
    id,
    `case ${property} when 'closedate' then 'close_date' when 'dealstage' then 'stage' else ${property} end`,
    moment(at),
    only('dealstage', value),
    only('amount', value),
    only('closedate', moment(value)),
    `case when not ${known} or ${property} = 'dealstage' then ${value} end`,
  ];
  return replaced(
    tx,
    stage,
    DEAL_CHANGES,
    `select ${columns.map((sql, i) => `${sql} as c${i}`).join(', ')}, ${stage.line} as line from stage s`,
  );
};

/** What a contact's properties are called where its export has them. */
const CALLED: { readonly [property: string]: string } = {
  firstname: 'First Name',
  lastname: 'Last Name',
  email: 'Email',
  jobtitle: 'Job Title',
  company: 'Company Name',
  associatedcompanyid: 'Primary Associated Company ID',
  hubspot_owner_id: 'Contact owner',
  hs_lead_status: 'Lead Status',
  createdate: 'Create Date',
  hs_analytics_source: 'Original Traffic Source',
  hs_analytics_source_data_1: 'Original Traffic Source Drill-Down 1',
  hs_analytics_source_data_2: 'Original Traffic Source Drill-Down 2',
  lifecyclestage: 'Lifecycle Stage',
};

const contacts = async (tx: Tx, stage: Stage, { id, value, at }: Cells, property: string): Promise<Stage> => {
  const found = new Set(
    (
      await tx.read<{ name: string }>(`select distinct ${property} as name from stage where ${property} in (${lits(Object.keys(CALLED))})`)
    ).map(({ name }) => name),
  );
  const entered = new Set(
    (
      await tx.read<{ stage: string }>(
        `select distinct lower(trim(${value})) as stage from stage where ${property} = 'lifecyclestage' and ${value} is not null`,
      )
    ).map(({ stage: name }) => name),
  );
  const properties = Object.keys(CALLED).filter((name) => found.has(name));
  const stages = Object.keys(LIFECYCLE).filter((name) => entered.has(name));
  const latest = (name: string): string =>
    `arg_max_null(${name === 'createdate' ? moment(value) : value}, ${moment(at)}) filter (${property} = ${lit(name)})`;
  const first = (name: string): string =>
    `min(${moment(at)}) filter (${property} = 'lifecyclestage' and lower(trim(${value})) = ${lit(name)})`;
  const columns = [id, ...properties.map(latest), ...stages.map(first)];
  const headers = [
    'Contact ID',
    ...properties.map((name) => CALLED[name]!),
    ...stages.map((name) => `Date entered "${LIFECYCLE[name]} (Lifecycle Stage Pipeline)"`),
  ];
  return replaced(
    tx,
    stage,
    headers,
    `select ${columns.map((sql, i) => `${sql} as c${i}`).join(', ')}, min(${stage.line}) as line from stage s where ${id} is not null group by ${id} order by line`,
  );
};

const replaced = async (tx: Tx, { padded }: Stage, headers: readonly string[], sql: string): Promise<Stage> => {
  await tx.run(`create temp table stage_history as ${sql}`);
  await tx.run('drop table stage');
  await tx.run('alter table stage_history rename to stage');
  return { headers: [...headers], line: 's.line', rows: await count(tx, 'select count(*) as n from stage'), padded };
};
