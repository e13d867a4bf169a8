/** Thread, down: what every link of the thread did, with the breaks in it. */
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import { touchRule } from './touch-rule.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { breakFindings, closedMissing, darkFinding, mixedFindings, type Closed } from './thread-breaks.ts';

type Node = {
  readonly level: string;
  readonly id: string;
  readonly name: string | null;
  readonly ref: string | null;
  readonly touches: number;
  readonly accounts: number;
  readonly opened: number;
  readonly won: number;
  readonly first_minor: number;
  readonly last_minor: number;
  readonly linear_minor: number;
  readonly influenced_minor: number;
  readonly sourced_minor: number;
  readonly spend_minor: number;
  readonly days: number | null;
};

const LEVELS = ['objective', 'outcome', 'guidepoint', 'priority', 'item', 'campaign'];

export const dressThreadDown = (raw: Raw): Answer => {
  const nodes = table<Node>(raw, 'nodes').toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const closed = table<Closed>(raw, 'won')[0]!;
  const campaigns = nodes.filter((n) => n.level === 'campaign');
  const untracked = campaigns.find((n) => n.id === '');
  const sum = (of: (node: Node) => number): number => campaigns.reduce((total, node) => total + of(node), 0);
  return frame(raw, {
    means: [
      `Each link of the thread, with what its campaigns did${periodOf(raw)}: touches, accounts touched, deals opened and won with a counted touch, money, spend and person-days done.`,
      touchRule(raw),
      'Money: "first", "last" and "linear" share each won deal; "influenced" is the whole of every deal touched, "sourced" of every deal whose first touch it was. A priority with several outcomes gives each an equal share of money, spend and days; its counts stand whole under each.',
    ],
    rows: nodes.map((n) => rowOf(raw, n)),
    total: {
      key: 'total',
      n: sum((n) => n.touches),
      untracked: untracked?.touches ?? 0,
      won: closed.n,
      ...money(raw, { first_minor: closed.minor, last_minor: closed.minor, linear_minor: closed.minor }),
      spend: moneyIn(
        raw,
        sum((n) => n.spend_minor),
      ),
    },
    coverage: coverageOf(closed.n, closedMissing(raw, closed)),
    findings: [
      ...mixedFindings(raw),
      darkFinding(raw, closed),
      ...breakFindings(raw, untracked ? { touches: untracked.touches, minor: untracked.linear_minor } : null),
    ],
    money: true,
  });
};

const periodOf = ({ params }: Raw): string =>
  [
    params['since'] && ` on or after ${String(params['since'])}`,
    params['until'] && `${params['since'] ? ' and' : ''} before ${String(params['until'])}`,
  ]
    .filter(Boolean)
    .join('');

const money = (
  raw: Raw,
  m: { readonly first_minor: number; readonly last_minor: number; readonly linear_minor: number },
): { readonly [figure: string]: Figure } => ({
  first: moneyIn(raw, m.first_minor),
  last: moneyIn(raw, m.last_minor),
  linear: moneyIn(raw, m.linear_minor),
});

const rowOf = (raw: Raw, n: Node): Row => ({
  key: n.id === '' ? 'no campaign' : (n.name ?? n.id),
  level: n.level,
  ...(n.id !== '' && { id: n.id }),
  ...(n.ref && { ref: n.ref }),
  n: n.touches,
  accounts: n.accounts,
  opened: n.opened,
  won: n.won,
  ...money(raw, n),
  influenced: moneyIn(raw, n.influenced_minor),
  sourced: moneyIn(raw, n.sourced_minor),
  spend: moneyIn(raw, n.spend_minor),
  ...(['objective', 'outcome', 'priority', 'item'].includes(n.level) && { days: Math.round((n.days ?? 0) * 1e6) / 1e6 }),
});
