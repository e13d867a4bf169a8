/** The lag of a company as a screen shows it: which curves are drawn, which are refused, what the title finds. */
import type { Answer, Estimate, Finding, Row } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import { capital, count, dayWords, list, plural } from '../words/format.ts';

export type LagPoint = {
  readonly day: number;
  readonly observed: number | null;
  readonly share: number;
  readonly low: number;
  readonly high: number;
};
export type LagFamily = {
  readonly family: string;
  readonly aic: number;
  readonly parameters: number;
  readonly logLikelihood: number;
  readonly never: number;
  readonly converged: boolean;
};

/** One group: its curve, or why it has none. Shares in [0, 1], days since the start. */
export type LagRow = {
  readonly key: string;
  readonly n: number;
  readonly came: number;
  readonly ended: number;
  readonly open: number;
  readonly stands: 'own' | 'leans' | 'borrowed' | null;
  readonly ever: Estimate | null;
  readonly half: Estimate | null;
  readonly by90: Estimate | null;
  readonly family: string | null;
  readonly rising: boolean;
  readonly watched: number;
  readonly points: readonly LagPoint[];
  readonly ticks: readonly number[];
  readonly compared: readonly LagFamily[];
  readonly refused: boolean;
  readonly ripe: Day | null;
  readonly raw: readonly { readonly day: number; readonly event: number }[];
  readonly some: readonly string[];
  /** Colour of its line, 1 to 6; null beyond six. */
  readonly colour: number | null;
};

export type LagView = {
  readonly title: string;
  readonly scope: string;
  readonly heading: string;
  readonly words: LagWords;
  readonly horizon: number;
  /** The channel the title begins with; null where nothing is drawn. */
  readonly finding: string | null;
  /** Greatest share that ever comes first. */
  readonly drawn: readonly LagRow[];
  readonly refused: readonly LagRow[];
  readonly all: LagRow;
  /** What a reader must know before he compares. */
  readonly notes: readonly Finding[];
};
export type LagWords = {
  /** Who is followed: lead, deal, account; and several of them. */
  readonly unit: string;
  readonly units: string;
  /** What they become: opportunity, won deal. */
  readonly came: string;
  readonly camePlural: string;
  readonly since: string;
};

const MOST_COLOURS = 6;

/** What is said of a lag from one milestone to another. */
export const lagWords = (from: string, to: string): LagWords => {
  const unit = from === 'touch' ? 'account' : from === 'lead' ? 'lead' : 'deal';
  const [came, camePlural] = to === 'opened' ? ['opportunity', 'opportunities'] : to === 'won' ? ['win', 'wins'] : [`“${to}”`, `“${to}”`];
  const since =
    from === 'touch' ? 'the first touch' : from === 'lead' ? 'the lead came in' : from === 'opened' ? 'the deal was opened' : `“${from}”`;
  return { unit, units: `${unit}s`, came, camePlural, since };
};

export const lagView = (answer: Answer, from: string, to: string, today: Day): LagView => {
  const words = lagWords(from, to);
  const { total } = answer;
  const rows = answer.rows.filter((row) => row.n > 0).map((row) => rowOf(row, null));
  const order = rows.filter((row) => !row.refused).toSorted((a, b) => (b.ever?.value ?? 0) - (a.ever?.value ?? 0));
  // The six with most behind them have a colour of their own, in the order in which they are drawn.
  const coloured = new Set(
    order
      .filter(isNamed)
      .toSorted((a, b) => b.n - a.n)
      .slice(0, MOST_COLOURS)
      .map(({ key }) => key),
  );
  let colour = 0;
  const drawn = order.map((row): LagRow => ({ ...row, colour: coloured.has(row.key) ? ++colour : null }));
  return {
    title: titleOf(drawn, rowOf(total, null), words),
    finding: slowest(drawn)?.key ?? null,
    scope: scopeOf(answer, from, words, today),
    heading: `Share of ${words.units} that ${to === 'won' ? 'were won' : to === 'opened' ? 'became an opportunity' : `reached “${to}”`}, by days since ${words.since}`,
    words,
    horizon: Number(total['horizonDays'] ?? 240),
    drawn,
    refused: rows.filter((row) => row.refused),
    all: rowOf(total, null),
    notes: answer.findings.filter(({ code }) =>
      ['left-truncated', 'short-follow-up', 'negative-lag', 'unlinked-deals', 'blank-key'].includes(code),
    ),
  };
};

