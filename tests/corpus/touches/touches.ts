/** Touches of other tools: generic lists and events of the Twilio Segment spec. */
import type { Family } from '../corpus.ts';

export const touches: Family = {
  folder: 'touches',
  files: [
    {
      file: 'generic.csv',
      is: 'UTM columns, and a day that does not exist',
      yields: {
        rows: { touch: 2 },
        held: [4],
        also: {
          // The same words as web analytics and links have, so that one channel is one row; what the link said stays beside it.
          "select channel from touch where id = 't1'": 'Paid search',
          "select channel from touch where id = 't2'": 'Email',
          "select attrs->>'utm_medium' from touch where id = 't1'": 'cpc',
        },
      },
    },
    {
      file: 'segment-export.jsonl',
      is: 'events of the Twilio Segment spec as JSON lines',
      yields: { rows: { touch: 2 }, also: { 'select count(*) from touch where visitor is not null': 2 } },
    },
  ],
};
