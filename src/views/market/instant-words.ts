/** An instant as it is read in the company's zone: "20 April, 09:12". */
import type { Day } from '../../kernel/day.ts';
import { localTime, type Instant } from '../../kernel/zone.ts';
import { dayWords } from '../words/format.ts';

export const instantWords = (at: Instant, zone: string, today?: Day): string => {
  const local = localTime(zone, at);
  return `${dayWords(local.slice(0, 10), today)}, ${local.slice(11, 16)}`;
};
