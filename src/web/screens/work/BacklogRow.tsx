import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { disableNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview';
import { IconGripVertical } from '@tabler/icons-react';
import { HREF } from '../../../views/thread/cells.ts';
import { days } from '../../../views/words/format.ts';
import type { BacklogRow as Row } from '../../../views/work/backlog.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Status } from '../../components/Status.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './BacklogList.module.css';
import { Moscow } from './Moscow.tsx';
import type { Hand } from './use-order.ts';

type Props = {
  readonly row: Row;
  readonly index: number;
  readonly place: number;
  readonly hand: Hand;
  readonly movable: boolean;
  readonly onMove: () => void;
};

/** One item of the Backlog. */
export const BacklogRow = ({ row, index, place, hand, movable, onMove }: Props) => {
  const { nameOf } = useCompany();
  const tr = useRef<HTMLTableRowElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  useDrag(tr, handle, row, index, hand, movable);
  const { item } = row;
  const isHeld = hand.held?.item === item.id;
  const keys = (event: React.KeyboardEvent): void => {
    const does: { readonly [key: string]: () => void } = isHeld
      ? {
          ' ': hand.drop,
          Enter: hand.drop,
          Escape: hand.putBack,
          ArrowUp: () => hand.moveTo(hand.held!.to - 1),
          ArrowDown: () => hand.moveTo(hand.held!.to + 1),
        }
      : { ' ': () => hand.lift(item.id, index), Enter: onMove };
    const run = does[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return (
    <tr ref={tr} className={isHeld ? css.held : undefined}>
      {movable && (
        <td>
          <button
            ref={handle}
            type="button"
            className={css.handle}
            aria-label={`Move ${item.ref}, place ${place}`}
            title="Drag, or Space and arrows; Enter asks for a place"
            onKeyDown={keys}
            onClick={(e) => e.detail > 0 && onMove()}
          >
            <IconGripVertical size={15} stroke={1.6} aria-hidden="true" />
          </button>
        </td>
      )}
      <td className="r dim">{place}</td>
      <td>{row.moscow && <Moscow of={row.moscow} />}</td>
      <td>
        <Link href={HREF.item(item.id)} className={css.name}>
          {item.title}
        </Link>
        <small>
          {item.ref}
          {row.priority && `, ${row.priority.title}`}
        </small>
      </td>
      <td>
        {row.outcomes.map((o) => o.name).join(', ')}
        {row.orphan && <Tag kind="gap">orphan: serves no outcome</Tag>}
        {row.outcomes.length === 0 && !row.orphan && <Tag>foundational</Tag>}
      </td>
      <td className="r nw">{item.sizeDays === null ? <Tag kind="early">no size yet</Tag> : days(item.sizeDays)}</td>
      <td>
        <Avatar name={item.owner ? nameOf(item.owner) : null} />
      </td>
      <td className="nw">{row.state === 'started' ? <Status kind="on">started</Status> : <span className="dim">open</span>}</td>
    </tr>
  );
};

const useDrag = (
  tr: React.RefObject<HTMLTableRowElement | null>,
  handle: React.RefObject<HTMLButtonElement | null>,
  row: Row,
  index: number,
  hand: Hand,
  movable: boolean,
): void => {
  const now = useRef({ index, hand });
  useEffect(() => {
    now.current = { index, hand };
  });
  const id = row.item.id;
  useEffect(() => {
    const element = tr.current;
    if (!movable || !element || !handle.current) return;
    const stopDrag = draggable({
      element,
      dragHandle: handle.current,
      getInitialData: () => ({ item: id }),
      onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
      onDragStart: () => now.current.hand.lift(id, now.current.index),
      onDrop: ({ location }) => (location.current.dropTargets.length > 0 ? now.current.hand.drop() : now.current.hand.putBack()),
    });
    const stopTarget = dropTargetForElements({
      element,
      canDrop: ({ source }) => 'item' in source.data,
      onDragEnter: () => {
        const { hand: h, index: i } = now.current;
        if (h.held && h.held.to !== i) h.moveTo(i);
      },
    });
    return () => {
      stopDrag();
      stopTarget();
    };
  }, [tr, handle, id, movable]);
};
