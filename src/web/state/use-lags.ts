/** How long each kind of work takes to show, as measured: null while it is being counted; what people stated stands where it cannot be read. */
import { NO_LAGS, type MeasuredLags } from '../../views/delivery/measured-lags.ts';
import { useFacts } from './facts.ts';

export const useLags = (): MeasuredLags | null => {
  const facts = useFacts('lags', {});
  return facts.data ?? (facts.isError ? NO_LAGS : null);
};
