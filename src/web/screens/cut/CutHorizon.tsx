import { Link } from 'wouter';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Delivery } from '../../../views/delivery/delivery.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { count, monthLong, plural, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './CutScreen.module.css';

type Props = {
  readonly before: Delivery;
  readonly after: Delivery;
  readonly marked: number;
  /** Removed here, latest first. */
  readonly gone: readonly ItemId[];
  readonly onRestore: (items: readonly ItemId[]) => void;
};

const month = (day: string | null | undefined): string => (day ? monthLong(day) : 'beyond fifty years');

/** How far the list reaches now and after the cut, and what was removed so far. */
export const CutHorizon = ({ before, after, marked, gone, onRestore }: Props) => {
  const { book } = useCompany();
  const removed = gone.filter((id) => book.item.get(id)?.retired);
  const [was, now] = [before.horizon, after.horizon];
  const share = was?.years && now?.years ? Math.max(0.02, Math.min(1, now.years / was.years)) : 1;
  return (
    <aside className={css.side} aria-label="Horizon">
      <h2>Horizon</h2>
      {was ? (
        <div aria-live="polite">
          <p className={css.big}>{month(marked > 0 ? (now?.last ?? before.today) : was.last)}</p>
          <p className="sm mut">
            {marked > 0
              ? `instead of ${month(was.last)}: ${tally(before.items.length - marked, 'item')} instead of ${count(before.items.length)}`
              : `the last of ${tally(before.items.length, 'item')} is done, even odds (80 %: ${month(was.low)} to ${month(was.high)})`}
          </p>
          <div className={css.bar} aria-hidden="true">
            <i style={{ width: `${(marked > 0 ? share : 1) * 100}%` }} />
          </div>
        </div>
      ) : (
        <p className="sm mut">{before.ground.ruling.why} The cut shortens the list all the same.</p>
      )}
      {removed.length > 0 && (
        <>
          <h3>
            Removed here <span className="dim">{removed.length}</span>
          </h3>
          <ul>
            {removed.map((id) => (
              <li key={id}>
                <Link href={HREF.item(id)} className="lnk">
                  {book.item.get(id)!.title}
                </Link>
                <Button kind="quiet" size="small" onPress={() => onRestore([id])}>
                  Bring back
                </Button>
              </li>
            ))}
          </ul>
          {removed.length > 1 && (
            <Button size="small" onPress={() => onRestore(removed)}>
              Bring back all {plural(removed.length, 'item')}
            </Button>
          )}
        </>
      )}
    </aside>
  );
};
