/**
 * Marketo: bulk extracts and warehouse tables of activities, leads and programs.
 *
 * Source: Marketo Engage REST API, bulk activity extract; activity types by their standard ids (get activity types).
 * Only what a person did, or met in person, is a touch: a mail that was sent is none, a click in it is.
 */
import { feed } from '../feed.ts';
import type { Columns } from '../columns.ts';
import type { Feed, FieldSource } from '../mapping.ts';
import { all, any, firstOf, from, known, type Shape } from './shape.ts';

/** Standard activity types that are touches. */
const TOUCHES: { readonly [id: string]: string } = {
  '1': 'Visit Webpage',
  '2': 'Fill Out Form',
  '3': 'Click Link',
  '10': 'Open Email',
  '11': 'Click Email',
  '104': 'Change Status in Progression',
  '400': 'Share Content',
  '401': 'Vote in Poll',
};

/** By the tags of the link where it had any, else as Marketo names it. */
const channelOf = (columns: Columns): FieldSource | undefined => {
  const [source, medium, said] = ['attributes.utm_source', 'attributes.utm_medium', 'attributes.Channel'].map(
    (name) => columns.named(name)?.header,
  );
  if (source === undefined && medium === undefined) return said === undefined ? undefined : { header: said };
  return {
    utm: { ...(source === undefined ? {} : { source }), ...(medium === undefined ? {} : { medium }) },
    ...(said === undefined ? {} : { otherwise: said }),
  };
};

const activity: Shape = {
  id: 'marketo-activity',
  words: 'Marketo activities',
  has: (c) => all(c, 'leadId', 'activityDate') && any(c, 'activityTypeId', 'marketoGUID'),
  feeds: (_, columns) => {
    const type = from(columns, 'activityTypeId');
    const fields = known({
      id: from(columns, 'marketoGUID', 'id') ?? { as: 'content' },
      contact_id: from(columns, 'leadId'),
      touched_on: from(columns, 'activityDate'),
      kind: type ? { ...type, means: TOUCHES } : undefined,
      what: from(columns, 'primaryAttributeValue'),
      channel: channelOf(columns),
      campaign: firstOf(columns, 'attributes.Program', 'attributes.Program Name', 'attributes.utm_campaign', 'Program Name', 'campaignId'),
    });
    const only: Partial<Feed> = type ? { where: { header: type.header, in: Object.keys(TOUCHES) } } : {};
    return { feeds: [feed('touch', fields, only)] };
  },
};

const leads: Shape = {
  id: 'marketo-lead',
  words: 'Marketo leads',
  has: (c) =>
    any(
      c,
      'inferredCompany',
      'leadPartitionId',
      'acquisitionProgramId',
      'marketoSocialFacebookDisplayName',
      'originalSourceType',
      'sfdcLeadId',
    ) &&
    all(c, 'id', 'email') &&
    !any(c, 'ConvertedContactId', 'IsConverted'),
  feeds: (_, columns) => {
    const id = from(columns, 'id')!;
    const names = ['firstName', 'lastName'].flatMap((name) => columns.named(name)?.header ?? []);
    const account = firstOf(columns, 'sfdcAccountId', 'company', 'inferredCompany');
    const email = from(columns, 'email');
    const created = from(columns, 'createdAt');
    return {
      feeds: [
        feed(
          'contact',
          known({
            id,
            email,
            account_id: account,
            title: from(columns, 'title'),
            created_on: created,
            name: names.length > 0 ? { join: names } : undefined,
          }),
        ),
        feed(
          'lead',
          known({
            id,
            contact_id: id,
            email,
            account_id: account,
            created_on: created,
            channel: from(columns, 'leadSource', 'originalSourceType'),
            campaign: from(columns, 'acquisitionProgramName', 'acquisitionProgramId', 'acquisitionProgram'),
          }),
        ),
      ],
    };
  },
};

const program: Shape = {
  id: 'marketo-program',
  words: 'Marketo programs',
  has: (c) => all(c, 'id', 'name', 'channel') && any(c, 'workspace', 'sfdcId', 'status', 'folder'),
  feeds: (_, columns) => ({
    feeds: [
      feed(
        'campaign_record',
        known({
          id: from(columns, 'id'),
          name: from(columns, 'name'),
          channel: from(columns, 'channel'),
          starts_on: from(columns, 'startDate'),
          ends_on: from(columns, 'endDate'),
        }),
      ),
    ],
  }),
};

export const MARKETO: readonly Shape[] = [activity, leads, program];
