/** Currencies and zones to choose from; the list is the browser's own. */
import type { Choice } from '../../components/fields/SelectField.tsx';

const FIRST = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'DKK', 'NOK', 'PLN', 'CAD', 'AUD', 'INR', 'JPY'];

export const currencyChoices = (): Choice[] => {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const all = [...new Set([...FIRST, ...Intl.supportedValuesOf('currency')])];
  return all.map((code) => ({ value: code, label: `${code}, ${names.of(code) ?? code}` }));
};

export const zoneChoices = (): Choice[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone').filter((z) => z !== 'UTC')].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
export const monthChoices = (): Choice[] => MONTHS.map((name, place) => ({ value: String(place + 1), label: name }));
export const patternChoices = (): Choice[] => [
  { value: 'calendar', label: 'Calendar months' },
  { value: '4-4-5', label: 'Weeks, 4-4-5' },
];
