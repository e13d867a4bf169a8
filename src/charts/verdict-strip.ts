/**
 * Verdict strip: the measure look by look against its thresholds. The line is what was seen, the band holds the truth at every look at
 * once, circles are looks; ground above the scale threshold and below the abort threshold is tinted and named.
 */
import { scaleLinear } from 'd3-scale';
import { count, dayWords } from '../views/words/format.ts';
import { bottomAxis } from './axis.ts';
import { fit } from './label.ts';
import { el, root, type Chart, type Svg } from './svg.ts';

export type StripLook = {
  readonly on: string;
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly decided: boolean;
};
export type Strip = {
  readonly looks: readonly StripLook[];
  readonly scale: number;
  readonly abort: number;
  /** Cases before which nothing is said, over all variants. */
  readonly minimum: number;
  readonly cases: string;
  readonly words: (value: number) => string;
  readonly scaleWords: string;
  readonly abortWords: string;
  /** Shares never leave 0 to 1. */
  readonly bounds: readonly [number, number];
};

const [LEFT, TOP, HEIGHT, BOTTOM] = [56, 10, 250, 30];

export const verdictStrip = (strip: Strip, { width = 720 }: { readonly width?: number } = {}): Chart => {
  const { looks, scale, abort, minimum, words, bounds } = strip;
  const narrow = width < 520;
  const right = narrow ? 12 : 148;
  const seen = looks.filter((look): look is StripLook & { readonly value: number } => look.value !== null);
  const x = scaleLinear([0, Math.max(minimum, ...looks.map(({ n }) => n), 1)], [LEFT, width - right]);
  const y = scaleLinear(rangeOf(seen, scale, abort, bounds), [TOP + HEIGHT, TOP]).nice(5);
  const inside = (value: number): number => Math.min(TOP + HEIGHT, Math.max(TOP, y(value)));
  const up = scale >= abort;
  const ground = (from: number, to: number, colour: string): Svg =>
    el('rect', {
      x: LEFT,
      width: width - right - LEFT,
      y: Math.min(inside(from), inside(to)),
      height: Math.abs(inside(from) - inside(to)),
      fill: colour,
      'fill-opacity': 0.09,
    });
  const [low, high] = y.domain() as [number, number];
  const last = seen.at(-1);
  return root(
    width,
    TOP + HEIGHT + BOTTOM,
    summaryOf(strip, seen),
    ground(scale, up ? high : low, 'var(--on)'),
    ground(abort, up ? low : high, 'var(--off)'),
    ...y
      .ticks(5)
      .flatMap((tick) => [
        el('line', { x1: LEFT, x2: width - right, y1: y(tick), y2: y(tick), stroke: 'var(--c-grid)' }),
        el('text', { x: LEFT - 8, y: y(tick) + 4, 'text-anchor': 'end', 'font-size': 12, fill: 'var(--c-axis)' }, words(tick)),
      ]),
    ...bottomAxis(
      x.ticks(narrow ? 4 : 7).map((tick) => ({ x: x(tick), label: count(tick) })),
      TOP + HEIGHT,
      TOP + HEIGHT,
    ),
    ...band(seen, x, inside, y.domain() as [number, number]),
    edge(scale, inside, 'var(--on)', width - right),
    edge(abort, inside, 'var(--off)', width - right),
    el('line', { x1: x(minimum), x2: x(minimum), y1: TOP, y2: TOP + HEIGHT, stroke: 'var(--ink-3)', 'stroke-dasharray': '3 3' }),
    minimumText(x(minimum), minimum, width - right),
    el('path', { d: line(seen.map((look) => [x(look.n), inside(look.value)])), fill: 'none', stroke: 'var(--c1)', 'stroke-width': 2 }),
    ...seen.map((look) =>
      el('circle', {
        cx: x(look.n),
        cy: inside(look.value),
        r: look.decided ? 6 : 4,
        fill: look.decided ? 'var(--c-focus)' : 'var(--canvas)',
        stroke: look.decided ? 'var(--c-focus)' : 'var(--c1)',
        'stroke-width': 2,
      }),
    ),
    ...(narrow ? [] : labels(strip, last, inside, width - right + 10, right - 12)),
  );
};

