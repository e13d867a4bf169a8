/**
 * HubSpot: what its exports and its warehouse tables hold that single columns do not tell.
 *
 * Source: developers.hubspot.com (exports, properties); dbt_hubspot_source for the warehouse. Deals, contacts and
 * companies as exported are recognised by their columns; stage dates in columns by stage-columns.ts.
 */
import { feed } from '../feed.ts';
import { attributeOf } from '../kinds.ts';
import type { Feed, FieldSource, Where } from '../mapping.ts';
import { DEAL_CHANGES } from '../stage-history.ts';
import { meansOf, STAGE_LIST, stageLabels } from '../stage-labels.ts';
import { all, any, from, standing, whereAll, type Shape } from './shape.ts';

/** `deal_stage` of a warehouse: a row each time a deal entered a stage. */
const dealStage: Shape = {
  id: 'hubspot-deal-stage',
  words: 'HubSpot stage history (warehouse table deal_stage)',
  has: (c) => all(c, 'deal_id', 'date_entered') && any(c, 'value', 'stage_id'),
  feeds: async (tx, columns) => {
    const labels = await stageLabels(tx);
    const means = meansOf(labels.keys(), labels);
    return {
      feeds: [
        feed(
          'stage_entry',
          {
            opportunity_id: from(columns, 'deal_id')!,
            stage: { ...from(columns, 'value', 'stage_id')!, ...(means ? { means } : {}) },
            entered_on: from(columns, 'date_entered')!,
          },
          whereAll(standing(columns)),
        ),
      ],
    };
  },
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

/** The shape of a list that says what stages are called. */
export const PIPELINE_STAGES = 'hubspot-pipeline-stage';

/** `deal_pipeline_stage`: what the ids of stages are called. */
const pipelineStage: Shape = {
  id: PIPELINE_STAGES,
  words: 'HubSpot stages of pipelines (warehouse table deal_pipeline_stage)',
  warns: {
    code: 'stages-by-name',
    text: 'Files of deals that are loaded from now on have their stages by these labels, and are open, won or lost as this list says.',
    todo: 'Deals that were loaded before it keep the ids: import their files once more.',
  },
  has: (c) => all(c, 'stage_id', 'label', 'pipeline_id'),
  feeds: async (tx, columns) => ({
    feeds: [
      feed(
        'lookup',
        { id: from(columns, 'stage_id')! },
        {
          lookup: STAGE_LIST,
          attributes: await Promise.all(
            columns.all.filter((one) => one !== columns.named('stage_id')).map((profile) => attributeOf(tx, profile)),
          ),
          ...whereAll(standing(columns)),
        },
      ),
    ],
  }),
};

/** What properties of deals held, as stage-history.ts puts it: stages entered, amounts and closing dates as they stood. */
const dealHistory: Shape = {
  id: 'hubspot-deal-history',
  words: 'HubSpot property history of deals',
  has: (c) => DEAL_CHANGES.every((name) => c.byHeader(name) !== undefined),
  feeds: async (tx, columns) => {
    const labels = await stageLabels(tx);
    const means = meansOf(labels.keys(), labels);
    const key = { opportunity_id: { header: 'Deal ID' }, changed_on: { header: 'Changed at' } };
    const stage = { header: 'Deal Stage', ...(means ? { means } : {}) };
    const of = (property: string): { readonly where: Where } => ({ where: { header: 'Property', in: [property] } });
    const has = (name: string): boolean => (columns.byHeader(name)?.filled ?? 0) > 0;
    const change = (field: FieldSource, value: { readonly [field: string]: FieldSource }, where: { readonly where: Where }): Feed =>
      feed('deal_change', { ...key, field, ...value }, where);
    return {
      feeds: [
        ...(has('Deal Stage')
          ? [
              feed('stage_entry', { opportunity_id: key.opportunity_id, stage, entered_on: key.changed_on }, of('stage')),
              change({ constant: 'stage' }, { value: stage }, of('stage')),
            ]
          : []),
        ...(has('Amount') ? [change({ constant: 'amount' }, { amount: { header: 'Amount' } }, of('amount'))] : []),
        ...(has('Close Date') ? [change({ constant: 'close_date' }, { close_date: { header: 'Close Date' } }, of('close_date'))] : []),
        change(
          { header: 'Property' },
          { value: { header: 'Value' } },
          { where: { header: 'Property', notIn: ['stage', 'amount', 'close_date'] } },
        ),
      ],
    };
  },
};

export const HUBSPOT: readonly Shape[] = [dealHistory, dealStage, dealCompany, dealContact, pipelineStage];
