/** Operations about what the plan rests on. */
import type { Operations } from '../operation.ts';
import { budget } from './budget.ts';
import { capacity } from './capacity.ts';

export const planOperations = { capacity, budget } satisfies Partial<Operations>;
