/**
 * Propose: a first mapping for a file nobody has mapped before.
 *
 * A file of deals is deals and their stage entries; a file of leads with a won date is leads, deals
 * and stage entries; a reference file (first column different in every row, nothing else to be)
 * becomes a lookup named by that column. Of work items, those that are done. What has no place of its own stays as a typed attribute.
 */
import type { Tx } from '../engine.ts';
import { platformOf } from './ad-platforms.ts';
import { columnsOfSource } from './check-mapping.ts';
import { fieldsIn, type Columns } from './columns.ts';
import { ENTITIES } from './entities.ts';
import { feed, sourcesOf } from './feed.ts';
import { attributeOf, dayAttributeOf } from './kinds.ts';
import { LEAD_SINCE, lifecycleIn } from './lead-since.ts';
import type { Answers, Attribute, Entity, Feed, Question, StageStatus } from './mapping.ts';
import type { Profile } from './profile.ts';
import { dealFeeds } from './propose-deals.ts';
import { answerTo, askRows } from './questions.ts';
import { recognise } from './recognise.ts';
import { shapeOf } from './shapes/shapes.ts';
import { DECISIVE } from './synonyms.ts';

export type Proposal = {
  readonly feeds: readonly Feed[];
  readonly stages: { readonly [stage: string]: StageStatus };
  readonly questions: readonly Question[];
  /** The known shape of the file. */
  readonly shape?: string;
};

const NOTHING: Proposal = { feeds: [], stages: {}, questions: [] };

export const propose = async (tx: Tx, columns: Columns, answers: Answers, file: string): Promise<Proposal> => {
  const said = answerTo(answers, 'rows');
  const shape = said === undefined ? shapeOf(columns) : null;
  if (shape) {
    const shaped = await shape.feeds(tx, columns, answers, file);
    return {
      feeds: await withAttributes(tx, columns, shaped.feeds),
      stages: shaped.stages ?? {},
      questions: shaped.questions ?? [],
      shape: shape.id,
    };
  }
  const { candidates, clear } = await recognise(columns);
  if (said !== undefined && !(said in ENTITIES))
    return {
      ...NOTHING,
      questions: [
        askRows(
          [],
          columns.all.map(({ header }) => header),
        ),
      ],
    };
  const entity = said !== undefined && said in ENTITIES ? (said as Entity) : clear ? candidates[0]!.entity : null;
  if (entity === 'lookup' || (entity === null && candidates.length === 0)) {
    const list = await lookupFeed(tx, columns, entity === 'lookup');
    return list
      ? { ...NOTHING, feeds: [list] }
      : {
          ...NOTHING,
          questions: [
            askRows(
              [],
              columns.all.map(({ header }) => header),
            ),
          ],
        };
  }
  if (entity === null) {
    const top = candidates[0]!.points;
    return {
      ...NOTHING,
      questions: [
        askRows(
          candidates.filter(({ points }) => points >= top - 4).map((one) => one.entity),
          columns.all.map(({ header }) => header),
        ),
      ],
    };
  }
  const fields = fieldsIn(columns, entity);
  const { feeds, stages, questions } = await feedsOf(tx, columns, entity, fields, answers);
  return { feeds: await withAttributes(tx, columns, feeds), stages, questions };
};

const feedsOf = async (tx: Tx, columns: Columns, entity: Entity, fields: Map<string, Profile>, answers: Answers): Promise<Proposal> => {
  if (entity === 'opportunity') return dealFeeds(tx, columns, fields, answers);
  const own = feed(entity, sourcesOf(columns, entity, fields));
  if (entity === 'lead') {
    const won = fieldsIn(columns, 'opportunity').get('closed_on');
    return won ? { ...NOTHING, feeds: leadsWithWins(own, won, columns.all[0]!) } : { ...NOTHING, feeds: [own] };
  }
  if (entity === 'spend') return { ...NOTHING, feeds: [withPlatform(columns, own)] };
  const done = entity === 'work_done' ? fields.get('done_on') : undefined;
  if (done) return { ...NOTHING, feeds: [{ ...own, where: { header: done.header, filled: true } }] };
  if (entity === 'contact') return { ...NOTHING, feeds: [own, ...leadsOfContacts(columns, own)] };
  return { ...NOTHING, feeds: [own] };
};

