/** Changes a person makes to a proposed mapping: one column to another place. Pure. */
import type { Output } from '../../state/api.ts';

export type Preview = Output<'import-preview'>;
export type Mapping = Preview['mapping'];
type Feed = Mapping['feeds'][number];

/** Where a column goes: a field (`opportunity.closed_on`), an attribute of an entity (`opportunity.attrs`), or nowhere. */
export type Target = string;
export const NOWHERE: Target = '';

const without = (feed: Feed, header: string): Feed => ({
  ...feed,
  fields: Object.fromEntries(
    Object.entries(feed.fields).flatMap(([field, source]) => {
      const left = leftOf(source, header);
      return left ? [[field, left]] : [];
    }),
  ),
  attributes: feed.attributes.filter((a) => a.header !== header),
});

/** A source that no longer reads the column; null: nothing is left of it. */
const leftOf = (source: Feed['fields'][string], header: string): Feed['fields'][string] | null => {
  if ('header' in source) return source.header === header ? null : source;
  if (!('utm' in source)) return source;
  const utm = Object.fromEntries(Object.entries(source.utm).filter(([, name]) => name !== header));
  return Object.keys(utm).length === 0 ? null : { ...source, utm };
};

const withColumn = (feed: Feed, header: string, field: string, kind: 'text' | 'number' | 'boolean' | 'day'): Feed =>
  field === 'attrs'
    ? { ...feed, attributes: [...feed.attributes, { header, name: header, kind }] }
    : { ...feed, fields: { ...feed.fields, [field]: { header } } };

/** The mapping with the column moved to the first feed of the target's entity; a feed is added where there is none. */
export const moveColumn = (
  mapping: Mapping,
  header: string,
  target: Target,
  kind: 'text' | 'number' | 'boolean' | 'day' = 'text',
): Mapping => {
  const cleared = mapping.feeds.map((feed) => without(feed, header));
  if (target === NOWHERE) return { ...mapping, feeds: cleared };
  const [entity = '', field = ''] = target.split('.');
  const at = cleared.findIndex((f) => f.entity === entity);
  const feeds =
    at < 0
      ? [...cleared, withColumn({ entity: entity as Feed['entity'], fields: {}, attributes: [] }, header, field, kind)]
      : cleared.map((feed, i) => (i === at ? withColumn(feed, header, field, kind) : feed));
  return { ...mapping, feeds };
};
