/**
 * Synonyms: what the columns of a field are called, in the order of preference.
 *
 * Compared folded (see headers.ts), so `Deal Stage`, `deal_stage` and `DEALSTAGE` are one. From HubSpot
 * (labels and internal names), Salesforce (labels, API names, Data Loader), Marketo, GA4, Twilio Segment, ad
 * platforms and trackers as their files look, and from plain spreadsheets. Money is matched by its
 * exact names only: `declared_monthly_revenue` is nobody's deal amount.
 */
import type { Entity } from './mapping.ts';

/** Names written one after another. */
const names = (list: string): readonly string[] => list.split(' · ');

type Names = { readonly [field: string]: readonly string[] };

const OPPORTUNITY_ID = names('Opportunity ID · Opp ID · Deal ID · Record ID - Deal · opportunity · hs_object_id');
const CONTACT_ID = names(
  'Contact ID · Record ID - Contact · Lead/Contact ID · LeadOrContactId · Person ID · Customer ID · User ID · Associated Contact ID',
);
const ACCOUNT_ID = names(
  'Account ID · Company ID · Primary Associated Company ID · Associated Company ID · Associated Company IDs · associatedcompanyid · hs_primary_associated_company · Primary Associated Company · Associated Company',
);
const ACCOUNT = [
  ...ACCOUNT_ID,
  ...names(
    'Account · Account Name · Company · Company Name · Customer · Company (Account) · CompanyOrAccount · Firma · Konto · Unternehmen',
  ),
];
const CREATED = names(
  'Create Date · Created Date · Created At · Created On · Created · Date Created · Creation Date · Erstellt · Erstellt am · Erstelldatum',
);
const CHANNEL = names(
  'Channel · Kanal · Marketing Channel · utm_medium · Medium · context.campaign.medium · collected_traffic_source.manual_medium',
);
const CAMPAIGN = names(
  'Campaign Name · Campaign · utm_campaign · Kampagne · Kampagnenname · Nom de la campagne · Campaña · Nombre de la campaña · context.campaign.name · campaign.name · collected_traffic_source.manual_campaign_name',
);
const OWNER = names(
  'Owner · Owner Name · Owner ID · hubspot_owner_id · Sales Agent · Sales Rep · Rep · Account Executive · Verantwortlich',
);
const EMAIL = names('Email · E-mail · Email Address · Work Email · E-Mail-Adresse');
const VISITOR = names('Visitor ID · user_pseudo_id · anonymousId · Anonymous ID · Visitor');
const SELF_REPORTED = names(
  'How did you hear about us · Self-reported source · Self reported attribution · HDYHAU · Wie haben Sie von uns erfahren',
);
const CURRENCY = names(
  'Currency · Currency Code · Amount Currency · CurrencyIsoCode · deal_currency_code · Opportunity Currency · Währung · Devise · customer.currency_code',
);

