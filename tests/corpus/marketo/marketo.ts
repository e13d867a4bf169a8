/** Marketo: bulk extracts of activities and leads, programs of the REST API. */
import type { Family } from '../corpus.ts';

export const marketo: Family = {
  folder: 'marketo',
  files: [
    {
      file: 'activities.csv',
      is: 'attributes as JSON in a cell; a mail sent and a changed value are no touches',
      yields: {
        rows: { touch: 4 },
        findings: ['rows-aside'],
        also: {
          "select campaign from touch where id = '101'": 'spring webinar',
          "select channel from touch where id = '101'": 'Paid social',
          "select campaign from touch where id = '106'": 'Millers’ Fair 2026',
          "select kind from touch where id = '104'": 'Click Email',
          "select contact_id from touch where id = '102'": '88001',
        },
      },
    },
    {
      file: 'leads.csv',
      is: 'API names; each is a contact and a lead',
      yields: { rows: { contact: 2, lead: 2 }, also: { "select channel from lead where id = '88002'": 'Trade Show' } },
    },
    {
      file: 'programs.json',
      is: 'the answer of the REST API, one list in an object',
      yields: {
        rows: { campaign_record: 2 },
        also: { "select offline from campaign_record where name = 'Spring webinar'": 'false' },
      },
    },
  ],
};
