/**
 * Rooms as boxes in layers, arrows down. A room stands one layer above the highest room that it imports; an arrow that
 * follows from others is left out, and the line in each box names all that the room sees.
 */

/** The one part of the server that the browser sees. */
export const CONTRACT = 'server/contract';

/** Where a room stands from left to right, and what is in it. Its height comes from the code. @type {Record<string, { x: number, width: number, holds: string }>} */
const ROOMS = {
  web: { x: 32, width: 380, holds: 'the screens: React, one folder each' },
  server: { x: 500, width: 668, holds: 'operations written once; doors: HTTP and command line; contract: what goes over the wire' },
  charts: { x: 32, width: 380, holds: 'views as SVG, in browser and report' },
  views: { x: 32, width: 380, holds: 'what a person looks at, and what-if' },
  demo: { x: 452, width: 246, holds: 'a seeded company and its truth' },
  models: { x: 32, width: 176, holds: 'pure maths' },
  domain: { x: 248, width: 450, holds: 'what may be asked and what may happen' },
  store: { x: 738, width: 190, holds: 'journal and rows: SQLite' },
  facts: { x: 968, width: 200, holds: 'loads, questions: DuckDB' },
  kernel: { x: 32, width: 1136, holds: 'results, money, days, zones, fiscal periods, ids' },
};
const WIDTH = 1200;
const HIGH = 92;
const GAP = 46;
const TOP = 32;

const STYLE = `
  .page { fill: #fff } .box { fill: #f6f7f6; stroke: #868d8a } .pure { fill: #edf1f7 }
  .name { font: 600 17px system-ui, sans-serif; fill: #16191c } .holds { font: 13px system-ui, sans-serif; fill: #4a5156 }
  .sees { font: 12px system-ui, sans-serif; fill: #666d72 } .arrow { fill: none; stroke: #4a5156; stroke-width: 1.5 } .part { stroke-dasharray: 4 3 } .tip { fill: #4a5156 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #101214 } .box { fill: #1b1f22; stroke: #7c8489 } .pure { fill: #1c2430 }
    .name { fill: #f0f2f1 } .holds { fill: #c0c6ca } .sees { fill: #9aa2a8 } .arrow { stroke: #c0c6ca } .tip { fill: #c0c6ca }
  }`;
const PURE = ['kernel', 'models', 'domain', 'views', 'charts'];

/**
 * The picture as SVG text.
 *
 * @param {ReadonlyMap<string, readonly string[]>} sees which room imports which
 * @param {readonly string[]} areas the areas of `domain` that there are, left to right
 */
export const svgOf = (sees, areas) => {
  const boxes = placed(sees);
  const arrows = needed(sees).map(([from, to]) =>
    to === CONTRACT ? across(at(boxes, from), at(boxes, 'server')) : arrow(at(boxes, from), at(boxes, to)),
  );
  const height = Math.max(0, ...[...boxes.values()].map(({ y }) => y + HIGH)) + TOP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="The rooms of Lockstep and who imports whom">`,
    `<style>${STYLE}\n</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0.5 8 4 0 7.5z"/></marker></defs>',
    `<rect class="page" width="${WIDTH}" height="${height}"/>`,
    ...arrows,
    ...[...boxes].flatMap(([room, { x, y, width }]) => [
      `<rect class="box${PURE.includes(room) ? ' pure' : ''}" x="${x}" y="${y}" width="${width}" height="${HIGH}" rx="6"/>`,
      `<text class="name" x="${x + 16}" y="${y + 27}">${room}</text>`,
      `<text class="holds" x="${x + 16}" y="${y + 47}">${ROOMS[room]?.holds ?? ''}</text>`,
      ...linesUnder(room, sees.get(room) ?? [], areas).map(
        (line, i) => `<text class="sees" x="${x + 16}" y="${y + 66 + i * 16}">${line}</text>`,
      ),
    ]),
    `<text class="sees" text-anchor="end" x="${WIDTH - 32}" y="${height - 10}">blue: pure, no disk, no network, no clock · arrows that follow from others are left out</text>`,
    '</svg>\n',
  ].join('\n');
};