export const SYNONYMS: { readonly [E in Entity]: Names } = {
  account: {
    id: [...ACCOUNT_ID.slice(0, 2), ...names('Record ID - Company · Record ID · hs_object_id · Id')],
    name: names('Company Name · Account Name · Account · Company · Name · Firma · Unternehmen · Kunde · Customer'),
    domain: names('Company Domain Name · Domain · Website · Website URL · Homepage'),
    created_on: CREATED,
  },
  contact: {
    id: [...CONTACT_ID, ...names('Record ID · hs_object_id · Vid · Id')],
    account_id: ACCOUNT,
    name: names('Full Name · Contact Name · Name · Vollständiger Name'),
    email: EMAIL,
    title: names('Job Title · Title · Position · Role · Funktion · Berufsbezeichnung'),
    created_on: CREATED,
  },
  lead: {
    id: names('Lead ID · MQL ID · Inquiry ID · Prospect ID · Record ID - Lead · Id'),
    contact_id: names('Contact ID · Converted Contact ID · Person ID'),
    account_id: names('Account ID · Converted Account ID · Company ID · Account · Company · Company Name'),
    email: EMAIL,
    channel: [
      ...names('Origin · Original Traffic Source · Original Source · Original source type · hs_analytics_source · Lead Source'),
      ...CHANNEL,
      ...names('Source · utm_source · Quelle'),
    ],
    campaign: [...CAMPAIGN, ...names('HubSpot Campaign · hs_campaign · First Touch Converting Campaign · Campaign ID')],
    self_reported: SELF_REPORTED,
    owner: [...names('Lead Owner · Contact Owner'), ...OWNER],
    created_on: [
      ...names('Lead since · First Contact Date · First Contact · Inquiry Date · Lead Date · Lead Created · MQL Date'),
      ...CREATED,
      ...names('Submitted At · Signup Date · Date · Datum'),
    ],
  },
  opportunity: {
    id: [...OPPORTUNITY_ID, ...names('Record ID · Id')],
    name: names('Deal Name · Opportunity Name · Deal · Name · Deal-Name'),
    account_id: ACCOUNT,
    lead_id: names('Lead ID · MQL ID · Converted Lead ID · Originating Lead'),
    owner: [...names('Deal Owner · Opportunity Owner'), ...OWNER],
    product: names('Product · Product Name · Produkt'),
    stage: names(
      'Deal Stage · Stage Name · Stage · Pipeline Stage · Opportunity Stage · Sales Stage · Deal-Phase · Phase · Deal Status · Opportunity Status · deal_pipeline_stage_id · Status',
    ),
    is_won: names('Is Closed Won · hs_is_closed_won · IsWon · Won · Is Won'),
    is_closed: names('Is Deal Closed? · hs_is_closed · IsClosed · Is Closed · Closed'),
    amount: names(
      'Amount · Deal Amount · Opportunity Amount · Close Value · Deal Value · Deal Size · Opportunity Value · Contract Value · Value · Betrag · Wert · Deal-Betrag · Revenue · Deal Revenue',
    ),
    currency: CURRENCY,
    self_reported: SELF_REPORTED,
    opened_on: [...names('Opened · Open Date · Opened On · Opportunity Created Date'), ...CREATED],
    closed_on: names('Won Date · Date Won · Closed Won Date · Won At · Won On · Gewonnen am'),
    close_date: names('Close Date · Closed Date · Closing Date · Closed At · Closed On · Abschlussdatum · Abschluss · Schlussdatum'),
    expected_on: names('Expected Close Date · Expected Close · Forecast Close Date · Erwarteter Abschluss'),
  },
  opportunity_contact: {
    opportunity_id: OPPORTUNITY_ID,
    contact_id: CONTACT_ID,
  },
  stage_entry: {
    opportunity_id: OPPORTUNITY_ID,
    stage: names('Stage Name · To Stage · New Stage · Stage · Deal Stage · New Value · Value'),
    entered_on: [
      ...names('Date Entered · Entered At · Entered On · Entered · Stage Date · Changed At · Change Date · Edit Date · Last Modified'),
      ...CREATED,
      ...names('Date'),
    ],
  },
  deal_change: {
    opportunity_id: OPPORTUNITY_ID,
    field: names('Field · Field Name · Property · Feld'),
    changed_on: [...names('Changed At · Changed On · Edit Date · Change Date · Timestamp · Date'), ...CREATED],
    was: names('Old Value · Previous Value · From'),
    value: names('New Value · Value · To'),
  },
  campaign_record: {
    id: names('Campaign ID · Program ID · Id'),
    name: names('Campaign Name · Program Name · Name'),
    channel: names('Campaign Type · Channel · Type · Kanal'),
    starts_on: names('Start Date · Starts On'),
    ends_on: names('End Date · Ends On'),
  },
  touch: {
    id: names(
      'Touch ID · Touchpoint ID · Activity ID · Event ID · Session ID · Interaction ID · Engagement ID · Campaign Member ID · marketoGUID · messageId · Id',
    ),
    contact_id: [...CONTACT_ID, ...names('Lead ID · Record ID')],
    visitor: VISITOR,
    account_id: names(
      'Account ID · Company ID · Account · Account Name · Company · Company Name · Company (Account) · CompanyOrAccount · groupId · context.groupId',
    ),
    email: EMAIL,
    touched_on: [
      ...names(
        'Touched At · Touched On · Touch Date · Touchpoint Date · Occurred At · Occurred On · Activity Date · First Responded Date · Interaction Date · Event Time · Event Timestamp · Timestamp · originalTimestamp · Event Date · Started At · Visited At · Sent At · Session Start',
      ),
      ...CREATED,
      ...names('Date · Datum · Time'),
    ],
    channel: [
      ...CHANNEL,
      ...names('Original Traffic Source · Source · utm_source · context.campaign.source · collected_traffic_source.manual_source'),
    ],
    campaign: [...CAMPAIGN, ...names('Campaign ID · Program · Program Name · HubSpot Campaign')],
    kind: names('Kind · Touch Type · Activity Type · activityTypeId · Interaction Type · Event Name · Event · Type · Status'),
    what: names(
      'What · Page · Asset · Subject · Page URL · URL · page_location · Landing Page · Page Path · context.page.url · primaryAttributeValue · Content · Title · Name',
    ),
    offline: names('Offline · Is Offline'),
  },
  visitor_link: {
    id: names('Link ID'),
    visitor: VISITOR,
    user_id: names('User ID · userId'),
    contact_id: names('Contact ID · Person ID'),
    account_id: names('Group ID · groupId'),
    email: EMAIL,
    since_on: names('Identified At · Linked At · Since'),
  },
  spend: {
    id: names('Spend ID · Cost ID'),
    spent_on: names(
      'Day · Date · Date Day · Gregorian Date · segments.date · Start Date · Reporting Starts · Tag · Datum · Jour · Día · Fecha · Spent On · Spend Date · Date Start · Berichtsstart · Début des rapports · Inicio del informe · Giorno · Dag · Dia',
    ),
    platform: names('Platform · Ad Platform · Advertising Platform'),
    ad_account: names(
      'Account ID · Ad Account ID · Customer ID · customer.id · Advertiser ID · Account Number · Account Name · Ad Account · Ad Account Name · Account · Konto · Kontoname · Nom du compte · Nombre de la cuenta',
    ),
    ad_campaign_id: names('Campaign ID · campaign.id · Kampagnen-ID · ID de la campagne · Identificador de la campaña · ID de campaña'),
    channel: [...CHANNEL, ...names('Publisher · Network · utm_source · Source · Campaign Type')],
    campaign: [...CAMPAIGN, ...names('Campagne · Campagna · Campagnenaam · Campaign Group Name')],
    amount: names(
      'Cost · Spend · Amount Spent · Total Spent · Costs · Media Spend · Ad Spend · Kosten · Ausgegebener Betrag · Ausgaben · Montant dépensé · Coût · Importe gastado · Coste · Importo speso · Costo · Uitgegeven bedrag · metrics.cost_micros · cost_micros · Amount',
    ),
    currency: [...CURRENCY, ...names('Währungscode · Code de devise · Código de moneda · Moneda')],
    impressions: names('Impr. · Impressions · metrics.impressions · Impressionen · Impresiones · Vertoningen'),
    clicks: names('Link Clicks · Link-Klicks · Clics sur un lien · Clicks · Clicks (all) · metrics.clicks · Klicks · Clics · Klikken'),
  },
  work_done: {
    id: names('Issue ID · Task ID · Card ID · Item ID · Id'),
    item: names('Issue Key · Item · Work Item · Reference · Ref · Key · Card Name · Task · Summary · Title · Name'),
    person: names('Assignee · Person · Assigned To · Owned By · Members · Member'),
    days: names('Days · Person Days · Effort Days · Actual Days'),
    done_on: names(
      'Done On · Done · Done Date · Completed At · Completed On · Completed · Date Completed · Resolved · Accepted At · Closed At · Finished · Erledigt',
    ),
    started_on: names('Started On · Started · Started At · Start Date · Dev.Started · In Progress'),
  },
  lookup: {},
};

