/**
 * How long each kind of work takes to show an effect: measured from leads and deals where a curve is allowed, the common curve of
 * all channels where it is not, what people stated where nothing was measured. The answer says which.
 *
 * A measured lag counts from the day a lead comes in, so the days that work itself takes come on top; a stated one counts from the
 * start of the work.
 */
import type { Book } from '../../domain/book.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { Answer, Row } from '../../kernel/answer.ts';
import { MOST, type AssumedLag } from '../../models/delivery/useful-start.ts';
import { halfDays, type LagFit } from '../../models/lag/fit.ts';
import { count } from '../words/format.ts';

/** What the effect is counted by. */
export type Effect = 'opened' | 'won';
export type MeasuredLag = AssumedLag & {
  readonly kind: string;
  /** 80 % interval of the half-by day. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly came: number;
  readonly stands: 'own' | 'leans' | 'borrowed';
};
export type LagsOf = { readonly kinds: readonly MeasuredLag[]; readonly all: MeasuredLag | null };
export type MeasuredLags = { readonly [E in Effect]: LagsOf };

const NONE: LagsOf = { kinds: [], all: null };
/** Nothing is measured: what people stated is all there is. */
export const NO_LAGS: MeasuredLags = { opened: NONE, won: NONE };

/** The few numbers of two answers to `lag-curve` by channel. */
export const measuredLags = (opened: Answer, won: Answer): MeasuredLags => ({ opened: lagsIn(opened), won: lagsIn(won) });

const lagsIn = ({ rows, total }: Answer): LagsOf => ({
  kinds: rows.flatMap((row) => lagIn(row) ?? []),
  all: lagIn({ ...total, key: 'all channels' }),
});

const lagIn = (row: Row): MeasuredLag | null => {
  const fit = (row['fit'] ?? null) as LagFit | null;
  const half = row['halfDays'] as { value: number; low: number; high: number } | null;
  const stands = row['stands'] as MeasuredLag['stands'] | null;
  if (!fit || !half || !stands || !(half.value > 0)) return null;
  return {
    kind: row.key,
    half: half.value,
    most: Math.max(halfDays(fit, MOST), half.value * 1.01),
    low: half.low,
    high: half.high,
    n: row.n,
    came: Number(row['came'] ?? 0),
    stands,
  };
};

export type Lag = AssumedLag & {
  readonly kind: string;
  readonly basis: 'measured' | 'pooled' | 'stated';
  /** Days of work before the lag begins to run: 0 for a stated one, which counts from the start of the work. */
  readonly workDays: number;
  /** Where it comes from, in a sentence. */
  readonly words: string;
};

/** What an outcome is counted by: wins and their money, or opportunities, by which anything else goes too. */
export const effectOf = ({ metric }: Outcome): Effect =>
  metric.kind === 'measured' && (metric.measure === 'won-revenue' || metric.measure === 'deals-won') ? 'won' : 'opened';

const END: { readonly [E in Effect]: string } = { opened: 'opportunities', won: 'wins' };

/** The lag of a kind of work towards an effect. Null where it is neither measured nor stated. `workDays`: what work takes itself. */
export const lagLookup = (book: Book, measured: MeasuredLags, workDays: number): ((kind: string, effect: Effect) => Lag | null) => {
  const stated = new Map((book.assumption.get('assumption')?.lags ?? []).map((lag) => [lag.kind.toLowerCase(), lag]));
  return (kind, effect) => {
    const { kinds, all } = measured[effect];
    const own = kinds.find((lag) => lag.kind.toLowerCase() === kind.toLowerCase());
    if (own && own.stands !== 'borrowed')
      return {
        ...own,
        basis: 'measured',
        workDays,
        words: `Measured from ${count(own.n)} leads of ${own.kind}, of which ${count(own.came)} came to ${END[effect]}${own.stands === 'leans' ? '; few, so it leans on all channels' : ''}.`,
      };
    const said = stated.get(kind.toLowerCase());
    if (all && all.stands !== 'borrowed')
      return {
        ...(own ?? all),
        kind,
        basis: 'pooled',
        workDays,
        words: `${kind} has too few leads for a curve of its own, so the common curve of all channels stands in for it${said ? ` (people stated ${count(said.half)} days)` : ''}.`,
      };
    return said
      ? {
          ...said,
          basis: 'stated',
          workDays: 0,
          words: 'Stated by people, because it is not measured yet. Counted from the start of the work.',
        }
      : null;
  };
};
