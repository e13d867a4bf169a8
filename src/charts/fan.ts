/**
 * Fan: how a value came to be (ink), how it will probably go on (80 % light, 50 % darker, the middle), its target, today,
 * and the last day on which work can begin and still land in time. Money and counts start at zero.
 */
import { scaleLinear } from 'd3-scale';
import { dayFromNumber, dayNumber, type Day } from '../kernel/day.ts';
import type { Fan } from '../views/forecast/forecast.ts';
import { dayWords } from '../views/words/format.ts';
import { bottomAxis } from './axis.ts';
import { widthOf } from './label.ts';
import { el, root, type Chart, type Svg } from './svg.ts';

export type FanView = {
  readonly asOf: Day;
  readonly due: Day;
  readonly now: number | null;
  readonly trail: readonly { readonly day: Day; readonly value: number }[];
  readonly weeks: readonly Fan[];
  /** The fan as planned, while something is moved. */
  readonly planned: readonly Fan[] | null;
  readonly target: number;
  readonly lastStart: Day | null;
  readonly write: (value: number) => string;
  readonly summary: string;
};

/** Room left and right of the plot; the strip of planned work under it keeps the same. */
export const FAN_LEFT = 52;
export const fanRight = (width: number): number => (width < 560 ? 12 : 148);
/** First day shown: the strip under the fan begins there too. */
export const fanBegins = ({ trail, asOf }: Pick<FanView, 'trail' | 'asOf'>): Day => trail[0]?.day ?? asOf;

const HEIGHT = 372;
const TOP = 28;
const BOTTOM = 32;

export const fanChart = (view: FanView, width: number): Chart => {
  const { asOf, due, now, trail, weeks, target, write } = view;
  const right = fanRight(width);
  const narrow = width < 560;
  const x = scaleLinear([dayNumber(fanBegins(view)), dayNumber(due)], [FAN_LEFT, width - right]);
  const most = Math.max(target, now ?? 0, ...weeks.map((w) => w.high), ...trail.map((t) => t.value)) * 1.08 || 1;
  const least = Math.min(0, ...weeks.map((w) => w.low));
  const y = scaleLinear([least, most], [HEIGHT - BOTTOM, TOP]).nice(5);
  const at = (day: Day): number => x(dayNumber(day));
  const begins = now === null ? [] : [{ day: asOf, low: now, lowHalf: now, middle: now, highHalf: now, high: now }];
  const fan = [...begins, ...weeks];
  const band = (opacity: number, low: (w: Fan) => number, high: (w: Fan) => number): Svg => {
    const [there, back] = [
      fan.map((w) => `${r(at(w.day))} ${r(y(high(w)))}`),
      fan.toReversed().map((w) => `${r(at(w.day))} ${r(y(low(w)))}`),
    ];
    return el('path', { d: `M${there.join('L')}L${back.join('L')}Z`, fill: 'var(--c1)', 'fill-opacity': opacity });
  };
  const line = (points: readonly (readonly [number, number])[]): string => `M${points.map(([px, py]) => `${r(px)} ${r(py)}`).join('L')}`;
  const ended = trail.length > 0 && now !== null && trail.at(-1)!.day < asOf ? [...trail, { day: asOf, value: now }] : trail;
  const last = weeks.at(-1);
  return root(
    width,
    HEIGHT,
    view.summary,
    ...y
      .ticks(5)
      .flatMap((t) => [
        el('line', { x1: FAN_LEFT, x2: width - right, y1: y(t), y2: y(t), stroke: 'var(--c-grid)' }),
        el('text', { x: FAN_LEFT - 8, y: y(t) + 4, 'text-anchor': 'end', 'font-size': 12, fill: 'var(--c-axis)' }, write(t)),
      ]),
    ...bottomAxis(
      marks(fanBegins(view), due, narrow).map((day) => ({ x: at(day), label: dayWords(day, asOf) })),
      HEIGHT - BOTTOM,
      HEIGHT - BOTTOM,
    ),
    fan.length > 1 &&
      band(
        0.17,
        (w) => w.low,
        (w) => w.high,
      ),
    fan.length > 1 &&
      band(
        0.3,
        (w) => w.lowHalf,
        (w) => w.highHalf,
      ),
    view.planned &&
      el('path', {
        d: line([...begins, ...view.planned].map((w) => [at(w.day), y(w.middle)] as const)),
        fill: 'none',
        stroke: 'var(--c-axis)',
        'stroke-dasharray': '2 3',
      }),
    fan.length > 1 &&
      el('path', { d: line(fan.map((w) => [at(w.day), y(w.middle)] as const)), fill: 'none', stroke: 'var(--c1)', 'stroke-width': 2 }),
    ...targetMark(view, x.range() as [number, number], y(target), narrow),
    ended.length > 1 &&
      el('path', { d: line(ended.map((t) => [at(t.day), y(t.value)] as const)), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2 }),
    el('line', {
      x1: at(asOf),
      x2: at(asOf),
      y1: TOP,
      y2: HEIGHT - BOTTOM,
      stroke: 'var(--ink)',
      'stroke-width': 1,
      'stroke-opacity': 0.25,
    }),
    ...(now === null
      ? []
      : [
          el('circle', { cx: at(asOf), cy: y(now), r: 4.5, fill: 'var(--ink)' }),
          el(
            'text',
            {
              x: at(asOf) - 8 - widthOf(`${write(now)} today`, 13, true) < FAN_LEFT ? at(asOf) + 8 : at(asOf) - 8,
              'text-anchor': at(asOf) - 8 - widthOf(`${write(now)} today`, 13, true) < FAN_LEFT ? 'start' : 'end',
              y: y(now) - 9,
              'font-size': 13,
              'font-weight': 600,
              fill: 'var(--ink)',
            },
            `${write(now)} today`,
          ),
        ]),
    ...startMark(view, at, HEIGHT - BOTTOM, width - right),
    ...(last && !narrow ? endLabels(last, width - right + 12, y, write) : []),
  );
};

