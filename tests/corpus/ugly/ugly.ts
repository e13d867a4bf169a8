/** What goes wrong with files of any kind. */
import type { Family } from '../corpus.ts';

export const ugly: Family = {
  folder: 'ugly',
  files: [
    { file: 'empty.csv', is: 'no byte in it', refused: { code: 'file-empty', mend: /Export it again/ } },
    { file: 'header-only.csv', is: 'column names and nothing below', refused: { code: 'file-without-rows', mend: /filter or the dates/ } },
    {
      file: 'duplicate-ids.csv',
      is: 'one id with two amounts is held, an equal repeat is one row',
      wish: { currency: 'EUR' },
      yields: {
        rows: { opportunity: 2, stage_entry: 1 },
        minor: { 'opportunity EUR': 1_700_000 },
        held: [3, 5],
        findings: ['equal-rows'],
      },
    },
  ],
};
