/** Google Analytics 4: a day of the BigQuery export. */
import type { Family } from '../corpus.ts';

export const ga4: Family = {
  folder: 'ga4',
  files: [
    {
      file: 'events_20260901.jsonl',
      is: 'visits, a lead, and a session that began the day before',
      yields: {
        rows: { touch: 4, visitor_link: 1 },
        also: {
          "select count(*) from touch where kind = 'Visit'": 3,
          "select channel from touch where kind = 'generate_lead'": 'Paid social',
          "select campaign from touch where kind = 'generate_lead'": 'dock-day',
          "select channel from touch where visitor = '33.44'": 'Email',
          "select campaign from touch where visitor = '77.88'": null,
          "select channel from touch where visitor = '77.88'": 'Organic search',
          'select user_id from visitor_link': 'crm-77',
        },
      },
    },
  ],
};
