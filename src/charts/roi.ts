/**
 * Return against cost, row by row: cost above, return below, on one scale of money. Where no cost is recorded its bar is
 * open and dashed: not nothing, but not known. A return that stands with others (the rest of a channel) is open and dashed too.
 */
import { scaleLinear } from 'd3-scale';
import type { Answer, Figure, Row } from '../kernel/answer.ts';
import type { Money } from '../kernel/money.ts';
import { count, moneyShort } from '../views/words/format.ts';
import { fit } from './label.ts';
import { el, root, type Chart, type Svg } from './svg.ts';

const LEFT = 224;
const RIGHT = 132;
const ROW = 42;

const moneyOf = (figure: Figure | undefined): Money | null =>
  figure !== null && typeof figure === 'object' && 'minor' in figure ? (figure as Money) : null;

/** The first `most` rows of a roi answer. */
export const roiChart = (answer: Answer, { width = 760, most = 10 }: { readonly width?: number; readonly most?: number } = {}): Chart => {
  const rows = answer.rows.slice(0, most);
  const top = Math.max(1, ...rows.flatMap((row) => [moneyOf(row['return'])?.minor ?? 0, moneyOf(row['cost'])?.minor ?? 0]));
  const narrow = width < 560;
  const left = narrow ? 8 : LEFT;
  const x = scaleLinear([0, top], [0, width - left - (narrow ? 96 : RIGHT)]);
  const tall = narrow ? ROW + 18 : ROW;
  return root(
    width,
    rows.length * tall + 8,
    `Return against cost: ${rows
      .slice(0, 5)
      .map(
        (row) =>
          `${row.key} ${row['return'] === null ? 'a return not known' : moneyShort(moneyOf(row['return'])!)} for ${row['cost'] === null ? 'a cost not recorded' : moneyShort(moneyOf(row['cost'])!)}`,
      )
      .join('; ')}.`,
    ...rows.map((row, i) => line(row, i * tall + (narrow ? 22 : 6), { x, left, width, narrow })),
  );
};

type Place = { readonly x: (n: number) => number; readonly left: number; readonly width: number; readonly narrow: boolean };

const bar = (money: Money | null, y: number, colour: string, { x, left }: Pick<Place, 'x' | 'left'>): Svg =>
  el('rect', {
    x: left,
    y,
    width: money === null ? 28 : Math.max(1.5, x(Math.max(0, money.minor))),
    height: 11,
    rx: 2,
    fill: money === null ? 'var(--canvas)' : colour,
    stroke: colour,
    'stroke-width': money === null ? 1.5 : 0,
    'stroke-dasharray': money === null ? '3 2' : null,
  });

const line = (row: Row, y: number, { x, left, width, narrow }: Place): Svg => {
  const [cost, back] = [moneyOf(row['cost']), moneyOf(row['return'])];
  const roi = row['roi'];
  return el(
    'g',
    {},
    el(
      'text',
      narrow
        ? { x: left, y: y - 6, 'font-size': 13, fill: 'var(--ink)' }
        : { x: left - 14, y: y + 18, 'text-anchor': 'end', 'font-size': 13, fill: 'var(--ink)' },
      fit(row.key, narrow ? width - 16 : LEFT - 18, 13),
    ),
    bar(cost, y, 'var(--c6)', { x, left }),
    bar(back, y + 14, 'var(--th-revenue)', { x, left }),
    el(
      'text',
      {
        x: left + Math.max(x(Math.max(0, cost?.minor ?? 0)), x(Math.max(0, back?.minor ?? 0)), 28) + 10,
        y: y + 18,
        'font-size': 13,
        fill: 'var(--ink-2)',
      },
      typeof roi === 'number'
        ? `ROI ${count(roi, 1)}`
        : row['cost'] === null
          ? 'no cost recorded'
          : row['return'] === null
            ? 'return not known'
            : 'no ROI',
    ),
  );
};