/** @typedef {{ x: number, y: number, width: number }} Box */

/** @param {ReadonlyMap<string, readonly string[]>} sees @returns {Map<string, Box>} */
const placed = (sees) => {
  /** @type {Map<string, number>} */
  const layers = new Map();
  /** @param {string} room @returns {number} */
  const layerOf = (room) => {
    if (room === CONTRACT) return layerOf('server') - 1; // so that web stands beside the server
    const known = layers.get(room);
    if (known !== undefined) return known;
    layers.set(room, 0); // a circle ends here; the walls forbid one
    const layer = Math.max(-1, ...(sees.get(room) ?? []).map(layerOf)) + 1;
    layers.set(room, layer);
    return layer;
  };
  const top = Math.max(0, ...[...sees.keys()].map(layerOf));
  return new Map(
    [...sees.keys()].map((room) => [
      room,
      { x: ROOMS[room]?.x ?? 32, width: ROOMS[room]?.width ?? 180, y: TOP + (top - layerOf(room)) * (HIGH + GAP) },
    ]),
  );
};

/** The arrows that do not follow from others. @param {ReadonlyMap<string, readonly string[]>} sees @returns {[string, string][]} */
const needed = (sees) => {
  /** @param {string} from @param {string} to @param {Set<string>} been @returns {boolean} */
  const leads = (from, to, been) =>
    from === to || (!been.has(from) && (sees.get(from) ?? []).some((next) => leads(next, to, new Set([...been, from]))));
  return [...sees].flatMap(([from, below]) =>
    below
      .filter((to) => !below.some((other) => other !== to && leads(other, to, new Set([from]))))
      .map((to) => /** @type {[string, string]} */ ([from, to])),
  );
};

/** Straight down where the boxes overlap, else a curve from corner to corner. @param {Box} from @param {Box} to */
const arrow = (from, to) => {
  const left = Math.max(from.x, to.x);
  const right = Math.min(from.x + from.width, to.x + to.width);
  const y1 = from.y + HIGH;
  const y2 = to.y - 2;
  if (right - left > 60) return `<path class="arrow" marker-end="url(#tip)" d="M${(left + right) / 2} ${y1}V${y2}"/>`;
  const x1 = from.x > to.x ? from.x + 40 : from.x + from.width - 40;
  const x2 = from.x > to.x ? to.x + to.width - 60 : to.x + 60;
  const bend = (y2 - y1) / 2;
  return `<path class="arrow" marker-end="url(#tip)" d="M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}"/>`;
};

/** From the right side of one to the left side of the other, with what it is that is seen. @param {Box} from @param {Box} to */
const across = (from, to) => {
  const [x1, x2, y] = [from.x + from.width, to.x - 2, to.y + HIGH / 2];
  return `<path class="arrow part" marker-end="url(#tip)" d="M${x1} ${y}H${x2}"/><text class="sees" text-anchor="middle" x="${(x1 + x2) / 2 - 4}" y="${y - 8}">contract</text>`;
};

/** @param {string} room @param {readonly string[]} below @param {readonly string[]} areas */
const linesUnder = (room, below, areas) => {
  if (room !== 'domain' || areas.length === 0) return [below.length > 0 ? `sees ${below.join(', ')}` : 'sees no other room'];
  return [areas.slice(0, 6).join(' → '), areas.slice(6).join(' → ')]
    .map((line, i) => (i === 1 && line ? `→ ${line}` : line))
    .filter(Boolean);
};

/** @param {ReadonlyMap<string, Box>} boxes @param {string} room */
const at = (boxes, room) => boxes.get(room) ?? { x: 0, y: 0, width: 0 };
