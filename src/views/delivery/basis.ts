/**
 * What a delivery forecast rests on, and why. Throughput as soon as it carries a forecast; sizes and recorded capacity
 * while history is thin; nothing where neither is there, and then what is missing.
 *
 * Eight weeks and eight finished items: with windows of four and six weeks, “85 % sure” held for only 77 to 81 % of the
 * starts on 7digital (100 and 400 items), with eight for 81 to 91 %, with twelve for 89 to 91 %. Fewer than eight items
 * leave the rate itself open by more than a third either way.
 */
import { plural, tally } from '../words/format.ts';
import type { Throughput } from './throughput.ts';

export const LEAST_WEEKS = 8;
export const LEAST_ITEMS = 8;

export type Basis = 'throughput' | 'sizes' | 'none';
/** `needs`: what would make a (better) forecast possible; null where nothing is missing. */
export type BasisRuling = { readonly basis: Basis; readonly why: string; readonly needs: string | null };

/** `daysAWeek`: recorded person-days a week, null where nobody recorded any; `sizes`: how many open items have a size. */
export const basisOf = ({ weeks, items }: Throughput, daysAWeek: number | null, sizes: number): BasisRuling => {
  const seen = `${tally(items.length, 'item')} finished in the last ${plural(weeks.length, 'week')}`;
  if (weeks.length >= LEAST_WEEKS && items.length >= LEAST_ITEMS)
    return { basis: 'throughput', why: `From ${seen}, weeks without a finished item included.`, needs: null };
  const thin =
    weeks.length === 0
      ? 'No whole week of finished work is recorded yet'
      : `${seen[0]!.toUpperCase()}${seen.slice(1)} ${items.length === 1 ? 'is' : 'are'} too little history`;
  const more = `${plural(LEAST_ITEMS, 'item')} finished in ${plural(LEAST_WEEKS, 'week')}`;
  if (daysAWeek !== null && daysAWeek > 0 && sizes > 0)
    return {
      basis: 'sizes',
      why: `${thin}, so it rests on sizes and recorded capacity: ${tally(Math.round(daysAWeek * 10) / 10, 'person-day')} a week.`,
      needs: `With ${more}, throughput takes over.`,
    };
  const missing = [...(daysAWeek ? [] : ['record the weekly hours of the team']), ...(sizes > 0 ? [] : ['give items a size'])];
  return {
    basis: 'none',
    why: `${thin}, and sizes with capacity are not there either.`,
    needs: `For a first forecast ${missing.join(' and ')}; or record when work was finished: ${more} are enough.`,
  };
};
