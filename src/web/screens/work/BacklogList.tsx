import { useState } from 'react';
import type { ItemId } from '../../../kernel/ids.ts';
import type { BacklogRow as Row } from '../../../views/work/backlog.ts';
import lines from '../../components/lines.module.css';
import { Scroll } from '../../components/Scroll.tsx';
import css from './BacklogList.module.css';
import { BacklogRow } from './BacklogRow.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { reordered, type Hand } from './use-order.ts';

type Props = {
  readonly rows: readonly Row[];
  readonly hand: Hand;
  readonly movable: boolean;
  readonly onPlace: (item: ItemId, before: ItemId | null, was: ItemId | null) => void;
};

/** The ordered list; rows move by pointer, by keyboard (Space, arrows, Space) and by “Move to place”. */
export const BacklogList = ({ rows, hand, movable, onPlace }: Props) => {
  const [moving, setMoving] = useState<Row | null>(null);
  const { held } = hand;
  const shown = reordered(rows, held);
  const ids = rows.map((r) => r.item.id);
  return (
    <>
      <p className="unseen" aria-live="assertive">
        {held ? `${rows[held.from]!.item.ref} held, place ${held.to + 1} of ${rows.length}` : ''}
      </p>
      <Scroll label="Backlog in the agreed order">
        <table className={`${lines.lines} ${css.list}`}>
          <thead>
            <tr>
              {movable && (
                <th scope="col">
                  <span className="unseen">Move</span>
                </th>
              )}
              <th scope="col" className="r">
                <span className="unseen">Place</span>
              </th>
              <th scope="col">
                <span className="unseen">Class</span>
              </th>
              <th scope="col">Item and priority</th>
              <th scope="col">Serves</th>
              <th scope="col" className="r">
                Size
              </th>
              <th scope="col">Owner</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <BacklogRow
                key={row.item.id}
                row={row}
                index={i}
                place={held || !row.place ? i + 1 : row.place}
                hand={hand}
                movable={movable}
                onMove={() => setMoving(row)}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      {moving && (
        <MoveDialog
          row={moving}
          of={rows.length}
          onClose={() => setMoving(null)}
          onPlace={(to) => {
            const from = ids.indexOf(moving.item.id);
            const others = ids.filter((id) => id !== moving.item.id);
            onPlace(moving.item.id, others[to - 1] ?? null, ids[from + 1] ?? null);
            setMoving(null);
          }}
        />
      )}
    </>
  );
};
