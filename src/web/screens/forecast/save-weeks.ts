import type { Fan, OutcomeForecast } from '../../../views/forecast/forecast.ts';
import { exponentOf } from '../../../kernel/money.ts';

/** Saves the fan as a CSV file: each week with the middle and both intervals, in whole units. */
export const saveWeeks = ({ outcome, unit, currency }: OutcomeForecast, weeks: readonly Fan[]): void => {
  const whole = unit === 'money' ? 10 ** exponentOf(currency) : 1;
  const write = (n: number): string => String(Math.round((n / whole) * 100) / 100);
  const rows = weeks.map((w) => [w.day, ...[w.low, w.lowHalf, w.middle, w.highHalf, w.high].map(write)].join(','));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`day,low_80,low_50,middle,high_50,high_80\n${rows.join('\n')}\n`], { type: 'text/csv' }));
  link.download = `forecast-${outcome}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
};
