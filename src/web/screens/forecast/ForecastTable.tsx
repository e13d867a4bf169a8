import type { Fan, OutcomeForecast } from '../../../views/forecast/forecast.ts';
import { forecastValue } from '../../../views/forecast/words.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Table } from '../../components/Table.tsx';

/** The fan in numbers. */
export const ForecastTable = ({ forecast, weeks }: { readonly forecast: OutcomeForecast; readonly weeks: readonly Fan[] }) => {
  const cell = (pick: (week: Fan) => number) => (week: Fan) => forecastValue(forecast, pick(week));
  return (
    <Table
      label={`${forecast.name}, week by week`}
      rows={weeks}
      keyOf={({ day }) => day}
      columns={[
        { key: 'day', head: 'By', cell: ({ day }) => dayWords(day, forecast.asOf) },
        { key: 'low', head: '1 in 10 below', number: true, cell: cell((w) => w.low) },
        { key: 'lowHalf', head: '1 in 4 below', number: true, cell: cell((w) => w.lowHalf) },
        { key: 'middle', head: 'Even odds', number: true, cell: cell((w) => w.middle) },
        { key: 'highHalf', head: '1 in 4 above', number: true, cell: cell((w) => w.highHalf) },
        { key: 'high', head: '1 in 10 above', number: true, cell: cell((w) => w.high) },
      ]}
    />
  );
};