/** What rows can be told to be by single columns; changes of deals and campaign records are known by the whole shape of their file. */
export type Told = Exclude<Entity, 'lookup' | 'deal_change' | 'campaign_record'>;

/** Columns that by themselves speak for an entity. */
export const TELLING: { readonly [E in Told]: readonly string[] } = {
  account: names(
    'Account ID · Company Domain Name · Company Name · Account Name · Industry · Sector · Branche · Number of Employees · Employees · Annual Revenue · Domain · Subsidiary of · Type of Account',
  ),
  contact: names('Contact ID · First Name · Last Name · Job Title · Lifecycle Stage · Email · Vorname · Nachname · Contact Owner'),
  lead: names(
    'Lead ID · MQL ID · Lead Source · Lead Status · First Contact Date · Landing Page ID · Inquiry Date · Is Converted · Converted Date',
  ),
  opportunity: names(
    'Opportunity ID · Deal ID · Deal Name · Opportunity Name · Deal Stage · Stage Name · Close Date · Close Value · Deal Owner · Opportunity Owner · Is Closed Won · IsWon · Deal Type · Forecast Category · Pipeline · Amount · Closed Lost Reason',
  ),
  opportunity_contact: names('Opportunity Contact Role ID · Is Primary · Buying Role'),
  stage_entry: names('Old Value · New Value · Date Entered · To Stage · From Stage · Entered At · Entered On · Stage Date'),
  touch: names(
    'Channel · Campaign · utm_campaign · Touch ID · Touchpoint ID · Touched At · Touched On · Activity ID · Activity Date · Activity Type · Session ID · Event Name · First Responded Date · Campaign Member ID · HasResponded · utm_medium · utm_source · Touch Type · Interaction Type · marketoGUID · anonymousId · messageId · event_timestamp',
  ),
  visitor_link: names('Identified At · Linked At'),
  spend: names(
    'Cost · Spend · Amount Spent · Total Spent · Impr. · Impressions · Clicks · Link Clicks · Gregorian Date · cost_micros · metrics.cost_micros · Ad Spend · Montant dépensé · Ausgegebener Betrag · Importe gastado · Kosten · Coste · Coût · Importo speso · Uitgegeven bedrag',
  ),
  work_done: names(
    'Issue Key · Issue Type · Task ID · Card ID · Assignee · Started · Completed · Cycle Name · Resolved · Completed At · Sprint · Story Points · Section/Column · List Name · Cycle Time · Lead Time · Dev.Started · Done',
  ),
};

