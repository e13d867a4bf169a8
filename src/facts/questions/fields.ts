/**
 * Fields: the columns of the schema that may be asked about, cut by and filtered on, by the name a
 * person says. What a file calls them (origin, sales_agent) comes from the catalogue.
 */

export type Entity = 'account' | 'contact' | 'lead' | 'opportunity' | 'touch' | 'spend' | 'work_done';
export type Kind = 'text' | 'number' | 'boolean' | 'day' | 'money';
export type Field = { readonly name: string; readonly column: string; readonly kind: Kind };

/** The letter each table goes by in every statement. */
export const LETTER: { readonly [E in Entity]: string } = {
  account: 'a',
  contact: 'p',
  lead: 'l',
  opportunity: 'o',
  touch: 't',
  spend: 's',
  work_done: 'w',
};

export const ENTITIES = Object.keys(LETTER) as readonly Entity[];

const field = (kind: Kind, name: string, column = name): Field => ({ name, column, kind });
const text = (name: string, column = name): Field => field('text', name, column);
const day = (name: string): Field => field('day', name, `${name}_on`);

/** Column by column, in the order in which they are shown. `campaign_as_found` is the file's spelling; `campaign` is the link. */
export const FIELDS: { readonly [E in Entity]: readonly Field[] } = {
  account: [text('id'), text('name'), text('domain'), day('created')],
  contact: [text('id'), text('account_id'), text('name'), text('email'), text('title'), day('created')],
  lead: [
    text('id'),
    text('contact_id'),
    text('account_id'),
    text('email'),
    text('channel'),
    text('campaign_as_found', 'campaign'),
    text('self_reported'),
    text('owner'),
    day('created'),
  ],
  opportunity: [
    text('id'),
    text('name'),
    text('account_id'),
    text('lead_id'),
    text('owner'),
    text('product'),
    text('stage'),
    text('status'),
    field('money', 'amount', 'amount_minor'),
    text('currency'),
    text('self_reported'),
    day('opened'),
    day('closed'),
    day('expected'),
  ],
  touch: [
    text('id'),
    text('contact_id'),
    text('account_id'),
    text('email'),
    text('channel'),
    text('campaign_as_found', 'campaign'),
    text('kind'),
    text('what'),
    text('visitor'),
    field('boolean', 'offline'),
    day('touched'),
  ],
  spend: [
    text('id'),
    text('channel'),
    text('campaign_as_found', 'campaign'),
    field('money', 'amount', 'amount_minor'),
    text('currency'),
    field('number', 'impressions'),
    field('number', 'clicks'),
    text('platform'),
    text('ad_account'),
    text('ad_campaign_id'),
    day('spent'),
  ],
  work_done: [text('id'), text('item'), text('person'), field('number', 'days'), day('done'), day('started')],
};

/** Two spellings of one name: case, spaces, dashes and underscores do not tell names apart. */
export const fold = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_');

/** Fields of a mapping that fill a column under another name. */
const FILLS: { readonly [field: string]: string } = { close_date: 'closed_on', is_won: 'status', is_closed: 'status' };

/** The field that a mapping calls `said`: by name, column, or column without its ending; null when there is none. */
export const fieldNamed = (entity: Entity, said: string): Field | null => {
  const bare = (name: string): string => name.replace(/_(at|on|minor)$/, '');
  const meant = FILLS[said] ?? said;
  const fields = FIELDS[entity];
  return fields.find((f) => f.name === meant || f.column === meant) ?? fields.find((f) => bare(f.column) === bare(meant)) ?? null;
};
