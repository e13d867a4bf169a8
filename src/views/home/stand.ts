/** An outcome and how it stands today. */
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { OutcomeForecast } from '../forecast/forecast.ts';
import type { OutcomeNow } from './home.ts';
import type { Standing } from './pace.ts';

export type Stand = {
  readonly outcome: Outcome;
  readonly now: OutcomeNow | null;
  readonly standing: Standing;
  /** How it will probably end; null where nobody can say, or nobody asked. */
  readonly forecast: OutcomeForecast | null;
};
