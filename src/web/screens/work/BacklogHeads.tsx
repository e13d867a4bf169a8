import { dayWords, monthShort } from '../../../views/words/format.ts';
import { along, monthsOn, type Axis } from './axis.ts';
import css from './BacklogTable.module.css';

/** The heads of the columns; the strip's head is its axis. */
export const BacklogHeads = ({ axis }: { readonly axis: Axis | null }) => (
  <div role="row" aria-rowindex={1} className={`${css.row} ${css.heads}`}>
    <span role="columnheader" className={css.grip}>
      <span className="unseen">Move</span>
    </span>
    <span role="columnheader" className={css.place}>
      <span className="unseen">Place</span>
    </span>
    <span role="columnheader" className={css.class}>
      <span className="unseen">Class</span>
    </span>
    <span role="columnheader" className={css.what}>
      Item and priority
    </span>
    <span role="columnheader" className={css.serves}>
      Serves
    </span>
    <span role="columnheader" className={css.size}>
      Size
    </span>
    <span role="columnheader" className={css.owner}>
      <span className="unseen">Owner</span>
    </span>
    <span role="columnheader" className={css.when}>
      <span className="unseen">When it is finished</span>
      {axis && (
        <span className={css.axis} aria-hidden="true">
          <i>today</i>
          <i className={css.end} style={{ left: `${along(axis, axis.end) * 100}%` }}>
            {dayWords(axis.end, axis.from)}
          </i>
          {monthsOn(axis).map((day) => (
            <i key={day} style={{ left: `${along(axis, day) * 100}%` }}>
              {monthShort(day)}
            </i>
          ))}
        </span>
      )}
    </span>
    <span role="columnheader" className={css.p50}>
      50 %
    </span>
    <span role="columnheader" className={css.p85}>
      85 %
    </span>
    <span role="columnheader" className={css.p95}>
      95 %
    </span>
  </div>
);
