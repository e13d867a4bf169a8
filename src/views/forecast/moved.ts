/** What if: the forecast of an outcome with planned work moved or left out. Pure and quick enough for every frame of a drag. */
import { addDays, daysBetween } from '../../kernel/day.ts';
import type { PriorityId } from '../../kernel/ids.ts';
import { chanceOf, spreadOver } from '../../models/outcome-forecast/what-if.ts';
import type { Bar, Fan, ForecastNumbersView, Move, OutcomeForecast } from './forecast.ts';

export type Moves = ReadonlyMap<PriorityId, Move>;

/** What a bar brings on average by a day (days ahead of the as-of), as planned or moved. */
const brings = ({ sends }: Bar, pulses: ForecastNumbersView['pulses'], day: number, move: Move): number => {
  if (move === 'dropped') return 0;
  return sends.reduce((sum, { channel, first, last, leads }) => {
    const pulse = pulses[channel];
    return pulse ? sum + spreadOver({ leads, first, last, pulse }, day, move.shift) : sum;
  }, 0);
};
const AS_PLANNED: Move = { shift: 0 };

/** By how much the moves change the value on a day ahead, on average. */
const differenceOn = ({ bars, pulses }: ForecastNumbersView, moves: Moves, day: number): number =>
  bars.reduce((sum, bar) => {
    const move = moves.get(bar.id);
    return move === undefined || day <= 0 ? sum : sum + brings(bar, pulses, day, move) - brings(bar, pulses, day, AS_PLANNED);
  }, 0);

export type Moved = { readonly weeks: readonly Fan[]; readonly fine: readonly number[]; readonly chance: number };

/** The fan and the chance with the moves; the spread stays as it was. */
export const movedBy = (forecast: OutcomeForecast, moves: Moves): Moved | null => {
  const { numbers, asOf, from, due, target, adds, up } = forecast;
  if (!numbers) return null;
  if (moves.size === 0) return { weeks: numbers.weeks, fine: numbers.fine, chance: numbers.chance };
  // What lands before the period begins is not counted in it.
  const before = adds ? differenceOn(numbers, moves, daysBetween(asOf, from) - 1) : 0;
  const by = (day: number): number => differenceOn(numbers, moves, day) - before;
  const weeks = numbers.weeks.map((week): Fan => {
    const d = by(daysBetween(asOf, week.day));
    const { low, lowHalf, middle, highHalf, high } = week;
    return { day: week.day, low: low + d, lowHalf: lowHalf + d, middle: middle + d, highHalf: highHalf + d, high: high + d };
  });
  const last = by(daysBetween(asOf, due));
  const fine = numbers.fine.map((q) => q + last);
  return { weeks, fine, chance: chanceOf(fine, target, up) };
};

/** What a bar is expected to bring by the due date, as planned. */
export const bringsBy = (bar: Bar, pulses: ForecastNumbersView['pulses'], days: number): number => brings(bar, pulses, days, AS_PLANNED);

/** The days a moved bar spans. */
export const spanOf = ({ from, to }: Bar, move: Move | undefined): { readonly from: string; readonly to: string } =>
  move === undefined || move === 'dropped' ? { from, to } : { from: addDays(from, move.shift), to: addDays(to, move.shift) };
