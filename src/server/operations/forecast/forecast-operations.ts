/** Operations about how outcomes will end. */
import type { Operations } from '../operation.ts';
import { forecastBacktest } from './backtest.ts';
import { outcomeForecast } from './outcome-forecast.ts';

export const forecastOperations = {
  'outcome-forecast': outcomeForecast,
  'forecast-backtest': forecastBacktest,
} satisfies Partial<Operations>;
