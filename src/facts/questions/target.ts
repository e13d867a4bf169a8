/**
 * Target: what a name said in a cut or filter points at, seen from the table a question counts.
 *
 * A name is looked for in rings, nearest first: the table's own fields and dates, the links of the
 * thread, columns as the table's file spells them, its attributes, and last everything one step away
 * (the account, the lead, the contact, columns of reference files). Two hits in one ring are
 * ambiguous. `entity.name` and `lookup.column` always say exactly which.
 */
import type { Catalogue } from './catalogue.ts';
import { FIELDS, fieldNamed, fold, type Entity, type Field, type Kind } from './fields.ts';

/** The table a question counts rows of. */
export type Base = Entity;

/** Tables whose rows can belong to a segment. */
const SEGMENTED = ['account', 'contact', 'lead', 'opportunity', 'touch'] as const satisfies readonly Base[];
export type Segmented = (typeof SEGMENTED)[number];
export const isSegmented = (base: Base): base is Segmented => (SEGMENTED as readonly Base[]).includes(base);

export type Target =
  /** A column of a table in reach. */
  | { readonly at: 'field'; readonly entity: Entity; readonly field: Field; readonly label: string; readonly blank?: string }
  | { readonly at: 'attribute'; readonly entity: Entity; readonly name: string; readonly kind: Kind; readonly label: string }
  /** A column of a reference file, through the column of ours that its key names. */
  | { readonly at: 'lookup'; readonly lookup: string; readonly column: string; readonly through: Target; readonly label: string }
  /** A link of the thread, through the campaign. */
  | { readonly at: 'thread'; readonly link: ThreadLink; readonly label: string }
  /** The account's name; its id where the file of accounts is not here. */
  | { readonly at: 'account'; readonly label: string }
  /** Segments of the audience: a row stands under each it belongs to. */
  | { readonly at: 'segment'; readonly label: string }
  /** The close, where it was won or lost. */
  | { readonly at: 'ending'; readonly status: 'won' | 'lost'; readonly label: string };

export type ThreadLink = 'campaign' | 'item' | 'requester' | 'priority' | 'outcome' | 'objective' | 'guidepoint';
export const THREAD_LINKS: readonly ThreadLink[] = ['campaign', 'item', 'requester', 'priority', 'outcome', 'objective', 'guidepoint'];

/** What stands one step away from each base. `opportunity` is in reach of a lead only where the question joins it. */
const NEAR: { readonly [B in Base]: readonly Entity[] } = {
  lead: ['account', 'contact'],
  opportunity: ['account', 'lead'],
  touch: ['contact', 'account'],
  spend: [],
  account: [],
  contact: ['account'],
  work_done: [],
};

/**
 * `costs`: the rows are costs (sql/cost.sql), which may name their work item or priority themselves. `once`: rows are counted, not
 * shared, so that a touch stands once under an objective that several outcomes serve; leads and deals always do.
 */
export type Reach = { readonly base: Base; readonly withDeal?: boolean; readonly costs?: boolean; readonly once?: boolean };
export const nearOf = ({ base, withDeal }: Reach): readonly Entity[] =>
  withDeal && base === 'lead' ? [...NEAR.lead, 'opportunity'] : NEAR[base];

export type Hit = { readonly name: string; readonly target: Target };

/** Everything that may be said from `reach`, ring by ring. */
export const ringsOf = (catalogue: Catalogue, reach: Reach): readonly (readonly Hit[])[] => {
  const near = nearOf(reach);
  const away = near.flatMap((entity) => [...fieldHits(entity), ...headerHits(catalogue, entity), ...attributeHits(catalogue, entity)]);
  const lookups = [reach.base, ...near].flatMap((entity) => lookupHits(catalogue, entity));
  return [
    [...fieldHits(reach.base), ...specialHits(reach)],
    [...threadHits(catalogue, reach.base), ...segmentHits(catalogue, reach.base)],
    headerHits(catalogue, reach.base),
    attributeHits(catalogue, reach.base),
    [...away, ...lookups],
  ];
};

const fieldHits = (entity: Entity): Hit[] =>
  FIELDS[entity]
    .filter((f) => f.kind !== 'money')
    .map((field) => ({ name: field.name, target: { at: 'field', entity, field, label: `${entity}.${field.name}` } }));

/** A column may fill several fields (a stage its status, a close date the expected one): the first of them, as listed, is meant. */
const headerHits = ({ headers }: Catalogue, entity: Entity, withMoney = false): Hit[] =>
  [
    ...Map.groupBy(
      headers.filter((h) => h.entity === entity),
      (h) => h.header,
    ),
  ].flatMap(([name, mapped]) => {
    const fields = mapped.flatMap((h) => fieldNamed(entity, h.field) ?? []);
    const field = FIELDS[entity].find((f) => fields.includes(f) && (withMoney || f.kind !== 'money'));
    return field ? [{ name, target: { at: 'field', entity, field, label: `${entity}.${field.name}` } as const }] : [];
  });

const attributeHits = ({ attributes }: Catalogue, entity: Entity): Hit[] =>
  attributes
    .filter((a) => a.entity === entity)
    .map(({ name, kind }) => ({ name, target: { at: 'attribute', entity, name, kind, label: `${entity}.${name}` } }));

