/**
 * Check mapping: whether a mapping can be used for a file at all. Refused with the first thing missing.
 */
import { isCurrency } from '../../kernel/money.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { isZone } from '../../kernel/zone.ts';
import { ENTITIES, type EntitySpec } from './entities.ts';
import type { Feed, FieldSource, Mapping, Where } from './mapping.ts';
import type { ImportRefusal } from './refusal.ts';

/** Entities of which one file gives each row once: their feeds cannot be several. */
const SEVERAL = ['stage_entry', 'opportunity_contact', 'deal_change'];

export const checkMapping = (mapping: Mapping, headers: readonly string[], file: string): Result<null, ImportRefusal> => {
  if (mapping.feeds.length === 0)
    return refuse({
      code: 'fits-nothing',
      text: `The mapping for ${file} feeds nothing.`,
      todo: 'Say what one row is: --answer rows=opportunity (or account, contact, lead, touch, spend, work_done, lookup).',
    });
  if (mapping.currency !== null && !isCurrency(mapping.currency))
    return refuse({
      code: 'unknown-currency',
      text: `"${mapping.currency}" is no currency code.`,
      todo: 'Use three capital letters, for instance --currency EUR.',
    });
  if (!isZone(mapping.zone))
    return refuse({ code: 'unknown-zone', text: `"${mapping.zone}" is no time zone.`, todo: 'Use a name like --time-zone Europe/Berlin.' });
  for (const feed of mapping.feeds) {
    const problem = problemOf(feed, headers, file);
    if (problem) return refuse(problem);
  }
  const twice = mapping.feeds.find(
    (feed, i) => !SEVERAL.includes(feed.entity) && mapping.feeds.findIndex((other) => other.entity === feed.entity) !== i,
  );
  return twice
    ? refuse({ code: 'mapping-unfit', text: `The mapping feeds ${ENTITIES[twice.entity].words} twice.`, todo: 'Keep one feed for them.' })
    : ok(null);
};

const problemOf = (feed: Feed, headers: readonly string[], file: string): ImportRefusal | null => {
  const spec = ENTITIES[feed.entity] as EntitySpec | undefined;
  if (!spec)
    return {
      code: 'mapping-unknown-entity',
      text: `The mapping feeds "${feed.entity}", which there is not.`,
      todo: `There is: ${Object.keys(ENTITIES).join(', ')}.`,
    };
  const unknown = Object.keys(feed.fields).find((field) => !Object.hasOwn(spec.fields, field));
  if (unknown)
    return {
      code: 'mapping-unknown-field',
      text: `${spec.words} have no field "${unknown}".`,
      todo: `They have: ${Object.keys(spec.fields).join(', ')}.`,
    };
  const missing = spec.required.find((group) => !group.some((field) => Object.hasOwn(feed.fields, field)));
  if (missing)
    return {
      code: 'mapping-misses-required',
      text: `To load ${spec.words}, the mapping for ${file} must say which column is ${missing.join(' or ')}; it does not.`,
      todo: hint(missing, headers),
    };
  if (feed.entity === 'lookup' && !feed.lookup)
    return { code: 'mapping-unfit', text: 'A list needs a name.', todo: 'Name it after its key column, for instance "lookup": "product".' };
  const odd = Object.entries(feed.fields).find(([field, source]) => 'as' in source && (field !== 'id' || !spec.contentKey));
  if (odd)
    return {
      code: 'mapping-unfit',
      text: `${spec.words} cannot be known by their content.`,
      todo: `Give the column that is their ${odd[0]}.`,
    };
  const utm = Object.entries(feed.fields).find(([field, source]) => 'utm' in source && field !== 'channel');
  if (utm)
    return {
      code: 'mapping-unfit',
      text: `Source and medium tell a channel, not the ${utm[0]} of ${spec.words}.`,
      todo: `Give the column that is their ${utm[0]}.`,
    };
  const absent = headersOf(feed).find((header) => !headers.includes(header));
  if (absent !== undefined)
    return {
      code: 'mapping-misses-column',
      column: absent,
      text: `The mapping uses column "${absent}", which ${file} does not have.`,
      todo: `Its columns are: ${headers.slice(0, 40).join(', ')}${headers.length > 40 ? ', …' : ''}.`,
    };
  return null;
};

/** Every column a feed reads. */
export const headersOf = (feed: Feed): string[] => [
  ...Object.values(feed.fields).flatMap(columnsOfSource),
  ...feed.attributes.map(({ header }) => header),
  ...(feed.where ? columnsOfWhere(feed.where) : []),
];

/** The columns a field reads. */
export const columnsOfSource = (source: FieldSource): readonly string[] => {
  if ('header' in source) return [source.header];
  if ('utm' in source) return [source.utm.source, source.utm.medium, source.otherwise].filter((one) => one !== undefined);
  return 'join' in source ? source.join : 'first' in source ? source.first : [];
};

/** The columns a condition looks at. */
export const columnsOfWhere = (where: Where): string[] => ('all' in where ? where.all.flatMap(columnsOfWhere) : [where.header]);

const hint = (missing: readonly string[], headers: readonly string[]): string =>
  `Map one of the columns (${headers.slice(0, 40).join(', ')}${headers.length > 40 ? ', …' : ''}) to ${missing.join(' or ')}.`;
