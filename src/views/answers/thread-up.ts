/**
 * Thread, up: the ways of closed money to the objectives, gathered into nodes and the links between them.
 *
 * Each way (one deal, one campaign, one outcome) carries its part of the deal's money, so the money of all
 * nodes of one level sums to closed revenue; what breaks off on the way up stands at a node without an id.
 */
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import { touchRule } from './touch-rule.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { breakFindings, closedMissing, darkFinding, mixedFindings, type Closed } from './thread-breaks.ts';

type Way = {
  readonly src: string;
  readonly deal: string;
  readonly whole: number | null;
  readonly touched: boolean;
  readonly campaign_id: string | null;
  readonly item_id: string | null;
  readonly priority_id: string | null;
  readonly guidepoint: string | null;
  readonly outcome_id: string | null;
  readonly objective_id: string | null;
  readonly minor: number | null;
  /** Counted touches that went this way, the same in the way of each outcome of the campaign. */
  readonly through: number;
  readonly started: boolean;
};
type Deal = {
  readonly src: string;
  readonly id: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly opened_on: Day | null;
  readonly closed_on: Day;
  readonly minor: number | null;
  readonly touches: number;
  readonly people: number;
  readonly untracked: number;
};
type Named = { readonly level: string; readonly id: string; readonly name: string; readonly ref: string | null };

/** From the deal up; each way passes through every level, by id or by null where it breaks. */
const UP: readonly { readonly level: string; readonly id: (way: Way) => string | null; readonly broken: string }[] = [
  { level: 'deal', id: (w) => `${w.src}:${w.deal}`, broken: '' },
  { level: 'campaign', id: (w) => w.campaign_id, broken: 'no campaign' },
  { level: 'item', id: (w) => w.item_id, broken: 'no work item' },
  { level: 'priority', id: (w) => w.priority_id, broken: 'no priority' },
  { level: 'guidepoint', id: (w) => w.guidepoint, broken: 'no Guidepoint' },
  { level: 'outcome', id: (w) => w.outcome_id, broken: 'no outcome' },
  { level: 'objective', id: (w) => w.objective_id, broken: 'no objective' },
];

export const dressThreadUp = (raw: Raw): Answer => {
  const ways = table<Way>(raw, 'ways');
  const closed = table<Closed>(raw, 'won')[0]!;
  const deals = table<Deal>(raw, 'deals');
  const names = new Map(table<Named>(raw, 'names').map((n) => [`${n.level} ${n.id}`, n]));
  const byDeal = new Map(deals.map((d) => [`${d.src}:${d.id}`, d]));
  const rows = UP.toReversed().flatMap(({ level, id, broken }, i) => {
    const above = UP.toReversed()[i - 1];
    const at = level === 'deal' ? ways : ways.filter((w) => w.touched);
    return [...Map.groupBy(at, id)].map(([node, through]): Row => ({
      key: node === null ? broken : (names.get(`${level} ${node}`)?.name ?? (level === 'deal' ? nameOf(byDeal.get(node)!) : node)),
      level,
      ...(node !== null && { id: level === 'deal' ? through[0]!.deal : node }),
      ...(node !== null && level === 'item' && names.get(`item ${node}`)?.ref && { ref: names.get(`item ${node}`)!.ref! }),
      ...gathered(raw, through),
      ...(level === 'deal' && dealFigures(raw, byDeal.get(node!)!)),
      ...(above && {
        up: linksOf(
          raw,
          through.filter((w) => w.touched),
          above,
        ),
      }),
    }));
  });
  const broken = ways.filter((w) => w.touched && w.campaign_id === null);
  const sum = (list: readonly Way[], of: (way: Way) => number): number => list.reduce((total, way) => total + of(way), 0);
  return frame(raw, {
    means: [
      `Deals won${periodOf(raw)}, walked up from their counted touches to campaign, work item, priority, Guidepoint, outcome and objective, with the part of the money (linear) that goes each way.`,
      touchRule(raw),
      '"influenced" is the whole amount of every deal that has a touch at the node. What breaks off stands at a node without an id. This describes what preceded the deals, not what caused them.',
    ],
    rows: rows.toSorted((a, b) => levelOf(a) - levelOf(b) || minorOf(b) - minorOf(a) || (a.key < b.key ? -1 : 1)),
    total: {
      key: 'total',
      n: closed.n,
      touches: closed.touches,
      linear: moneyIn(raw, closed.minor),
      reached: moneyIn(
        raw,
        sum(
          ways.filter((w) => w.objective_id !== null),
          (w) => w.minor ?? 0,
        ),
      ),
    },
    coverage: coverageOf(closed.n, [...closedMissing(raw, closed)]),
    findings: [
      ...mixedFindings(raw),
      darkFinding(raw, closed),
      ...breakFindings(raw, { touches: touchesOf(broken), minor: sum(broken, (w) => w.minor ?? 0) }),
    ],
    money: true,
  });
};

const levelOf = (row: Row): number => -UP.findIndex((u) => u.level === row['level']);
const minorOf = (row: Row): number => (row['linear'] as { readonly minor: number } | null)?.minor ?? 0;
const nameOf = (deal: Deal): string => deal.name ?? deal.account ?? deal.id;
const periodOf = ({ params }: Raw): string =>
  [
    params['since'] && ` on or after ${String(params['since'])}`,
    params['until'] && `${params['since'] ? ' and' : ''} before ${String(params['until'])}`,
  ]
    .filter(Boolean)
    .join('');

/** Deals, touches and money that pass through. A campaign's touches stand in the way of each of its outcomes and count once. */
const gathered = (raw: Raw, through: readonly Way[]): { readonly n: number; readonly [figure: string]: Figure } => {
  const deals = new Map(through.map((w) => [`${w.src}:${w.deal}`, w.whole]));
  return {
    n: deals.size,
    touches: touchesOf(through),
    linear: moneyIn(
      raw,
      through.reduce((sum, w) => sum + (w.minor ?? 0), 0),
    ),
    influenced: moneyIn(
      raw,
      [...deals.values()].reduce((sum: number, whole) => sum + (whole ?? 0), 0),
    ),
  };
};

const touchesOf = (through: readonly Way[]): number =>
  [...new Map(through.map((w) => [`${w.src}:${w.deal} ${w.campaign_id ?? ''}`, w.through])).values()].reduce((sum, n) => sum + n, 0);

const linksOf = (raw: Raw, through: readonly Way[], above: (typeof UP)[number]): Figure =>
  [...Map.groupBy(through, above.id)].map(([id, list]) => ({
    level: above.level,
    id,
    n: new Set(list.map((w) => `${w.src}:${w.deal}`)).size,
    linear: moneyIn(
      raw,
      list.reduce((sum, w) => sum + (w.minor ?? 0), 0),
    ),
  }));

const dealFigures = (raw: Raw, deal: Deal): { readonly [figure: string]: Figure } => ({
  source: deal.src,
  account: deal.account,
  amount: moneyIn(raw, deal.minor),
  openedOn: deal.opened_on,
  closedOn: deal.closed_on,
  touches: deal.touches,
  people: deal.people,
  untracked: deal.untracked,
});
