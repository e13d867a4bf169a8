/**
 * Jobs: everything that may be computed off the server's event loop, by name. A job is a pure function of what it is
 * given: plain data and typed arrays in, the same out; nothing of the house exists where it runs. Its models are
 * imported when it is first asked for, so that a worker loads no more than it needs.
 *
 * To add one: an entry below, its input and output as plain types (no functions, no classes). `at.progress` tells whoever
 * waits how far it has come. There is no need to look for an abort: a job that nobody waits for any more is ended from
 * outside. Typed arrays of the answer are moved, not copied: a job gives away arrays of its own, never ones it keeps.
 */
import type { CreditPass } from '../../models/attribution/credit-pass.ts';
import type { KeyPass } from '../../models/attribution/key-pass.ts';
import type { Learned, LearnedInput } from '../../models/attribution/learned.ts';
import type { Model } from '../../models/attribution/models.ts';
import type { Walks, Won } from '../../models/attribution/walks.ts';
import type { Curves, CurvesInput } from '../../models/lag/curves.ts';
import type { Landing, LandingInput } from '../../models/lag/landing.ts';
import type { Computed, DeliveryInput } from '../../views/delivery/computed.ts';
import type { BacktestJob, Backtested } from '../../views/forecast/backtested.ts';
import type { ForecastJob, Found } from '../../views/forecast/computed.ts';
import type { At } from './off-loop-serve.ts';

type CreditInput = {
  readonly walks: Walks;
  readonly won: Won;
  readonly outcomes: Int32Array;
  readonly models: readonly Model[];
  readonly halfLife: number;
};
type KeyInput = { readonly walks: Walks; readonly won: Won; readonly slot: Int32Array; readonly key: Int32Array; readonly keys: number };

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
  /** Every model's money by unit of touches, over won deals. */
  credit: async ({ walks, won, outcomes, models, halfLife }: CreditInput, { progress }: At): Promise<CreditPass> =>
    (await import('../../models/attribution/credit-pass.ts')).creditPass(walks, won, outcomes, models, halfLife, (done, of) =>
      progress({ phase: 'sharing out', done, of }),
    ),
  /** What a cut cannot sum from units: deals, touches, influenced money. */
  'credit-keys': async ({ walks, won, slot, key, keys }: KeyInput): Promise<KeyPass> =>
    (await import('../../models/attribution/key-pass.ts')).keyPass(walks, won, slot, key, keys),
  /** Markov chains and Shapley values over the keys of a cut. */
  learned: async (input: LearnedInput, { progress }: At): Promise<Learned> =>
    (await import('../../models/attribution/learned.ts')).learned(input, (phase, done, of) => progress({ phase, done, of })),
};
