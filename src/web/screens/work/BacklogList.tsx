import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { ItemId } from '../../../kernel/ids.ts';
import { fellBelow } from '../../../views/delivery/moved.ts';
import { usefulStarts } from '../../../views/delivery/latest-useful-start.ts';
import { contradictionWords } from '../../../views/work/contradictions.ts';
import { count, dayWords, percent } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import { useLags } from '../../state/use-lags.ts';
import { useNarrow } from '../../shell/use-narrow.ts';
import { axisOf } from './axis.ts';
import { BacklogHeads } from './BacklogHeads.tsx';
import { BacklogLine } from './BacklogLine.tsx';
import css from './BacklogTable.module.css';
import { BacklogRow } from './BacklogRow.tsx';
import { entriesOf } from './entries.ts';
import type { BacklogNow } from './use-backlog.ts';
import { useRowDoes } from './use-row-does.ts';
import { reordered, type Hand } from './use-order.ts';

type Props = {
  readonly now: BacklogNow;
  readonly hand: Hand;
  readonly movable: boolean;
  readonly onMove: (item: ItemId) => void;
};

const ROW = 41;
const PHONE_ROW = 84;
const LINE = 25;
/** Rows drawn beyond what is seen. */
const OVERSCAN = 8;

/** The ordered list: only the rows that are looked at are drawn, and only those that change are drawn anew. */
export const BacklogList = ({ now, hand, movable, onMove }: Props) => {
  const { book, today, nameOf } = useCompany();
  const narrow = useNarrow();
  const { rows, after, before, shifts } = now;
  const { held } = hand;
  const places = useMemo(() => rows.map((row, i) => (held ? i + 1 : (row.place ?? i + 1))), [rows, held]);
  const entries = useMemo(() => entriesOf(places, after.lines), [places, after.lines]);
  const body = useRef<HTMLDivElement>(null);
  const margin = useTop(body);
  const virtual = useWindowVirtualizer({
    count: entries.length,
    estimateSize: (i) => (entries[i]!.kind === 'line' ? LINE : narrow ? PHONE_ROW : ROW),
    getItemKey: (i) => {
      const entry = entries[i]!;
      return entry.kind === 'row' ? rows[entry.index]!.item.id : entry.line;
    },
    overscan: OVERSCAN,
    scrollMargin: margin,
    scrollPaddingStart: 80,
    scrollPaddingEnd: 120,
  });
  const rowAt = (y: number): number | null => {
    const box = body.current?.getBoundingClientRect();
    const found = box && virtual.getVirtualItemForOffset(y - box.top + margin);
    const entry = found && entries[found.index];
    return entry?.kind === 'row' ? entry.index : null;
  };
  const does = useRowDoes(hand, rowAt, onMove);
  const lags = useLags();
  const useful = useMemo(() => usefulStarts(book, today, lags), [book, today, lags]);
  const { ids } = now;
  const order = useMemo(() => reordered(ids, held), [ids, held]);
  const early = useMemo(() => contradictionWords(book, order), [book, order]);
  const dated = after.lines !== null;
  const axis = useMemo(() => (dated ? axisOf(today, after.lastDay) : null), [today, after.lastDay, dated]);
  const heldAt = held ? entries.findIndex((entry) => entry.kind === 'row' && entry.index === held.to) : -1;
  useLayoutEffect(() => {
    if (held?.by === 'keyboard' && heldAt >= 0) virtual.scrollToIndex(heldAt, { align: 'auto' });
  }, [held?.by, heldAt, virtual]);
  const title = (id: ItemId): string => book.item.get(id)?.title ?? id;
  return (
    <div role="table" aria-label="Backlog in the agreed order" aria-rowcount={rows.length + 1} className={css.table}>
      <BacklogHeads axis={axis} />
      <div role="rowgroup" ref={body} className={css.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const entry = entries[index]!;
          const top = start - margin;
          if (entry.kind === 'line')
            return (
              <BacklogLine
                key={key}
                kind={entry.line}
                top={top}
                news={held && entry.line === 'sure' ? fellBelow(before, after, held.item, title) : null}
              >
                {entry.line === 'sure' ? (
                  <>
                    <b>85 % sure to finish by {dayWords(after.lastDay, today)}</b> above this line
                  </>
                ) : (
                  <>
                    <b>Capacity ends here</b>: <span className={css.recorded}>{capacityWords(now)}</span>even odds
                  </>
                )}
              </BacklogLine>
            );
          const row = rows[entry.index]!;
          const dates = after.byItem.get(row.item.id);
          const found = useful(row.item, dates).found;
          return (
            <BacklogRow
              key={key}
              item={row.item}
              priority={row.priority}
              serves={row.outcomes.map((o) => o.name).join(', ')}
              orphan={row.orphan}
              place={places[entry.index]!}
              index={entry.index}
              top={top}
              p50={dates?.p50 ?? null}
              p85={dates?.p85 ?? null}
              p95={dates?.p95 ?? null}
              chance={
                dates?.chance == null
                  ? undefined
                  : `Chance to be finished by ${dayWords(after.lastDay, today)}: ${percent(Math.round(dates.chance * 100) / 100)}`
              }
              days={dates?.days ?? null}
              guessedFrom={dates?.guessedFrom ?? 0}
              shift={shifts.get(row.item.id) ?? 0}
              early={early.get(row.item.id) ?? null}
              useful={found?.latest ?? null}
              late={
                found?.late
                  ? `${found.kind}: to move “${found.outcome.name}” by ${dayWords(found.outcome.due, today)}, work had to start by ${dayWords(found.latest, today)}. Started ${dayWords(found.start, today)}, ${percent(found.share)} of its effect still lands in time.`
                  : null
              }
              owner={row.item.owner && nameOf(row.item.owner)}
              held={held?.item === row.item.id ? held.by : null}
              movable={movable}
              axis={axis}
              today={today}
              does={does}
            />
          );
        })}
      </div>
    </div>
  );
};

/** "121 of 133 days left this quarter, " where capacity is recorded. */
const capacityWords = ({ after }: BacklogNow): string => {
  const { capacity } = after.ground;
  if (!capacity || !after.lines) return '';
  const above = after.items.slice(0, after.lines.even).reduce((sum, { days }) => sum + (days ?? 0), 0);
  return `${count(Math.round(above))} person-days above, ${count(Math.round(capacity.left))} recorded until then, `;
};

/** How far from the top of the page the list begins; what stands above it may grow, and the page then does too. */
const useTop = (body: React.RefObject<HTMLDivElement | null>): number => {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const look = (): void => {
      if (body.current) setTop(Math.round(body.current.getBoundingClientRect().top + scrollY));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [body]);
  return top;
};
