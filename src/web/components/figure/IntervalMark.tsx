import type { Interval } from '../../../views/words/opened.ts';
import css from './IntervalMark.module.css';

const WIDTH = 372;
const PAD = 26;

/** An estimate on one axis: band, middle, and the target it is held against. */
export const IntervalMark = ({ interval }: { readonly interval: Interval }) => {
  const { low, high, value, target, name, write } = interval;
  const ends = [low, high, value, ...(target === null ? [] : [target])];
  const from = Math.min(...ends);
  const span = Math.max(...ends) - from || 1;
  const x = (n: number): number => PAD + ((n - from) / span) * (WIDTH - 2 * PAD);
  return (
    <svg
      className={css.mark}
      viewBox={`0 0 ${WIDTH} 58`}
      role="img"
      aria-label={`${name}: ${write(low)} to ${write(high)}${target === null ? '' : `, target ${write(target)}`}`}
    >
      <line x1={PAD} x2={WIDTH - PAD} y1="28" y2="28" className={css.axis} />
      <rect x={x(low)} width={Math.max(2, x(high) - x(low))} y="20" height="16" className={css.band} />
      <line x1={x(value)} x2={x(value)} y1="18" y2="38" className={css.middle} />
      {target !== null && (
        <>
          <line x1={x(target)} x2={x(target)} y1="12" y2="40" className={css.target} />
          <text x={x(target)} y="9" textAnchor="middle">
            target {write(target)}
          </text>
        </>
      )}
      <text x={x(low)} y="54" textAnchor="middle">
        {write(low)}
      </text>
      {x(high) - x(low) > 60 && (
        <text x={x(high)} y="54" textAnchor="middle">
          {write(high)}
        </text>
      )}
    </svg>
  );
};
