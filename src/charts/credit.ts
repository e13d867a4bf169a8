/**
 * Credit by key: one row per key, what it gets from the model that gives it least to the one that gives it most, with a
 * tick for each model. A filled dot: linear. Open dots: first (left of its name) and last. The wider the bar, the less the models agree.
 */
import { scaleLinear } from 'd3-scale';
import type { CreditView } from '../views/credit/credit-view.ts';
import { rangeOf, spreadOf } from '../views/credit/disagree.ts';
import { moneyShort } from '../views/words/format.ts';
import { bottomAxis } from './axis.ts';
import { fit } from './label.ts';
import { el, root, type Chart, type Svg } from './svg.ts';

const TOP = 8;
const ROW = 30;

/** The first `most` keys, and the deals without a touch. */
export const creditChart = (
  view: CreditView,
  { width = 720, most = 12 }: { readonly width?: number; readonly most?: number } = {},
): Chart => {
  const left = width < 520 ? 120 : 176;
  const right = width < 520 ? 62 : 78;
  const lines = view.lines.slice(0, most);
  const money = (minor: number): string => moneyShort({ minor, currency: view.currency });
  const ends = lines.flatMap((line) => [rangeOf(line).low.minor, rangeOf(line).high.minor]);
  const x = scaleLinear([Math.min(0, ...ends), Math.max(1, view.dark.minor, ...ends)], [left, width - right]).nice(5);
  const rows = [
    ...lines.map((line, i) => lineSvg(line, view, TOP + i * ROW + ROW / 2, x, left, width, right)),
    ...(view.dark.deals > 0 ? [darkSvg(view, TOP + lines.length * ROW + ROW / 2, x, left, width, right)] : []),
  ];
  const bottom = TOP + rows.length * ROW + 4;
  const widest = lines.toSorted((a, b) => spreadOf(b) - spreadOf(a))[0];
  return root(
    width,
    bottom + 48,
    lines.length === 0
      ? 'No credit to share.'
      : `Credit by ${view.byWords} under ${view.models.length} models: ${lines
          .slice(0, 5)
          .map(
            (line) =>
              `${line.label} ${money(rangeOf(line).low.minor)} to ${money(rangeOf(line).high.minor)}, linear ${money(line.minor.linear)}`,
          )
          .join('; ')}. ${widest ? `The models disagree most on ${widest.label}.` : ''}`,
    ...bottomAxis(
      x.ticks(width < 520 ? 3 : 5).map((t) => ({ x: x(t), label: money(t) })),
      bottom,
      TOP,
    ),
    ...rows,
    ...legend(left, bottom + 42),
  );
};

const label = (words: string, y: number, left: number, gap: boolean): Svg =>
  el(
    'text',
    { x: left - 12, y: y + 4, 'text-anchor': 'end', 'font-size': 13, fill: gap ? 'var(--gap, var(--ink-3))' : 'var(--ink)' },
    fit(words, left - 16, 13),
  );

const lineSvg = (
  line: CreditView['lines'][number],
  view: CreditView,
  y: number,
  x: (n: number) => number,
  left: number,
  width: number,
  right: number,
): Svg => {
  const { low, high } = rangeOf(line);
  return el(
    'g',
    {},
    el(
      'title',
      {},
      `${line.label}: ${view.models.map((m) => `${m.label} ${moneyShort({ minor: line.minor[m.name], currency: view.currency })}`).join(', ')}`,
    ),
    label(line.label, y, left, line.gap),
    el('line', {
      x1: x(low.minor),
      x2: x(high.minor),
      y1: y,
      y2: y,
      stroke: 'var(--c1)',
      'stroke-width': 8,
      'stroke-opacity': 0.18,
      'stroke-linecap': 'round',
    }),
    ...view.models.map((m) =>
      el('line', {
        x1: x(line.minor[m.name]),
        x2: x(line.minor[m.name]),
        y1: y - 5,
        y2: y + 5,
        stroke: 'var(--c1)',
        'stroke-opacity': 0.55,
      }),
    ),
    dot(x(line.minor.first), y, 'first'),
    dot(x(line.minor.last), y, 'last'),
    dot(x(line.minor.linear), y, 'linear'),
    el(
      'text',
      { x: width - right + 12, y: y + 4, 'font-size': 13, fill: 'var(--ink-2)' },
      moneyShort({ minor: line.minor.linear, currency: view.currency }),
    ),
  );
};

const dot = (x: number, y: number, of: 'first' | 'last' | 'linear'): Svg =>
  of === 'linear'
    ? el('circle', { cx: x, cy: y, r: 5, fill: 'var(--c1)' })
    : of === 'first'
      ? el('path', {
          d: `M${x + 4} ${y - 5} L${x - 4} ${y} L${x + 4} ${y + 5} Z`,
          fill: 'var(--canvas)',
          stroke: 'var(--c1)',
          'stroke-width': 1.5,
        })
      : el('path', {
          d: `M${x - 4} ${y - 5} L${x + 4} ${y} L${x - 4} ${y + 5} Z`,
          fill: 'var(--canvas)',
          stroke: 'var(--c1)',
          'stroke-width': 1.5,
        });

const darkSvg = ({ dark, currency }: CreditView, y: number, x: (n: number) => number, left: number, width: number, right: number): Svg =>
  el(
    'g',
    {},
    label('no touch', y, left, true),
    el('circle', {
      cx: x(dark.minor),
      cy: y,
      r: 5,
      fill: 'var(--canvas)',
      stroke: 'var(--ink-3)',
      'stroke-width': 1.5,
      'stroke-dasharray': '2.5 2',
    }),
    el('text', { x: width - right + 12, y: y + 4, 'font-size': 13, fill: 'var(--ink-2)' }, moneyShort({ minor: dark.minor, currency })),
  );

const legend = (left: number, y: number): Svg[] => {
  let x = Math.min(left, 120);
  return (['first', 'linear', 'last'] as const).map((of) => {
    const g = el('g', {}, dot(x + 5, y - 4, of), el('text', { x: x + 15, y, 'font-size': 12, fill: 'var(--ink-2)' }, of));
    x += of === 'linear' ? 66 : 54;
    return g;
  });
};
