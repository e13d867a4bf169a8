/**
 * Lag curves: the share that came by so many days, one line per group. Observed is solid and goes by steps, modelled is dotted and
 * goes on from it; ticks are those watched only this long; the band is the interval of the curve in focus; the ring is where half
 * of those who ever come have come. Labels stand at the line.
 */
import { scaleLinear } from 'd3-scale';
import { evidenceWords, type LagRow, type LagView } from '../views/lag/lag-view.ts';
import { percent } from '../views/words/format.ts';
import { fit, widthOf } from './label.ts';
import { el, root, type Chart, type Svg } from './svg.ts';

const LEFT = 44;
const TOP = 14;
const PLOT = 336;
const BOTTOM = 34;
const LABEL = 14;

type Drawn = { readonly width?: number; readonly focus?: string | null; readonly href?: (key: string) => string };

export const lagCurvesChart = (view: LagView, { width = 780, focus = null, href }: Drawn = {}): Chart => {
  const rows = view.drawn.length > 0 ? view.drawn : view.all.points.length > 0 ? [{ ...view.all, key: 'all', colour: 1 }] : [];
  const focused = rows.find(({ key }) => key === focus) ?? rows[0];
  const right = width < 520 ? 84 : 132;
  const top = Math.max(0.01, ...rows.flatMap((row) => row.points.map((p) => Math.max(p.share, p.high, p.observed ?? 0))));
  const x = scaleLinear([0, view.horizon], [LEFT, width - right]);
  const y = scaleLinear([0, Math.min(1, top)], [TOP + PLOT, TOP]).nice(5);
  const days = daysAt(view.horizon, width).map((t, i, all) => ({ t, text: `${t}${i === all.length - 1 ? ' days' : ''}` }));
  const shares = y.ticks(5);
  const labels = placed(rows, y);
  return root(
    width,
    TOP + PLOT + BOTTOM,
    summaryOf(view, rows),
    ...shares.flatMap((t) => [
      el('line', { x1: LEFT, x2: width - right, y1: y(t), y2: y(t), stroke: 'var(--c-grid)' }),
      el('text', { x: LEFT - 8, y: y(t) + 4, 'text-anchor': 'end', 'font-size': 12, fill: 'var(--c-axis)' }, percent(t)),
    ]),
    ...days.map(({ t, text }) =>
      el('text', { x: x(t), y: TOP + PLOT + 22, 'text-anchor': 'middle', 'font-size': 12, fill: 'var(--c-axis)' }, text),
    ),
    focused ? band(focused, x, y) : null,
    ...rows.filter((row) => row !== focused).map((row) => curve(row, x, y, false)),
    focused ? curve(focused, x, y, true) : null,
    focused ? halfLabel(focused, x, y, width - right) : null,
    ...rows.map((row, i): Svg => {
      const text = el(
        'text',
        {
          x: width - right + 8,
          y: labels[i]! + 4,
          'font-size': 12,
          'font-weight': row === focused ? 700 : 560,
          fill: colourOf(row),
          'data-lanes': String(i),
        },
        fit(row.key, right - 12, 12, true),
      );
      return href && row.key !== 'all' ? el('a', { href: href(row.key), class: 'knot-link', 'data-lanes': String(i) }, text) : text;
    }),
  );
};

/** Whole months of 30 days, so many that their names do not touch. */
const daysAt = (horizon: number, width: number): number[] => {
  const most = width < 520 ? 5 : 9;
  const step = [30, 60, 90, 120, 180, 360].find((days) => horizon / days < most) ?? 360;
  return Array.from({ length: Math.floor(horizon / step) + 1 }, (_, i) => i * step);
};

type Scale = (n: number) => number;

const colourOf = ({ colour }: LagRow): string => (colour === null ? 'var(--ink-3)' : `var(--c${colour})`);

const pathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([a, b], i) => `${i === 0 ? 'M' : 'L'}${a.toFixed(1)} ${b.toFixed(1)}`).join('');

/** Observed goes by steps: nothing is invented between two days. */
const steps = (points: readonly (readonly [number, number])[]): string =>
  points.map(([a, b], i) => (i === 0 ? `M${a.toFixed(1)} ${b.toFixed(1)}` : `H${a.toFixed(1)}V${b.toFixed(1)}`)).join('');

