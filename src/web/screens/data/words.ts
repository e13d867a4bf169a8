/** Entities of the facts as a person calls them. */
import type { Mapping } from './edit-mapping.ts';

type Entity = Mapping['feeds'][number]['entity'];

export const ENTITY: { readonly [E in Entity]: { readonly one: string; readonly many: string } } = {
  account: { one: 'account', many: 'accounts' },
  contact: { one: 'contact', many: 'contacts' },
  lead: { one: 'lead', many: 'leads' },
  opportunity: { one: 'deal', many: 'deals' },
  opportunity_contact: { one: 'contact of a deal', many: 'contacts of deals' },
  stage_entry: { one: 'stage of a deal', many: 'stages of deals' },
  deal_change: { one: 'change of a deal', many: 'changes of deals' },
  campaign_record: { one: 'campaign record', many: 'campaign records' },
  touch: { one: 'touch', many: 'touches' },
  spend: { one: 'day of spend', many: 'days of spend' },
  visitor_link: { one: 'link of a visitor', many: 'links of visitors' },
  work_done: { one: 'piece of work', many: 'pieces of work' },
  lookup: { one: 'list entry', many: 'list entries' },
};
