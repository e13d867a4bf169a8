/**
 * Touch lanes: one deal, a lane per person, a mark per touch, vertical lines for lead, opening and close.
 * Round: online. Square: in person or by phone. Hollow: no campaign. Dashed: arrived after the close.
 * Grey hollow: dated after the close, not counted. Under a mark: which key touch it is.
 */
import { scaleLinear } from 'd3-scale';
import { addMonths, dayFromNumber, dayNumber, partsOf, type Day } from '../kernel/day.ts';
import type { DealView, TouchLine } from '../views/deal/deal.ts';
import { monthShort } from '../views/words/format.ts';
import { fit, widthOf } from './label.ts';
import { el, root, type Chart, type Svg } from './svg.ts';

const LEFT = 116;
const TOP = 30;
const LANE = 40;
const MOST = 6;

/** `width` is the room there is, in px. People beyond six share the last lane. */
export const touchLanes = (deal: DealView, { width = 740 }: { readonly width?: number } = {}): Chart => {
  const known = [...deal.touches.map((t) => t.on), ...deal.marks.map((m) => m.on)];
  if (known.length === 0)
    return root(
      width,
      40,
      'No touch and no date is known of this deal.',
      el('text', { x: 0, y: 24, 'font-size': 13, fill: 'var(--ink-3)' }, 'No touch and no date is known of this deal.'),
    );
  const days = known.map(dayNumber);
  const first = Math.min(...days);
  const last = Math.max(...days);
  const pad = Math.max(4, (last - first) * 0.05);
  const x = scaleLinear([first - pad, last + pad], [LEFT, width - 8]);
  const people = deal.people.length > MOST ? deal.people.slice(0, MOST) : deal.people;
  const laneOf = (t: TouchLine): number => {
    const at = people.findIndex((p) => p.id === (t.contactId ?? ''));
    return at < 0 ? people.length - 1 : at;
  };
  const bottom = TOP + Math.max(people.length, 1) * LANE + 6;
  const y = (lane: number): number => TOP + 18 + lane * LANE;
  const close = deal.marks.find((m) => m.link === 'revenue');
  return root(
    width,
    bottom + 46,
    summaryOf(deal),
    close &&
      el('rect', {
        x: x(dayNumber(close.on)),
        y: TOP - 4,
        width: Math.max(0, width - 8 - x(dayNumber(close.on))),
        height: bottom - TOP + 4,
        fill: 'var(--sunk)',
        opacity: 0.6,
      }),
    ...months(dayFromNumber(Math.floor(first - pad)), dayFromNumber(Math.ceil(last + pad)), x, bottom, width),
    ...people.map((p, i) =>
      person(p, y(i), width, deal.people.length > MOST && i === MOST - 1 ? `and ${deal.people.length - MOST} more` : p.title),
    ),
    ...marks(deal, x, bottom, width),
    ...deal.touches.map((t) => mark(t, x(dayNumber(t.on)), y(laneOf(t)))),
    ...keyNames(
      deal,
      (t) => x(dayNumber(t.on)),
      (t) => y(laneOf(t)),
      width,
    ),
    ...legend(deal, bottom + 36),
  );
};

const person = (p: { readonly name: string }, y: number, width: number, title: string | null): Svg =>
  el(
    'g',
    {},
    el('line', { x1: LEFT, x2: width - 8, y1: y, y2: y, stroke: 'var(--c-grid)' }),
    el('text', { x: 0, y: title ? y : y + 4, 'font-size': 13, 'font-weight': 520, fill: 'var(--ink)' }, fit(p.name, LEFT - 8, 13, true)),
    title && el('text', { x: 0, y: y + 15, 'font-size': 12, fill: 'var(--ink-3)' }, fit(title, LEFT - 8, 12)),
  );

/** Month lines, thinned so that their names do not touch. */
const months = (from: Day, to: Day, x: (n: number) => number, bottom: number, width: number): Svg[] => {
  const out: Svg[] = [];
  const start = partsOf(from);
  const span = (dayNumber(to) - dayNumber(from)) / 30.4;
  const every = Math.max(1, Math.ceil(span / ((width - LEFT) / 62)));
  let day = addMonths(`${String(start.year).padStart(4, '0')}-${String(start.month).padStart(2, '0')}-01`, 1);
  for (let i = 0; day <= to; i++, day = addMonths(day, 1)) {
    if (i % every !== 0) continue;
    const at = x(dayNumber(day));
    const year = i === 0 || partsOf(day).month === 1 || (every > 1 && partsOf(day).month <= every) ? ` ${partsOf(day).year}` : '';
    out.push(el('line', { x1: at, x2: at, y1: TOP - 4, y2: bottom, stroke: 'var(--c-grid)' }));
    if (at + widthOf(monthShort(day) + year, 12) < width)
      out.push(el('text', { x: at, y: bottom + 14, 'font-size': 12, fill: 'var(--c-axis)' }, monthShort(day) + year));
  }
  return out;
};

