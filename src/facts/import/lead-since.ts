/**
 * Lead since: the day on which a contact became a lead, as HubSpot's lifecycle dates say it, in a column of its own.
 *
 * Exports of contacts have a date column for each lifecycle stage (`Date entered "Lead (Lifecycle Stage Pipeline)"`,
 * hs_v2_date_entered_lead, before 2024 hs_lifecyclestage_lead_date, `Became a lead date`). Somebody may skip a stage, so the
 * earliest stage from lead on that has a date counts; where none has, the day the contact was created, as without such
 * columns. The dates themselves stay beside it as days that can be cut by.
 * Source: knowledge.hubspot.com (lifecycle stage properties); developers.hubspot.com (contact properties).
 */
import type { Tx } from '../engine.ts';
import { foldHeader } from './headers.ts';
import { englishOf } from './localised.ts';
import { stageEnteredIn } from './stage-columns.ts';
import { stageColumns, type Stage } from './stage.ts';

/** Lifecycle stages by internal name, in their order. */
export const LIFECYCLE: { readonly [internal: string]: string } = {
  subscriber: 'Subscriber',
  lead: 'Lead',
  marketingqualifiedlead: 'Marketing Qualified Lead',
  salesqualifiedlead: 'Sales Qualified Lead',
  opportunity: 'Opportunity',
  customer: 'Customer',
  evangelist: 'Evangelist',
  other: 'Other',
};
/** From which on somebody is a lead. */
const LEADS = ['lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity', 'customer'];
const SPELLED: { readonly [folded: string]: string } = {
  mql: 'marketingqualifiedlead',
  sql: 'salesqualifiedlead',
  kunde: 'customer',
  cliente: 'customer',
  client: 'customer',
  klant: 'customer',
  kund: 'customer',
};
const BEFORE_2024 = /^(?:property_)?hs_lifecyclestage_(\w+)_date$/i;
const BECAME = /^Became an? (.+?)( date)?$/i;

export const LEAD_SINCE = 'Lead since';

/** The lifecycle stage, by internal name, whose first day a column holds; null: another column. */
export const lifecycleIn = (header: string): string | null => {
  const name = BEFORE_2024.exec(header)?.[1] ?? BECAME.exec(header)?.[1] ?? stageEnteredIn(header, []);
  if (name === null) return null;
  const folded = foldHeader(name);
  return folded in LIFECYCLE ? folded : (SPELLED[folded] ?? null);
};

/** The stage with that column behind the others; as it was where the file is no list of contacts with lifecycle dates. */
export const leadSince = async (tx: Tx, stage: Stage): Promise<Stage> => {
  const called = stage.headers.map((header) => foldHeader(englishOf(header) ?? header));
  if (!isContacts(stage.headers, called) || stage.headers.includes(LEAD_SINCE)) return stage;
  const found = stage.headers.map(lifecycleIn);
  const dates = LEADS.flatMap((name) => (found.includes(name) ? [`c${found.indexOf(name)}`] : []));
  if (dates.length === 0) return stage;
  const created = called.findIndex((name) => name === 'createdate' || name === 'propertycreatedate');
  const cells = [...dates, ...(created < 0 ? [] : [`c${created}`])];
  const width = stage.headers.length;
  const kept = [...stageColumns(width), ...(stage.line === 's.line' ? ['line'] : [])];
  await tx.run(`create temp table stage_since as select ${kept.join(', ')}, coalesce(${cells.join(', ')}) as c${width} from stage`);
  await tx.run('drop table stage');
  await tx.run('alter table stage_since rename to stage');
  return { ...stage, headers: [...stage.headers, LEAD_SINCE] };
};

const DEALS = ['dealname', 'dealstage', 'dealid'];
const PEOPLE = ['email', 'firstname', 'lastname', 'contactid', 'contactowner', 'lifecyclestage'];
const isContacts = (headers: readonly string[], called: readonly string[]): boolean =>
  !called.some((name) => DEALS.includes(name)) &&
  (called.some((name) => PEOPLE.includes(name)) ||
    headers.some((header) => /lifecycle|cycle de vie|ciclo de vida|ciclo di vita|levenscyclus/i.test(header)));
