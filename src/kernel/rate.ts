/**
 * Exchange rates: decimal strings, so that what a person typed is what is multiplied. 1 unit of one currency is
 * `rate` units of the other. The product is exact; only the last step rounds, half a minor unit away from zero.
 */
import { exponentOf, money, type Currency, type Money } from './money.ts';

/** A positive decimal with at most 9 digits before the point and 12 after it. */
export const isRate = (text: string): boolean => /^\d{1,9}(\.\d{1,12})?$/.test(text) && /[1-9]/.test(text);

/** 0.9231 → 9231 and 4 digits. */
const scaled = (rate: string): { readonly whole: bigint; readonly digits: number } => {
  const [units = '', rest = ''] = rate.split('.');
  return { whole: BigInt(units + rest), digits: rest.length };
};

const rounded = (above: bigint, below: bigint): bigint => {
  const [size, sign] = above < 0n ? [-above, -1n] : [above, 1n];
  return sign * ((2n * size + below) / (2n * below));
};

/** Minor units of `to` for one of `from`, as the fraction above ÷ below. Throws RangeError for a text that is no rate. */
export const fractionOf = (
  from: Currency | null,
  to: Currency,
  rate: string,
  inverse = false,
): { readonly above: bigint; readonly below: bigint } => {
  if (!isRate(rate)) throw new RangeError(`not a rate: ${rate}`);
  const { whole, digits } = scaled(rate);
  const shift = exponentOf(to) - exponentOf(from);
  const ten = (n: number): bigint => 10n ** BigInt(Math.max(0, n));
  return { above: (inverse ? ten(digits) : whole) * ten(shift), below: (inverse ? whole : ten(digits)) * ten(-shift) };
};

/**
 * Money in another currency: times `rate`, or divided by it where `inverse` (the rate was given the other way round).
 * Throws RangeError for a text that is no rate, and where the result is no safe integer.
 */
export const convert = ({ minor, currency }: Money, to: Currency, rate: string, inverse = false): Money => {
  const { above, below } = fractionOf(currency, to, rate, inverse);
  return money(Number(rounded(BigInt(minor) * above, below)), to);
};
