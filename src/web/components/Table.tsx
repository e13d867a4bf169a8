import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import css from './Table.module.css';

export type Column<R> = {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: R) => ReactNode;
  /** Numbers stand on the right. */
  readonly number?: boolean;
  readonly width?: string;
};
type Props<R> = {
  /** What the table lists, for those who do not see it. */
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  readonly onOpen?: (row: R) => void;
  readonly isCurrent?: (row: R) => boolean;
  /** Scrolls within itself at this height; needed for long lists. */
  readonly height?: string;
  readonly foot?: ReactNode;
};

const MANY = 150;
const ROW = 40;

/** A real table with a head that stays. Long ones draw only the rows that are looked at. */
export const Table = <R,>(props: Props<R>) =>
  props.rows.length > MANY ? <LongTable {...props} /> : <Frame {...props}>{props.rows.map((row) => rowOf(props, row))}</Frame>;

const LongTable = <R,>(props: Props<R>) => {
  const { rows, columns } = props;
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 12 });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const space = (height: number, key: string): ReactNode =>
    height > 0 ? (
      <tr key={key} aria-hidden="true" style={{ height }} className={css.space}>
        {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it only takes the room of rows that are not drawn */}
        <td colSpan={columns.length} />
      </tr>
    ) : null;
  return (
    <Frame {...props} height={props.height ?? '70vh'} box={box}>
      {space(before, 'before')}
      {items.map((item) => rowOf(props, rows[item.index]!, item.index))}
      {space(after, 'after')}
    </Frame>
  );
};

const Frame = <R,>({
  label,
  columns,
  rows,
  height,
  foot,
  children,
  box,
}: Props<R> & { readonly children: ReactNode; readonly box?: React.RefObject<HTMLDivElement | null> }) => {
  const own = useRef<HTMLDivElement>(null);
  const frame = box ?? own;
  const scrolls = useScrolls(frame);
  return (
    <div
      className={css.frame}
      ref={frame}
      style={height ? { maxHeight: height, overflow: 'auto' } : undefined}
      role="region"
      aria-label={label}
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={height || scrolls ? 0 : -1}
    >
      <table className={css.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map(({ key, head, number, width }) => (
              <th key={key} scope="col" className={number ? css.number : undefined} style={width ? { width } : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
};

/** True while there is more in it than fits. */
const useScrolls = (frame: React.RefObject<HTMLDivElement | null>): boolean => {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = frame.current!;
    const watch = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return scrolls;
};

const rowOf = <R,>({ columns, keyOf, onOpen, isCurrent }: Props<R>, row: R, index?: number): ReactNode => (
  <tr
    key={keyOf(row)}
    aria-rowindex={index === undefined ? undefined : index + 2}
    className={[onOpen && css.opens, isCurrent?.(row) && css.current].filter(Boolean).join(' ') || undefined}
    onClick={(event) => {
      if (onOpen && !(event.target as HTMLElement).closest('a, button, input, label')) onOpen(row);
    }}
  >
    {columns.map(({ key, cell, number }) => (
      <td key={key} className={number ? css.number : undefined}>
        {cell(row)}
      </td>
    ))}
  </tr>
);