const rangeOf = (
  seen: readonly (StripLook & { readonly value: number })[],
  scale: number,
  abort: number,
  [least, most]: readonly [number, number],
): [number, number] => {
  // Early looks know so little that their band would flatten all others.
  const late = seen.slice(Math.floor(seen.length / 3));
  const all = [
    scale,
    abort,
    ...seen.map(({ value }) => value),
    ...late.flatMap(({ low, high }) => [low, high].filter((edge) => edge !== null)),
  ];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = (high - low) * 0.15 || Math.abs(high) * 0.2 || 1;
  return [Math.max(least, least === 0 ? 0 : low - room), Math.min(most, high + room)];
};

const band = (
  seen: readonly StripLook[],
  x: (n: number) => number,
  y: (value: number) => number,
  [least, most]: readonly [number, number],
): Svg[] => {
  const points = seen.filter(({ low, high }) => low !== null || high !== null);
  if (points.length < 2)
    return points.map(({ n, low, high }) =>
      el('line', {
        x1: x(n),
        x2: x(n),
        y1: y(low ?? least),
        y2: y(high ?? most),
        stroke: 'var(--c1)',
        'stroke-opacity': 0.35,
        'stroke-width': 6,
      }),
    );
  const top = points.map(({ n, high }): [number, number] => [x(n), y(high ?? most)]);
  const bottom = points.map(({ n, low }): [number, number] => [x(n), y(low ?? least)]).toReversed();
  return [el('path', { d: `${line([...top, ...bottom])}Z`, fill: 'var(--c1)', 'fill-opacity': 0.2 })];
};

const line = (points: readonly (readonly [number, number])[]): string =>
  points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('');
const edge = (value: number, y: (v: number) => number, colour: string, to: number): Svg =>
  el('line', { x1: LEFT, x2: to, y1: y(value), y2: y(value), stroke: colour, 'stroke-width': 1.5 });

const minimumText = (at: number, minimum: number, end: number): Svg => {
  const left = at > end - 150;
  return el(
    'text',
    { x: left ? at - 6 : at + 6, y: TOP + 12, 'text-anchor': left ? 'end' : 'start', 'font-size': 12, fill: 'var(--ink-3)' },
    `minimum, ${count(minimum)}`,
  );
};

/** At the right edge, kept apart from one another. */
const labels = (
  { scale, abort, words, scaleWords, abortWords }: Strip,
  last: (StripLook & { readonly value: number }) | undefined,
  y: (v: number) => number,
  x: number,
  room: number,
): Svg[] => {
  const wanted = [
    { at: y(scale), text: scaleWords, fill: 'var(--on)' },
    { at: y(abort), text: abortWords, fill: 'var(--off)' },
    ...(last === undefined ? [] : [{ at: y(last.value), text: `${words(last.value)} now`, fill: 'var(--c1)' }]),
  ].toSorted((a, b) => a.at - b.at);
  let above = -Infinity;
  return wanted.map(({ at, text, fill }) => {
    above = Math.max(at, above + 16);
    return el('text', { x, y: above + 4, 'font-size': 12.5, 'font-weight': 600, fill }, fit(text, room, 12.5));
  });
};

const summaryOf = (
  { looks, cases, words, scaleWords, abortWords }: Strip,
  seen: readonly (StripLook & { readonly value: number })[],
): string => {
  const last = seen.at(-1);
  if (last === undefined) return `No look yet; ${scaleWords}, ${abortWords}.`;
  const between = last.low === null || last.high === null ? '' : `, between ${words(last.low)} and ${words(last.high)} at every look`;
  const decided = looks.find((look) => look.decided);
  return `${words(last.value)} after ${count(last.n)} ${cases}${between}; ${scaleWords}, ${abortWords}${decided ? `; decided by the look of ${dayWords(decided.on)}` : ''}.`;
};
