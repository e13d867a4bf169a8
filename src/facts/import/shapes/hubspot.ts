/**
 * HubSpot: what its exports and its warehouse tables hold that single columns do not tell.
 *
 * Source: developers.hubspot.com (exports, properties); dbt_hubspot_source for the warehouse. Deals, contacts and
 * companies as exported are recognised by their columns; stage dates in columns by stage-columns.ts.
 */
import { feed } from '../feed.ts';
import { attributeOf } from '../kinds.ts';
import { all, any, from, standing, whereAll, type Shape } from './shape.ts';

/** `deal_stage` of a warehouse: a row each time a deal entered a stage. */
const dealStage: Shape = {
  id: 'hubspot-deal-stage',
  words: 'HubSpot stage history (warehouse table deal_stage)',
  has: (c) => all(c, 'deal_id', 'date_entered') && any(c, 'value', 'stage_id'),
  feeds: (_, columns) => ({
    feeds: [
      feed(
        'stage_entry',
        {
          opportunity_id: from(columns, 'deal_id')!,
          stage: from(columns, 'value', 'stage_id')!,
          entered_on: from(columns, 'date_entered')!,
        },
        whereAll(standing(columns)),
      ),
    ],
  }),
};

/** `deal_company`: which account a deal belongs to; of several the first. */
const dealCompany: Shape = {
  id: 'hubspot-deal-company',
  words: 'HubSpot companies of deals (warehouse table deal_company)',
  has: (c) => all(c, 'deal_id', 'company_id') && c.all.length <= 6,
  feeds: (_, columns) => ({
    feeds: [
      feed(
        'opportunity',
        { id: from(columns, 'deal_id')!, account_id: from(columns, 'company_id')! },
        { side: true, ...whereAll(standing(columns)) },
      ),
    ],
  }),
};

/** `deal_contact`: the people of a deal. */
const dealContact: Shape = {
  id: 'hubspot-deal-contact',
  words: 'HubSpot contacts of deals (warehouse table deal_contact)',
  has: (c) => all(c, 'deal_id', 'contact_id') && c.all.length <= 6,
  feeds: (_, columns) => ({
    feeds: [
      feed(
        'opportunity_contact',
        { opportunity_id: from(columns, 'deal_id')!, contact_id: from(columns, 'contact_id')! },
        whereAll(standing(columns)),
      ),
    ],
  }),
};

/** `deal_pipeline_stage`: what the ids of stages are called. */
const pipelineStage: Shape = {
  id: 'hubspot-pipeline-stage',
  words: 'HubSpot stages of pipelines (warehouse table deal_pipeline_stage)',
  has: (c) => all(c, 'stage_id', 'label', 'pipeline_id'),
  feeds: async (tx, columns) => ({
    feeds: [
      feed(
        'lookup',
        { id: from(columns, 'stage_id')! },
        {
          lookup: 'deal_pipeline_stage_id',
          attributes: await Promise.all(
            columns.all.filter((one) => one !== columns.named('stage_id')).map((profile) => attributeOf(tx, profile)),
          ),
          ...whereAll(standing(columns)),
        },
      ),
    ],
  }),
};

export const HUBSPOT: readonly Shape[] = [dealStage, dealCompany, dealContact, pipelineStage];
