/**
 * Entities: the tables a file can feed, their fields, and what a mapping must give for each.
 */
import type { Entity } from './mapping.ts';

/**
 * text · time (an instant or a day: two columns) · day · money (major units in the file) · currency · number ·
 * whole (≥ 0) · boolean · stage (classified as open, won or lost) · status (open, won, lost) · flag (yes or no, decides the status) ·
 * close (a closing date: of a closed deal the close, of an open one the expected close) · platform (an ad platform, in our spelling) ·
 * platform_id (an ad platform's id: a text, null where a spreadsheet has rounded it)
 */
export type FieldKind =
  | 'text'
  | 'time'
  | 'day'
  | 'money'
  | 'currency'
  | 'number'
  | 'whole'
  | 'boolean'
  | 'stage'
  | 'status'
  | 'flag'
  | 'close'
  | 'platform'
  | 'platform_id';
/** `columns`: what the field fills in schema.sql. */
export type Field = { readonly kind: FieldKind; readonly columns: readonly string[] };

export type EntitySpec = {
  /** What a person calls its rows. */
  readonly words: string;
  /** Columns that, with src, name a row. */
  readonly key: readonly string[];
  readonly fields: { readonly [field: string]: Field };
  /** One field of each group must be mapped. */
  readonly required: readonly (readonly string[])[];
  /** Rows without an id of their own may be known by their content. */
  readonly contentKey: boolean;
  readonly attributes: boolean;
  /** Columns that no field of a file fills: relations.ts makes them. */
  readonly made?: readonly string[];
};

const text = (column: string): Field => ({ kind: 'text', columns: [column] });
const time = (base: string): Field => ({ kind: 'time', columns: [`${base}_at`, `${base}_on`] });
const of = (kind: FieldKind, ...columns: string[]): Field => ({ kind, columns });
const texts = (...names: string[]): { [field: string]: Field } => Object.fromEntries(names.map((name) => [name, text(name)]));

export const ENTITIES: { readonly [E in Entity]: EntitySpec } = {
  account: {
    words: 'accounts',
    key: ['id'],
    required: [['id']],
    contentKey: false,
    attributes: true,
    fields: { ...texts('id', 'name', 'domain'), created_on: time('created') },
  },
  contact: {
    words: 'contacts',
    key: ['id'],
    required: [['id']],
    contentKey: false,
    attributes: true,
    fields: { ...texts('id', 'account_id', 'name', 'email', 'title'), created_on: time('created') },
  },
  lead: {
    words: 'leads',
    key: ['id'],
    required: [['id']],
    contentKey: true,
    attributes: true,
    fields: {
      ...texts('id', 'contact_id', 'account_id', 'email', 'channel', 'campaign', 'self_reported', 'owner'),
      created_on: time('created'),
    },
  },
  opportunity: {
    words: 'deals',
    key: ['id'],
    required: [['id']],
    contentKey: true,
    attributes: true,
    fields: {
      ...texts('id', 'name', 'account_id', 'lead_id', 'owner', 'product', 'self_reported'),
      stage: of('stage', 'stage', 'status'),
      status: of('status', 'status'),
      is_won: of('flag', 'status'),
      is_closed: of('flag', 'status'),
      amount: of('money', 'amount_minor'),
      currency: of('currency', 'currency'),
      opened_on: time('opened'),
      closed_on: time('closed'),
      close_date: of('close', 'closed_at', 'closed_on', 'expected_on'),
      expected_on: of('day', 'expected_on'),
    },
  },
  opportunity_contact: {
    words: 'contacts of deals',
    key: ['opportunity_id', 'contact_id'],
    required: [['opportunity_id'], ['contact_id']],
    contentKey: false,
    attributes: false,
    fields: texts('opportunity_id', 'contact_id'),
  },
  stage_entry: {
    words: 'stage entries',
    key: ['opportunity_id', 'stage', 'seq'],
    required: [['opportunity_id'], ['stage'], ['entered_on']],
    contentKey: false,
    attributes: false,
    fields: { ...texts('opportunity_id', 'stage'), entered_on: time('entered') },
    made: ['inferred'],
  },
  deal_change: {
    words: 'changes of deals',
    key: ['opportunity_id', 'field', 'moment'],
    required: [['opportunity_id'], ['field'], ['changed_on'], ['value', 'amount', 'close_date']],
    contentKey: false,
    attributes: false,
    fields: {
      ...texts('opportunity_id', 'field', 'was', 'value'),
      changed_on: time('changed'),
      was_amount: of('money', 'was'),
      amount: of('money', 'value'),
      was_close_date: of('day', 'was'),
      close_date: of('day', 'value'),
    },
  },
  campaign_record: {
    words: 'campaign records',
    key: ['id'],
    required: [['id']],
    contentKey: false,
    attributes: true,
    fields: {
      ...texts('id', 'name', 'channel'),
      offline: of('boolean', 'offline'),
      starts_on: of('day', 'starts_on'),
      ends_on: of('day', 'ends_on'),
    },
  },
  touch: {
    words: 'touches',
    key: ['id'],
    required: [['touched_on'], ['contact_id', 'account_id', 'email', 'visitor']],
    contentKey: true,
    attributes: true,
    fields: {
      ...texts('id', 'contact_id', 'account_id', 'email', 'visitor', 'channel', 'campaign', 'kind', 'what'),
      touched_on: time('touched'),
      offline: of('boolean', 'offline'),
      part: text('part'),
    },
  },
  visitor_link: {
    words: 'links of visitors',
    key: ['id'],
    required: [['visitor'], ['user_id', 'contact_id', 'account_id', 'email']],
    contentKey: true,
    attributes: false,
    fields: { ...texts('id', 'visitor', 'user_id', 'contact_id', 'account_id', 'email'), since_on: time('since') },
  },
  spend: {
    words: 'spend rows',
    key: ['id'],
    required: [['spent_on'], ['amount']],
    contentKey: true,
    attributes: true,
    fields: {
      ...texts('id', 'channel', 'campaign'),
      spent_on: of('day', 'spent_on'),
      amount: of('money', 'amount_minor'),
      currency: of('currency', 'currency'),
      impressions: of('whole', 'impressions'),
      clicks: of('whole', 'clicks'),
      platform: of('platform', 'platform'),
      ad_account: of('platform_id', 'ad_account'),
      ad_campaign_id: of('platform_id', 'ad_campaign_id'),
    },
  },
  work_done: {
    words: 'done work items',
    key: ['id'],
    required: [['done_on']],
    contentKey: true,
    attributes: true,
    fields: {
      ...texts('id', 'item', 'person'),
      days: of('number', 'days'),
      done_on: of('day', 'done_on'),
      started_on: of('day', 'started_on'),
    },
  },
  lookup: { words: 'list entries', key: ['name', 'id'], required: [['id']], contentKey: false, attributes: true, fields: texts('id') },
};

/** Columns of an entity's table besides src and load, in one order; the last is attrs where it has any. */
export const columnsOf = (entity: Entity): string[] => {
  const { key, fields, attributes, made = [] } = ENTITIES[entity];
  return [...new Set([...key, ...Object.values(fields).flatMap(({ columns }) => columns), ...made]), ...(attributes ? ['attrs'] : [])];
};
