/** What the record says of earlier amounts: by the CRM's own history, else by the days of loads; never by neither. */
import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { readForecastRows } from '../../src/facts/questions/forecast-past.ts';
import { headOf } from '../../src/facts/questions/head.ts';
import { dayNumber } from '../../src/kernel/day.ts';
import { knownBy } from '../../src/models/outcome-forecast/past.ts';
import { pastOf } from '../../src/views/forecast/past-of.ts';
import { companyWith, LOAD } from './company.ts';

const deal = (id: string, minor: number) => ({
  id,
  status: 'open',
  stage: 'Offer',
  amount_minor: minor,
  currency: 'EUR',
  opened_on: '2026-01-05',
});
const load = (n: number, day: string) => ({ ...LOAD, n, loaded_at: `${day} 09:00:00` });

test('an amount of a past day is that of the CRM’s history, else what the load of that day said, else the present one', async () => {
  const engine = await companyWith(
    {
      load: [load(2, '2026-02-10'), load(3, '2026-03-10'), { ...load(4, '2026-03-20'), reverted_at: '2026-03-21 09:00:00' }],
      load_field: [1, 2, 3, 4].map((n) => ({ load: n, entity: 'opportunity', field: 'amount_minor' })),
      opportunity: [deal('loaded', 300), deal('history', 500), deal('plain', 900)],
      opportunity_row: [
        { ...deal('loaded', 100), load: 1 },
        { ...deal('loaded', 100), load: 2 },
        { ...deal('loaded', 300), load: 3 },
        { ...deal('loaded', 999), load: 4 },
        { ...deal('history', 50), load: 1 },
        { ...deal('history', 500), load: 3 },
      ],
      deal_change: [
        {
          opportunity_id: 'history',
          field: 'amount',
          moment: '2026-02-01',
          changed_on: '2026-02-01',
          was: '400',
          value: '500',
        },
      ],
    },
    { name: 'T', zone: 'UTC', currency: 'EUR' },
  );
  const head = await headOf(engine, 'deals', { today: '2026-03-31' });
  const rows = await readForecastRows(engine, { ...head, lastDay: '2026-03-31' }, []);
  ok(rows.ok);
  deepEqual(
    rows.value.amounts.map(({ key, was, minor, by_load }) => [key.split('\u001F')[1], was, minor, by_load]),
    [
      ['history', 400, 500, false],
      ['loaded', 100, 300, true],
    ],
  );
  const past = pastOf(rows.value, '2026-03-31');
  const amountsOn = (day: string) =>
    knownBy(past, dayNumber(day))
      .deals.map(({ minor }) => minor)
      .toSorted((a, b) => a! - b!);
  deepEqual(amountsOn('2026-01-20'), [100, 400, 900]);
  deepEqual(amountsOn('2026-02-20'), [100, 500, 900]);
  deepEqual(amountsOn('2026-03-15'), [300, 500, 900]);
});
