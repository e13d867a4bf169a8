import { fanBegins } from '../../../charts/fan.ts';
import { dayNumber, type Day } from '../../../kernel/day.ts';
import type { OutcomeForecast } from '../../../views/forecast/forecast.ts';

/** Where days stand on the strip, as shares of its width: the days of the fan above it. */
export type StripScale = { readonly at: (day: Day) => number; readonly days: number };

export const scaleOf = ({ numbers, asOf, due }: OutcomeForecast): StripScale => {
  const first = dayNumber(fanBegins({ trail: numbers?.trail ?? [], asOf }));
  const days = Math.max(1, dayNumber(due) - first);
  return { days, at: (day) => Math.max(0, Math.min(1, (dayNumber(day) - first) / days)) };
};
