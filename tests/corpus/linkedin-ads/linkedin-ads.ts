/** LinkedIn Campaign Manager: campaign performance and demographics. */
import type { Family } from '../corpus.ts';

export const linkedinAds: Family = {
  folder: 'linkedin-ads',
  files: [
    {
      file: 'daily-utf16.csv',
      is: 'UTF-16 with tabs below four lines of title',
      yields: {
        rows: { spend: 3 },
        minor: { 'spend EUR': 18_757 },
        also: { 'select any_value(ad_account) from spend': 'Lademar', 'select max(spent_on) from spend': '2026-09-13' },
      },
    },
    {
      file: 'month-names.csv',
      is: 'months by name, start and end on one day',
      yields: { rows: { spend: 2 }, minor: { 'spend EUR': 108_640 }, also: { 'select min(spent_on) from spend': '2026-01-05' } },
    },
    {
      file: 'demographics.csv',
      is: 'a person stands in several groups',
      refused: { code: 'ad-file-demographic', mend: /Campaign Performance/ },
    },
    { file: 'whole-period.csv', is: 'start and end lie a month apart', refused: { code: 'ad-file-without-days', mend: /Daily/ } },
  ],
};
