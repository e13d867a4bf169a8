/** Warehouse tables of ad cost: the one shape of several platforms. */
import type { Family } from '../corpus.ts';

export const adWarehouse: Family = {
  folder: 'ad-warehouse',
  files: [
    {
      file: 'ad-reporting.csv',
      is: 'four platforms in one table',
      wish: { currency: 'EUR' },
      yields: {
        rows: { spend: 4 },
        minor: { 'spend EUR': 119_098 },
        also: {
          "select platform from spend where campaign = 'Warehouse video'": 'Meta Ads',
          'select count(distinct platform) from spend': 4,
        },
      },
    },
  ],
};
