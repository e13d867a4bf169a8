import type { Day } from '../../../kernel/day.ts';
import { along, type Axis } from './axis.ts';
import css from './WhenStrip.module.css';

type Props = {
  readonly axis: Axis;
  readonly p50: Day | null;
  readonly p85: Day | null;
  readonly p95: Day | null;
  /** Latest useful start, where there is one. */
  readonly useful: Day | null;
};

const WIDTH = 160;
const INSET = 6;

/** When an item is finished: 50, 85 and 95 % sure, the period's end, and the last day on which a start still helps. The dates stand beside it. */
export const WhenStrip = ({ axis, p50, p85, p95, useful }: Props) => {
  const x = (day: Day): number => INSET + along(axis, day) * (WIDTH - 2 * INSET);
  const gone = p50 !== null && along(axis, p50) >= 1;
  return (
    <svg className={css.strip} viewBox={`0 0 ${WIDTH} 24`} width={WIDTH} height={24} aria-hidden="true">
      <line x1={x(axis.end)} x2={x(axis.end)} y1={0} y2={24} className={css.end} />
      {p50 && !gone && (
        <>
          {p85 && <rect x={x(p50)} y={9} width={x(p85) - x(p50)} height={6} className={css.p85} />}
          {p85 && p95 && <rect x={x(p85)} y={9} width={x(p95) - x(p85)} height={6} className={css.p95} />}
          <rect x={x(p50) - 1.5} y={6} width={3} height={12} className={css.p50} />
        </>
      )}
      {gone && <path d={`M${WIDTH - INSET - 5} 8l5 4l-5 4`} className={css.beyond} />}
      {useful && <path d={`M${x(useful) - 5} 2h10l-5 7z`} className={css.useful} />}
    </svg>
  );
};
