/** How outcomes will probably end: forecasts with the chance of each target, and whether one could have trusted them before. */
import { z } from 'zod';
import type { BacktestView } from '../../views/forecast/backtest.ts';
import type { OutcomeForecast } from '../../views/forecast/forecast.ts';
import { answer } from './ask.ts';
import { companyId, day, list, shape, typed } from './shape.ts';

export const forecastContract = {
  'outcome-forecast': shape({
    summary: 'How outcomes will probably end: the chance of each target, what it is made of, what would move it most',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      outcome: z.string().optional().describe('Id of one outcome; without it all that are not due yet'),
      asOf: day.optional().describe('As somebody could have known on that past day'),
      where: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .describe('Only deals where field=value or field!=value; may be given several times'),
    }),
    output: z.object({ answer, forecasts: list(typed<OutcomeForecast>(z.looseObject({}))) }),
  }),
  'forecast-backtest': shape({
    summary: 'The same forecast on past days against what happened: how often it held, and whether simpler ways did better',
    effect: 'read',
    access: 'read',
    places: ['outcome'],
    input: z.object({ company: companyId, outcome: z.string().describe('Id of the outcome') }),
    output: typed<BacktestView>(z.looseObject({})),
  }),
};
