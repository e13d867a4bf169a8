/** Touches of other tools: generic lists and events of the Twilio Segment spec. */
import type { Family } from '../corpus.ts';

export const touches: Family = {
  folder: 'touches',
  files: [
    { file: 'generic.csv', is: 'UTM columns, and a day that does not exist', yields: { rows: { touch: 2 }, held: [4] } },
    {
      file: 'segment-export.jsonl',
      is: 'events of the Twilio Segment spec as JSON lines',
      yields: { rows: { touch: 2 }, also: { 'select count(*) from touch where visitor is not null': 2 } },
    },
  ],
};
