/** HubSpot: exports of deals, contacts and companies, by label or internal name, in several languages, and warehouse tables. */
import type { Family } from '../corpus.ts';

export const hubspot: Family = {
  folder: 'hubspot',
  files: [
    {
      file: 'deals-en.csv',
      is: 'labels, one date column for each stage, several associated contacts in a cell',
      wish: { zone: 'Europe/Amsterdam' },
      yields: {
        rows: { opportunity: 4, stage_entry: 9, opportunity_contact: 5 },
        minor: { 'opportunity EUR': 16_380_000, 'opportunity USD': 1_250_000 },
        entered: { 'Qualified To Buy': 4, 'Contract Sent': 3, 'Closed Won': 1, 'Closed Lost': 1 },
        also: {
          "select entered_at from stage_entry where opportunity_id = '9120044311' and stage = 'Contract Sent'": '2026-03-19T13:05:00.000Z',
          'select count(*) from stage_entry where inferred': 1,
          "select account_id from opportunity where id = '9120044312'": '7301555012',
        },
      },
    },
    {
      file: 'deals-internal.csv',
      is: 'internal names and values, a byte order mark, stage dates by the id of the stage',
      yields: {
        rows: { opportunity: 3, stage_entry: 7 },
        minor: { 'opportunity EUR': 5_040_075 },
        entered: { 'Appointment Scheduled': 3, contractsent: 2, closedwon: 1, closedlost: 1 },
        also: {
          "select entered_at from stage_entry where stage = 'closedwon'": '2026-03-31T10:14:58.121Z',
          "select account_id from opportunity where id = '9120050002'": '7301556002',
        },
      },
    },
    {
      file: 'deals-de.csv',
      is: 'German, Windows-1252, semicolons, decimal commas, a column of exits that is no entry',
      wish: { zone: 'Europe/Berlin' },
      yields: {
        rows: { opportunity: 3, stage_entry: 5, opportunity_contact: 3 },
        minor: { 'opportunity EUR': 11_045_050 },
        entered: { 'Angebot gesendet': 3, Gewonnen: 1, Verloren: 1 },
        also: { "select owner from opportunity where name = 'Hafenkran'": 'Tim de Boer' },
      },
    },
    {
      file: 'deals-fr.csv',
      is: 'French, with the company by name',
      yields: {
        rows: { opportunity: 3, stage_entry: 2 },
        minor: { 'opportunity EUR': 5_710_000 },
        entered: { 'Fermé gagné': 1, 'Fermé perdu': 1 },
        also: { "select account_id from opportunity where status = 'open'": 'Quai Ouest SA' },
      },
    },
    {
      file: 'deals-pt.csv',
      is: 'Brazilian Portuguese, points between thousands',
      yields: {
        rows: { opportunity: 3, stage_entry: 2 },
        minor: { 'opportunity BRL': 132_046_799 },
        entered: { 'Fechado ganho': 1, 'Fechado perdido': 1 },
      },
    },
    {
      file: 'contacts-lifecycle.csv',
      is: 'people with their first source, and the dates of their lifecycle as days that can be cut by',
      wish: { zone: 'Europe/Amsterdam' },
      yields: {
        rows: { contact: 4, lead: 4 },
        also: {
          "select channel from lead where id = '5103'": 'Paid search',
          "select created_at from lead where id = '5103'": '2026-02-25T07:40:00.000Z',
          "select name from contact where id = '5102'": 'Ueli Frei',
          "select account_id from contact where id = '5104'": '7301555014',
          "select attrs->>'Date entered \"Customer (Lifecycle Stage Pipeline)\"' from contact where id = '5101'": '2026-04-28',
        },
      },
    },
    {
      file: 'contacts-es.csv',
      is: 'Spanish',
      yields: { rows: { contact: 2, lead: 2 }, also: { "select channel from lead where id = '5301'": 'Búsqueda orgánica' } },
    },
    {
      file: 'contacts-it.csv',
      is: 'Italian',
      yields: { rows: { contact: 3, lead: 3 }, also: { "select email from contact where name = 'Sara Rizzi'": 'sara@faro.example' } },
    },
    {
      file: 'companies-nl.csv',
      is: 'Dutch',
      yields: { rows: { account: 2 }, also: { "select domain from account where name = 'Molen & Zn'": 'molen.example' } },
    },
    {
      file: 'deals-and-contacts.xlsx',
      is: 'a workbook: a title row, ids as text, dates, a number with three decimals, an empty row, a total; the first sheet',
      wish: { zone: 'Europe/Zurich' },
      yields: {
        rows: { opportunity: 3, stage_entry: 2, opportunity_contact: 3 },
        minor: { 'opportunity EUR': 12_500_173, 'opportunity CHF': 4_800_000 },
        findings: ['totals-left-out'],
        also: {
          "select opened_on from opportunity where id = '9120045002'": '2026-03-02',
          "select closed_on from opportunity where id = '9120045001'": '2026-04-30',
        },
      },
    },
    {
      file: 'deals-and-contacts.xlsx',
      is: 'the same workbook, another sheet, ids as numbers',
      wish: { sheet: 'Contacts' },
      yields: { rows: { contact: 3, lead: 3 }, also: { "select name from contact where id = '5202'": 'Urs Keller' } },
    },
    {
      file: 'warehouse-deal.csv',
      is: 'a warehouse table: property_ before the names, the stage by its id',
      wish: { currency: 'EUR' },
      yields: {
        rows: { opportunity: 3, stage_entry: 2 },
        minor: { 'opportunity EUR': 2_490_050 },
        entered: { closedwon: 1, closedlost: 1 },
      },
    },
    {
      file: 'warehouse-deal-stage.csv',
      is: 'a warehouse table of every stage entered, one deal went back and forth',
      yields: {
        rows: { stage_entry: 7 },
        entered: { appointmentscheduled: 3, contractsent: 3, closedwon: 1 },
        also: {
          "select count(*) from stage_entry where opportunity_id = '9120070002' and stage = 'contractsent'": 2,
        },
      },
    },
    {
      file: 'contact-property-history.csv',
      is: 'a warehouse table of every value that properties of contacts held: one row a contact, the first day of each lifecycle stage',
      yields: {
        rows: { contact: 3, lead: 3 },
        also: {
          "select email from contact where id = '8801'": 'petra@kornhaus.example',
          "select created_on from lead where id = '8801'": '2026-01-20',
          "select created_on from lead where id = '8802'": '2026-03-02',
          "select created_on from lead where id = '8803'": null,
          "select channel from lead where id = '8801'": 'Paid social',
          "select attrs->>'Date entered \"Marketing Qualified Lead (Lifecycle Stage Pipeline)\"' from contact where id = '8801'":
            '2026-01-28',
          "select created_on from contact where id = '8802'": '2026-01-05',
        },
      },
    },
    {
      file: 'deal-property-history.csv',
      is: 'a warehouse table of every value that properties of deals held, milliseconds since 1970',
      wish: { currency: 'EUR' },
      yields: {
        rows: { stage_entry: 3, deal_change: 9 },
        entered: { appointmentscheduled: 1, 1034567: 1, closedwon: 1 },
        also: {
          "select value from deal_change where field = 'amount' and changed_on <= '2026-02-01' order by changed_at desc limit 1": '1200000',
          "select value from deal_change where field = 'amount' order by changed_at desc limit 1": '1500050',
          "select value from deal_change where field = 'close_date' order by changed_at desc limit 1": '2026-03-30',
          "select value from deal_change where field = 'hubspot_owner_id' order by changed_at desc limit 1": '49202',
        },
      },
    },
    {
      file: 'warehouse-deal-pipeline-stage.csv',
      is: 'what the ids of stages are called, and which of them are won and lost',
      yields: { rows: { lookup: 4 }, findings: ['stages-by-name'] },
    },
    {
      file: 'deals-stage-ids.csv',
      is: 'stages by ids that nobody can read without the list of stages',
      refused: { code: 'questions-open', mend: /stage:1034567/ },
    },
    {
      file: 'deals-stage-ids.csv',
      is: 'the same deals, after somebody said what the ids are',
      wish: { answers: { 'stage:1034567': 'open', 'stage:1034999': 'lost' } },
      yields: {
        rows: { opportunity: 3, stage_entry: 5 },
        minor: { 'opportunity EUR': 2_490_050 },
        entered: { 1034567: 3, 1034999: 1, closedwon: 1 },
      },
    },
  ],
};