const band = ({ points, ...row }: LagRow, x: Scale, y: Scale): Svg =>
  el('path', {
    d: `${pathOf(points.map((p) => [x(p.day), y(p.high)]))}${pathOf(points.toReversed().map((p) => [x(p.day), y(p.low)])).replace('M', 'L')}Z`,
    fill: colourOf({ ...row, points }),
    'fill-opacity': 0.16,
  });

const curve = (row: LagRow, x: Scale, y: Scale, focused: boolean): Svg => {
  const stroke = colourOf(row);
  const seen = row.points.filter((p) => p.observed !== null);
  const ahead = row.points.filter((p) => p.observed === null);
  const last = seen.at(-1);
  const at = (day: number): number => seen.findLast((p) => p.day <= day)?.observed ?? 0;
  const half = row.half && row.ever ? { day: row.half.value, share: row.ever.value / 2 } : null;
  return el(
    'g',
    {},
    el('path', {
      d: steps(seen.map((p) => [x(p.day), y(p.observed!)])),
      fill: 'none',
      stroke,
      'stroke-width': focused ? 2.4 : row.colour === null ? 1.2 : 2,
    }),
    ahead.length > 0 &&
      el('path', {
        d: pathOf([...(last ? [[x(last.day), y(last.observed!)] as const] : []), ...ahead.map((p) => [x(p.day), y(p.share)] as const)]),
        fill: 'none',
        stroke,
        'stroke-width': 1.6,
        'stroke-dasharray': '2 4',
      }),
    ...row.ticks.map((day) => el('line', { x1: x(day), x2: x(day), y1: y(at(day)) - 4, y2: y(at(day)) + 4, stroke, 'stroke-width': 1.2 })),
    half && half.day <= (row.points.at(-1)?.day ?? 0)
      ? el('circle', { cx: x(half.day), cy: y(half.share), r: 3.5, fill: 'var(--canvas)', stroke, 'stroke-width': 2 })
      : null,
  );
};

const halfLabel = ({ half, ever, points }: LagRow, x: Scale, y: Scale, right: number): Svg | null => {
  if (!half || !ever || half.value > (points.at(-1)?.day ?? 0)) return null;
  const days = Math.round(half.value);
  const full = `half of those who come, after ${days} days`;
  // Where there is no room beside the ring for the whole sentence, its end is enough.
  const text = right - LEFT > 2 * widthOf(full, 12) ? full : `half by ${days} days`;
  const near = x(half.value) + 10 + widthOf(text, 12) > right;
  return el(
    'text',
    {
      x: x(half.value) + (near ? -10 : 10),
      y: y(ever.value / 2) + (near ? -8 : 4),
      'font-size': 12,
      'text-anchor': near ? 'end' : 'start',
      fill: 'var(--ink-2)',
      stroke: 'var(--canvas)',
      'stroke-width': 5,
      'paint-order': 'stroke',
    },
    text,
  );
};

/** Heights of the labels at the lines' ends, pushed apart so that none covers another. */
const placed = (rows: readonly LagRow[], y: Scale): number[] => {
  const wanted = rows
    .map((row, i) => ({ i, at: y(row.points.at(-1)?.observed ?? row.points.at(-1)?.share ?? 0) }))
    .toSorted((a, b) => a.at - b.at);
  const out = wanted.map(({ at }) => at);
  for (let k = 1; k < out.length; k++) out[k] = Math.max(out[k]!, out[k - 1]! + LABEL);
  const over = (out.at(-1) ?? 0) - (TOP + PLOT + 2);
  if (over > 0)
    for (let k = out.length - 1; k >= 0; k--)
      out[k] = Math.min(out[k]! - (k === out.length - 1 ? over : 0), (out[k + 1] ?? Infinity) - LABEL);
  const places: number[] = [];
  wanted.forEach(({ i }, k) => (places[i] = out[k]!));
  return places;
};

const summaryOf = (view: LagView, rows: readonly LagRow[]): string =>
  rows.length === 0
    ? `${view.heading}: too few to draw.`
    : `${view.heading}: ${rows
        .slice(0, 8)
        .map(
          (row) =>
            `${row.key} ${row.ever ? `${percent(row.ever.value)} ever` : ''}${row.half ? `, half within ${Math.round(row.half.value)} days` : ''} (${evidenceWords(row, view.words)})`,
        )
        .join('; ')}.`;
