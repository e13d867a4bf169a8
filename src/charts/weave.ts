/**
 * The weave: knots of the thread in nine columns, paths between them, one path in focus.
 * Shared knots are drawn once; breaks are dashed and red, with words. Every knot that has a page is a link.
 */
import { LINKS, LINK_WORDS } from '../views/thread/links.ts';
import type { Knot, Strand, Weave } from '../views/thread/weave.ts';
import { wrap } from './label.ts';
import { el, root, type Chart, type Svg } from './svg.ts';

const PAD = 8;
const TOP = 26;
const ROW = 86;
const LINE = 16;
/** Letters stand on a rim of the page's colour, so that a strand behind them does not cross them out. */
const RIM = { 'paint-order': 'stroke', stroke: 'var(--canvas)', 'stroke-width': 4, 'stroke-linejoin': 'round' };

/** `focus` is the number of the lane drawn strong; `width` the room there is, in px (at least 720). */
export const weaveChart = (weave: Weave, { focus = 0, width = 1104 }: { readonly focus?: number; readonly width?: number } = {}): Chart => {
  const step = (Math.max(width, 720) - PAD * 2) / LINKS.length;
  const place = new Map(weave.knots.map((k) => [k.key, { x: PAD + k.column * step, y: TOP + k.row * ROW, knot: k }]));
  const strong = (lanes: readonly number[]): boolean => lanes.includes(focus);
  const strands = weave.strands.toSorted((a, b) => Number(strong(a.lanes)) - Number(strong(b.lanes)));
  const height = TOP + Math.max(weave.rows - 1, 0) * ROW + 66;
  return root(
    width,
    height,
    summaryOf(weave, focus),
    el('defs', {}, ...LINKS.slice(0, -1).map((link, i) => gradient(link, LINKS[i + 1]!))),
    el('g', { fill: 'none' }, ...strands.map((s) => strand(s, place.get(s.from)!, place.get(s.to)!, strong(s.lanes)))),
    ...weave.knots.map((k) => knot(k, place.get(k.key)!, step, strong(k.lanes))),
  );
};

type Spot = { readonly x: number; readonly y: number; readonly knot: Knot };

const gradient = (from: string, to: string): Svg =>
  el(
    'linearGradient',
    { id: `w-${from}`, gradientUnits: 'objectBoundingBox', x1: 0, x2: 1 },
    el('stop', { offset: 0, 'stop-color': `var(--th-${from})` }),
    el('stop', { offset: 1, 'stop-color': `var(--th-${to})` }),
  );

const strand = (s: Strand, a: Spot, b: Spot, strong: boolean): Svg => {
  const x1 = a.x + 8;
  const x2 = b.x - 2;
  const bend = Math.min((x2 - x1) * 0.5, 70);
  const d =
    a.y === b.y
      ? `M${r(x1)} ${r(a.y)}H${r(x2)}`
      : `M${r(x1)} ${r(a.y)}C${r(x2 - bend)} ${r(a.y)} ${r(x2 - bend)} ${r(b.y)} ${r(x2)} ${r(b.y)}`;
  // A flat path has no box for a gradient, so a strong flat strand takes the colour of the link it leaves.
  const stroke = strong
    ? a.y === b.y
      ? `var(--th-${a.knot.link})`
      : `url(#w-${a.knot.link})`
    : s.gap
      ? 'var(--line-strong)'
      : 'var(--c-context)';
  return el('path', {
    d,
    stroke,
    'stroke-width': strong ? 3 : 1,
    'stroke-dasharray': s.gap && (strong ? '2 4' : '3 4'),
    'stroke-linecap': strong && 'round',
  });
};

const knot = (k: Knot, { x, y }: Spot, step: number, strong: boolean): Svg => {
  const colour = k.gap ? 'var(--th-gap)' : k.quiet ? 'var(--early)' : `var(--th-${k.link})`;
  const cx = x + 5;
  const dot =
    k.gap || k.quiet
      ? el('circle', {
          cx,
          cy: y,
          r: strong ? 6 : 5,
          fill: 'var(--canvas)',
          stroke: colour,
          'stroke-width': 2,
          'stroke-dasharray': '3 2.2',
        })
      : strong
        ? el('circle', { cx, cy: y, r: 7, fill: colour, stroke: 'var(--canvas)', 'stroke-width': 2 })
        : el('circle', { cx, cy: y, r: 5, fill: 'var(--canvas)', stroke: colour, 'stroke-width': 2 });
  const lines = wrap(k.label, step - 12, 13, 2, strong);
  const label = lines.map((line, i) =>
    el(
      'text',
      { x, y: y + 22 + i * LINE, 'font-size': 13, 'font-weight': strong ? 600 : 400, fill: strong ? 'var(--ink)' : 'var(--ink-2)', ...RIM },
      line,
    ),
  );
  const sub = k.sub
    ? wrap(k.sub, step - 8, 12, 1).map((line) =>
        el(
          'text',
          {
            x,
            y: y + 22 + lines.length * LINE,
            'font-size': 12,
            fill: k.gap ? 'var(--off)' : k.quiet ? 'var(--early)' : 'var(--ink-3)',
            ...RIM,
          },
          line,
        ),
      )
    : [];
  const all = [el('title', {}, `${LINK_WORDS[k.link].label}: ${k.label}${k.sub ? `, ${k.sub}` : ''}`), dot, ...label, ...sub];
  return k.href
    ? el('a', { href: k.href, class: 'knot-link', 'data-lanes': k.lanes.join(' ') }, ...all)
    : el('g', { 'data-lanes': k.lanes.join(' ') }, ...all);
};

const r = (n: number): number => Math.round(n * 10) / 10;

const summaryOf = (weave: Weave, focus: number): string => {
  const path = weave.knots.filter((k) => k.lanes.includes(focus)).toSorted((a, b) => a.column - b.column);
  if (path.length === 0) return 'The thread: nothing to show.';
  return `${weave.rows} paths along the thread. In focus: ${path.map((k) => `${LINK_WORDS[k.link].label.toLowerCase()} ${k.label}${k.gap && k.sub ? ` (${k.sub})` : ''}`).join(', then ')}.`;
};
