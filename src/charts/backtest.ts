/**
 * Backtests drawn: bars of what was said (80 %, and the middle half where given) with a dot for what happened, red where it fell
 * outside; and how evenly what happened fell into the tenths of what was said.
 */
import { scaleLinear } from 'd3-scale';
import { el, root, type Chart } from './svg.ts';

export type SaidBar = {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly half?: { readonly low: number; readonly high: number };
  readonly happened: number;
  /** What stands at the dot, where it is worth saying. */
  readonly label?: string | null;
};

const LEFT = 52;
const TOP = 22;

export const saidChart = (bars: readonly SaidBar[], write: (n: number) => string, summary: string, width: number, height = 210): Chart => {
  const bottom = height - 28;
  const ends = bars.flatMap(({ low, high, happened }) => [low, high, happened]);
  const y = scaleLinear([Math.min(0, ...ends), Math.max(1, ...ends)], [bottom, TOP]).nice(4);
  const step = (width - LEFT - 12) / Math.max(1, bars.length);
  const wide = Math.max(2, Math.min(17, step * 0.55));
  const every = Math.ceil(56 / Math.max(1, step));
  return root(
    width,
    height,
    summary,
    ...y
      .ticks(4)
      .flatMap((t) => [
        el('line', { x1: LEFT, x2: width, y1: y(t), y2: y(t), stroke: 'var(--c-grid)' }),
        el('text', { x: LEFT - 8, y: y(t) + 4, 'text-anchor': 'end', 'font-size': 12, fill: 'var(--c-axis)' }, write(t)),
      ]),
    ...bars.flatMap(({ name, low, high, half, happened, label }, i) => {
      const x = LEFT + step * (i + 0.5);
      const missed = happened < low || happened > high;
      const colour = missed ? 'var(--off)' : 'var(--c1)';
      return [
        el('rect', {
          x: x - wide / 2,
          y: y(high),
          width: wide,
          height: Math.max(1, y(low) - y(high)),
          rx: 2,
          fill: colour,
          'fill-opacity': 0.22,
        }),
        half &&
          el('rect', {
            x: x - wide / 2,
            y: y(half.high),
            width: wide,
            height: Math.max(1, y(half.low) - y(half.high)),
            fill: colour,
            'fill-opacity': 0.25,
          }),
        missed
          ? el('path', { d: `M${x} ${y(happened) - 5}l5 9h-10z`, fill: 'var(--off)' })
          : el('circle', { cx: x, cy: y(happened), r: Math.min(4.5, wide / 2 + 1), fill: 'var(--ink)' }),
        label &&
          el(
            'text',
            { x, y: y(Math.max(high, happened)) - 9, 'text-anchor': 'middle', 'font-size': 12, 'font-weight': 600, fill: 'var(--off)' },
            label,
          ),
        i % every === 0 && el('text', { x, y: height - 8, 'text-anchor': 'middle', 'font-size': 12, fill: 'var(--c-axis)' }, name),
      ];
    }),
  );
};

/** Tenths of what was said, from its lowest to its highest; the line is what is expected of each. */
export const evenChart = (counts: readonly number[], summary: string, width: number): Chart => {
  const height = 128;
  const n = counts.reduce((a, b) => a + b, 0);
  const y = scaleLinear([0, Math.max(1, ...counts, n / 5)], [height - 24, 8]);
  const step = (width - 8) / counts.length;
  return root(
    width,
    height,
    summary,
    ...counts.map((count, i) =>
      el('rect', {
        x: 4 + i * step + 1,
        y: y(count),
        width: step - 2,
        height: height - 24 - y(count),
        fill: 'var(--c1)',
        'fill-opacity': 0.45,
      }),
    ),
    el('line', {
      x1: 4,
      x2: width - 4,
      y1: y(n / counts.length),
      y2: y(n / counts.length),
      stroke: 'var(--ink)',
      'stroke-dasharray': '3 3',
    }),
    el('text', { x: 4, y: height - 8, 'font-size': 12, fill: 'var(--c-axis)' }, 'lower than said'),
    el('text', { x: width - 4, y: height - 8, 'text-anchor': 'end', 'font-size': 12, fill: 'var(--c-axis)' }, 'higher than said'),
  );
};
