import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLocation, useRouter } from 'wouter';
import type { Chart } from '../../../charts/svg.ts';
import { Scroll } from '../Scroll.tsx';
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
  const { base } = useRouter();
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  // The drawing is data; what happens in it is heard here, at its edge.
  const walk = useEffectEvent((event: MouseEvent) => {
    const href = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null;
    if (!href || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(href.slice(base.length));
  });
  const point = useEffectEvent((event: Event) => {
    const lanes = event.target ? lanesOf(event.target) : [];
    if (lanes.length > 0) onPath?.(lanes);
  });
  useEffect(() => {
    const element = box.current!;
    const stop = new AbortController();
    element.addEventListener('click', (e) => walk(e), { signal: stop.signal });
    for (const kind of ['pointerover', 'focusin']) element.addEventListener(kind, (e) => point(e), { signal: stop.signal });
    return () => stop.abort();
  }, []);
  const chart = width > 0 ? draw(Math.max(width, least)) : null;
  return (
    <div ref={box} className={css.box}>
      {chart && (width < least ? <Scroll label="Chart, scrolls sideways">{drawn(chart.svg, base)}</Scroll> : drawn(chart.svg, base))}
    </div>
  );
};
