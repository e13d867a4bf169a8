/** Jobs for trying the pool: one that answers, one that fails, one that never ends by itself. */
import { serve, type At } from '../../src/server/house/off-loop-serve.ts';

export const TRIAL = {
  /** Twice each number. */
  twice: ({ numbers }: { readonly numbers: Float64Array }, { progress }: At): { readonly numbers: Float64Array } => {
    progress({ phase: 'doubling', done: 1, of: 2 });
    return { numbers: numbers.map((x) => x * 2) };
  },
  fail: ({ why }: { readonly why: string }): never => {
    throw new RangeError(why);
  },
  spin: (): never => {
    for (;;);
  },
  leave: (): never => process.exit(3),
  write: ({ shared }: { readonly shared: Int32Array }): null => {
    shared[0] = 42;
    return null;
  },
};

serve(TRIAL);
