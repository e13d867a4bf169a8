/** The rolling horizon in words and bars: where the work of a quarter lands, and when its revenue was started. */
import type { Answer, Row } from '../../kernel/answer.ts';
import type { Money } from '../../kernel/money.ts';
import { moneyFull, moneyShort, percent, quarterWords } from '../words/format.ts';
import { NOTHING, type Opened } from '../words/opened.ts';

export type HorizonPart = {
  readonly key: string;
  /** Under the bar: "this quarter", "Q3", "before Q4 2025". */
  readonly label: string;
  readonly money: Money;
  readonly share: number;
  readonly opens: Opened;
};
export type Horizon = {
  readonly parts: readonly HorizonPart[];
  readonly total: Money;
  readonly opens: Opened;
  /** "80 %: €1.6 M to €2.8 M" */
  readonly sure: string;
  /** Why nothing can be said; null where something can. */
  readonly why: string | null;
};
export type Started = Horizon & {
  /** "before 2026" and the share begun by then. */
  readonly before: { readonly words: string; readonly share: number; readonly opens: Opened };
  readonly closing: string;
};

const EMPTY_WHY = 'Nothing was won yet, or no won deal has an amount.';

export const landsView = (answer: Answer): Horizon =>
  horizonOf(answer, (key, i) => (i === 0 ? 'this quarter' : key === 'later' ? 'later' : short(key)), 'Lands');

export const startedView = (answer: Answer): Started => {
  const last = answer.rows.length - 1;
  const horizon = horizonOf(
    answer,
    (key, i) => (i === last ? 'this quarter' : key.startsWith('before ') ? `before ${quarterWords(key.slice(7))}` : quarterWords(key)),
    'Started',
  );
  const now = answer.rows[last]?.key ?? '';
  // Which of the parts lie before the fiscal year of this quarter: in the fourth none does, and half a year is said.
  const quarter = Number(now.slice(-1));
  const within = quarter === 1 ? 3 : quarter === 3 ? 1 : 2;
  const words = quarter === 4 ? `before ${horizon.parts[2]?.label ?? ''}` : `before ${now.slice(0, 4)}`;
  const share = horizon.parts.slice(0, within).reduce((sum, part) => sum + part.share, 0);
  const earlier = horizon.parts.slice(0, last).reduce((sum, part) => sum + part.share, 0);
  return {
    ...horizon,
    before: {
      words,
      share,
      opens: {
        ...horizon.opens,
        what: `Of it, started ${words}`,
        value: percent(share),
        interval: null,
        meaning: horizon.parts
          .slice(0, within)
          .map((p) => `${p.label}: ${moneyFull(p.money)}`)
          .join('; '),
      },
    },
    closing:
      share >= 0.5 && quarter !== 4
        ? 'What we see now is mostly last year’s work.'
        : earlier >= 0.5
          ? 'What we see now is mostly earlier work.'
          : 'Most of what we see now was begun this quarter.',
  };
};

const short = (id: string): string => id.slice(-2);

const horizonOf = (answer: Answer, labelOf: (key: string, i: number) => string, verb: string): Horizon => {
  const total = (answer.total['money'] ?? null) as Money | null;
  const why =
    total === null
      ? (answer.findings.find(({ code }) => code === 'too-few')?.text ?? EMPTY_WHY)
      : total.minor <= 0
        ? 'Nothing is open or won that could land.'
        : null;
  const zero: Money = { minor: 0, currency: null };
  return {
    parts:
      total === null || total.minor <= 0
        ? []
        : answer.rows.map((row, i): HorizonPart => {
            const money = row['money'] as Money;
            const label = labelOf(row.key, i);
            return { key: row.key, label, money, share: money.minor / total.minor, opens: openedMoney(answer, row, `${verb} ${label}`) };
          }),
    total: total ?? zero,
    opens: openedMoney(answer, answer.total, verb === 'Lands' ? 'Lands in all' : 'Expected this quarter'),
    sure: total === null ? '' : `80 %: ${rangeWords(answer.total)}`,
    why,
  };
};

const rangeWords = (row: Row): string => `${moneyShort(row['low'] as Money)} to ${moneyShort(row['high'] as Money)}`;

const openedMoney = (answer: Answer, row: Row, what: string): Opened => {
  const [money, low, high] = [row['money'], row['low'], row['high']] as (Money | null)[];
  if (!money || !low || !high) return { ...NOTHING, what, value: 'not known', tone: 'unknown', how: answer.definition };
  const closed = row['closed'] as Money | undefined;
  return {
    ...NOTHING,
    what,
    value: moneyFull(money),
    meaning: `${row.n === 1 ? 'One deal' : `${row.n} deals`} in expectation${closed ? `; ${moneyFull(closed)} of it is closed already` : ''}.`,
    interval: {
      low: low.minor,
      value: money.minor,
      high: high.minor,
      target: null,
      name: '80 % interval',
      write: (minor) => moneyShort({ minor: Math.round(minor), currency: money.currency }),
    },
    sure: 'The interval holds the truth four times in five where deals go on as they have. What has not begun yet is not in it.',
    coverage: answer.coverage,
    missing: answer.findings.map(({ text }) => text),
    how: answer.definition,
    asOf: answer.asOf,
    loads: answer.loads,
    cite: null,
  };
};
