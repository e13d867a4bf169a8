/** Axes and grid lines shared by the charts. */
import { el, type Svg } from './svg.ts';

/** A horizontal axis of ticks under a plot. */
export const bottomAxis = (ticks: readonly { readonly x: number; readonly label: string }[], y: number, top: number): Svg[] =>
  ticks.flatMap(({ x, label }) => [
    el('line', { x1: x, x2: x, y1: top, y2: y, stroke: 'var(--c-grid)' }),
    el('text', { x, y: y + 16, 'text-anchor': 'middle', 'font-size': 12, fill: 'var(--c-axis)' }, label),
  ]);

/** Grid lines with their value at the left. */
export const leftAxis = (ticks: readonly { readonly y: number; readonly label: string }[], left: number, right: number): Svg[] =>
  ticks.flatMap(({ y, label }) => [
    el('line', { x1: left, x2: right, y1: y, y2: y, stroke: 'var(--c-grid)' }),
    el('text', { x: left - 8, y: y + 4, 'text-anchor': 'end', 'font-size': 12, fill: 'var(--c-axis)' }, label),
  ]);
