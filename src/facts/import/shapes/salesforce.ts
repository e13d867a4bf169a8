/**
 * Salesforce: objects by label, API name, in snake case (warehouses) or upper case (Data Loader).
 *
 * Source: Salesforce Object Reference and Field Reference 228.0; dbt_salesforce_source for the warehouse.
 * What was deleted stays out where the file says so (IsDeleted).
 */
import { fieldsIn } from '../columns.ts';
import { feed } from '../feed.ts';
import type { Feed, FieldSource } from '../mapping.ts';
import { dealFeeds } from '../propose-deals.ts';
import { attributeOf } from '../kinds.ts';
import { all, any, firstOf, from, known, standing, whereAll, YES, type Shape } from './shape.ts';

const CREATED = ['CreatedDate', 'Edit Date', 'Created Date'];

const opportunity: Shape = {
  id: 'salesforce-opportunity',
  words: 'Salesforce opportunities',
  has: (c) => all(c, 'StageName', 'AccountId', 'CloseDate') && !c.named('OpportunityId'),
  feeds: async (tx, columns, answers) => {
    const deals = await dealFeeds(tx, columns, fieldsIn(columns, 'opportunity'), answers);
    const stands = standing(columns);
    const feeds = deals.feeds.map((one): Feed => ({ ...one, ...whereAll([...stands, ...(one.where ? [one.where as never] : [])]) }));
    return { ...deals, feeds: stands.length > 0 ? feeds : deals.feeds };
  },
};

/** A row each time a deal was changed, with all it held then: the best source of stages. */
const opportunityHistory: Shape = {
  id: 'salesforce-opportunity-history',
  words: 'Salesforce opportunity history',
  has: (c) => all(c, 'OpportunityId', 'StageName') && any(c, ...CREATED) && !any(c, 'Name', 'Opportunity Name', 'AccountId'),
  feeds: (_, columns) => {
    const key = { opportunity_id: from(columns, 'OpportunityId')!, changed_on: from(columns, ...CREATED)! };
    const where = whereAll(standing(columns));
    const amount = from(columns, 'Amount');
    const close = from(columns, 'CloseDate');
    const stage = from(columns, 'StageName')!;
    return {
      feeds: [
        feed('stage_entry', { opportunity_id: key.opportunity_id, stage, entered_on: key.changed_on }, { ...where, states: true }),
        ...(amount ? [change('amount', key, { amount, was_amount: from(columns, 'PrevAmount') }, where)] : []),
        ...(close ? [change('close_date', key, { close_date: close, was_close_date: from(columns, 'PrevCloseDate') }, where)] : []),
      ],
    };
  },
};

const change = (
  field: string,
  key: { readonly [field: string]: FieldSource },
  values: { readonly [field: string]: FieldSource | undefined },
  more: Partial<Feed>,
): Feed => feed('deal_change', known({ ...key, field: { constant: field }, ...values }), more);

const AMOUNT = ['Amount', 'amount'];
const CLOSE = ['CloseDate', 'closeDate', 'close_date', 'Close Date'];
const STAGE = ['StageName', 'stageName', 'stage_name', 'Stage'];
/** Rows that say only that the record was made, owned or locked. */
const NO_CHANGE = ['created', 'opportunityCreatedFromLead', 'locked', 'unlocked'];

/** A row for each field that was changed, as far as somebody had switched that on. */
const fieldHistory: Shape = {
  id: 'salesforce-field-history',
  words: 'Salesforce field history of opportunities',
  has: (c) => all(c, 'OpportunityId', 'Field', 'NewValue') && any(c, ...CREATED),
  feeds: (_, columns) => {
    const key = { opportunity_id: from(columns, 'OpportunityId')!, changed_on: from(columns, ...CREATED)! };
    const header = columns.named('Field')!.header;
    const value = from(columns, 'NewValue')!;
    const was = from(columns, 'OldValue');
    const only = (names: readonly string[]): Partial<Feed> => whereAll([{ header, in: names }, ...standing(columns)]);
    const rest = whereAll([{ header, notIn: [...AMOUNT, ...CLOSE, ...STAGE, ...NO_CHANGE] }, ...standing(columns)]);
    return {
      feeds: [
        feed('stage_entry', { opportunity_id: key.opportunity_id, stage: value, entered_on: key.changed_on }, only(STAGE)),
        change('amount', key, { amount: value, was_amount: was }, only(AMOUNT)),
        change('close_date', key, { close_date: value, was_close_date: was }, only(CLOSE)),
        change('stage', key, { value, was }, only(STAGE)),
        feed('deal_change', known({ ...key, field: { header }, value, was }), rest),
      ],
    };
  },
  warns: {
    code: 'history-of-18-months',
    text: 'Salesforce keeps field history for 18 months (24 through the API), of at most 20 fields, and only from the day somebody switched it on: earlier changes are not in this file, and nothing says they did not happen.',
    todo: 'Import OpportunityHistory as well, which is always kept, and import both again at least once a year: what is loaded here stays.',
  },
};

