/** Operations about what the plan rests on. */
import type { Operations } from '../operation.ts';
import { budget } from './budget.ts';
import { capacity } from './capacity.ts';
import { forecast } from './forecast.ts';
import { lags } from './lags.ts';

export const planOperations = { capacity, forecast, lags, budget } satisfies Partial<Operations>;
