/**
 * Money: whole minor units with their currency.
 *
 * `minor` is a safe integer of the currency's smallest unit (cents of EUR, yen of JPY).
 * `currency` is an ISO 4217 code, or null where the data never said which: such money
 * adds only to money that is silent too.
 */
export type Currency = string;
export type Money = { readonly minor: number; readonly currency: Currency | null };

/** Currencies whose minor unit is not a hundredth (ISO 4217 list one). */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** Digits after the point: 2 for EUR, 0 for JPY, 3 for KWD; 2 where the currency is unknown. */
export const exponentOf = (currency: Currency | null): number => (currency === null ? 2 : (EXPONENTS[currency] ?? 2));

/** True for something that looks like an ISO 4217 code: three capital letters. */
export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/** Money from minor units. Throws RangeError when they are not a safe whole number. */
export const money = (minor: number, currency: Currency | null): Money => {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`money: whole minor units wanted, got ${minor}`);
  return { minor, currency };
};

/** Sum of two amounts of one currency. Throws RangeError where the currencies differ. */
export const plus = (a: Money, b: Money): Money => {
  if (a.currency !== b.currency)
    throw new RangeError(`money: ${a.currency ?? 'no currency'} and ${b.currency ?? 'no currency'} do not add`);
  return money(a.minor + b.minor, a.currency);
};

/** The amount as a decimal string in major units: 8640000 EUR → "86400.00". Exact. */
export const decimalOf = ({ minor, currency }: Money): string => {
  const digits = exponentOf(currency);
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/**
 * Splits whole minor units by weights so that the parts sum to the whole exactly
 * (largest remainder; ties go to the earlier part). A credit note (negative) is split as
 * the sale was. Weights are finite, ≥ 0 and not all 0; throws RangeError otherwise.
 */
export const splitMinor = (minor: number, weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, w) => sum + w, 0);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`splitMinor: whole minor units wanted, got ${minor}`);
  const whole = Math.abs(minor);
  if (!(total > 0) || !Number.isFinite(whole * total) || weights.some((w) => !(w >= 0)))
    throw new RangeError('splitMinor: weights must be finite, ≥ 0 and not all 0');
  const exact = weights.map((w) => (whole * w) / total);
  const parts = exact.map(Math.floor);
  // Taken off one by one: near the largest safe integer their sum could not be written down.
  let left = parts.reduce((rest, part) => rest - part, whole);
  const byRemainder = exact
    .map((x, i) => ({ i, rest: x - Math.floor(x), weighs: weights[i]! > 0 }))
    .filter(({ weighs }) => weighs)
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  for (let turn = 0; left > 0; turn += 1, left -= 1) parts[byRemainder[turn % byRemainder.length]!.i]! += 1;
  // Large amounts times fine weights round up now and then: what is too much comes off where least was left over.
  for (let turn = byRemainder.length - 1; left < 0; turn = turn > 0 ? turn - 1 : byRemainder.length - 1) {
    if (!parts[byRemainder[turn]!.i]) continue;
    parts[byRemainder[turn]!.i]! -= 1;
    left += 1;
  }
  return minor < 0 ? parts.map((p) => (p === 0 ? 0 : -p)) : parts;
};
