/** What the plan rests on: people's time and money as recorded, and how full they are. */
import { z } from 'zod';
import type { BudgetFacts } from '../../views/budget/facts.ts';
import type { CapacityFacts } from '../../views/capacity/facts.ts';
import { companyId, shape, typed } from './shape.ts';

export const planContract = {
  capacity: shape({
    summary: 'Recorded capacity of a quarter: person-days by person and skill, and the meters of people, money and time',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId, period: z.string().optional().describe('Fiscal quarter: 2026-Q2') }),
    output: typed<CapacityFacts>(z.looseObject({})),
  }),
  budget: shape({
    summary: 'Budget lines of a fiscal year by month: plan, committed, actual, available, forecast',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId, year: z.coerce.number().int().min(1990).max(2200).optional().describe('Fiscal year: 2026') }),
    output: typed<BudgetFacts>(z.looseObject({})),
  }),
};