const marks = (deal: DealView, x: (n: number) => number, bottom: number, width: number): Svg[] => {
  let free = -Infinity;
  let raised = false;
  return deal.marks
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .flatMap((m) => {
      const at = x(dayNumber(m.on));
      const wide = widthOf(m.label, 12, true);
      const start = Math.min(at, width - wide);
      raised = start < free && !raised;
      free = start + wide + 10;
      return [
        el('line', {
          x1: at,
          x2: at,
          y1: TOP - 8,
          y2: bottom,
          stroke: `var(--th-${m.link})`,
          'stroke-width': m.link === 'revenue' ? 2 : 1.5,
        }),
        el(
          'text',
          { x: start, y: raised ? TOP - 22 : TOP - 11, 'font-size': 12, 'font-weight': 520, fill: `var(--th-${m.link})` },
          m.label,
        ),
      ];
    });
};

const mark = (t: TouchLine, x: number, y: number): Svg => {
  const out = t.notCounted !== null;
  const solid = !out && t.campaign !== null;
  const colour = out ? 'var(--ink-3)' : 'var(--th-touch)';
  const paint = {
    fill: solid && !t.arrivedLate ? colour : 'var(--canvas)',
    stroke: colour,
    'stroke-width': 1.5,
    'stroke-dasharray': t.arrivedLate && !out ? '2.5 2' : undefined,
  };
  const shape = t.offline
    ? el('rect', { x: x - 8, y: y - 8, width: 16, height: 16, rx: 3, ...paint })
    : el('circle', { cx: x, cy: y, r: out ? 6 : 9, ...paint });
  return el(
    'g',
    {},
    el('title', {}, `${t.on}: ${t.words}${t.campaignName ? `, ${t.campaignName}` : ''}`),
    shape,
    t.n !== null &&
      el(
        'text',
        {
          x,
          y: y + 4,
          'text-anchor': 'middle',
          'font-size': t.n > 99 ? 9 : 11,
          'font-weight': 600,
          fill: solid && !t.arrivedLate ? 'var(--canvas)' : colour,
        },
        String(t.n),
      ),
  );
};

const KEYS: { readonly [K in TouchLine['keys'][number]]: string } = { first: 'first', lead: 'lead', opened: 'opened', last: 'last' };

/** Under each key touch what it is; a name that would stand on its neighbour's is left to the table. */
const keyNames = (deal: DealView, x: (t: TouchLine) => number, y: (t: TouchLine) => number, width: number): Svg[] => {
  const free = new Map<number, number>();
  return deal.touches
    .filter((t) => t.notCounted === null && t.role !== null)
    .toSorted((a, b) => x(a) - x(b))
    .flatMap((t) => {
      const words = t.keys
        .filter((key) => key !== 'last' || deal.facts.status !== 'open')
        .map((key) => KEYS[key])
        .join(', ');
      const wide = widthOf(words, 11);
      const start = Math.max(LEFT, Math.min(x(t) - wide / 2, width - wide));
      if (start < (free.get(y(t)) ?? -Infinity)) return [];
      free.set(y(t), start + wide + 6);
      return [el('text', { x: start, y: y(t) + 19, 'font-size': 11, fill: 'var(--ink-2)' }, words)];
    });
};

const legend = (deal: DealView, y: number): Svg[] => {
  const kinds = [
    { label: 'online', there: (t: TouchLine) => !t.offline, offline: false, campaign: true, late: false, out: false },
    { label: 'in person or by phone', there: (t: TouchLine) => t.offline, offline: true, campaign: true, late: false, out: false },
    {
      label: 'no campaign',
      there: (t: TouchLine) => t.campaign === null && t.notCounted === null,
      offline: false,
      campaign: false,
      late: false,
      out: false,
    },
    {
      label: 'arrived after the close',
      there: (t: TouchLine) => t.arrivedLate !== null,
      offline: false,
      campaign: true,
      late: true,
      out: false,
    },
    { label: 'not counted', there: (t: TouchLine) => t.notCounted !== null, offline: false, campaign: false, late: false, out: true },
  ].filter((k) => deal.touches.some(k.there));
  let x = LEFT;
  return kinds.map((k) => {
    const colour = k.out ? 'var(--ink-3)' : 'var(--th-touch)';
    const paint = {
      fill: k.campaign && !k.late ? colour : 'var(--canvas)',
      stroke: colour,
      'stroke-width': 1.5,
      'stroke-dasharray': k.late ? '2.5 2' : undefined,
    };
    const g = el(
      'g',
      {},
      k.offline
        ? el('rect', { x, y: y - 9, width: 9, height: 9, rx: 2, ...paint })
        : el('circle', { cx: x + 4.5, cy: y - 4.5, r: 4.5, ...paint }),
      el('text', { x: x + 14, y, 'font-size': 12, fill: 'var(--ink-2)' }, k.label),
    );
    x += 26 + widthOf(k.label, 12);
    return g;
  });
};

const summaryOf = (deal: DealView): string => {
  const counted = deal.touches.filter((t) => t.notCounted === null);
  return `${counted.length} touches that count, of ${deal.people.length} people, ${deal.marks.map((m) => `${m.label} on ${m.on}`).join(', ')}.`;
};
