/** What a move does to the dates of others, in days and in words. */
import { daysBetween } from '../../kernel/day.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { capital, count, inWords, percent, plural, short } from '../words/format.ts';
import { SURE, type Delivery } from './delivery.ts';

/** By how many days the half-sure date of each item moves; items that keep it, or have none, are not named. */
export const shiftsOf = (before: Delivery, after: Delivery): ReadonlyMap<ItemId, number> => {
  const shifts = new Map<ItemId, number>();
  for (const { id, p50 } of after.items) {
    const was = before.byItem.get(id)?.p50 ?? null;
    if (was === null || p50 === null || was === p50) continue;
    shifts.set(id, daysBetween(was, p50));
  }
  return shifts;
};

/** "−20 d", "+5 d" */
export const signedDays = (days: number): string => `${days > 0 ? '+' : '−'}${count(Math.abs(days))} d`;

const dayWord = (n: number): string => (n === 1 ? 'day' : 'days');
const range = (sizes: readonly number[]): string => {
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  return low === high ? `${count(low)} ${dayWord(low)}` : `${count(low)} to ${count(high)} days`;
};

/** "Finishing it 20 days sooner delays four items by 3 to 7 days." */
export const consequence = (item: ItemId, shifts: ReadonlyMap<ItemId, number>): string => {
  const own = shifts.get(item) ?? 0;
  const others = [...shifts].filter(([id]) => id !== item).map(([, days]) => days);
  const later = others.filter((days) => days > 0);
  const sooner = others.filter((days) => days < 0).map((days) => -days);
  const delays = later.length > 0 ? `delays ${plural(later.length, 'item')} by ${range(later)}` : null;
  const brings = sooner.length > 0 ? `brings ${plural(sooner.length, 'item')} ${range(sooner)} nearer` : null;
  const does = [delays, brings].filter((part) => part !== null).join(' and ');
  if (own === 0) return does === '' ? 'No date changes.' : `Its own date stays; it ${does}.`;
  const moves = `Finishing it ${count(Math.abs(own))} ${dayWord(Math.abs(own))} ${own < 0 ? 'sooner' : 'later'}`;
  return does === '' ? `${moves} changes no other date.` : `${moves} ${does}.`;
};

/** “Partner page” just fell below it: now 76 %. Null where nothing crossed the line; the moved item itself is not news. */
export const fellBelow = (before: Delivery, after: Delivery, item: ItemId, titleOf: (id: ItemId) => string): string | null => {
  const fallen = after.items.filter(
    ({ id, chance }) => id !== item && chance !== null && chance < SURE && (before.byItem.get(id)?.chance ?? 0) >= SURE,
  );
  const first = fallen[0];
  if (!first) return null;
  const more = fallen.length > 1 ? ` and ${plural(fallen.length - 1, 'other')}` : '';
  return `“${short(titleOf(first.id), 40)}”${more} just fell below it: now ${percent(Math.round(first.chance! * 100) / 100)}`;
};

/** "Ten items fit this quarter, eight surely" */
export const fits = ({ lines, items }: Delivery, when: string): string => {
  if (!lines) return `${capital(plural(items.length, 'item'))} ${items.length === 1 ? 'stands' : 'stand'} open`;
  const { sure, even } = lines;
  if (items.length === 0) return 'Nothing stands open';
  if (even === 0) return `Nothing is likely to be finished ${when}`;
  const all = even === items.length && even > 1 ? 'All ' : '';
  const said = `${all}${plural(even, 'item')} ${even === 1 ? 'fits' : 'fit'} ${when}`;
  return `${capital(said)}, ${sure === even ? 'surely' : sure === 0 ? 'none surely' : `${inWords(sure)} surely`}`;
};
