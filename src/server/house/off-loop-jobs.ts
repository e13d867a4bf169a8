/**
 * Jobs: everything that may be computed off the server's event loop, by name. A job is a pure function of what it is
 * given: plain data and typed arrays in, the same out; nothing of the house exists where it runs. Its models are
 * imported when it is first asked for, so that a worker loads no more than it needs.
 *
 * To add one: an entry below, its input and output as plain types (no functions, no classes). `at.progress` tells whoever
 * waits how far it has come. There is no need to look for an abort: a job that nobody waits for any more is ended from
 * outside. Typed arrays of the answer are moved, not copied: a job gives away arrays of its own, never ones it keeps.
 */
import type { Curves, CurvesInput } from '../../models/lag/curves.ts';
import type { Landing, LandingInput } from '../../models/lag/landing.ts';
import type { Computed, DeliveryInput } from '../../views/delivery/computed.ts';
import type { BacktestJob, Backtested } from '../../views/forecast/backtested.ts';
import type { At } from './off-loop-serve.ts';
import type { ForecastJob, Found } from '../../views/forecast/computed.ts';

export const JOBS = {
  /** A delivery forecast from its plain inputs. */
  delivery: async ({ input, trials }: { readonly input: DeliveryInput; readonly trials: number }): Promise<Computed> =>
    (await import('../../views/delivery/computed.ts')).compute(input, trials),
  /** Lag curves of groups of counted spells. */
  curves: async (input: CurvesInput): Promise<Curves> => (await import('../../models/lag/curves.ts')).curvesOf(input),
  /** When what has begun becomes revenue. */
  landing: async (input: LandingInput): Promise<Landing | null> => (await import('../../models/lag/landing.ts')).landingOf(input),
  /** Forecasts of outcomes from the record of deals and leads. */
  forecast: async (job: ForecastJob): Promise<Found[]> => (await import('../../views/forecast/computed.ts')).computeForecasts(job),
  /** The same forecasts made on past days, against what happened. */
  'forecast backtest': async (job: BacktestJob, { progress }: At): Promise<Backtested> =>
    (await import('../../views/forecast/backtested.ts')).computeBacktest(job, progress),
};
