/**
 * Feed: one entity's share of a mapping, as it is first put together.
 */
import type { Columns } from './columns.ts';
import { ENTITIES } from './entities.ts';
import { HUBSPOT_SOURCES, holdsSources } from './hubspot-sources.ts';
import { englishOf } from './localised.ts';
import type { Entity, Feed, FieldSource } from './mapping.ts';
import type { Profile } from './profile.ts';
import { idOf } from './recognise.ts';
import { NAME_PARTS } from './synonyms.ts';

/** A feed without attributes yet. */
export const feed = (entity: Entity, fields: Feed['fields'], more: Partial<Feed> = {}): Feed => ({
  entity,
  fields,
  attributes: [],
  ...more,
});

/** Where each field found in the file comes from; what names the row, too. */
export const sourcesOf = (columns: Columns, entity: Entity, fields: ReadonlyMap<string, Profile>): { [field: string]: FieldSource } => {
  const sources: { [field: string]: FieldSource } = {};
  const id = idOf(entity, fields);
  if (id) sources['id'] = { header: id.header };
  else if (ENTITIES[entity].contentKey) sources['id'] = { as: 'content' };
  for (const [field, { header, sample }] of fields) {
    // A list of the CRM's ids, the primary one first.
    const several = field === 'account_id' && /ids?$/i.test(header.trim()) && sample.some((cell) => cell.includes(';'));
    sources[field] = { header, ...(several ? { split: ';' as const } : {}) };
  }
  const channel = channelFrom(columns, fields.get('channel'));
  if (channel) sources['channel'] = channel;
  const found = fields.get('channel')?.header;
  if (!channel && found !== undefined && holdsSources(englishOf(found) ?? found))
    sources['channel'] = { header: found, means: HUBSPOT_SOURCES };
  if (entity === 'contact' && !fields.has('name')) {
    const parts = NAME_PARTS.map((pair) => pair.map((name) => columns.named(name)?.header)).find((pair): pair is string[] =>
      pair.every((header) => header !== undefined),
    );
    if (parts) sources['name'] = { join: parts };
  }
  return sources;
};

const SOURCES = ['utm_source', 'context.campaign.source', 'collected_traffic_source.manual_source'];
const MEDIUMS = ['utm_medium', 'context.campaign.medium', 'collected_traffic_source.manual_medium', 'Medium'];

/** The channel where the best column for it is a link's source or medium: told by both, as of web analytics; undefined: any other column. */
const channelFrom = (columns: Columns, found: Profile | undefined): FieldSource | undefined => {
  const among = (names: readonly string[]): Profile | undefined => names.map(columns.named).find((one) => one !== undefined);
  const medium = among(MEDIUMS);
  const source = among(SOURCES) ?? (medium ? columns.named('Source') : undefined);
  if (!found || (found !== medium && found !== source)) return undefined;
  return { utm: { ...(source ? { source: source.header } : {}), ...(medium ? { medium: medium.header } : {}) } };
};
