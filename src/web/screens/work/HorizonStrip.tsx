import { dayFromNumber, dayNumber, type Day } from '../../../kernel/day.ts';
import type { Horizon } from '../../../views/delivery/delivery.ts';
import css from './HorizonStrip.module.css';

const WIDTH = 376;
const INSET = 14;
/** So many years are named at most. */
const NAMED = 7;

/** From today to the last promised item, with the 80 % interval around it. The words beside it say the same. */
export const HorizonStrip = ({ today, horizon: { last, low, high } }: { readonly today: Day; readonly horizon: Horizon }) => {
  if (!last || !low || !high) return null;
  const first = Number(today.slice(0, 4));
  const end = Number(high.slice(0, 4)) + 1;
  const short = end - first <= 2;
  const from = short ? dayNumber(today) - 14 : dayNumber(`${first}-01-01`);
  const to = short ? dayNumber(high) + 31 : dayNumber(`${end}-01-01`);
  const x = (day: Day): number => INSET + ((dayNumber(day) - from) / (to - from)) * (WIDTH - 2 * INSET);
  const step = Math.max(1, Math.ceil((end - first) / NAMED));
  const marks = short
    ? monthsBetween(from, to)
    : Array.from({ length: end - first + 1 }, (_, i) => `${first + i}-01-01`).filter((_, i) => i % step === 0);
  return (
    <svg viewBox={`0 0 ${WIDTH} 44`} width={WIDTH} height={44} className={css.strip} aria-hidden="true">
      {marks.map((day) => (
        <g key={day}>
          <line x1={x(day)} x2={x(day)} y1={10} y2={26} className={css.tick} />
          <text x={x(day)} y={41} className={css.year}>
            {short ? MONTHS[Number(day.slice(5, 7)) - 1] : day.slice(0, 4)}
          </text>
        </g>
      ))}
      <rect x={x(today)} y={15} width={x(last) - x(today)} height={6} className={css.bar} />
      <rect x={x(low)} y={11} width={x(high) - x(low)} height={14} className={css.range} />
      <rect x={x(last) - 1} y={9} width={2} height={18} className={css.last} />
    </svg>
  );
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Firsts of months within, every second or third where there are many. */
const monthsBetween = (from: number, to: number): Day[] => {
  const firsts = Array.from({ length: to - from }, (_, i) => dayFromNumber(from + i)).filter((day) => day.endsWith('-01'));
  const step = Math.max(1, Math.ceil(firsts.length / NAMED));
  return firsts.filter((_, i) => i % step === 0);
};
