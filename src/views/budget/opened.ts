/** What opens behind the numbers of a budget. */
import type { Currency } from '../../kernel/money.ts';
import { moneyFull } from '../words/format.ts';
import { openedPlain, type Opened } from '../words/opened.ts';
import type { Money5 } from './page.ts';

export type FigureName = keyof Money5;
export const FIGURES: readonly { readonly value: FigureName; readonly text: string }[] = [
  { value: 'plan', text: 'Plan' },
  { value: 'committed', text: 'Committed' },
  { value: 'actual', text: 'Actual' },
  { value: 'available', text: 'Available' },
  { value: 'forecast', text: 'Forecast' },
];

const MEANS: { readonly [F in FigureName]: string } = {
  plan: 'What was planned for these months, transfers included.',
  committed: 'Promised and still open: commitments less what was paid or released.',
  actual: 'Invoices that were recorded and count, and the imported spend of the campaigns of this line.',
  available: 'Plan less committed less actual.',
  forecast:
    'What will have been spent: what somebody said for a month; else, in a month that is over, what was spent and is still owed; else the plan, or what is spent and committed where that is more.',
};

/** One figure of a line or of all lines, with the sum it comes from. */
export const openedFigure = (name: FigureName, what: string, money: Money5, currency: Currency | null, spend?: number): Opened => {
  const say = (minor: number): string => moneyFull({ minor, currency });
  const title = FIGURES.find((f) => f.value === name)!.text;
  return openedPlain(`${title}: ${what}`, say(money[name]), MEANS[name], {
    missing: [
      ...(name === 'available'
        ? [`${say(money.plan)} planned`, `less ${say(money.committed)} committed`, `less ${say(money.actual)} spent`]
        : []),
      ...(name === 'actual' && spend !== undefined
        ? [`${say(money.actual - spend)} recorded by hand`, `${say(spend)} of imported spend`]
        : []),
      ...(name === 'forecast' ? [`${say(money.plan)} planned`, `${say(money.actual)} spent`, `${say(money.committed)} committed`] : []),
    ],
  });
};
