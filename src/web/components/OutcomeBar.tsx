import css from './OutcomeBar.module.css';

type Props = {
  /** null where it is not known: the bar is hatched. */
  readonly now: number | null;
  readonly target: number;
  readonly baseline?: number | null;
  /** From a later forecast: the interval and its middle. */
  readonly interval?: { readonly low: number; readonly value: number; readonly high: number } | undefined;
  /** An even pace would be here today. */
  readonly pace?: number | null;
  readonly targetText: string;
};

/** Where an outcome stands against its target: now, interval, target. Starts at zero. */
export const OutcomeBar = ({ now, target, interval, pace, targetText }: Props) => {
  const most = Math.max(target * 1.4, (now ?? 0) * 1.08, (interval?.high ?? 0) * 1.05, 1e-9);
  const x = (value: number): string => `${Math.max(0, Math.min(100, (value / most) * 100))}%`;
  return (
    <span className={css.bar} aria-hidden="true">
      <i className={now === null ? css.unknown : css.track} />
      {now !== null && <i className={css.now} style={{ width: x(now) }} />}
      {interval && <i className={css.band} style={{ left: x(interval.low), width: `calc(${x(interval.high)} - ${x(interval.low)})` }} />}
      {interval && <i className={css.middle} style={{ left: x(interval.value) }} />}
      {pace !== null && pace !== undefined && <i className={css.pace} style={{ left: x(pace) }} />}
      <i className={css.target} style={{ left: x(target) }} />
      <em className="num" style={{ left: x(target) }}>
        {targetText}
      </em>
    </span>
  );
};
