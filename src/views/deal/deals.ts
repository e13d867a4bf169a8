/** Deals as a list: what closed or stands open, and how much of each is explained. */
import type { Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import { capital, moneyShort, plural, tally } from '../words/format.ts';

export type DealRow = {
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly status: 'open' | 'won' | 'lost' | null;
  readonly stage: string | null;
  readonly amountMinor: number | null;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly touches: number;
  readonly people: number;
  readonly campaigns: number;
};

export type DealListFacts = {
  readonly currency: Currency | null;
  readonly rows: readonly DealRow[];
  readonly total: number;
  readonly won: number;
  readonly wonMinor: number;
  readonly darkWon: number;
};
export type DealList = DealListFacts & { readonly title: string; readonly scope: string };

/** The list with its finding. */
export const dealList = (facts: DealListFacts): DealList => {
  const { won, wonMinor, darkWon, total, currency } = facts;
  return {
    ...facts,
    title:
      total === 0
        ? 'No deal is known yet.'
        : won === 0
          ? `${capital(plural(total, 'deal'))}, none won.`
          : `${capital(plural(won, 'deal'))} won for ${moneyShort({ minor: wonMinor, currency })}; ${darkWon === 0 ? 'every one leads back to a touch' : `${plural(darkWon, 'deal')} of them without a touch`}.`,
    scope:
      total === 0
        ? 'Load the deals of your CRM; the first answers come at once.'
        : `${tally(total, 'deal')} in all. Open one to see who was met, where and when, and what it is credited to.`,
  };
};
