/**
 * Jobs: everything that may be computed off the server's event loop, by name. A job is a pure function of what it is
 * given: plain data and typed arrays in, the same out; nothing of the house exists where it runs. Its models are
 * imported when it is first asked for, so that a worker loads no more than it needs.
 *
 * To add one: an entry below, its input and output as plain types (no functions, no classes). `at.progress` tells whoever
 * waits how far it has come. There is no need to look for an abort: a job that nobody waits for any more is ended from
 * outside. Typed arrays of the answer are moved, not copied: a job gives away arrays of its own, never ones it keeps.
 */
import type { CreditInterval, IntervalInput } from '../../models/attribution/credit-interval.ts';
import type { KeyPass } from '../../models/attribution/key-pass.ts';
import type { Learned, LearnedInput } from '../../models/attribution/learned.ts';
import type { Curves, CurvesInput } from '../../models/lag/curves.ts';
import type { Landing, LandingInput } from '../../models/lag/landing.ts';
import type { CreditPass } from '../../models/attribution/credit-pass.ts';
import type { CreditJob, CutInput, PointsInput, Shares, SharesInput } from '../../views/answers/credit-sums.ts';
import type { Computed, DeliveryInput } from '../../views/delivery/computed.ts';
import type { BacktestJob, Backtested } from '../../views/forecast/backtested.ts';
import type { ForecastJob, Found } from '../../views/forecast/computed.ts';
import type { SampleSize, SampleSizeInput } from '../../models/verdict/sample-size.ts';
import type { At } from './off-loop-serve.ts';

export const JOBS = {
  /** A delivery forecast from its plain inputs. */
  delivery: async ({ input, trials }: { readonly input: DeliveryInput; readonly trials: number }): Promise<Computed> =>
    (await import('../../views/delivery/computed.ts')).compute(input, trials),
  /** Lag curves of groups of counted spells. */
  curves: async (input: CurvesInput): Promise<Curves> =>
    (await import('../../models/lag/curves.ts')).curvesOf(input, (await import('./remembered-fits.ts')).rememberedFits),
  /** When what has begun becomes revenue. */
  landing: async (input: LandingInput): Promise<Landing | null> =>
    (await import('../../models/lag/landing.ts')).landingOf(input, (await import('./remembered-fits.ts')).rememberedFits),
  /** Forecasts of outcomes from the record of deals and leads. */
  forecast: async (job: ForecastJob): Promise<Found[]> => (await import('../../views/forecast/computed.ts')).computeForecasts(job),
  /** The same forecasts made on past days, against what happened. */
  'forecast backtest': async (job: BacktestJob, { progress }: At): Promise<Backtested> =>
    (await import('../../views/forecast/backtested.ts')).computeBacktest(job, progress),
  /** Some models' money by unit of touches, over won deals. */
  credit: async ({ input, models }: CreditJob): Promise<CreditPass> =>
    (await import('../../views/answers/credit-sums.ts')).passOf(input, models),
  /** What depends on neither a cut nor a model. */
  'credit-shares': async (input: SharesInput): Promise<Shares> => (await import('../../views/answers/credit-sums.ts')).sharesOf(input),
  /** What a cut cannot sum from units: deals, touches, influenced and sourced money. */
  'credit-keys': async (input: CutInput): Promise<KeyPass> => (await import('../../views/answers/credit-sums.ts')).cutSums(input),
  /** How far the money of keys would move with other deals. */
  'credit-interval': async (input: IntervalInput): Promise<CreditInterval | null> =>
    (await import('../../models/attribution/credit-interval.ts')).creditInterval(input),
  /** Deals shared equally among their touches. */
  'credit-points': async (input: PointsInput): Promise<Float64Array> =>
    (await import('../../views/answers/credit-sums.ts')).pointsBySlot(input),
  /** How many cases a verdict needs, and what it would say with those there are. */
  'sample-size': async (input: SampleSizeInput): Promise<SampleSize> =>
    (await import('../../models/verdict/sample-size.ts')).sampleSize(input),
  /** Markov chains and Shapley values over the keys of a cut. */
  learned: async (input: LearnedInput, { progress }: At): Promise<Learned> =>
    (await import('../../models/attribution/learned.ts')).learned(input, (phase, done, of) => progress({ phase, done, of })),
};
