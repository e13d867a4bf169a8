/** Everything that may be asked and may happen about money, in one name each. */
import type { BudgetCommand, BudgetEvent, BudgetRefusal } from './budget.ts';
import type { MonthCommand, MonthEvent, MonthRefusal } from './month.ts';
import type { RateCommand, RateEvent, RateRefusal } from './rate.ts';

export type MoneyCommand = BudgetCommand | MonthCommand | RateCommand;
export type MoneyEvent = BudgetEvent | MonthEvent | RateEvent;
export type MoneyRefusal = BudgetRefusal | MonthRefusal | RateRefusal;