/** Of an ad platform's cost, the platform and its channel; what is no ad platform's has no ad account. */
const withPlatform = (columns: Columns, own: Feed): Feed => {
  const { ad_account: account, ad_campaign_id: id, ...rest } = own.fields;
  const platform = platformOf(columns);
  if (!platform && !rest['platform']) return { ...own, fields: { ...rest, ...(rest['campaign'] || !id ? {} : { campaign: id }) } };
  const { channel } = rest;
  const plain = channel && 'header' in channel && !/^campaign type$/i.test(channel.header);
  return {
    ...own,
    fields: {
      ...rest,
      ...(rest['platform'] ? {} : { platform: { constant: platform!.name } }),
      ...(plain ? {} : { channel: platform ? { constant: platform.channel } : rest['platform']! }),
      ...(account ? { ad_account: account } : {}),
      ...(id ? { ad_campaign_id: id } : {}),
      ...(rest['campaign'] || !id ? {} : { campaign: id }),
    },
  };
};

/** Leads of which some were won: the deal is known by its lead's id. */
const leadsWithWins = (leads: Feed, won: Profile, first: Profile): Feed[] => {
  const id = leads.fields['id'] ?? { header: first.header };
  const where = { header: won.header, filled: true } as const;
  const created = leads.fields['created_on'];
  return [
    leads,
    feed(
      'opportunity',
      { id, lead_id: id, stage: { constant: 'won' }, status: { constant: 'won' }, closed_on: { header: won.header } },
      { where },
    ),
    ...(created ? [feed('stage_entry', { opportunity_id: id, stage: { constant: 'lead' }, entered_on: created }, { where })] : []),
    feed('stage_entry', { opportunity_id: id, stage: { constant: 'won' }, entered_on: { header: won.header } }, { where }),
  ];
};

/** People whose origin the file knows, or the day they became leads, are leads, too. */
const leadsOfContacts = (columns: Columns, contacts: Feed): Feed[] => {
  const lead = fieldsIn(columns, 'lead');
  const id = contacts.fields['id'];
  if (!id || (!lead.has('channel') && !columns.named(LEAD_SINCE))) return [];
  const keep = ['channel', 'campaign', 'self_reported', 'owner', 'created_on', 'email', 'account_id'];
  const sources = sourcesOf(columns, 'lead', lead);
  const fields = Object.fromEntries(Object.entries(sources).filter(([field]) => keep.includes(field)));
  return [feed('lead', { ...fields, id, contact_id: id })];
};

const lookupFeed = async (tx: Tx, columns: Columns, asked: boolean): Promise<Feed | null> => {
  const [key, ...rest] = columns.all;
  if (!key || rest.length === 0) return null;
  // A column that speaks for something else makes a list unlikely: what is missing is asked.
  if (!asked && Object.values(DECISIVE).some((names) => names.some((name) => columns.named(name)))) return null;
  const names =
    (await columns.distinct(key)) === 1 &&
    key.filled > 0 &&
    (await tx.read(`select 1 from stage where ${key.column} is null limit 1`)).length === 0;
  if (!names && !asked) return null;
  const attributes = await Promise.all(rest.map((profile) => attributeOf(tx, profile)));
  return feed('lookup', { id: { header: key.header } }, { lookup: key.header, attributes });
};

/** Gives every column without a place to the first feed that takes attributes; of leads and their deals, to the deals where all were won. */
const withAttributes = async (tx: Tx, columns: Columns, feeds: readonly Feed[]): Promise<Feed[]> => {
  // What a channel is told by stays beside it: the link's own words are not to be lost.
  const used = new Set(feeds.flatMap(({ fields }) => Object.values(fields).flatMap((one) => ('utm' in one ? [] : columnsOfSource(one)))));
  const attributes: Attribute[] = [];
  for (const profile of columns.all)
    if (!used.has(profile.header))
      attributes.push(lifecycleIn(profile.header) ? await dayAttributeOf(tx, profile) : await attributeOf(tx, profile));
  const deals = feeds.find(({ entity, where }) => entity === 'opportunity' && where !== undefined);
  const all = deals?.where && 'filled' in deals.where ? (columns.byHeader(deals.where.header)?.filled ?? 0) : -1;
  const rows = (await tx.read<{ n: number }>('select count(*) as n from stage'))[0]!.n;
  const takes = deals && all === rows && !deals.side ? deals : feeds.find(({ entity, side }) => ENTITIES[entity].attributes && !side);
  return feeds.map((one) => (one === takes ? { ...one, attributes } : one));
};
