/** The worker that refines delivery forecasts: the same code as everywhere, off the page's own thread. */
import { compute, type DeliveryInput } from '../../views/delivery/computed.ts';

export type Wish = { readonly id: number; readonly input: DeliveryInput; readonly trials: number };

addEventListener('message', ({ data: { id, input, trials } }: MessageEvent<Wish>) => {
  postMessage({ id, found: compute(input, trials) });
});
