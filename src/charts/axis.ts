/** Axes and grid lines shared by the charts. */
import { el, type Svg } from './svg.ts';

/** A horizontal axis of ticks under a plot. */
export const bottomAxis = (ticks: readonly { readonly x: number; readonly label: string }[], y: number, top: number): Svg[] =>
  ticks.flatMap(({ x, label }) => [
    el('line', { x1: x, x2: x, y1: top, y2: y, stroke: 'var(--c-grid)' }),
    el('text', { x, y: y + 16, 'text-anchor': 'middle', 'font-size': 12, fill: 'var(--c-axis)' }, label),
  ]);
