/** Whatever has no text of its own: lists of records as tables, the rest as lines of name and value. */
import { words } from './answer.ts';
import { table } from './table.ts';

type Bag = { readonly [name: string]: unknown };
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as text. */
export const plainText = (value: unknown): string => {
  if (Array.isArray(value)) return listText(value);
  if (!isBag(value)) return scalar(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return 'Done.';
  if (entries.length === 1 && Array.isArray(entries[0]![1])) return listText(entries[0]![1]) || `No ${words(entries[0]![0])}.`;
  const flat = entries.filter(([, v]) => !isBag(v) && !(Array.isArray(v) && v.some(isBag)));
  const deep = entries.filter(([, v]) => isBag(v) || (Array.isArray(v) && v.some(isBag)));
  const width = Math.max(0, ...flat.map(([name]) => words(name).length));
  return [
    flat.map(([name, v]) => `${words(name).padEnd(width)}  ${scalar(v)}`).join('\n'),
    ...deep.map(([name, v]) => `${words(name)}:\n${plainText(v)}`),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

const listText = (items: readonly unknown[]): string => {
  if (!items.every(isBag)) return items.map(scalar).join('\n');
  const names = [...new Set(items.flatMap((item) => Object.keys(item)))];
  return table(
    names.map((name) => ({ title: words(name), right: items.some((item) => typeof item[name] === 'number') })),
    items.map((item) => names.map((name) => scalar(item[name]))),
  );
};

const scalar = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((v) => typeof v !== 'object') ? value.join(', ') : JSON.stringify(value);
};
