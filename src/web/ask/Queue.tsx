import type { QueueRow } from '../../views/intake/queue.ts';
import css from './Queue.module.css';

/** The queue around one's own work: others counted, or named where the company shows titles. */
export const Queue = ({ rows }: { readonly rows: readonly QueueRow[] }) =>
  rows.length === 0 ? null : (
    <section className={css.part}>
      <h2>Your place in the queue</h2>
      <ol className={css.queue}>
        {rows.map((row, i) => {
          if (row.kind === 'line')
            return (
              <li key="line" className={css.line}>
                <span>{row.text}</span>
                <i aria-hidden="true" />
              </li>
            );
          const place = row.kind === 'others' ? row.places : row.place;
          return (
            <li
              key={row.kind === 'others' ? `others-${i}` : row.place}
              className={row.kind === 'others' ? css.skip : row.mine ? css.you : undefined}
              aria-current={row.kind === 'item' && row.mine ? 'true' : undefined}
            >
              <span className={css.n}>{place}</span>
              <span>{row.kind === 'others' ? row.text : row.title}</span>
              <span className={css.n}>{row.kind === 'item' && row.day}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
