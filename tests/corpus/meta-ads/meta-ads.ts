/** Meta Ads Manager: exports with a breakdown by day and without, in several languages. */
import type { Family } from '../corpus.ts';

export const metaAds: Family = {
  folder: 'meta-ads',
  files: [
    {
      file: 'daily.csv',
      is: 'starts are ends, currency in the header, ids of 18 digits',
      yields: {
        rows: { spend: 3 },
        minor: { 'spend USD': 9_445 },
        also: {
          'select ad_campaign_id from spend where clicks = 88': '120215543217890123',
          'select count(*) from spend where spent_on is null': 0,
        },
      },
    },
    {
      file: 'with-day-column.csv',
      is: 'a breakdown by day over a longer report, ad sets below campaigns',
      yields: { rows: { spend: 3 }, minor: { 'spend EUR': 2_775 } },
    },
    {
      file: 'french.csv',
      is: 'French: semicolons, decimal commas, spaces between thousands',
      yields: { rows: { spend: 2 }, minor: { 'spend EUR': 101_300 }, also: { 'select sum(impressions) from spend': 48_331 } },
    },
    {
      file: 'german.csv',
      is: 'German headers and numbers',
      yields: { rows: { spend: 2 }, minor: { 'spend EUR': 6_500 }, also: { 'select sum(impressions) from spend': 8_080 } },
    },
    { file: 'whole-period.csv', is: 'a month in one row', refused: { code: 'ad-file-without-days', mend: /Breakdown → By time → Day/ } },
    {
      file: 'rounded-ids.csv',
      is: 'opened and saved in a spreadsheet: ids are rounded, so none is kept',
      yields: { rows: { spend: 2 }, minor: { 'spend USD': 5_720 }, also: { 'select count(ad_campaign_id) from spend': 0 } },
    },
  ],
};
