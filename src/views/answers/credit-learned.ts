/** Credit learned: won money per key under models that look at all deals together, with what they cannot say. */
import type { Answer, Estimate, Finding, Row } from '../../kernel/answer.ts';
import { splitMinor, type Money } from '../../kernel/money.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import type { Raw } from './raw.ts';
import { count, listed, many } from './words.ts';

/** One key as the models left it; see models/attribution/learned.ts. */
export type LearnedRow = {
  readonly key: string;
  readonly id: string | null;
  readonly n: number;
  readonly removal: number | null;
  readonly share: number | null;
  readonly shareOfMoney: number | null;
  readonly interval: { readonly [of in 'share' | 'money' | 'shapley']: { readonly low: number; readonly high: number } } | null;
  readonly shapleyDeals: number;
  readonly shapleyMinor: number;
  readonly rate: number | null;
};
export type LearnedWhole = {
  readonly deals: number;
  readonly won: number;
  readonly minor: number;
  readonly order: number;
  /** Keys that stand together as the rest of their channel. */
  readonly gathered: readonly { readonly key: string; readonly id: string | null }[];
  readonly rate: { readonly rate: number } | null;
  readonly interval: { readonly times: number } | null;
  /** Intervals were asked for. */
  readonly bounds: boolean;
};

export const dressLearned = (raw: Raw, found: readonly LearnedRow[], whole: LearnedWhole): Answer => {
  const markov = moneyBy(
    raw,
    whole.minor,
    found.map(({ shareOfMoney }) => shareOfMoney),
  );
  const shapley = moneyBy(raw, whole.minor, shapleyShares(found));
  const rows = found
    .map((row, i): Row => ({
      key: row.key,
      ...(row.id !== null && { id: row.id }),
      n: row.n,
      markov: markov[i]!,
      markovDeals: row.share === null ? null : row.share * whole.won,
      share: shareOf(row),
      removal: row.removal,
      shapley: shapley[i]!,
      shapleyDeals: row.shapleyDeals,
      ...(whole.rate && { rate: row.rate }),
      ...(row.interval && whole.minor > 0 && { intervals: intervalsOf(raw, whole.minor, row.interval) }),
    }))
    .toSorted((a, b) => Number(removalOf(b)) - Number(removalOf(a)) || (a.key < b.key ? -1 : 1));
  const below = found.filter(({ rate }) => rate !== null && rate < 0);
  return frame(raw, {
    means: [
      `Money and deals won, credited by models that learn from ${many(whole.deals, 'deal')} with a counted touch together: ${whole.won} won in the period, the others lost in it or open at its end.`,
      `"Markov" is exact, not simulated (order ${whole.order}: a chain that remembers ${whole.order === 1 ? 'one touch' : `${whole.order} touches`}); "removal" is the share of won deals that would be missing if nobody came further than the key, and credit is in proportion to it. "Shapley" splits each won deal equally over the different keys that touched it.`,
      ...(whole.rate
        ? ['"Rate" is Shapley’s value of the win rate: how much of it each key adds, over every order in which keys can come together.']
        : []),
      ...(whole.interval
        ? [
            `Intervals of the share and of the money hold 80 % of ${whole.interval.times} fits on deals drawn anew: how far it would move with other deals of the same kind.`,
          ]
        : []),
      'This describes how won deals travelled. It does not prove what caused them.',
    ],
    rows,
    total: {
      key: 'total',
      n: whole.won,
      markov: found.some(({ shareOfMoney }) => shareOfMoney !== null) ? moneyIn(raw, whole.minor) : null,
      shapley: moneyIn(raw, whole.minor),
      deals: whole.deals,
    },
    coverage: coverageOf(whole.deals, []),
    findings: [
      whole.won === 0
        ? finding('nothing-won', 0, 'Nothing was won here by deals with a counted touch, so no chain has anything to share.')
        : null,
      gatheredFinding(whole.gathered),
      noIntervals(whole, found.length),
      below.length > 0
        ? finding(
            'negative-rate',
            below.length,
            `${listed(below.slice(0, 5).map(({ key }) => key))} ${below.length === 1 ? 'comes' : 'come'} out below 0 in the rate game: deals that met ${below.length === 1 ? 'it' : 'them'} were won more seldom than others. That says whom ${below.length === 1 ? 'it meets' : 'they meet'}, not that ${below.length === 1 ? 'it loses' : 'they lose'} deals.`,
          )
        : null,
      whole.order > 1 && whole.won > 0
        ? finding(
            'longer-memory',
            whole.order,
            `A memory of ${whole.order} touches tells more ways apart, and rests on fewer deals for each.`,
          )
        : null,
    ],
    money: true,
  });
};

const gatheredFinding = (gathered: LearnedWhole['gathered']): Finding | null => {
  const names = gathered.map(({ key, id }) => id ?? key);
  return names.length === 0
    ? null
    : finding(
        GATHERED,
        names.length,
        `${many(names.length, 'key', 'keys')} with the fewest touches ${names.length === 1 ? 'stands' : 'stand'} together as the rest of ${names.length === 1 ? 'its' : 'their'} channel.`,
        { ids: names, detail: { gathered: names } },
      );
};
const GATHERED = 'gathered-keys';

/** Ids, or names where there is none, of the keys that have no credit of their own because they stand with the rest. */
export const gatheredIn = (learned: Answer): ReadonlySet<string> =>
  new Set((learned.findings.find(({ code }) => code === GATHERED)?.detail?.['gathered'] ?? []) as readonly string[]);

const noIntervals = ({ bounds, interval, won, order }: LearnedWhole, keys: number): Finding | null => {
  if (!bounds || interval !== null || won === 0) return null;
  const why =
    order > 1
      ? 'deals are drawn anew for a chain that remembers one touch only.'
      : keys > 1000
        ? `fitting ${count(keys)} keys anew a hundred times would take hours.`
        : 'in more than one draw of ten nothing was won, too few deals to say how far a share would move.';
  return finding('no-intervals', keys, `No intervals: ${why}`, {
    ...(order > 1 && { todo: 'Ask for order 1, or read the numbers without an interval.' }),
    ...(order === 1 && keys > 1000 && { todo: 'Ask without full, by channel, or for fewer campaigns with where.' }),
  });
};

const removalOf = (row: Row): number | null => row['removal'] as number | null;

const shareOf = ({ share, interval }: LearnedRow): number | Estimate | null =>
  share === null || interval === null ? share : { value: share, ...interval.share };

/** Money of a model between two bounds: the shares' own, of all that was won. */
const intervalsOf = (raw: Raw, minor: number, { money, shapley }: NonNullable<LearnedRow['interval']>): Row[string] => {
  const of = ({ low, high }: { readonly low: number; readonly high: number }) => ({
    low: moneyIn(raw, Math.round(low * minor)),
    high: moneyIn(raw, Math.round(high * minor)),
  });
  return { markov: of(money), shapley: of(shapley) };
};

const shapleyShares = (rows: readonly LearnedRow[]): readonly (number | null)[] => {
  const sum = rows.reduce((total, row) => total + row.shapleyMinor, 0);
  return rows.map(({ shapleyMinor }) => (sum > 0 && shapleyMinor >= 0 ? shapleyMinor / sum : null));
};

/** Whole minor units in proportion, to the cent; unknown where any share is. */
const moneyBy = (raw: Raw, minor: number, shares: readonly (number | null)[]): readonly (Money | null)[] => {
  if (shares.length === 0 || shares.some((share) => share === null) || minor <= 0) return shares.map(() => null);
  return splitMinor(Math.round(minor), shares as readonly number[]).map((part) => moneyIn(raw, part));
};
