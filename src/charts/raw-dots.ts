/** Raw dots: every watch of a group too thin for a curve, by its days; a full dot came, an empty one is not there yet. */
import { scaleLinear } from 'd3-scale';
import { evidenceWords, type LagRow, type LagWords } from '../views/lag/lag-view.ts';
import { el, root, type Chart } from './svg.ts';

const PAD = 8;
const LINE = 22;

export const rawDotsChart = (row: LagRow, words: LagWords, width = 280): Chart => {
  const most = Math.max(30, ...row.raw.map(({ day }) => day));
  const x = scaleLinear([0, most], [PAD, width - PAD]);
  // Dots that would cover each other stand above one another.
  const heights = new Map<number, number>();
  return root(
    width,
    LINE + 20,
    `${row.key}: ${evidenceWords(row, words)}; watched for ${row.raw
      .map(({ day, event }) => `${day} days${event === 1 ? ' until it came' : event === 2 ? ' until it was lost' : ''}`)
      .slice(0, 12)
      .join(', ')}${row.raw.length > 12 ? ' and more' : ''}.`,
    el('line', { x1: 0, x2: width, y1: LINE, y2: LINE, stroke: 'var(--line)' }),
    ...row.raw.map(({ day, event }) => {
      const slot = Math.round(x(day) / 9);
      const level = heights.get(slot) ?? 0;
      heights.set(slot, level + 1);
      return el('circle', {
        cx: x(day),
        cy: LINE - Math.min(level, 3) * 5,
        r: 4.5,
        fill: event === 1 ? 'var(--early)' : 'var(--canvas)',
        stroke: 'var(--early)',
        'stroke-width': 1.5,
        ...(event === 2 && { 'stroke-dasharray': '2 2' }),
      });
    }),
    el('text', { x: PAD, y: LINE + 18, 'font-size': 12, fill: 'var(--ink-3)' }, '0'),
    el('text', { x: width - PAD, y: LINE + 18, 'font-size': 12, 'text-anchor': 'end', fill: 'var(--ink-3)' }, `${most} days`),
  );
};
