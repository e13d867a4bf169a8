import { dayWords } from '../../views/words/format.ts';
import css from './IfAccepted.module.css';

type At = { readonly place: number; readonly p50: string; readonly p85: string; readonly p95: string };
type Props = {
  readonly queue: { readonly place: number; readonly dates: readonly At[] } | null;
  /** What the dates rest on, or why there are none. */
  readonly why: string;
  /** By when it matters; empty where no day was named. */
  readonly due: string;
  readonly today: string;
};

/** Where a request would stand if it were accepted as it is, when that would be done, and what being in time would take. */
export const IfAccepted = ({ queue, why, due, today }: Props) => {
  const last = queue?.dates.at(-1);
  if (!queue || !last)
    return (
      <>
        <h2>If accepted as it stands</h2>
        <p className={css.sm}>{why}</p>
      </>
    );
  const inTime = queue.dates.filter((at) => at.p85 <= due).at(-1);
  const late = due !== '' && last.p85 > due;
  return (
    <>
      <h2>If accepted as it stands</h2>
      <p className={css.big}>
        Place {queue.place}, after {dayWords(last.p50, today)}
      </p>
      <p className={css.sm}>
        The work before it is half sure to be done by then, 85 % sure by {dayWords(last.p85, today)}, 95 % by {dayWords(last.p95, today)}.{' '}
        {why}
      </p>
      {late && (
        <p className={css.late} role="status">
          That is after {dayWords(due, today)}. To be in time,{' '}
          {inTime
            ? `it would have to stand at place ${inTime.place} or before, and something above would have to drop. You can ask for that once it is accepted.`
            : 'no place in the queue is 85 % sure. Say what happens if it is later.'}
        </p>
      )}
    </>
  );
};
