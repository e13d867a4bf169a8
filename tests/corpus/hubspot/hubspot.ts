/** HubSpot: exports of deals, contacts and companies, by label or internal name, in several languages. */
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
  ],
};
