/** What the plan rests on: people's time and money as recorded, and how full they are. */
import { z } from 'zod';
import type { BudgetFacts } from '../../views/budget/facts.ts';
import type { CapacityFacts } from '../../views/capacity/facts.ts';
import type { ForecastFacts } from '../../views/delivery/facts.ts';
import type { MeasuredLags } from '../../views/delivery/measured-lags.ts';
import { companyId, shape, typed } from './shape.ts';

export const planContract = {
  capacity: shape({
    summary: 'Recorded capacity of a quarter: person-days by person and skill, and the meters of people, money and time',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId, period: z.string().optional().describe('Fiscal quarter: 2026-Q2') }),
    output: typed<CapacityFacts>(z.looseObject({})),
  }),
  forecast: shape({
    summary: 'When each item of the Backlog is finished, what fits into the quarter, and how far the list reaches',
    effect: 'read',
    access: 'read',
    input: z.object({
      company: companyId,
      period: z.string().optional().describe('Fiscal quarter: 2026-Q2'),
      limit: z.coerce.number().int().min(1).max(100_000).optional().describe('At most so many items; lines and horizon stay whole'),
    }),
    output: typed<ForecastFacts>(z.looseObject({})),
  }),
  lags: shape({
    summary: 'How long each kind of work takes to show, from lead to opportunity and to win: measured, or borrowed from all channels',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId }),
    output: typed<MeasuredLags>(z.looseObject({})),
  }),
  budget: shape({
    summary: 'Budget lines of a fiscal year by month: plan, committed, actual, available, forecast',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId, year: z.coerce.number().int().min(1990).max(2200).optional().describe('Fiscal year: 2026') }),
    output: typed<BudgetFacts>(z.looseObject({})),
  }),
};
