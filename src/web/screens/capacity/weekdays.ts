/** Weekdays in words: "Monday to Friday", "Monday, Wednesday and Friday". */
import { list } from '../../../views/words/format.ts';

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export const weekdayWords = (weekdays: readonly number[]): string => {
  const [first, last] = [weekdays[0]!, weekdays.at(-1)!];
  const names = weekdays.map((d) => WEEKDAYS[d - 1]!);
  return weekdays.length > 2 && last - first === weekdays.length - 1 ? `${names[0]} to ${names.at(-1)}` : list(names);
};