export type LookupJoin = { readonly lookup: string; readonly columns: readonly string[]; readonly through: Target };

/** A reference file joins where its key column has the name of a column or field of ours. */
export const lookupJoins = (catalogue: Catalogue, entity: Entity): LookupJoin[] =>
  [...catalogue.lookups].flatMap(([lookup, columns]) => {
    const ours = [
      ...headerHits(catalogue, entity),
      ...attributeHits(catalogue, entity),
      ...fieldHits(entity).filter((h) => h.name !== 'id' && h.name !== 'name'),
    ];
    const through = ours.find((hit) => fold(hit.name) === fold(lookup))?.target;
    return through ? [{ lookup, columns, through }] : [];
  });

const lookupHits = (catalogue: Catalogue, entity: Entity): Hit[] =>
  lookupJoins(catalogue, entity).flatMap(({ lookup, columns, through }) =>
    columns.map((column) => ({ name: column, target: { at: 'lookup', lookup, column, through, label: `${lookup}.${column}` } as const })),
  );

/** Tables that know a campaign, or whose lead does. */
const THREADED: readonly Base[] = ['lead', 'opportunity', 'touch', 'spend'];

const threadHits = (catalogue: Catalogue, base: Base): Hit[] =>
  (THREADED.includes(base) ? THREAD_LINKS : []).map((link) => {
    // Where the journal knows no campaign at all, the file's own spelling is the best there is.
    if (link === 'campaign' && catalogue.campaigns === 0) {
      const entity: Entity = base === 'opportunity' ? 'lead' : base;
      return {
        name: link,
        target: {
          at: 'field',
          entity,
          field: fieldNamed(entity, 'campaign')!,
          label: 'campaign as the files name it (none is recorded here)',
          blank: 'no campaign',
        },
      };
    }
    return {
      name: link,
      target: {
        at: 'thread',
        link,
        label: base !== 'opportunity' ? link : link === 'campaign' ? "its lead's campaign" : `${link} of its lead's campaign`,
      },
    };
  });

/** Only where a segment is defined: until then a file's own column of that name is meant. */
const segmentHits = ({ segments }: Catalogue, base: Base): Hit[] =>
  segments.length > 0 && isSegmented(base) ? [{ name: 'segment', target: { at: 'segment', label: 'segment' } }] : [];

const dateOf = (entity: Entity, column: string): Target => {
  const field = FIELDS[entity].find((f) => f.column === column)!;
  return { at: 'field', entity, field, label: `${entity}.${field.name}` };
};

const specialHits = ({ base, withDeal }: Reach): Hit[] => {
  const deal: Hit[] = [
    { name: 'won', target: { at: 'ending', status: 'won', label: 'day won' } },
    { name: 'lost', target: { at: 'ending', status: 'lost', label: 'day lost' } },
  ];
  const dates: Hit[] = [];
  if (base === 'opportunity')
    dates.push(
      { name: 'lead', target: dateOf('lead', 'created_on') },
      { name: 'created', target: dateOf('opportunity', 'opened_on') },
      ...deal,
    );
  if (base === 'lead') dates.push({ name: 'lead', target: dateOf('lead', 'created_on') });
  if (withDeal) dates.push(...deal);
  return !['lead', 'opportunity', 'touch', 'contact'].includes(base)
    ? dates
    : [{ name: 'account', target: { at: 'account', label: 'account' } }, ...dates];
};

/** The columns of one table: its own, as its files spell them, and its attributes. */
export const columnsOf = (catalogue: Catalogue, entity: Entity): readonly Hit[] => [
  ...FIELDS[entity].map((field): Hit => ({ name: field.name, target: { at: 'field', entity, field, label: `${entity}.${field.name}` } })),
  ...headerHits(catalogue, entity, true),
  ...attributeHits(catalogue, entity),
];

/** Hits for a name: the nearest ring that has any, one per target; `entity.name` and `lookup.column` say exactly which. */
export const hitsFor = (catalogue: Catalogue, reach: Reach, said: string): readonly Hit[] => {
  const rings = ringsOf(catalogue, reach);
  for (const ring of rings) {
    const exact = distinct(ring.filter((hit) => hit.name === said));
    if (exact.length > 0) return exact;
    const folded = distinct(ring.filter((hit) => fold(hit.name) === fold(said)));
    if (folded.length > 0) return folded;
  }
  const dot = said.indexOf('.');
  if (dot < 0) return [];
  const [owner, name] = [fold(said.slice(0, dot)), fold(said.slice(dot + 1))];
  const owned = rings.flat().filter(({ name: own, target }) => fold(own) === name && ownerOf(target) === owner);
  return distinct(owned);
};

const ownerOf = (target: Target): string =>
  target.at === 'lookup' ? fold(target.lookup) : target.at === 'field' || target.at === 'attribute' ? target.entity : target.at;
const distinct = (hits: readonly Hit[]): Hit[] => hits.filter((hit, i) => hits.findIndex((h) => h.target.label === hit.target.label) === i);
