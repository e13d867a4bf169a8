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
  ],
};
