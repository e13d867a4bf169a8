import { memo, useLayoutEffect, useRef } from 'react';
import { Link } from 'wouter';
import { IconGripVertical } from '@tabler/icons-react';
import type { Item } from '../../../domain/backlog/item.ts';
import type { Priority } from '../../../domain/blueprint/priority.ts';
import type { Day } from '../../../kernel/day.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import { signedDays } from '../../../views/delivery/moved.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { count, dayBrief } from '../../../views/words/format.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { Axis } from './axis.ts';
import css from './BacklogTable.module.css';
import { Moscow } from './Moscow.tsx';
import { WhenStrip } from './WhenStrip.tsx';

/** Plain values, so that a row is drawn anew only where something of it changed. */
export type RowProps = {
  readonly item: Item;
  readonly priority: Priority | null;
  /** Names of the outcomes it serves, joined. */
  readonly serves: string;
  readonly orphan: boolean;
  readonly place: number;
  /** In the rows shown. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly p50: Day | null;
  readonly p85: Day | null;
  readonly p95: Day | null;
  /** Chance to be finished by the period's end, in words. */
  readonly chance: string | undefined;
  readonly days: number | null;
  readonly guessedFrom: number;
  /** Days by which the half-sure date moves with what is held; 0: it stays. */
  readonly shift: number;
  /** What it needs that stands after it, in words. */
  readonly early: string | null;
  readonly useful: Day | null;
  readonly late: string | null;
  readonly owner: string | null;
  readonly held: 'pointer' | 'keyboard' | null;
  readonly movable: boolean;
  readonly axis: Axis | null;
  readonly today: Day;
  readonly does: RowDoes;
};
/** What can be done with a row; the same object for all rows and all times. */
export type RowDoes = {
  readonly press: (event: React.PointerEvent, item: ItemId, index: number) => void;
  readonly key: (event: React.KeyboardEvent, item: ItemId, index: number) => void;
};

/** One item of the Backlog, with the days on which it is finished. */
export const BacklogRow = memo((row: RowProps) => {
  const { item, priority, place, index, top, held, shift, today, axis } = row;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-item={item.id}
      className={[css.row, held && css.held, priority?.moscow === 'wont' && css.quiet].filter(Boolean).join(' ')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="cell" className={css.grip}>
        {row.movable && <Handle row={row} />}
      </span>
      <span role="cell" className={css.place}>
        {place}
      </span>
      <span role="cell" className={css.class}>
        {priority && <Moscow of={priority.moscow} />}
      </span>
      <span role="cell" className={css.what}>
        <Link href={HREF.item(item.id)} className={css.name}>
          {item.title}
        </Link>
        <small>
          {item.ref}
          {item.startedOn && ', started'}
          {priority && `, ${priority.title}`}
        </small>
      </span>
      <span role="cell" className={css.serves}>
        {row.serves && <span>{row.serves}</span>}
        {row.orphan && <Tag kind="gap">orphan: serves no outcome</Tag>}
        {!row.serves && !row.orphan && <Tag>foundational</Tag>}
        {item.sizeDays === null && item.shirt === null && <Tag kind="early">no size yet</Tag>}
        {row.early && (
          <Link href={HREF.item(item.id)} title={row.early} aria-label={`Before what it needs. ${row.early}`}>
            <Tag kind="warn">before what it needs</Tag>
          </Link>
        )}
        {row.late && (
          <span title={row.late}>
            <Tag kind="warn">starts after last useful date</Tag>
          </span>
        )}
      </span>
      <span role="cell" className={css.size} title={row.guessedFrom > 0 ? `Guessed from ${row.guessedFrom} similar items` : undefined}>
        {row.days === null ? '–' : `${row.guessedFrom > 0 ? '≈ ' : ''}${count(row.days, 1)} d`}
      </span>
      <span role="cell" className={css.owner}>
        <Avatar name={row.owner} />
      </span>
      <span role="cell" className={css.when}>
        {axis && <WhenStrip axis={axis} p50={row.p50} p85={row.p85} p95={row.p95} useful={row.useful} />}
      </span>
      <span role="cell" className={css.p50} title={row.chance}>
        {row.p50 ? dayBrief(row.p50, today) : axis && 'beyond'}
        {shift !== 0 && <em className={shift < 0 ? css.sooner : css.later}>{signedDays(shift)}</em>}
      </span>
      <span role="cell" className={css.p85}>
        {row.p85 && dayBrief(row.p85, today)}
      </span>
      <span role="cell" className={css.p95}>
        {row.p95 && dayBrief(row.p95, today)}
      </span>
    </div>
  );
});

const Handle = ({ row: { item, index, place, held, does } }: { readonly row: RowProps }) => {
  const handle = useRef<HTMLButtonElement>(null);
  // A row that moves in the page loses the focus; the one in the hand keeps it.
  useLayoutEffect(() => {
    if (held === 'keyboard') handle.current?.focus({ preventScroll: true });
  }, [held, index]);
  return (
    <button
      ref={handle}
      type="button"
      className={css.handle}
      aria-label={`Move ${item.ref}, place ${place}`}
      aria-pressed={held !== null}
      title="Drag, or Space and arrows; Enter asks for a place"
      onPointerDown={(event) => does.press(event, item.id, index)}
      onKeyDown={(event) => does.key(event, item.id, index)}
    >
      <IconGripVertical size={15} stroke={1.6} aria-hidden="true" />
    </button>
  );
};
