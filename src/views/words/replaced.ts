/** Words for days that a load gives anew. */
import type { Currency } from '../../kernel/money.ts';
import { list, moneyFull, plural, tally } from './format.ts';

type Of = {
  readonly entity: string;
  readonly of: string;
  readonly days: number;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly money: readonly { readonly currency: Currency | null; readonly before: number; readonly after: number }[];
  readonly gone: readonly { readonly campaign: string; readonly currency: Currency | null; readonly minor: number }[];
};

/** "Replaces three days of Google Ads: €1,204 → €1,180. No longer there: Fair (€40.00)." */
export const replacedWords = ({ entity, of, days, rowsBefore, rowsAfter, money, gone }: Of): string => {
  const amounts = money.map(({ currency, before, after }) =>
    before === after
      ? `${moneyFull({ minor: after, currency })} as before`
      : `${moneyFull({ minor: before, currency })} → ${moneyFull({ minor: after, currency })}`,
  );
  const rows =
    rowsBefore === rowsAfter
      ? `${tally(rowsAfter, entity === 'touch' ? 'touch' : 'row', entity === 'touch' ? 'touches' : 'rows')} as before`
      : `${rowsBefore} → ${tally(rowsAfter, entity === 'touch' ? 'touch' : 'row', entity === 'touch' ? 'touches' : 'rows')}`;
  const lost = gone.slice(0, 3).map(({ campaign, currency, minor }) => `${campaign} (${moneyFull({ minor, currency })})`);
  return [
    `Replaces ${plural(days, 'day')} of ${of}: ${list(amounts.length > 0 ? amounts : [rows])}.`,
    ...(gone.length > 0 ? [`No longer there: ${list([...lost, ...(gone.length > 3 ? [`${gone.length - 3} more`] : [])])}.`] : []),
  ].join(' ');
};
