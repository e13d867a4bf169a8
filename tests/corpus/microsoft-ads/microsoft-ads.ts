/** Microsoft Advertising: campaign performance reports. */
import type { Family } from '../corpus.ts';

export const microsoftAds: Family = {
  folder: 'microsoft-ads',
  files: [
    {
      file: 'daily.csv',
      is: 'four lines of report above, a copyright below',
      yields: { rows: { spend: 2 }, minor: { 'spend EUR': 4_045 }, also: { 'select any_value(ad_account) from spend': 'F118ABCD' } },
    },
    { file: 'whole-period.csv', is: 'no day', refused: { code: 'ad-file-without-days', mend: /unit of time/ } },
  ],
};
