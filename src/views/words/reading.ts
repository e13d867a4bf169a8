/** Reading what people type: the other way round of format.ts. */

const STEPS: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, mio: 1e6, million: 1e6, b: 1e9, bn: 1e9 };

/**
 * A number as people write it: "1,200", "1 200", "1.2k", "€3.6 M", "45 %". A comma before exactly three digits
 * groups, any other is a decimal comma. null where it is no number, or could be two.
 */
export const readNumber = (typed: string): number | null => {
  const found = /^[^\d\-−.,]*([-−]?)\s*([\d.,'’\s\u00a0\u202f]*\d)\s*(%|[a-z]+)?\.?$/i.exec(typed.trim());
  if (!found) return null;
  const [, minus, digits = '', unit] = found;
  const step = unit === undefined || unit === '%' || /^[A-Z]{3}$/.test(unit) ? 1 : STEPS[unit.toLowerCase()];
  const plain = step === undefined ? null : plainDigits(digits.replace(/['’\s\u00a0\u202f]/g, ''));
  if (plain === null || step === undefined) return null;
  const value = Number((plain * step).toPrecision(15));
  return minus ? -value : value;
};

const plainDigits = (digits: string): number | null => {
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) || /^\d{1,3}(\.\d{3}){2,}$/.test(digits);
  if (grouped) return Number(digits.includes(',') ? digits.replaceAll(',', '') : digits.replaceAll('.', ''));
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'));
  if (/^\d*[.,]?\d+$/.test(digits)) return Number(digits.replace(',', '.'));
  return null;
};
