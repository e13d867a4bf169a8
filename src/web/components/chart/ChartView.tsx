import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Chart } from '../../../charts/svg.ts';
import css from './ChartView.module.css';
import { drawn } from './drawn.ts';

type Props = {
  /** Draws for the room there is, in px. */
  readonly draw: (width: number) => Chart;
  /** Narrower than this it scrolls sideways in its own region. */
  readonly least?: number;
  /** Called when a knot that belongs to paths is pointed at or focused, with their numbers. */
  readonly onPath?: (lanes: readonly number[]) => void;
};

const lanesOf = (target: EventTarget): readonly number[] => {
  const said = target instanceof Element ? target.closest('[data-lanes]')?.getAttribute('data-lanes') : null;
  return said ? said.split(' ').map(Number) : [];
};

/** A chart on the page: drawn for its width, its links walked without a reload. */
export const ChartView = ({ draw, least = 320, onPath }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [, go] = useLocation();
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  const chart = width > 0 ? draw(Math.max(width, least)) : null;
  const point = (target: EventTarget): void => {
    const lanes = lanesOf(target);
    if (lanes.length > 0) onPath?.(lanes);
  };
  return (
    <div
      ref={box}
      className={css.box}
      onClick={(e) => {
        const href = (e.target as Element).closest('a')?.getAttribute('href');
        if (!href || e.metaKey || e.ctrlKey || e.shiftKey) return;
        e.preventDefault();
        go(href);
      }}
      onPointerOver={(e) => point(e.target)}
      onFocus={(e) => point(e.target)}
    >
      {chart && width < least ? (
        // A region that scrolls must be reachable by keyboard.
        <div className={css.scroll} role="region" aria-label="Chart, scrolls sideways" tabIndex={0}>
          {drawn(chart.svg)}
        </div>
      ) : (
        chart && drawn(chart.svg)
      )}
    </div>
  );
};
