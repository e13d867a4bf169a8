import type { LagView } from '../../../views/lag/lag-view.ts';
import { count, percent } from '../../../views/words/format.ts';
import lines from '../../components/lines.module.css';
import { Scroll } from '../../components/Scroll.tsx';

const STEPS = 8;

const rowsOf = (view: LagView) => (view.drawn.length > 0 ? view.drawn : view.all.points.length > 0 ? [{ ...view.all, key: 'all' }] : []);

/** Every point of every curve, as a file holds it. */
export const curveRows = (view: LagView): (string | number | null)[][] => [
  ['channel', 'day', 'observed share', 'share, modelled beyond what was watched', '80 % low', '80 % high'],
  ...rowsOf(view).flatMap((row) => row.points.map((p): (string | number | null)[] => [row.key, p.day, p.observed, p.share, p.low, p.high])),
];

/** The chart as a table: the share by so many days; what is modelled is in italics. */
export const CurveTable = ({ view }: { readonly view: LagView }) => {
  const days = Array.from({ length: STEPS }, (_, i) => Math.round(((i + 1) * view.horizon) / STEPS));
  return (
    <Scroll label={view.heading}>
      <table className={lines.lines}>
        <caption className="unseen">{view.heading}</caption>
        <thead>
          <tr>
            <th scope="col">Channel</th>
            {days.map((day) => (
              <th scope="col" key={day} className="r">
                {count(day)} days
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(view).map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.key}</th>
              {days.map((day) => {
                const point = row.points.findLast((p) => p.day <= day);
                return (
                  <td key={day} className="r nw">
                    {!point ? '–' : point.observed === null ? <i>{percent(point.share)}</i> : percent(point.observed)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