/** Answers to a campaign. Who did not respond met nothing of ours that he showed: kept as a list, not as touches. */
const campaignMember: Shape = {
  id: 'salesforce-campaign-member',
  words: 'Salesforce campaign members',
  has: (c) =>
    any(c, 'CampaignId', 'Campaign Name') &&
    any(c, 'HasResponded', 'Responded', 'FirstRespondedDate', 'Member First Responded Date') &&
    any(c, 'LeadOrContactId', 'Lead/Contact ID', 'ContactId', 'LeadId', 'Email'),
  feeds: async (tx, columns) => {
    const responded = from(columns, 'HasResponded', 'Responded');
    const first = from(columns, 'FirstRespondedDate', 'Member First Responded Date');
    const id = from(columns, 'Campaign Member ID', 'Id', 'Member ID');
    const campaign = from(columns, 'Campaign Name', 'CampaignId')!;
    const answered = responded
      ? whereAll([{ header: responded.header, in: YES }, ...standing(columns)])
      : whereAll([{ header: first!.header, filled: true }, ...standing(columns)]);
    const touches = feed(
      'touch',
      known({
        id: id ?? { as: 'content' },
        contact_id: firstOf(columns, 'ContactId', 'LeadOrContactId', 'LeadId'),
        account_id: from(columns, 'AccountId'),
        email: from(columns, 'Email'),
        touched_on: first ?? from(columns, ...CREATED),
        campaign,
        channel: from(columns, 'Campaign Type', 'Channel'),
        kind: from(columns, 'Member Status', 'Status'),
      }),
      answered,
    );
    if (!responded || !id) return { feeds: [touches] };
    const kept = ['CampaignId', 'Campaign Name', 'ContactId', 'LeadId', 'Status', ...CREATED].flatMap((name) => columns.named(name) ?? []);
    const silent = feed(
      'lookup',
      { id },
      {
        lookup: 'campaign members who have not responded',
        attributes: await Promise.all([...new Set(kept)].map((profile) => attributeOf(tx, profile))),
        ...whereAll([{ header: responded.header, notIn: YES }, ...standing(columns)]),
      },
    );
    return { feeds: [touches, silent] };
  },
};

/** Leads, and where they were converted the deal, contact and account they became. */
const lead: Shape = {
  id: 'salesforce-lead',
  words: 'Salesforce leads',
  has: (c) =>
    any(c, 'IsConverted', 'ConvertedContactId', 'ConvertedOpportunityId', 'ConvertedDate', 'Converted') && any(c, 'Id', 'Lead ID'),
  feeds: (_, columns) => {
    const id = from(columns, 'Lead ID', 'Id')!;
    const deal = from(columns, 'ConvertedOpportunityId');
    const contact = from(columns, 'ConvertedContactId');
    const where = whereAll(standing(columns));
    const converted = deal ? whereAll([{ header: deal.header, filled: true }, ...standing(columns)]) : {};
    return {
      feeds: [
        feed(
          'lead',
          known({
            id,
            contact_id: contact,
            account_id: firstOf(columns, 'ConvertedAccountId', 'Company'),
            email: from(columns, 'Email'),
            channel: from(columns, 'LeadSource'),
            owner: from(columns, 'Owner', 'Lead Owner', 'OwnerId'),
            created_on: from(columns, ...CREATED),
          }),
          where,
        ),
        ...(deal ? [feed('opportunity', { id: deal, lead_id: id }, { ...converted, side: true })] : []),
        ...(deal && contact ? [feed('opportunity_contact', { opportunity_id: deal, contact_id: contact }, converted)] : []),
      ],
    };
  },
};

/** Campaigns: their names for touches that know them by id, and what they cost. */
const campaign: Shape = {
  id: 'salesforce-campaign',
  words: 'Salesforce campaigns',
  has: (c) =>
    any(c, 'ActualCost', 'Actual Cost in Campaign', 'BudgetedCost', 'Budgeted Cost in Campaign', 'NumberOfResponses', 'NumberSent') &&
    any(c, 'Id', 'Campaign ID') &&
    any(c, 'Name', 'Campaign Name'),
  feeds: (_, columns) => {
    const id = from(columns, 'Campaign ID', 'Id')!;
    const name = from(columns, 'Campaign Name', 'Name')!;
    const channel = from(columns, 'Campaign Type', 'Type');
    const starts = from(columns, 'StartDate');
    const cost = from(columns, 'ActualCost', 'Actual Cost in Campaign');
    const record = known({ id, name, channel, starts_on: starts, ends_on: from(columns, 'EndDate') });
    const spent = known({ id, spent_on: starts, campaign: name, channel, amount: cost, currency: from(columns, 'CurrencyIsoCode') });
    const where = standing(columns);
    return {
      feeds: [
        feed('campaign_record', record, whereAll(where)),
        ...(cost && starts ? [feed('spend', spent, whereAll([{ header: cost.header, filled: true }, ...where]))] : []),
      ],
    };
  },
  warns: {
    code: 'cost-on-first-day',
    text: 'Salesforce knows one actual cost for the whole of a campaign: it stands on the campaign’s first day, whatever the day it was spent on.',
    todo: 'Where months matter, load the invoices or the ad platform’s costs by day as well, and leave ActualCost out.',
  },
};

const contactRole: Shape = {
  id: 'salesforce-contact-role',
  words: 'Salesforce contact roles of opportunities',
  has: (c) => all(c, 'OpportunityId', 'ContactId') && any(c, 'IsPrimary', 'Role') && !any(c, 'StageName', 'Amount'),
  feeds: (_, columns) => ({
    feeds: [
      feed(
        'opportunity_contact',
        { opportunity_id: from(columns, 'OpportunityId')!, contact_id: from(columns, 'ContactId')! },
        whereAll(standing(columns)),
      ),
    ],
  }),
};

export const SALESFORCE: readonly Shape[] = [opportunityHistory, fieldHistory, campaignMember, lead, campaign, contactRole, opportunity];
