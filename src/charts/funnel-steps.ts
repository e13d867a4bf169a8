/**
 * The funnel step by step: one bar a step, as wide as how many reached it, with the share of the step before between them.
 * A step that the cohort is too young for, or that began before the files did, is drawn open and dashed: its share is too low.
 */
import { scaleLinear } from 'd3-scale';
import type { Answer, Estimate, Figure, Row } from '../kernel/answer.ts';
import { count, days, percent } from '../views/words/format.ts';
import { fit } from './label.ts';
import { el, root, type Chart, type Svg } from './svg.ts';

const LEFT = 224;
const RIGHT = 168;
const BAR = 26;
const GAP = 30;

const estimate = (figure: Figure | undefined): Estimate | null =>
  figure !== null && typeof figure === 'object' && 'low' in figure ? (figure as Estimate) : null;

/** Steps of a funnel-steps answer, without its cuts. `focus`: the key of the step looked at. */
export const funnelStepsChart = (
  answer: Answer,
  { width = 760, href }: { readonly width?: number; readonly href?: (row: Row) => string } = {},
): Chart => {
  const rows = answer.rows.filter((row) => row['cut'] === undefined);
  const narrow = width < 560;
  const left = narrow ? 8 : LEFT;
  const right = narrow ? 96 : RIGHT;
  const x = scaleLinear([0, Math.max(1, ...rows.map(({ n }) => n))], [0, width - left - right]);
  const tall = narrow ? BAR + 18 : BAR;
  const height = rows.length * (tall + GAP) - GAP + 16;
  return root(
    width,
    height,
    `${rows.map((row) => `${row.key} ${count(row.n)}`).join('; ')}.`,
    ...rows.map((row, i) => step(row, { x, y: 4 + i * (tall + GAP) + (narrow ? 18 : 0), left, width, narrow, href })),
  );
};

type Place = {
  readonly x: (n: number) => number;
  readonly y: number;
  readonly left: number;
  readonly width: number;
  readonly narrow: boolean;
  readonly href: ((row: Row) => string) | undefined;
};

const step = (row: Row, { x, y, left, width, narrow, href }: Place): Svg => {
  const open = row['ripe'] === false || row['leftTruncated'] === true;
  const rate = estimate(row['ofBefore']);
  const wide = Math.max(2, x(row.n));
  const label = el(
    'text',
    narrow
      ? { x: left, y: y - 6, 'font-size': 13, fill: 'var(--ink)' }
      : { x: left - 14, y: y + 18, 'text-anchor': 'end', 'font-size': 13, fill: 'var(--ink)' },
    fit(row.key, narrow ? width - 16 : LEFT - 18, 13),
  );
  const time = row['days'] as { readonly median: number; readonly low: number; readonly high: number } | null | undefined;
  return el(
    'g',
    {},
    rate &&
      el(
        'text',
        { x: left + 2, y: y - (narrow ? 24 : 10), 'font-size': 12, fill: 'var(--ink-2)' },
        `${open ? 'so far ' : ''}${percent(rate.value)} (${percent(rate.low)} to ${percent(rate.high)})${time ? `, ${days(Math.round(time.median))}` : ''}`,
      ),
    href ? el('a', { href: href(row) }, label) : label,
    el('rect', {
      x: left,
      y,
      width: wide,
      height: BAR,
      rx: 3,
      fill: open ? 'var(--canvas)' : 'var(--c1)',
      stroke: 'var(--c1)',
      'stroke-width': open ? 1.5 : 0,
      'stroke-dasharray': open ? '4 3' : null,
    }),
    el('text', { x: left + wide + 10, y: y + 18, 'font-size': 13, 'font-weight': 600, fill: 'var(--ink)' }, count(row.n)),
    typeof row['before'] === 'number' &&
      el('line', {
        x1: left + x(row['before']),
        x2: left + x(row['before']),
        y1: y - 3,
        y2: y + BAR + 3,
        stroke: 'var(--c-target)',
        'stroke-width': 1.5,
        'stroke-dasharray': '3 2',
      }),
  );
};
