/** Salesforce: objects as Data Loader, reports and warehouses give them. */
import type { Family } from '../corpus.ts';

export const salesforce: Family = {
  folder: 'salesforce',
  files: [
    {
      file: 'opportunity.csv',
      is: 'Data Loader upper case, 18-digit ids, booleans, and a deleted row that stays out',
      wish: { currency: 'EUR', zone: 'Europe/Amsterdam' },
      yields: {
        rows: { opportunity: 5, stage_entry: 2 },
        minor: { 'opportunity EUR': 21_620_050 },
        entered: { 'Closed Won': 1, 'Closed Lost': 1 },
        findings: ['rows-aside'],
        also: {
          "select id from opportunity where name = 'Deichmann Werke'": '0065g00000Xa1BzAAJ',
          "select status from opportunity where id = '0065g00000Xa1C1AAJ'": 'lost',
          "select expected_on from opportunity where status = 'open' order by id limit 1": '2026-09-30',
        },
      },
    },
    {
      file: 'opportunity-history.csv',
      is: 'a row for every change of a deal: stages where the stage changed, amounts and closing dates as they stood',
      wish: { currency: 'EUR' },
      yields: {
        rows: { stage_entry: 5, deal_change: 14 },
        entered: { Prospecting: 1, 'Proposal/Price Quote': 1, 'Closed Won': 1, Qualification: 1, 'Negotiation/Review': 1 },
        also: {
          "select value from deal_change where field = 'amount' and opportunity_id = '0065g00000Xa1BzAAJ' and changed_at <= '2026-02-20T16:42:10Z' order by changed_at desc limit 1":
            '9680050',
          "select was from deal_change where field = 'close_date' and moment = '2026-05-10T08:00:00.000Z'": '2026-06-30',
        },
      },
    },
    {
      file: 'warehouse-opportunity-history.csv',
      is: 'the same as a warehouse table, in snake case, times with a zone',
      wish: { currency: 'EUR' },
      yields: {
        rows: { stage_entry: 3, deal_change: 6 },
        also: {
          "select entered_at from stage_entry where stage = 'Closed Lost'": '2026-03-31T17:30:00.000Z',
          'select count(*) from deal_change where was is not null': 0,
        },
      },
    },
    {
      file: 'field-history.csv',
      is: 'one row a field, values of every kind in one column',
      wish: { currency: 'EUR' },
      yields: {
        rows: { stage_entry: 2, deal_change: 6 },
        findings: ['history-of-18-months', 'rows-aside'],
        also: {
          "select was || ' ' || value from deal_change where field = 'amount'": '8000000 9680050',
          "select value from deal_change where field = 'close_date' order by changed_at desc limit 1": '2026-04-28',
          "select value from deal_change where field = 'Owner'": 'Tim de Boer',
        },
      },
    },
    {
      file: 'campaign-member.csv',
      is: 'who responded is a touch, who did not is kept as a list, a deleted member is neither',
      yields: {
        rows: { touch: 3, lookup: 2 },
        findings: ['rows-aside'],
        also: {
          "select contact_id from touch where id = '00v5g00000aa002AAA'": '00Q5g00001BBBBBEA5',
          "select contact_id from touch where id = '00v5g00000aa003AAA'": '0035g00001AAAACAA5',
          "select touched_on from touch where kind = 'Registered'": '2026-02-02',
        },
      },
    },
    {
      file: 'lead.csv',
      is: 'two leads became one deal: both are linked, the first is its lead',
      yields: {
        rows: { lead: 3, opportunity: 1, opportunity_contact: 2 },
        also: {
          'select lead_id from opportunity': '00Q5g00001BBBBBEA5',
          "select contact_id from lead where id = '00Q5g00001BBBBCEA5'": '0035g00001AAAACAA5',
          "select channel from lead where id = '00Q5g00001BBBBDEA5'": 'Web',
        },
      },
    },
    {
      file: 'campaign.csv',
      is: 'campaigns with what they cost as a whole, one without a cost',
      wish: { currency: 'EUR' },
      yields: {
        rows: { campaign_record: 3, spend: 2 },
        minor: { 'spend EUR': 1_965_075 },
        findings: ['cost-on-first-day'],
        also: {
          "select offline from campaign_record where channel = 'Trade Show'": 'true',
          "select spent_on from spend where campaign = 'Millers’ Fair 2026'": '2026-02-10',
        },
      },
    },
    {
      file: 'contact-role.csv',
      is: 'the people of deals, a deleted one stays out',
      yields: { rows: { opportunity_contact: 3 }, findings: ['rows-aside'] },
    },
    {
      file: 'report-with-footer.csv',
      is: 'a report: labels, day first, thousands, a grand total and who made it below',
      wish: { currency: 'EUR', zone: 'Europe/Amsterdam' },
      yields: {
        rows: { opportunity: 3, stage_entry: 2 },
        minor: { 'opportunity EUR': 15_420_050 },
        findings: ['totals-left-out'],
        also: {
          "select closed_on from opportunity where status = 'won'": '2026-04-28',
          // The short ids of reports are the long ones of every other export.
          "select id from opportunity where status = 'lost'": '0065g00000Xa1C1AAJ',
        },
      },
    },
  ],
};
