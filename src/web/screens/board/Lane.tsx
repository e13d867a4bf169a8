import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { Item } from '../../../domain/backlog/item.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import { count } from '../../../views/words/format.ts';
import { BOARD_COLUMNS, type BoardColumn, type BoardLane } from '../../../views/work/board.ts';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './Board.module.css';
import { Card } from './Card.tsx';

type Props = { readonly lane: BoardLane; readonly movable: boolean; readonly onMove: (item: Item, to: BoardColumn) => void };

const EMPTY: { readonly [C in BoardColumn]: string } = {
  open: 'Nothing is open.',
  started: 'Nothing is in progress.',
  waiting: 'Nothing waits.',
  finished: 'Nothing was finished in the last two weeks.',
};

/** One column of the board; cards are dropped on it. */
export const Lane = ({ lane, movable, onMove }: Props) => {
  const { book } = useCompany();
  const { column, cards, n, limit } = lane;
  const box = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  const dropped = useEffectEvent((id: ItemId) => {
    const item = book.item.get(id);
    if (item) onMove(item, column);
  });
  useEffect(() => {
    if (!movable || !box.current) return;
    return dropTargetForElements({
      element: box.current,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        dropped(source.data['item'] as ItemId);
      },
    });
  }, [movable]);
  const name = BOARD_COLUMNS[column];
  return (
    <section ref={box} className={`${css.lane} ${over ? css.over : ''}`} aria-label={`${name}, ${count(n)}`}>
      <h2 className={css.head}>
        {name} <span className="dim">{limit === null ? count(n) : `${count(n)} of ${count(limit)}`}</span>
        {limit !== null && n > limit && <Tag kind="gap">over the limit</Tag>}
        {limit !== null && n === limit && <Tag kind="warn">full</Tag>}
      </h2>
      {cards.length === 0 ? (
        <p className={css.none}>{EMPTY[column]}</p>
      ) : (
        <ul className={css.cards}>
          {cards.map((card) => (
            <Card key={card.item.id} card={card} column={column} movable={movable} onMove={onMove} />
          ))}
        </ul>
      )}
      {n > cards.length && <p className={css.none}>and {count(n - cards.length)} more in the Backlog</p>}
    </section>
  );
};