/** Columns that hardly anything else has: they outweigh the rest. */
export const DECISIVE: { readonly [E in Told]: readonly string[] } = {
  account: names('Company Domain Name · Account ID'),
  contact: names('Lifecycle Stage · Contact ID'),
  lead: names('Lead ID · MQL ID · Is Converted · Converted Date · Converted Opportunity ID'),
  opportunity: names('Opportunity ID · Deal ID · Deal Name · Opportunity Name · Deal Stage'),
  opportunity_contact: names('Opportunity Contact Role ID'),
  stage_entry: names('Date Entered · To Stage'),
  touch: names('Touch ID · Touchpoint ID · Campaign Member ID · marketoGUID · Activity ID · Session ID · messageId'),
  visitor_link: names('Identified At · Linked At'),
  spend: names(
    'Amount Spent · Total Spent · cost_micros · metrics.cost_micros · Gregorian Date · Ausgegebener Betrag · Montant dépensé · Importe gastado',
  ),
  work_done: names('Issue Key · Task ID · Card ID · Dev.Started'),
};

/** Contacts of a deal, several in one cell. */
export const DEAL_CONTACTS = names('Associated Contact IDs · Associated Contact ID · Contact IDs · Contact ID · Primary Contact ID');

/** Parts of a name, where no column holds the whole. */
export const NAME_PARTS: readonly (readonly [string, string])[] = [
  ['First Name', 'Last Name'],
  ['Given Name', 'Family Name'],
  ['Vorname', 'Nachname'],
  ['Prénom', 'Nom'],
];
