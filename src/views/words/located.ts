/** Where in an answer a number stands that a screen shows as text: which row, which figure. */
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import type { Money } from '../../kernel/money.ts';
import { count, moneyFull, moneyShort, percent } from './format.ts';

type Place = { readonly row: string; readonly figure: string };

/** Every way in which a figure may be written on a screen. */
const writings = (figure: Figure | undefined): readonly string[] => {
  if (typeof figure === 'number') return [count(figure), count(figure, 1), percent(figure)];
  if (typeof figure !== 'object' || figure === null || !('minor' in figure)) return [];
  return [moneyFull(figure as Money), moneyShort(figure as Money)];
};
const inRow = (key: string, row: Row, text: string): Place[] =>
  Object.entries(row).flatMap(([figure, value]) => (writings(value).includes(text) ? [{ row: key, figure }] : []));

/** The one place where `text` stands; in the total before the rows; null where it is nowhere, or anybody's guess. */
export const located = (answer: Answer, text: string): Place | null => {
  const total = inRow('total', answer.total, text);
  if (total.length === 1) return total[0]!;
  const rows = answer.rows.flatMap((row) => inRow(row.key, row, text));
  return total.length === 0 && rows.length === 1 ? rows[0]! : null;
};
