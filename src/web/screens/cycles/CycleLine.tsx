import { Link } from 'wouter';
import { count, days, dayWords, tally } from '../../../views/words/format.ts';
import type { CycleRow } from '../../../views/work/cycles.ts';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import { CapacityBar } from './CapacityBar.tsx';
import css from './Cycles.module.css';

/** One cycle: its days, its team, what it holds or what it did. */
export const CycleLine = ({ row }: { readonly row: CycleRow }) => {
  const { today } = useCompany();
  const { cycle, standing, team, done, open, taken, unsized, capacity } = row;
  const all = done.length + open.length;
  return (
    <li className={css.line}>
      <div>
        <Link href={`/work/cycles/${cycle.id}`} className={css.name}>
          {dayWords(cycle.from, today)} to {dayWords(cycle.to, today)}
        </Link>
        <small>
          {cycle.days} working days, {team ?? 'all teams'}
        </small>
      </div>
      {standing === 'closed' ? (
        <>
          <span>
            {count(done.length)} of {tally(all, 'item')} done
          </span>
          <span className="dim">{open.length === 0 ? 'nothing carried over' : `${count(open.length)} carried over`}</span>
        </>
      ) : (
        <>
          <span>
            {standing === 'running' ? `${count(done.length)} of ${tally(all, 'item')} done` : tally(all, 'item')}
            {unsized > 0 && <Tag kind="early">{count(unsized)} not sized</Tag>}
          </span>
          {capacity === null ? (
            <span className="dim">{days(taken)}; nobody’s hours are recorded</span>
          ) : (
            <CapacityBar taken={taken} capacity={capacity} />
          )}
        </>
      )}
    </li>
  );
};
