import css from './Meter.module.css';

/** A part of a whole, as a thin bar. */
export const Meter = ({ part, label }: { /** 0 to 1 */ readonly part: number; readonly label: string }) => (
  <div className={css.meter} role="img" aria-label={label}>
    <i style={{ width: `${Math.max(0, Math.min(1, part)) * 100}%` }} />
  </div>
);
