import { days } from '../../../views/words/format.ts';
import css from './Cycles.module.css';

const rounded = (n: number): number => Math.round(n * 10) / 10;

/** What a cycle holds against what its people can give in its days. */
export const CapacityBar = ({ taken, capacity }: { readonly taken: number; readonly capacity: number }) => {
  const over = taken > capacity;
  const full = Math.max(taken, capacity, 0.1);
  return (
    <span className={css.meter}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" width="100%" height="8" aria-hidden="true">
        <rect x="0" y="0" width="100" height="8" className={css.track} />
        <rect x="0" y="0" width={(Math.min(taken, capacity) / full) * 100} height="8" className={css.fill} />
        {over && <rect x={(capacity / full) * 100} y="0" width={((taken - capacity) / full) * 100} height="8" className={css.too} />}
      </svg>
      <span className={over ? css.overText : 'dim'}>
        {over ? '▲ ' : ''}
        {days(rounded(taken))} of {days(rounded(capacity))} capacity{over ? `, ${days(rounded(taken - capacity))} too many` : ''}
      </span>
    </span>
  );
};