const r = (n: number): number => Math.round(n * 10) / 10;

const targetMark = ({ target, write }: FanView, [from, to]: [number, number], y: number, narrow: boolean): Svg[] => [
  el('line', { x1: from + (narrow ? 0 : (to - from) * 0.2), x2: to, y1: y, y2: y, stroke: 'var(--c-target)', 'stroke-width': 1.5 }),
  el(
    'text',
    { x: from + (narrow ? 4 : (to - from) * 0.2), y: y - 7, 'font-size': 13, 'font-weight': 600, fill: 'var(--ink)' },
    `Target ${write(target)}`,
  ),
];

/** Red and dashed, with words that stand on the side where there is room. */
const startMark = ({ lastStart, asOf, due }: FanView, at: (day: Day) => number, bottom: number, end: number): Svg[] => {
  if (lastStart === null || lastStart <= asOf || lastStart > due) return [];
  const x = at(lastStart);
  const words = `Last useful start, ${dayWords(lastStart, asOf)}`;
  const left = x + 8 + widthOf(words, 12, true) > end + 60;
  const text = (y: number, bold: boolean, said: string): Svg =>
    el(
      'text',
      {
        x: left ? x - 6 : x + 6,
        y,
        'text-anchor': left ? 'end' : 'start',
        'font-size': 12,
        'font-weight': bold ? 600 : 400,
        fill: bold ? 'var(--off)' : 'var(--ink-3)',
      },
      said,
    );
  return [
    el('line', { x1: x, x2: x, y1: bottom - 108, y2: bottom, stroke: 'var(--off)', 'stroke-dasharray': '4 3', 'stroke-width': 1.5 }),
    text(bottom - 96, true, words),
    text(bottom - 80, false, `work begun later lands after ${dayWords(due, asOf)}`),
  ];
};

/** What it may come to, at the end of the fan; kept apart where they would touch. */
const endLabels = (last: Fan, x: number, y: (n: number) => number, write: (n: number) => string): Svg[] => {
  const middle = y(last.middle);
  const labels = [
    { y: Math.min(y(last.high) + 4, middle - 15), value: write(last.high), words: '1 in 10 above', main: false },
    { y: middle + 4, value: write(last.middle), words: 'even odds', main: true },
    { y: Math.max(y(last.low) + 4, middle + 23), value: write(last.low), words: '1 in 10 below', main: false },
  ];
  return labels.map(({ y: at, value, words, main }) =>
    el(
      'text',
      { x, y: at, 'font-size': 12, 'font-weight': main ? 600 : 400, fill: main ? 'var(--c1)' : 'var(--ink-3)' },
      `${value} ${words}`,
    ),
  );
};

/** First days of months within, and the due date; fewer where there is little room. */
const marks = (from: Day, due: Day, narrow: boolean): Day[] => {
  const days: Day[] = [];
  for (let n = dayNumber(from); n < dayNumber(due) - 9; n++) {
    const day = dayFromNumber(n);
    if (day.endsWith('-01')) days.push(day);
  }
  const every = Math.ceil(days.length / (narrow ? 3 : 7));
  return [...days.filter((_, i) => i % every === 0), due];
};
