/** Google Ads: reports of the interface as they are downloaded, and rows of its API. */
import type { Family } from '../corpus.ts';

export const googleAds: Family = {
  folder: 'google-ads',
  files: [
    {
      file: 'campaigns-by-day.csv',
      is: 'title and dates above the header, two totals below, thousands marks, -- for nothing',
      yields: {
        rows: { spend: 4 },
        minor: { 'spend EUR': 219_388 },
        findings: ['totals-left-out'],
        also: {
          'select ad_campaign_id from spend where amount_minor = 17245': '20481130281',
          'select count(distinct platform) from spend': 1,
          'select count(*) from spend where amount_minor is null': 1,
        },
      },
    },
    {
      file: 'excel-csv-utf16.csv',
      is: 'what Google calls Excel .csv: UTF-16 with tabs, and dollar signs in the cells',
      wish: { currency: 'USD' },
      yields: { rows: { spend: 3 }, minor: { 'spend USD': 38_250 }, also: { 'select sum(impressions) from spend': 42_412 } },
    },
    {
      file: 'api-cost-micros.csv',
      is: 'fields of the API, cost in millionths',
      yields: { rows: { spend: 3 }, minor: { 'spend EUR': 202_144 }, also: { 'select any_value(ad_account) from spend': '4815162342' } },
    },
    {
      file: 'api-stream.jsonl',
      is: 'rows of searchStream as JSON lines, numbers as texts',
      yields: {
        rows: { spend: 2 },
        minor: { 'spend EUR': 4_875 },
        also: { 'select campaign from spend where clicks = 2': 'DE | Search | Rampen' },
      },
    },
    {
      file: 'german-semicolons.csv',
      is: 'German: semicolons, decimal commas, localised header and total',
      yields: { rows: { spend: 2 }, minor: { 'spend EUR': 126_745 }, also: { 'select sum(impressions) from spend': 3_043 } },
    },
    {
      file: 'whole-period.csv',
      is: 'no day: each row is the cost of the month',
      refused: { code: 'ad-file-without-days', mend: /Segment → Time → Day/ },
    },
    { file: 'by-week.csv', is: 'weeks instead of days', refused: { code: 'ad-file-without-days', mend: /Segment → Time → Day/ } },
    { file: 'two-currencies.csv', is: 'dollars and euros in one column', refused: { code: 'mixed-currencies', mend: /currency code/ } },
  ],
};
