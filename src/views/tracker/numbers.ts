/** Sizes as trackers write them: points, hours, seconds, t-shirts. */
import type { Shirt } from '../../domain/backlog/practice.ts';

/** Hours of one person-day, as everywhere in the product. */
const HOURS_A_DAY = 8;

/** A number, with a decimal comma too; null where it is none. */
export const numberOf = (cell: string): number | null => {
  const text = cell.trim().replace(/^(\d+),(\d+)$/, '$1.$2');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
};

/** Person-days of a time estimate: seconds (28800), or 2w 3d 4h 30m with weeks of five days and days of eight hours. */
export const estimateDays = (cell: string): number | null => {
  const text = cell.trim().toLowerCase();
  const seconds = numberOf(text);
  if (seconds !== null) return rounded(seconds / 3600 / HOURS_A_DAY);
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(w|d|h|m)[a-z]*/g)];
  if (parts.length === 0) return null;
  const hours = { w: 5 * HOURS_A_DAY, d: HOURS_A_DAY, h: 1, m: 1 / 60 } as const;
  return rounded(parts.reduce((sum, [, n, unit]) => sum + Number(n) * hours[unit as keyof typeof hours], 0) / HOURS_A_DAY);
};

const SHIRT_WORDS: { readonly [word: string]: Shirt } = {
  xs: 'S',
  s: 'S',
  small: 'S',
  m: 'M',
  medium: 'M',
  l: 'L',
  large: 'L',
  xl: 'XL',
  'extra large': 'XL',
  xxl: 'XL',
};
export const shirtOf = (cell: string): Shirt | null => SHIRT_WORDS[cell.trim().toLowerCase()] ?? null;

const rounded = (days: number): number => Math.round(days * 100) / 100;
