/** How the outcomes that are not due yet will probably end: asked once, shared by every screen that shows a chance. */
import type { OutcomeId } from '../../kernel/ids.ts';
import type { OutcomeForecast } from '../../views/forecast/forecast.ts';
import { useFacts } from './facts.ts';

export type Forecasts = {
  /** null while they are being computed. */
  readonly forecasts: readonly OutcomeForecast[] | null;
  /** null where there is none, or none yet. */
  readonly of: (outcome: OutcomeId) => OutcomeForecast | null;
};

export const useForecasts = (): Forecasts => {
  const { data, isError } = useFacts('outcome-forecast', {});
  const forecasts = data?.forecasts ?? (isError ? [] : null);
  return { forecasts, of: (outcome) => forecasts?.find((f) => f.outcome === outcome) ?? null };
};