const rowOf = (row: Row, colour: number | null): LagRow => ({
  key: row.key,
  n: row.n,
  came: Number(row['came'] ?? 0),
  ended: Number(row['ended'] ?? 0),
  open: Number(row['open'] ?? 0),
  stands: (row['stands'] ?? null) as LagRow['stands'],
  ever: (row['everShare'] ?? null) as Estimate | null,
  half: (row['halfDays'] ?? null) as Estimate | null,
  by90: (row['within90Share'] ?? null) as Estimate | null,
  family: (row['family'] ?? null) as string | null,
  rising: row['level'] === 'still rising',
  watched: Number(row['watched'] ?? 0),
  points: (row['curve'] ?? []) as unknown as readonly LagPoint[],
  ticks: (row['ticks'] ?? []) as readonly number[],
  compared: (row['compared'] ?? []) as unknown as readonly LagFamily[],
  refused: row['refused'] === true,
  ripe: (row['ripe'] ?? null) as Day | null,
  raw: (row['raw'] ?? []) as unknown as LagRow['raw'],
  some: (row['some'] ?? []) as readonly string[],
  colour,
});

/** Has a name: is not what stands under (blank) or (no match). */
const isNamed = ({ key }: LagRow): boolean => !key.startsWith('(');

const daysOf = (row: LagRow): number => Math.round(row.half!.value);

/** Of the channels with most behind them, the slowest and the fastest: what a plan must reckon with. */
const paced = (drawn: readonly LagRow[]): LagRow[] => {
  const known = drawn.filter((row) => row.half !== null && isNamed(row));
  const coloured = known.filter(({ colour }) => colour !== null);
  return (coloured.length > 0 ? coloured : known).toSorted((a, b) => daysOf(b) - daysOf(a));
};
const slowest = (drawn: readonly LagRow[]): LagRow | undefined => paced(drawn)[0];

const titleOf = (drawn: readonly LagRow[], all: LagRow, words: LagWords): string => {
  const slow = slowest(drawn);
  if (!slow) {
    if (all.n === 0) return `No ${words.unit} has been loaded yet, so no lag can be told.`;
    return all.refused || all.half === null
      ? `${capital(plural(all.came, words.came, words.camePlural))} of ${count(all.n)} ${words.units}: too few to draw a curve.`
      : `Half of the ${words.units} that ever become ${words.camePlural} do so within ${daysOf(all)} days.`;
  }
  const fast = paced(drawn).at(-1)!;
  const first = `Half of the ${words.camePlural} from ${slow.key} come within ${daysOf(slow)} days`;
  return daysOf(fast) < daysOf(slow) ? `${first}; for ${fast.key} it is ${daysOf(fast)}.` : `${first}.`;
};

const scopeOf = (answer: Answer, from: string, words: LagWords, today: Day): string => {
  const began = from === 'touch' ? 'first touched' : from === 'lead' ? 'created' : 'opened';
  const kept = `${capital(words.units)} still open count as “not yet”, never as “never”${from === 'opened' ? '; lost ones stay in the whole' : ''}.`;
  return `${count(answer.total.n)} ${words.units}, ${began} up to ${dayWords(answer.asOf, today)}. ${kept}`;
};

/** "7 leads, 1 opportunity": what a refused group has. */
export const evidenceWords = ({ n, came }: LagRow, words: LagWords): string =>
  `${count(n)} ${n === 1 ? words.unit : words.units}, ${count(came)} ${came === 1 ? words.came : words.camePlural}`;

/** How a drawn curve came about, in words. */
export const standsWords = (row: LagRow): string =>
  row.stands === 'own'
    ? 'Fitted to its own days alone.'
    : row.stands === 'leans'
      ? 'Its own days are few, so its curve leans on those of all channels: the fewer, the more.'
      : 'It borrows the common curve of all channels, widely bounded.';

const NAMES: { readonly [family: string]: string } = {
  exponential: 'Exponential: the same chance every day',
  weibull: 'Weibull: the chance rises or falls with the days',
  lognormal: 'Lognormal: a rise, then a long tail',
  loglogistic: 'Log-logistic: a rise, then a longer tail',
  gengamma: 'Generalised gamma: has the others within it',
};
export const familyWords = (family: string): string => NAMES[family] ?? family;

/** What the comparison of the families says: how sure the choice is, and what hangs on it. */
export const choiceWords = (row: LagRow): string => {
  const [best, ...rest] = row.compared.filter(({ converged }) => converged);
  if (!best) return 'No family could be fitted.';
  const near = rest.filter(({ aic }) => aic - best.aic < 2).map(({ family }) => familyWords(family).split(':')[0]!);
  return near.length === 0
    ? `${familyWords(best.family).split(':')[0]!} fits clearly best.`
    : `${familyWords(best.family).split(':')[0]!} fits best, ${list(near)} nearly as well: the interval holds ${near.length === 1 ? 'both' : 'them all'}.`;
};
