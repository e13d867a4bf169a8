/**
 * A delivery forecast in the page: a first answer at once, from few trials, and the whole one from a worker.
 * One worker for the whole page; it is asked for the latest wish only, so a drag never queues up.
 */
import { useEffect, useMemo, useState } from 'react';
import { computed, TRIALS, type Computed, type DeliveryInput } from '../../views/delivery/computed.ts';
import type { Wish } from './delivery.worker.ts';

type Answer = { readonly id: number; readonly found: Computed };
type Asked = Wish & { readonly told: (found: Computed) => void };

let worker: Worker | null = null;
let last = 0;
let busy: Asked | null = null;
let next: Asked | null = null;

const started = (): Worker => {
  if (worker) return worker;
  worker = new Worker(new URL('./delivery.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = busy;
    busy = null;
    if (asked?.id === data.id) asked.told(data.found);
    go();
  });
  return worker;
};
const go = (): void => {
  if (busy || !next) return;
  busy = next;
  next = null;
  const { id, input, trials } = busy;
  started().postMessage({ id, input, trials } satisfies Wish);
};

/** Asks the worker; a newer question replaces one that has not been sent. The function it answers with forgets the question. */
const refine = (input: DeliveryInput, told: (found: Computed) => void): (() => void) => {
  let wanted = true;
  const asked: Asked = { id: ++last, input, trials: TRIALS, told: (found) => wanted && told(found) };
  next = asked;
  go();
  return () => {
    wanted = false;
    if (next === asked) next = null;
  };
};

/** As many trials as a frame carries: 300 for 500 items. */
const quickTrials = (input: DeliveryInput): number => {
  const places = input.basis === 'throughput' ? input.places : input.items.length;
  return Math.max(40, Math.min(600, Math.floor(150_000 / Math.max(1, places))));
};

/** The first answer, from few trials; the same inputs are not computed twice. */
export const quick = (input: DeliveryInput): Computed => computed(input, quickTrials(input));

export type Forecast = { readonly found: Computed | null; readonly refined: boolean };

/** Inputs by what they say, the latest last, so that all who ask the same share one answer. */
const inputs = new Map<string, DeliveryInput>();
const KEPT = 8;
const answers = new WeakMap<DeliveryInput, Computed>();

/** The same object for as long as it says the same, wherever it is asked. */
const useSame = (input: DeliveryInput | null): DeliveryInput | null => {
  const text = JSON.stringify(input);
  return useMemo(() => {
    if (text === 'null') return null;
    const known = inputs.get(text) ?? (JSON.parse(text) as DeliveryInput);
    inputs.delete(text);
    inputs.set(text, known);
    if (inputs.size > KEPT) inputs.delete(inputs.keys().next().value!);
    return known;
  }, [text]);
};

/** The forecast of these inputs; `null` inputs have none. */
export const useForecast = (wanted: DeliveryInput | null): Forecast => {
  const input = useSame(wanted);
  const [answer, setAnswer] = useState<{ readonly input: DeliveryInput; readonly found: Computed } | null>(null);
  useEffect(() => {
    if (input === null || answers.has(input)) return undefined;
    return refine(input, (found) => {
      answers.set(input, found);
      setAnswer({ input, found });
    });
  }, [input]);
  return useMemo(() => {
    if (input === null) return { found: null, refined: true };
    const whole = answer?.input === input ? answer.found : answers.get(input);
    return { found: whole ?? quick(input), refined: whole !== undefined };
  }, [input, answer]);
};
