/** Figure: one number of an answer as a person reads it. */
import type { Estimate, Figure } from '../../../../kernel/answer.ts';
import type { Money } from '../../../../kernel/money.ts';
import { count, moneyFull, percent } from '../../../../views/words/format.ts';

const isRecord = (figure: Figure): figure is { readonly [name: string]: Figure } =>
  typeof figure === 'object' && figure !== null && !Array.isArray(figure);
const isMoney = (figure: Figure): figure is Money => isRecord(figure) && 'minor' in figure && 'currency' in figure;
const isEstimate = (figure: Figure): figure is Estimate => isRecord(figure) && 'value' in figure && 'low' in figure && 'high' in figure;
/** What lies in [0, 1] and is read in hundredths. */
const isShare = (name: string): boolean => /(^|[a-z])(rate|share|weight)s?$/i.test(name);

const bare = (x: number): string => percent(x).replace(' %', '');

/** "12 % (10 to 15)": a share with its interval. */
const estimate = ({ value, low, high }: Estimate, share: boolean): string => {
  if (!share) return `${count(value, 1)} (${count(low, 1)} to ${count(high, 1)})`;
  return `${percent(value)} (${bare(low)} to ${bare(high)})`;
};

/** A figure by its name; "not known" where it is null. Money without a currency is written with two places, as the file's units. */
export const figureText = (name: string, figure: Figure): string => {
  if (figure === null) return 'not known';
  if (typeof figure === 'boolean') return figure ? 'yes' : '';
  if (typeof figure === 'string') return figure;
  if (typeof figure === 'number') return isShare(name) ? percent(figure) : count(figure, Number.isInteger(figure) ? 0 : 2);
  if (isMoney(figure)) return moneyFull(figure);
  if (isEstimate(figure)) return estimate(figure, isShare(name) || (figure.low >= 0 && figure.high <= 1));
  if (isRecord(figure))
    return Object.entries(figure)
      .map(([part, value]) => `${part} ${figureText(part, value)}`)
      .join(', ');
  return figure.map((part) => figureText(name, part)).join(', ');
};

/** True where the column of this figure is set to the right. */
export const isNumeric = (figure: Figure): boolean => typeof figure === 'number' || isMoney(figure) || isEstimate(figure);

/** A nested record that has a rate of its own is read by that rate. */
export const rateWithin = (figure: Figure): Figure | undefined =>
  isRecord(figure) && !isMoney(figure) && !isEstimate(figure) && 'rate' in figure ? figure['rate']! : undefined;

/** A figure as the columns it fills: nested records become one column each. */
export const flat = (name: string, figure: Figure): readonly (readonly [string, Figure])[] => {
  const rate = rateWithin(figure);
  if (rate !== undefined) return [[name, rate]];
  if (!isRecord(figure) || isMoney(figure) || isEstimate(figure)) return [[name, figure]];
  return Object.entries(figure).flatMap(([part, value]) => flat(`${name} ${part}`, value));
};
