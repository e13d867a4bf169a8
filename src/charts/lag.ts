/**
 * Lag by a cut: for each value the middle half of the waits as a bar, the median as a line, the middle
 * four fifths as a thin line, on one axis of days.
 */
import { scaleLinear } from 'd3-scale';
import type { Answer, Row } from '../kernel/answer.ts';
import { count, days } from '../views/words/format.ts';
import { bottomAxis } from './axis.ts';
import { fit } from './label.ts';
import { el, root, type Chart, type Svg } from './svg.ts';

const LEFT = 176;
const RIGHT = 132;
const TOP = 8;
const ROW = 28;

type Quantiles = { readonly p10: number; readonly p25: number; readonly median: number; readonly p75: number; readonly p90: number };
const quantilesOf = (row: Row): Quantiles | null => {
  const names = ['p10', 'p25', 'median', 'p75', 'p90'] as const;
  const found = names.map((n) => row[n]);
  return found.every((v) => typeof v === 'number')
    ? (Object.fromEntries(names.map((n, i) => [n, found[i]])) as unknown as Quantiles)
    : null;
};

/** The first `most` rows of a lag answer, the total below them. */
export const lagChart = (answer: Answer, { width = 720, most = 14 }: { readonly width?: number; readonly most?: number } = {}): Chart => {
  const rows = [...answer.rows.slice(0, most), ...(answer.rows.length === 1 ? [] : [{ ...answer.total, key: 'all' }])].flatMap((row) => {
    const q = quantilesOf(row);
    return q ? [{ row, q }] : [];
  });
  const x = scaleLinear([Math.min(0, ...rows.map((r) => r.q.p10)), Math.max(10, ...rows.map((r) => r.q.p90))], [LEFT, width - RIGHT]).nice(
    6,
  );
  const bottom = TOP + rows.length * ROW + 4;
  return root(
    width,
    bottom + 26,
    `Days waited: ${rows
      .slice(0, 6)
      .map((r) => `${r.row.key} half within ${days(r.q.median)}, n ${r.row.n}`)
      .join('; ')}.`,
    ...bottomAxis(
      x.ticks(6).map((t) => ({ x: x(t), label: t === 0 ? '0 days' : count(t) })),
      bottom,
      TOP,
    ),
    ...rows.map((r, i) => line(r.row, r.q, TOP + i * ROW + ROW / 2, x, width)),
  );
};

const line = (row: Row, q: Quantiles, y: number, x: (n: number) => number, width: number): Svg =>
  el(
    'g',
    {},
    el('text', { x: LEFT - 12, y: y + 4, 'text-anchor': 'end', 'font-size': 13, fill: 'var(--ink)' }, fit(row.key, LEFT - 16, 13)),
    el('line', { x1: x(q.p10), x2: x(q.p90), y1: y, y2: y, stroke: 'var(--c1)', 'stroke-width': 1.5 }),
    el('rect', { x: x(q.p25), y: y - 6, width: Math.max(1, x(q.p75) - x(q.p25)), height: 12, fill: 'var(--c1)', 'fill-opacity': 0.3 }),
    el('line', { x1: x(q.median), x2: x(q.median), y1: y - 8, y2: y + 8, stroke: 'var(--c-focus)', 'stroke-width': 2 }),
    el('text', { x: width - RIGHT + 14, y: y + 4, 'font-size': 13, fill: 'var(--ink-2)' }, `${days(q.median)}, n ${count(row.n)}`),
  );
