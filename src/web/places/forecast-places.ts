/** Where outcomes will end. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const FORECAST_PLACES: readonly Place[] = [
  {
    name: 'Forecast',
    group: 'prove',
    href: '/prove/forecast',
    path: '/prove/forecast',
    links: ['outcome'],
    also: 'chance of target fan what-if odds prognosis',
    screen: screen(async () => (await import('../screens/forecast/ForecastScreen.tsx')).ForecastScreen),
    actions: () => [
      { id: 'forecast', text: 'See the chance of each outcome', also: 'forecast odds target', href: '/prove/forecast' },
      {
        id: 'backtest',
        text: 'See whether forecasts could have been trusted',
        also: 'backtest calibration',
        href: '/prove/forecast/backtest',
      },
    ],
  },
  {
    name: 'Backtest',
    group: 'prove',
    href: '/prove/forecast/backtest',
    path: '/prove/forecast/backtest',
    links: ['outcome'],
    hidden: true,
    under: '/prove/forecast',
    also: 'calibration trust coverage',
    screen: screen(async () => (await import('../screens/forecast/BacktestScreen.tsx')).BacktestScreen),
  },
];
