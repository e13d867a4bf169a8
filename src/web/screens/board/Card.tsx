import { useEffect, useRef } from 'react';
import { Menu } from '@mantine/core';
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { IconArrowsHorizontal } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Item } from '../../../domain/backlog/item.ts';
import { dayWords, tally } from '../../../views/words/format.ts';
import { BOARD_COLUMNS, type BoardColumn, type Card as CardOf } from '../../../views/work/board.ts';
import { sizeWords } from '../../../views/work/ready.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './Board.module.css';

type Props = {
  readonly card: CardOf;
  readonly column: BoardColumn;
  readonly movable: boolean;
  readonly onMove: (item: Item, to: BoardColumn) => void;
};
const COLUMNS = Object.keys(BOARD_COLUMNS) as BoardColumn[];

/** One item on the board: moved by pointer, by the menu, or by the arrow keys on its button. */
export const Card = ({ card: { item, place, age, ready }, column, movable, onMove }: Props) => {
  const { book, nameOf, noteOf, today } = useCompany();
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!movable || !box.current) return;
    return draggable({ element: box.current, getInitialData: () => ({ item: item.id }) });
  }, [movable, item.id]);
  const step = (by: number): void => {
    const to = COLUMNS[COLUMNS.indexOf(column) + by];
    if (to) onMove(item, to);
  };
  return (
    <li ref={box} className={css.card}>
      <div className={css.line}>
        <Link href={`/work/board/${item.id}`} className={css.name}>
          {item.title}
        </Link>
        {movable && (
          <Menu position="bottom-end" width={200}>
            <Menu.Target>
              <button
                type="button"
                className={css.handle}
                aria-label={`Move ${item.ref}, now ${BOARD_COLUMNS[column]}`}
                title="Arrow keys move it a column; press for the menu"
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
                  event.preventDefault();
                  step(event.key === 'ArrowLeft' ? -1 : 1);
                }}
              >
                <IconArrowsHorizontal size={15} stroke={1.6} aria-hidden="true" />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {COLUMNS.filter((to) => to !== column).map((to) => (
                <Menu.Item key={to} onClick={() => onMove(item, to)}>
                  Move to {BOARD_COLUMNS[to].toLowerCase()}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {item.waiting && noteOf(item.waiting.why) && <p className={`agreed ${css.why}`}>{noteOf(item.waiting.why)}</p>}
      <div className={css.foot}>
        <span className="dim">
          {item.ref}
          {place !== null && `, place ${place}`}
          {(item.sizeDays !== null || item.shirt) && `, ${sizeWords(book, item).split(':')[0]}`}
        </span>
        {age && (
          <span className={age.old ? css.old : 'dim'}>
            {age.old ? '▲ ' : ''}
            {age.days === 0 ? 'started today' : `${tally(age.days, 'day')} in work`}
          </span>
        )}
        {column === 'finished' && item.finishedOn && <span className="dim">{dayWords(item.finishedOn, today)}</span>}
        {column === 'open' && !ready && <Tag kind="early">not ready</Tag>}
        <Avatar name={item.owner ? nameOf(item.owner) : null} />
      </div>
    </li>
  );
};
