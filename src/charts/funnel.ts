/**
 * Funnel by a cut: one row per value, its conversion as a dot on its interval, with n beside it.
 * Bars would start at zero and hide what matters; a dot on an interval says how sure the share is.
 */
import { scaleLinear } from 'd3-scale';
import type { Answer, Estimate, Row } from '../kernel/answer.ts';
import { count, percent } from '../views/words/format.ts';
import { bottomAxis } from './axis.ts';
import { fit } from './label.ts';
import { el, root, type Chart, type Svg } from './svg.ts';

const LEFT = 176;
const RIGHT = 132;
const TOP = 8;
const ROW = 26;

const rateOf = (row: Row): Estimate | null => {
  const rate = row['rate'];
  return rate !== null && typeof rate === 'object' && 'value' in rate && 'low' in rate ? (rate as Estimate) : null;
};

/** The first `most` rows of a funnel answer. */
export const funnelChart = (
  answer: Answer,
  { width = 720, most = 16 }: { readonly width?: number; readonly most?: number } = {},
): Chart => {
  const rows = answer.rows.slice(0, most).flatMap((row) => {
    const rate = rateOf(row);
    return rate ? [{ row, rate }] : [];
  });
  const top = Math.max(0.05, ...rows.map((r) => r.rate.high), rateOf(answer.total)?.high ?? 0);
  const x = scaleLinear([0, top], [LEFT, width - RIGHT]).nice(5);
  const bottom = TOP + rows.length * ROW + 4;
  const all = rateOf(answer.total);
  return root(
    width,
    bottom + 26,
    `Conversion by ${answer.rows.length} values: ${rows
      .slice(0, 5)
      .map((r) => `${r.row.key} ${percent(r.rate.value)} of ${r.row.n}`)
      .join('; ')}.`,
    ...bottomAxis(
      // Where there is little room the labels would run into one another.
      x.ticks(width < 560 ? 2 : 5).map((t) => ({ x: x(t), label: percent(t) })),
      bottom,
      TOP,
    ),
    all &&
      el('line', {
        x1: x(all.value),
        x2: x(all.value),
        y1: TOP,
        y2: bottom,
        stroke: 'var(--c-target)',
        'stroke-width': 1.5,
        'stroke-dasharray': '4 3',
      }),
    ...rows.map((r, i) => line(r.row, r.rate, TOP + i * ROW + ROW / 2, x, width)),
  );
};

const line = (row: Row, rate: Estimate, y: number, x: (n: number) => number, width: number): Svg =>
  el(
    'g',
    {},
    el('text', { x: LEFT - 12, y: y + 4, 'text-anchor': 'end', 'font-size': 13, fill: 'var(--ink)' }, fit(row.key, LEFT - 16, 13)),
    el('line', {
      x1: x(rate.low),
      x2: x(rate.high),
      y1: y,
      y2: y,
      stroke: 'var(--c1)',
      'stroke-width': 6,
      'stroke-opacity': 0.35,
      'stroke-linecap': 'round',
    }),
    el('circle', {
      cx: x(rate.value),
      cy: y,
      r: 4.5,
      fill: row['immature'] === true || row['leftTruncated'] === true || row['ripe'] === false ? 'var(--canvas)' : 'var(--c1)',
      stroke: 'var(--c1)',
      'stroke-width': 1.5,
    }),
    el('text', { x: width - RIGHT + 14, y: y + 4, 'font-size': 13, fill: 'var(--ink-2)' }, `${percent(rate.value)} of ${count(row.n)}`),
  );
